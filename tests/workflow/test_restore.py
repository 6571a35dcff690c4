"""What another program does to a catalog is noticed by the next command, and `restore` gives it back."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.conftest import ARTICLE
from tests.judges import judge

from taiyaku.catalog import po
from taiyaku.errors import CatalogError

if TYPE_CHECKING:
    from tests.conftest import Newsroom

    from taiyaku.catalog.message import Message

PO = "locales/ja/LC_MESSAGES/harbor.po"
WEDNESDAY = "The harbor opened on Wednesday."
GONE = "translations that stood here are gone"
DELETED = "translations were deleted here"
OLDER = "translations are back at an older text"


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    """Return a project with one article, all of it translated, and its last edit seen."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert newsroom.run("update").exit_code == 0
    newsroom.translate("harbor", {message.msgid: f"訳：{message.msgid}" for message in messages(newsroom)})
    assert "warning" not in newsroom.run("status").stderr
    return newsroom


def messages(newsroom: Newsroom) -> list[Message]:
    """Return the messages of the catalog."""
    return list(po.read(newsroom.root / PO).catalog.messages)


def states(newsroom: Newsroom) -> dict[str, tuple[str, bool, bool]]:
    """Return `msgid -> (msgstr, fuzzy, obsolete)`."""
    return {m.msgid: (m.msgstr, m.fuzzy, m.obsolete) for m in messages(newsroom)}


def put(newsroom: Newsroom, *new: Message) -> None:
    """Write a catalog as a stranger would."""
    catalog = replace(po.read(newsroom.root / PO).catalog, messages=tuple(new))
    newsroom.write(PO, po.dump(catalog))


def edit(newsroom: Newsroom, translations: dict[str, str]) -> None:
    """Put translations, approved, into a catalog with an editor that asks nobody, and keeps the other entries."""
    file = po.read(newsroom.root / PO)
    new = [
        replace(m, msgstr=translations[m.msgid], flags=(), previous_msgid=None) if m.msgid in translations else m
        for m in file.catalog.messages
    ]
    newsroom.write(PO, po.updated(file, replace(file.catalog, messages=tuple(new))))


def test_an_update_in_between_closes_no_loss(desk: Newsroom) -> None:
    """What it fills in from the old copy is not the lost translation; only `restore` brings that back."""
    old = desk.read(PO)
    desk.write("source_text/harbor.md", ARTICLE.replace("on Wednesday", "on Thursday"))
    desk.run("update")
    edit(desk, {"The harbor opened on Thursday.": "港は木曜に開いた。"})
    assert "warning" not in desk.run("status").stderr
    desk.write(PO, old)
    for _times in range(2):
        assert GONE in desk.run("update").stderr
    status = desk.run("status")
    assert GONE in status.stderr
    assert "Next: type `taiyaku restore --dry-run`" in status.stdout
    restored = desk.run("restore", "harbor").stdout
    assert "港は木曜に開いた。" in restored
    assert f"in place of: 訳：{WEDNESDAY}" in restored
    assert states(desk)["The harbor opened on Thursday."] == ("港は木曜に開いた。", False, False)
    assert "warning" not in desk.run("status").stderr


def test_an_editor_saves_its_old_copy_over_a_newer_catalog(desk: Newsroom) -> None:
    """The newer words come back, and the older ones are shown."""
    old = desk.read(PO)
    edit(desk, {WEDNESDAY: "港は水曜に開いた。", "Boats": "船"})
    assert desk.run("status").stderr == ""
    newer = desk.read(PO)
    desk.write(PO, old)
    result = desk.run("status")
    place = next(n for n, line in enumerate(old.split("\n"), 1) if line == f'msgstr "訳：{WEDNESDAY}"')
    assert f"{PO}:{place}:1: warning: {OLDER}: 2, the first of “{WEDNESDAY}”" in result.stderr
    assert "`taiyaku restore harbor` gives them back" in result.stderr
    assert OLDER in desk.run("build").stderr  # and so until something is done
    dry = desk.run("restore", "--dry-run")
    assert '+msgstr "港は水曜に開いた。"' in dry.stdout
    assert desk.read(PO) == old
    result = desk.run("restore", "harbor")
    assert (result.exit_code, desk.read(PO)) == (0, newer)
    assert f"{PO}:{place}:1: the newer text given back\n    {WEDNESDAY}\n    港は水曜に開いた。\n" in result.stdout
    assert f"    in place of: 訳：{WEDNESDAY}\n" in result.stdout
    assert desk.run("status").stderr == ""
    assert desk.run("restore").stdout == "Nothing is lost.\n"


def test_a_catalog_cut_between_two_entries(desk: Newsroom) -> None:
    """Is a good one with fewer; an update before `restore` takes nothing away."""
    whole = desk.read(PO)
    before = states(desk)
    desk.write(PO, whole[: whole.index("#. paragraph", whole.index(WEDNESDAY) - 60)])
    assert f"warning: {GONE}: 5, the first of “{WEDNESDAY}”" in desk.run("update").stderr
    assert not states(desk)["Boats"][0]
    assert GONE in desk.run("status").stderr
    result = desk.run("restore")
    assert "given back\n    Boats\n    訳：Boats\n" in result.stdout
    assert states(desk) == before
    assert desk.run("status").stderr == ""


