"""Pruning: the only way in which a translation leaves a catalog, and the way back."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.conftest import ARTICLE
from tests.judges import judge

from taiyaku.catalog import po
from taiyaku.workflow.prune import prune

if TYPE_CHECKING:
    from tests.conftest import Newsroom

PO = "locales/ja/LC_MESSAGES/harbor.po"
WITHOUT = ARTICLE.replace("- Boats\n", "").replace("- Bread\n", "- Harbors\n")


def prepared(newsroom: Newsroom) -> str:
    """Make an article from which two translated messages are gone; return its catalog."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", {"Boats": "船", "Bread": "パン", "Two towns meet": "二つの町"})
    newsroom.write("source_text/harbor.md", WITHOUT)
    newsroom.run("update")
    assert '#~ msgstr "船"' in newsroom.read(PO)
    return newsroom.read(PO)


def kept_file(newsroom: Newsroom) -> str:
    """Return the path of the file that has what was pruned."""
    (path,) = newsroom.root.glob("locales/ja/pruned/*.po")
    return path.relative_to(newsroom.root).as_posix()


def test_pruned_messages_are_kept_elsewhere(newsroom: Newsroom) -> None:
    """The catalog keeps what is in use; the rest is in a file whose name is told."""
    before = prepared(newsroom)
    result = newsroom.run("prune", "harbor")
    kept = kept_file(newsroom)
    assert result.exit_code == 0, result.stderr
    assert re.fullmatch(r"locales/ja/pruned/harbor-\d{4}-\d\d-\d\d\.po", kept)
    assert f"{PO}  removed: 2, kept in {kept}" in result.stdout
    assert f"taiyaku prune --restore {kept}" in result.stdout
    assert newsroom.read(PO) == before[: before.index("\n#~")]
    assert 'msgid "Boats"\nmsgstr "船"' in newsroom.read(kept)
    assert f'"X-Pruned-From: {PO}\\n"' in newsroom.read(kept)


def test_what_was_pruned_is_a_catalog_that_gettext_reads(newsroom: Newsroom) -> None:
    """And it is none that gettext or this program would take for one of the project's."""
    prepared(newsroom)
    newsroom.run("prune", "harbor")
    import subprocess

    subprocess.run([judge("msgfmt"), "-c", "-o", "/dev/null", newsroom.root / kept_file(newsroom)], check=True)
    assert "pruned" not in newsroom.run("status").stdout


def test_back_again(newsroom: Newsroom) -> None:
    """Restored, the catalog is what it was, and a text that returns is revived with its translation."""
    before = prepared(newsroom)
    newsroom.run("prune", "harbor")
    kept = kept_file(newsroom)
    result = newsroom.run("prune", "--restore", kept)
    assert (result.exit_code, newsroom.read(PO)) == (0, before)
    assert f"{PO}  put back: 2, with a translation there already: 0" in result.stdout
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    assert po.read(newsroom.root / PO).catalog.by_key()[None, "Boats"].translated
    assert "put back: 0, with a translation there already: 2" in newsroom.run("prune", "--restore", kept).stdout


def test_back_into_messages_that_returned_without_their_words(newsroom: Newsroom) -> None:
    """Pruned, returned and untranslated: the old translation fills it; a new one stays."""
    prepared(newsroom)
    file = po.read(newsroom.root / PO)
    newsroom.write(PO, file.text.replace('#~ msgid "Boats', '# 小舟\n#~ msgid "Boats'))
    newsroom.run("prune", "harbor")
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", {"Bread": "食パン"})
    assert "put back: 1, with" in newsroom.run("prune", "--restore", kept_file(newsroom)).stdout
    messages = po.read(newsroom.root / PO).catalog.by_key()
    assert messages[None, "Boats"].translator_comments == ("小舟",)
    assert messages[None, "Boats"].references == ("source_text/harbor.md",)
    assert (messages[None, "Boats"].msgstr, messages[None, "Bread"].msgstr) == ("船", "食パン")


def test_what_is_filled_keeps_its_flags(newsroom: Newsroom) -> None:
    """A flag that somebody gave to the empty message stays."""
    prepared(newsroom)
    newsroom.run("prune", "harbor")
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.write(PO, newsroom.read(PO).replace('msgid "Boats"', '#, no-wrap\nmsgid "Boats"'))
    newsroom.run("prune", "--restore", kept_file(newsroom))
    found = po.read(newsroom.root / PO).catalog.by_key()[None, "Boats"]
    assert (found.msgstr, found.flags) == ("船", ("no-wrap",))


def test_no_file_of_pruned_messages_is_overwritten(newsroom: Newsroom) -> None:
    """The second of a day has a number."""
    prepared(newsroom)
    newsroom.run("prune", "harbor")
    first = kept_file(newsroom)
    newsroom.run("prune", "--restore", first)
    newsroom.run("prune", "--all")
    newsroom.run("prune", "--restore", first)
    newsroom.run("prune", "--all")
    files = sorted(newsroom.root.glob("locales/ja/pruned/*"))
    assert {file.stem for file in files} == {Path(first).stem + number for number in ("", "-2", "-3")}
    assert all('msgstr "船"' in file.read_text(encoding="utf-8") for file in files)


