"""`update`: what the author changes meets what the translator did."""

from __future__ import annotations

import difflib
import subprocess
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.conftest import ARTICLE, JAPANESE_ARTICLE
from tests.judges import judge

from taiyaku.catalog import po
from taiyaku.workflow.update import update

if TYPE_CHECKING:
    from tests.conftest import Newsroom

PO = "locales/ja/LC_MESSAGES/harbor.po"


def prepared(newsroom: Newsroom) -> None:
    """Make an article whose every message is translated."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert newsroom.run("update").exit_code == 0
    catalog = po.read(newsroom.root / PO).catalog
    newsroom.translate("harbor", {message.msgid: f"訳：{message.msgid}" for message in catalog.messages})


def messages(newsroom: Newsroom) -> dict[str, tuple[str, bool, bool]]:
    """Return `msgid -> (msgstr, fuzzy, obsolete)`; an active message hides an obsolete one."""
    listed = po.read(newsroom.root / PO).catalog.messages
    return {m.msgid: (m.msgstr, m.fuzzy, m.obsolete) for m in sorted(listed, key=lambda m: not m.obsolete)}


def test_a_new_article_gets_template_and_catalog(newsroom: Newsroom) -> None:
    """Entries stand in reading order, tags and dates are none."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    result = newsroom.run("update")
    assert result.exit_code == 0, result.stderr
    catalog = po.read(newsroom.root / PO).catalog
    assert [(m.msgctxt, m.msgid) for m in catalog.messages] == [
        ("headline", "Harbor opens"),
        ("deck", "Two towns meet"),
        ("byline", "By the desk"),
        (None, "The harbor opened on Wednesday."),
        ("heading", "What comes next"),
        (None, "The towns will meet again in May. They have met twice."),
        (None, "Boats"),
        (None, "Bread"),
    ]
    assert catalog.messages[0].references == ("source_text/harbor.md",)
    assert (newsroom.root / "locales/harbor.pot").exists()


def test_a_later_update_changes_nothing(newsroom: Newsroom) -> None:
    """Not one byte, the dates of the header included."""
    prepared(newsroom)
    before = newsroom.read(PO), newsroom.read("locales/harbor.pot")
    tomorrow = datetime.now().astimezone() + timedelta(days=1)
    outcome = update(newsroom.project(), now=tomorrow)
    assert [catalog.status for result in outcome.results for catalog in result.catalogs] == ["unchanged"]
    assert [result.extracted.status for result in outcome.results] == ["unchanged"]
    assert (newsroom.read(PO), newsroom.read("locales/harbor.pot")) == before


def test_moved_paragraphs_keep_their_translation(newsroom: Newsroom) -> None:
    """Wherever they moved, and approved as they were."""
    prepared(newsroom)
    moved = ARTICLE.replace("The harbor opened on Wednesday.\n\n", "") + "\nThe harbor opened on Wednesday.\n"
    newsroom.write("source_text/harbor.md", moved)
    newsroom.run("update")
    assert messages(newsroom)["The harbor opened on Wednesday."] == (
        "訳：The harbor opened on Wednesday.",
        False,
        False,
    )


def test_a_changed_paragraph_becomes_fuzzy_with_the_previous_text(newsroom: Newsroom) -> None:
    """And the words for the old text stay, out of use."""
    prepared(newsroom)
    newsroom.write("source_text/harbor.md", ARTICLE.replace("on Wednesday", "on Thursday"))
    newsroom.run("update")
    catalog = po.read(newsroom.root / PO).catalog
    (changed,) = [m for m in catalog.messages if m.msgid == "The harbor opened on Thursday."]
    assert (changed.fuzzy, changed.msgstr) == (True, "訳：The harbor opened on Wednesday.")
    assert changed.previous_msgid == "The harbor opened on Wednesday."
    assert messages(newsroom)["The harbor opened on Wednesday."] == ("訳：The harbor opened on Wednesday.", False, True)


def test_what_vanishes_and_returns_is_back_as_it_was(newsroom: Newsroom) -> None:
    """Approved, at its place; five times."""
    prepared(newsroom)
    before = messages(newsroom)
    for _round in range(5):
        newsroom.write("source_text/harbor.md", "# Nothing left\n")
        newsroom.run("update")
        assert all(obsolete for msgid, (_, _, obsolete) in messages(newsroom).items() if msgid in before)
        newsroom.write("source_text/harbor.md", ARTICLE)
        newsroom.run("update")
        assert {msgid: entry for msgid, entry in messages(newsroom).items() if msgid in before} == before


def test_two_words_that_are_alike_keep_their_two_translations(newsroom: Newsroom) -> None:
    """A heading and a table cell with the same word, through edits above, between and below."""
    article = "# T\n\n## Open\n\ntext\n\n| Open |\n|---|\n| x |\n"
    newsroom.write("source_text/harbor.md", article)
    newsroom.run("update")
    path = newsroom.root / PO
    text = path.read_text(encoding="utf-8")
    text = text.replace('msgctxt "heading"\nmsgid "Open"\nmsgstr ""', 'msgctxt "heading"\nmsgid "Open"\nmsgstr "開く"')
    text = text.replace('msgctxt "cell"\nmsgid "Open"\nmsgstr ""', 'msgctxt "cell"\nmsgid "Open"\nmsgstr "営業中"')
    path.write_text(text, encoding="utf-8")
    newsroom.write(
        "source_text/harbor.md", "# T\n\nabove\n\n## Open\n\nbetween\n\ntext\n\n| Open |\n|---|\n| x |\n\nbelow\n"
    )
    newsroom.run("update")
    newsroom.run("build")
    markdown = newsroom.read("build/ja/harbor/index.md")
    assert "## 開く" in markdown
    assert "| 営業中 |" in markdown