def test_what_is_given_back_before_an_update_waits_out_of_use(desk: Newsroom) -> None:
    """As obsolete messages, that the update revives."""
    whole = desk.read(PO)
    before = states(desk)
    desk.write(PO, whole[: whole.index("#. ", whole.index("By the desk") + 40)])
    result = desk.run("restore")
    assert "given back, out of use" in result.stdout
    assert "Next: type `taiyaku update`" in result.stdout
    assert states(desk)["Boats"] == ("訳：Boats", False, True)
    desk.run("update")
    assert states(desk) == before


def test_a_catalog_that_was_deleted(desk: Newsroom) -> None:
    """Is noticed by the update that makes a new one, and filled again."""
    before = states(desk)
    (desk.root / PO).unlink()
    result = desk.run("restore")
    assert (result.exit_code, result.stdout) == (3, "")
    assert f"{PO}: the catalog is not there, and 8 of its translations are in the journal" in result.stderr
    assert f"{GONE}: 8" in desk.run("update").stderr
    desk.run("restore")
    assert states(desk) == before


def test_a_catalog_that_was_deleted_on_purpose(desk: Newsroom) -> None:
    """Is forgotten like any other."""
    (desk.root / PO).unlink()
    assert desk.run("restore", "--forget").stdout.count("left as it is") == 8
    assert desk.run("update").stderr == ""


def test_a_deletion_is_one_note_that_can_be_dismissed(desk: Newsroom) -> None:
    """A translator may delete what she wrote."""
    edit(desk, {"Boats": ""})
    result = desk.run("status")
    assert f"note: {DELETED}: 1, the first of “Boats”" in result.stderr
    assert result.exit_code == 0
    assert "would" not in desk.run("restore", "--forget", "--dry-run").stderr
    assert DELETED in desk.run("status").stderr
    assert "left as it is" in desk.run("restore", "--forget").stdout
    assert desk.run("status").stderr == ""
    assert not states(desk)["Boats"][0]


@pytest.mark.parametrize("tool", [["msgcat"], ["msgcat", "--no-wrap"], ["msgcat", "--sort-output"]])
def test_other_layouts_are_no_loss(desk: Newsroom, tool: list[str]) -> None:
    """Wrapped, unwrapped, in another order."""
    program = judge(tool[0])
    laid_out = subprocess.run([program, *tool[1:], desk.root / PO], capture_output=True, check=True).stdout
    desk.write(PO, laid_out)
    assert desk.run("status").stderr == ""


def test_a_translator_s_day_gives_no_warning(desk: Newsroom) -> None:
    """Edits, approvals, changed articles, what comes and goes; other programs' updates."""
    runs = []
    desk.write("source_text/harbor.md", ARTICLE.replace("Wednesday", "Thursday").replace("- Bread\n", ""))
    runs.append(desk.run("update"))
    runs.append(desk.run("status"))
    edit(desk, {"The harbor opened on Thursday.": f"訳：{WEDNESDAY}"})  # approved as it is
    runs.append(desk.run("build"))
    edit(desk, {"The harbor opened on Thursday.": "港は木曜日に開いた。"})
    runs.append(desk.run("status"))
    desk.write("source_text/harbor.md", ARTICLE)
    runs.append(desk.run("update"))
    runs.append(desk.run("status"))
    desk.write("source_text/harbor.md", ARTICLE.replace("Wednesday", "Friday"))
    desk.run("extract")
    template, catalog = desk.root / "locales/harbor.pot", desk.root / PO
    subprocess.run([judge("msgmerge"), "-q", "-U", "--previous", catalog, template], check=True, capture_output=True)
    runs.append(desk.run("status"))
    assert [run.stderr for run in runs] == [""] * len(runs)
    assert any(message.fuzzy and "Friday" in message.msgid for message in messages(desk))


def test_what_is_pruned_is_never_offered_again(desk: Newsroom) -> None:
    """The one way to remove."""
    desk.write("source_text/harbor.md", ARTICLE.replace("- Boats\n", ""))
    desk.run("update")
    assert desk.run("prune", "harbor").exit_code == 0
    assert "Boats" not in states(desk)
    assert desk.run("status").stderr == ""
    assert desk.run("restore").stdout == "Nothing is lost.\n"


def test_a_pair_that_nobody_approved(desk: Newsroom) -> None:
    """A new original under an approved old translation is marked as fuzzy, with the original it was made for."""
    put(desk, *(replace(m, msgid=m.msgid.replace("Wednesday", "Thursday")) for m in messages(desk)))
    result = desk.run("status")
    assert "warning: translations of other texts stand as approved: 1, the first of “The harbor opened on Thursday" in (
        result.stderr
    )
    result = desk.run("restore")
    assert f"marked as fuzzy\n    The harbor opened on Thursday.\n    訳：{WEDNESDAY}\n" in result.stdout
    assert f"    translation of: {WEDNESDAY}\n" in result.stdout
    (doubtful,) = [m for m in messages(desk) if "Thursday" in m.msgid]
    assert (doubtful.fuzzy, doubtful.previous_msgid) == (True, WEDNESDAY)
    assert "warning" not in desk.run("status").stderr