def test_a_dry_run_shows_it(newsroom: Newsroom) -> None:
    """Both files as a diff, and nothing is done."""
    before = prepared(newsroom)
    result = newsroom.run("prune", "harbor", "--dry-run")
    assert '-#~ msgstr "船"' in result.stdout
    assert '+msgstr "船"' in result.stdout
    assert newsroom.read(PO) == before
    assert not (newsroom.root / "locales/ja/pruned").exists()
    newsroom.run("prune", "harbor")
    pruned = newsroom.read(PO)
    result = newsroom.run("prune", "--restore", kept_file(newsroom), "--dry-run")
    assert '+#~ msgstr "船"' in result.stdout
    assert newsroom.read(PO) == pruned


@pytest.mark.parametrize("arguments", [(), ("harbor", "--all"), ("harbour",), ("harbor", "--locale", "fr")])
def test_what_is_meant_must_be_clear(newsroom: Newsroom, arguments: tuple[str, ...]) -> None:
    """Nothing is pruned by a slip of the finger."""
    before = prepared(newsroom)
    result = newsroom.run("prune", *arguments)
    assert (result.exit_code, newsroom.read(PO)) == (2, before)
    assert "Traceback" not in result.stderr


def test_nothing_to_prune(newsroom: Newsroom) -> None:
    """Neither without a catalog nor without obsolete messages in it; no file is written."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert "no obsolete messages" in newsroom.run("prune", "--all").stdout
    newsroom.run("update")
    assert "no obsolete messages" in newsroom.run("prune", "--all", "--locale", "ja").stdout
    assert not (newsroom.root / "locales/ja/pruned").exists()


def test_a_broken_catalog_stays(newsroom: Newsroom) -> None:
    """It is reported; the others are pruned."""
    prepared(newsroom)
    newsroom.write("source_text/zz.md", "# Z\n")
    newsroom.run("update")
    broken = newsroom.read(PO).replace("zz", "harbor") + 'msgid "cut\n'
    newsroom.write("locales/ja/LC_MESSAGES/zz.po", broken)
    result = newsroom.run("prune", "--all")
    assert (result.exit_code, "the string is not closed" in result.stderr) == (3, True)
    assert "removed: 2" in result.stdout
    assert newsroom.read("locales/ja/LC_MESSAGES/zz.po") == broken


def test_where_no_room_is_for_what_is_pruned_nothing_is(newsroom: Newsroom) -> None:
    """First it is kept elsewhere, then removed."""
    before = prepared(newsroom)
    newsroom.write("locales/ja/pruned", "a file in the folder's place")
    result = newsroom.run("prune", "harbor")
    assert (result.exit_code, newsroom.read(PO)) == (3, before)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "cannot be read"),
        ('msgid "a"\nmsgstr "b"\n', "did not write this file"),
        ('msgid ""\nmsgstr "X-Pruned-From: locales/ja/LC_MESSAGES/port.po\\n"\n', "no article of the project"),
        ('msgid ""\nmsgstr "X-Pruned-From: /etc/passwd\\n"\n', "no article of the project"),
        ('msgid ""\nmsgstr "X-Pruned-From: locales/en/LC_MESSAGES/harbor.po\\n"\n', "no article of the project"),
    ],
)
def test_a_file_that_cannot_be_restored(newsroom: Newsroom, text: str | None, says: str) -> None:
    """It says of itself which catalog it belongs to, and that must be one."""
    before = prepared(newsroom)
    if text is not None:
        newsroom.write("some.po", text)
    result = newsroom.run("prune", "--restore", "some.po")
    assert result.exit_code == (3 if text is None else 2)
    assert result.stderr.startswith("some.po: ")
    assert says in result.stderr
    assert newsroom.read(PO) == before


def test_restore_alone(newsroom: Newsroom) -> None:
    """The file says which catalog is meant."""
    prepared(newsroom)
    assert newsroom.run("prune", "harbor", "--restore", "x.po").exit_code == 2


def test_the_journal_knows(newsroom: Newsroom) -> None:
    """What was removed on purpose is not reported as lost; and an update after it says nothing either."""
    prepared(newsroom)
    newsroom.run("status")
    newsroom.run("prune", "harbor")
    result = newsroom.run("update")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("po/{locale}/{slug}.po", "po/ja/pruned/harbor-2026-11-22.po"),
        ("po/{slug}.{locale}.po", "po/pruned/harbor.ja-2026-11-22.po"),
        ("i18n/{slug}/{locale}.po", "i18n/harbor/pruned/ja-2026-11-22.po"),
    ],
)
def test_other_places_for_catalogs(newsroom: Newsroom, pattern: str, kept: str) -> None:
    """What is pruned lies beside the catalog, wherever that is, and is not taken for one."""
    newsroom.write("taiyaku.toml", f'catalogs = "{pattern}"\n')
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    path = newsroom.root / pattern.format(slug="harbor", locale="ja")
    path.write_text(path.read_text(encoding="utf-8") + '\n#~ msgid "Old"\n#~ msgstr "旧"\n', encoding="utf-8")
    (pruned,) = prune(newsroom.project(), ["harbor"], today=date(2026, 11, 22)).results[0]
    assert pruned.kept == Path(kept)
    assert (newsroom.root / kept).exists()
    assert "no article" not in newsroom.run("status").stdout
    assert newsroom.run("prune", "--restore", kept).exit_code == 0
    assert '#~ msgstr "旧"' in path.read_text(encoding="utf-8")