def test_a_heading_that_becomes_a_paragraph_keeps_its_translation(newsroom: Newsroom) -> None:
    """The context changed, the text did not."""
    prepared(newsroom)
    newsroom.write("source_text/harbor.md", ARTICLE.replace("## What comes next", "What comes next"))
    newsroom.run("update")
    assert messages(newsroom)["What comes next"] == ("訳：What comes next", False, False)


def test_one_inserted_lead_paragraph_touches_its_own_lines_only(newsroom: Newsroom) -> None:
    """At most eight changed lines in a catalog of 25 paragraphs, none of them stale."""
    body = "\n\n".join(f"Paragraph number {number} says something of its own." for number in range(25))
    newsroom.write("source_text/harbor.md", f"# Title\n\n{body}\n")
    newsroom.run("update")
    newsroom.translate("harbor", {f"Paragraph number {n} says something of its own.": f"段落{n}。" for n in range(25)})
    old = newsroom.read(PO)
    newsroom.write("source_text/harbor.md", f"# Title\n\nA lead that was not there before.\n\n{body}\n")
    newsroom.run("update")
    diff = list(difflib.unified_diff(old.splitlines(), newsroom.read(PO).splitlines(), n=0))[2:]
    changed = [line for line in diff if line[0] in "+-"]
    assert len(changed) <= 8, changed


def test_a_translators_words_beside_the_text_stay(newsroom: Newsroom) -> None:
    """Comments, unknown header fields and flags."""
    prepared(newsroom)
    path = newsroom.root / PO
    text = path.read_text(encoding="utf-8").replace("#. heading 2\n", "# ask the desk\n#. heading 2\n", 1)
    text = text.replace('"X-Generator: taiyaku\\n"', '"X-Generator: Poedit 3.4\\n"\n"X-Mine: yes\\n"')
    path.write_text(text, encoding="utf-8")
    newsroom.write("source_text/harbor.md", ARTICLE + "\nOne more.\n")
    newsroom.run("update")
    assert "# ask the desk\n#. heading 2\n" in newsroom.read(PO)
    assert '"X-Generator: Poedit 3.4\\n"\n"X-Mine: yes\\n"' in newsroom.read(PO)


def test_a_broken_catalog_stays_and_the_others_are_done(newsroom: Newsroom) -> None:
    """The complaint names the line; not a byte of the file changes."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("source_text/other.md", "# Other\n")
    newsroom.run("update")
    broken = newsroom.read(PO).replace('msgid "Boats"', 'msgid "Boats', 1)
    newsroom.write(PO, broken)
    newsroom.write("source_text/other.md", "# Other\n\nMore.\n")
    result = newsroom.run("update")
    line = broken.split("\n").index('msgid "Boats') + 1
    assert result.exit_code == 3
    assert f"{PO}:{line}:" in result.stderr
    assert newsroom.read(PO) == broken
    assert "More." in newsroom.read("locales/ja/LC_MESSAGES/other.po")


def test_one_bad_article_does_not_stop_the_others(newsroom: Newsroom) -> None:
    """It is reported with its place."""
    newsroom.write("source_text/bad.md", "---\ntitle: [\n---\n\nText.\n")
    newsroom.write("source_text/harbor.md", ARTICLE)
    result = newsroom.run("update")
    assert result.exit_code == 3
    assert result.stderr.startswith("source_text/bad.md:3:1: ")
    assert (newsroom.root / PO).exists()


def test_a_dry_run_shows_a_diff_and_writes_nothing(newsroom: Newsroom) -> None:
    """The catalog as well as the template."""
    prepared(newsroom)
    before = newsroom.read(PO)
    newsroom.write("source_text/harbor.md", ARTICLE + "\nOne more.\n")
    result = newsroom.run("update", "--dry-run")
    assert '+msgid "One more."' in result.stdout
    assert newsroom.read(PO) == before


def test_a_japanese_original_works_the_same_way(newsroom: Newsroom) -> None:
    """Its lines join without a space, its catalog is English and says where it comes from."""
    newsroom.write("source_text/minato.md", JAPANESE_ARTICLE)
    newsroom.run("update")
    catalog = po.read(newsroom.root / "locales/en/LC_MESSAGES/minato.po").catalog
    assert [m.msgid for m in catalog.messages] == ["港が開く", "港は水曜日に開いた。", "次の会合は5月である。"]
    assert catalog.field("X-Source-Language") == "ja"
    assert catalog.field("Plural-Forms") == "nplurals=2; plural=(n != 1);"


def test_gettext_agrees(newsroom: Newsroom) -> None:
    """No difference to msgcat, and no warning of msgfmt."""
    msgcat, msgfmt = judge("msgcat"), judge("msgfmt")
    prepared(newsroom)
    newsroom.write("source_text/harbor.md", ARTICLE.replace("on Wednesday", "on Thursday") + "\nNew.\n")
    newsroom.run("update")
    for path in (PO, "locales/harbor.pot"):
        shown = subprocess.run([msgcat, "--no-wrap", path], capture_output=True, check=True)
        assert shown.stdout.decode() == newsroom.read(path)
        checked = subprocess.run([msgfmt, "--check", "-o", "/dev/null", path], capture_output=True, check=True)
        assert checked.stderr == b""