def test_a_pair_that_a_person_accepts(desk: Newsroom) -> None:
    """Stays, also after the next edit of the file."""
    put(desk, *(replace(m, msgid=m.msgid.replace("Wednesday", "Thursday")) for m in messages(desk)))
    desk.run("restore", "--forget")
    edit(desk, {"Boats": "船"})
    assert "warning" not in desk.run("status").stderr


def test_a_renamed_article_keeps_its_journal(desk: Newsroom) -> None:
    """What is lost afterwards is noticed."""
    desk.run("rename", "harbor", "port")
    path = PO.replace("harbor", "port")
    text = desk.read(path)
    desk.write(path, text[: text.rindex("#. ")])
    assert f"{GONE}: 1" in desk.run("status").stderr


def test_a_project_that_has_no_journal(desk: Newsroom) -> None:
    """Is told so where there is one that cannot be used; without a cache folder it does without."""
    journal = desk.root / ".taiyaku/journal/ja/harbor.jsonl"
    journal.unlink()
    journal.mkdir()
    result = desk.run("status")
    assert result.exit_code == 0
    assert f"{PO}: note: the journal of the catalog cannot be used: Is a directory" in result.stderr
    desk.write("source_text/harbor.md", "# Harbor opens\n")
    assert desk.run("update").exit_code == 0
    shutil.rmtree(desk.root / ".taiyaku")
    desk.write(".taiyaku", "")
    assert desk.run("status").stderr == ""
    assert desk.run("restore").stdout == "Nothing is lost.\n"
    desk.write("source_text/harbor.md", "# Harbor closes\n")
    assert desk.run("update").exit_code == 0
    assert desk.run("rename", "harbor", "port").exit_code == 0


def test_restore_of_a_broken_catalog(desk: Newsroom) -> None:
    """Is refused with its place; the catalog stays as it is."""
    desk.write(PO, desk.read(PO)[:-3])
    result = desk.run("restore")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(f"{PO}:")


def test_restore_of_an_unknown_article(desk: Newsroom) -> None:
    """Is an error of usage."""
    assert desk.run("restore", "harbour").exit_code == 2
    assert desk.run("restore", "--locale", "fr").exit_code == 2
    assert desk.run("restore", "--locale", "ja", "harbor").exit_code == 0


def test_words_for_a_terminal_only(desk: Newsroom) -> None:
    """No control character of a catalog reaches the terminal."""
    edit(desk, {"Boats": "船\x1b[31m"})
    desk.run("status")
    edit(desk, {"Boats": ""})
    assert "\x1b" not in desk.run("restore").stdout


def test_cut_anywhere_a_catalog_is_never_taken_for_whole(desk: Newsroom) -> None:
    """At every byte: refused, or a sign of a cut, or the journal knows better.

    A sample of the places, those between two entries among them; a thousand with TAIYAKU_MORE=1.
    """
    article = ARTICLE + "".join(f"\n## Chapter {n}\n\nTown {n} said “no”.\n" for n in range(8))
    desk.write("source_text/harbor.md", article.replace("- Boats\n", ""))
    desk.run("update")
    edit(desk, {m.msgid: f"訳：{m.msgid}\n\n二段目「{m.msgid}」" for m in messages(desk)[::2]})
    desk.write("source_text/harbor.md", article.replace("Wednesday", "Thursday").replace("- Bread\n", ""))
    desk.run("update")
    desk.run("status")
    path = desk.root / PO
    chosen = random.Random(3)  # noqa: S311 (the same places each time)
    accepted = []
    number = 1000 if os.environ.get("TAIYAKU_MORE") else 60
    journal = (desk.root / ".taiyaku/journal/ja/harbor.jsonl").read_bytes()
    for data in _layouts(path):
        boundaries = [place + 1 for place in range(len(data)) if data[place : place + 2] == b"\n\n"]
        places = {*boundaries, *(place + 1 for place in boundaries), *chosen.sample(range(len(data)), number // 3)}
        for place in sorted(places - {len(data)}):
            path.write_bytes(data[:place])
            (desk.root / ".taiyaku/journal/ja/harbor.jsonl").write_bytes(journal)
            try:
                file = desk.project().read_catalog("harbor", "ja")
            except CatalogError:
                continue
            assert file is not None
            whole = set(po.parse(data, path).catalog.messages) == set(file.catalog.messages)
            if not file.problems and not whole:
                accepted.append(data[:place][-40:])
    assert accepted == []


def _layouts(path: object) -> list[bytes]:
    """Return a catalog unwrapped and wrapped, with Unix and with Windows line ends."""
    unwrapped = path.read_bytes()  # type: ignore[attr-defined]
    wrapped = subprocess.run([judge("msgcat"), str(path)], capture_output=True, check=True).stdout
    return [unwrapped, wrapped, wrapped.replace(b"\n", b"\r\n")]
