"""What an update takes from the memory."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from taiyaku.catalog import po

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsroom

    from taiyaku.catalog.message import Message

OPENED = "The harbor opened on Wednesday with a feast of the two towns."
OPENED_JA = "港は水曜日、二つの町の祝宴とともに開いた。"
LATER = "The harbor opened on Thursday with a feast of the two towns."
TMX = """\
<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>{en}</seg></tuv>\
<tuv xml:lang="ja"><seg>{ja}</seg></tuv></tu></body></tmx>
"""


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    """Return a project with one translated article, and another that says one thing alike and one almost alike."""
    newsroom.write("source_text/first.md", f"# Share\n\n{OPENED}\n\nShare this page with a friend.\n")
    newsroom.run("update")
    newsroom.translate(
        "first", {"Share": "共有", OPENED: OPENED_JA, "Share this page with a friend.": "友だちと共有する"}
    )
    newsroom.write("source_text/second.md", f"# Another feast\n\n{LATER}\n\nShare this page with a friend.\n")
    return newsroom


def message(newsroom: Newsroom, msgid: str, slug: str = "second", locale: str = "ja") -> Message:
    """Return the message of a catalog in use that has this msgid."""
    catalog = po.read(newsroom.root / f"locales/{locale}/LC_MESSAGES/{slug}.po").catalog
    return next(message for message in catalog.active if message.msgid == msgid)


def test_the_same_passage_is_fuzzy_and_tells_its_origin(desk: Newsroom) -> None:
    """A passage that another article has is filled in, for a person to look at; what is new stays empty."""
    assert desk.run("update").exit_code == 0
    found = message(desk, "Share this page with a friend.")
    assert (found.msgstr, found.flags, found.previous_msgid) == ("友だちと共有する", ("fuzzy",), None)
    assert found.translator_comments == ("memory: first",)
    assert message(desk, "Another feast").msgstr == ""


def test_a_similar_passage_shows_what_was_translated(desk: Newsroom) -> None:
    """A passage that is almost the same comes with the text that was translated."""
    desk.run("update")
    found = message(desk, LATER)
    assert (found.msgstr, found.flags, found.previous_msgid) == (OPENED_JA, ("fuzzy",), OPENED)


def test_exact_may_stand_as_translated(desk: Newsroom) -> None:
    """By the setting, the very passage in the same context is taken as translated; a similar one never is."""
    desk.write("taiyaku.toml", '[memory]\nexact = "translated"\n')
    desk.run("update")
    assert message(desk, "Share this page with a friend.").flags == ()
    assert message(desk, LATER).flags == ("fuzzy",)


@pytest.mark.parametrize(
    ("exact", "says"),
    [("fuzzy", "1 new, 2 from the memory"), ("translated", "1 new, 1 from the memory, 1 from the memory, approved")],
)
def test_a_new_catalog_tells_what_is_in_it(desk: Newsroom, exact: str, says: str) -> None:
    """Suggestions are counted, and those approved apart; nothing was corrected, so nothing is to be looked up."""
    desk.write("taiyaku.toml", f'[memory]\nexact = "{exact}"\n')
    shown = desk.run("update").stdout
    assert f"new catalog, messages: 3; {says}\n" in shown
    assert "taiyaku changes" not in shown
    desk.write("source_text/first.md", f"# Share\n\n{OPENED} Boats came.\n\nShare this page with a friend.\n")
    assert "Next: type `taiyaku changes`" in desk.run("update").stdout


def test_another_context_is_fuzzy(desk: Newsroom) -> None:
    """The very text of a headline is not taken as translated for running text."""
    desk.write("taiyaku.toml", '[memory]\nexact = "translated"\n')
    desk.write("source_text/second.md", "# Another feast\n\nShare\n")
    desk.run("update")
    found = message(desk, "Share")
    assert (found.msgstr, found.flags) == ("共有", ("fuzzy",))


def test_two_that_disagree_are_fuzzy(desk: Newsroom) -> None:
    """What two articles translate differently is nobody's to decide but a person's."""
    desk.write("source_text/third.md", "# Third\n\nShare this page with a friend.\n")
    desk.write("taiyaku.toml", '[memory]\nsuggest = "off"\n')
    desk.run("update", "third")
    desk.translate("third", {"Share this page with a friend.": "友人に知らせる"})
    desk.write("taiyaku.toml", '[memory]\nexact = "translated"\n')
    desk.run("update", "second")
    assert message(desk, "Share this page with a friend.").flags == ("fuzzy",)


def test_only_exact(desk: Newsroom) -> None:
    """By the setting, similar passages stay empty."""
    desk.write("taiyaku.toml", '[memory]\nsuggest = "exact"\n')
    desk.run("update")
    assert message(desk, LATER).msgstr == ""
    assert message(desk, "Share this page with a friend.").msgstr == "友だちと共有する"


def test_off(desk: Newsroom) -> None:
    """By the setting, nothing is suggested, and no memory is made."""
    desk.write("taiyaku.toml", '[memory]\nsuggest = "off"\n')
    (desk.root / ".taiyaku/memory.sqlite").unlink()
    desk.run("update")
    assert message(desk, "Share this page with a friend.").msgstr == ""
    assert not (desk.root / ".taiyaku/memory.sqlite").exists()


def test_the_other_direction(desk: Newsroom) -> None:
    """A Japanese article takes what was translated from English."""
    desk.write("source_text/japanese.md", f"---\nlocale: ja\n---\n\n{OPENED_JA}\n")
    desk.run("update")
    found = message(desk, OPENED_JA, "japanese", "en")
    assert (found.msgstr, found.flags) == (OPENED, ("fuzzy",))


def test_a_second_update_changes_nothing(desk: Newsroom) -> None:
    """Suggestions are made once, and an update without news leaves the file and the memory alone."""
    desk.run("update")
    before = desk.read("locales/ja/LC_MESSAGES/second.po")
    (desk.root / ".taiyaku/memory.sqlite").unlink()
    desk.run("update", "first")  # whose passages are all translated
    assert not (desk.root / ".taiyaku/memory.sqlite").exists()
    desk.run("update")
    assert desk.read("locales/ja/LC_MESSAGES/second.po") == before


def test_fuzzy_suggestions_do_not_spread(desk: Newsroom) -> None:
    """What nobody has looked at is not suggested further."""
    desk.run("update")
    desk.write("source_text/third.md", f"# Third\n\n{LATER}\n")
    desk.run("update")
    assert message(desk, LATER, "third").previous_msgid == OPENED


def test_a_dry_run_shows_the_suggestion(desk: Newsroom) -> None:
    """A dry run shows what would be filled in, and writes no catalog."""
    shown = desk.run("update", "--dry-run", "second").stdout
    assert '+msgstr "友だちと共有する"' in shown
    assert "+# memory: first" in shown
    assert not (desk.root / "locales/ja/LC_MESSAGES/second.po").exists()


def test_imported_files_are_suggested_from(desk: Newsroom) -> None:
    """A TMX file in its folder serves as catalogs do, under its own name."""
    desk.write("locales/memory/agency.tmx", TMX.format(en="Another feast", ja="もう一つの祭り"))
    desk.run("update")
    found = message(desk, "Another feast")
    assert (found.msgstr, found.translator_comments) == ("もう一つの祭り", ("memory: agency.tmx",))


def test_a_broken_imported_file_is_a_warning(desk: Newsroom) -> None:
    """The update goes on without a memory that cannot be read, and says where it is broken."""
    desk.write("locales/memory/agency.tmx", "<tmx><body>\n<tu></body>")
    result = desk.run("update")
    assert result.exit_code == 0
    assert "locales/memory/agency.tmx:2:7: warning: not well-formed XML" in result.stderr
    assert message(desk, LATER).msgstr == OPENED_JA


def test_a_broken_catalog_is_reported_once(desk: Newsroom) -> None:
    """A catalog that cannot be read is the update's own affair; the memory does without it."""
    desk.write("locales/ja/LC_MESSAGES/first.po", 'msgid "')
    result = desk.run("update")
    assert result.exit_code == 3
    assert result.stderr.count("first.po") == 1
    assert message(desk, LATER).msgstr == ""


def test_a_project_that_cannot_be_written(desk: Newsroom, tmp_path: Path) -> None:
    """Without a cache folder, the memory works all the same."""
    desk.run("update", "--dry-run")
    (tmp_path / "file").write_bytes(b"")
    desk.write("taiyaku.toml", 'cache = "file/cache"\n')
    desk.run("update")
    assert message(desk, LATER).msgstr == OPENED_JA


def test_nothing_is_loaded_without_need(desk: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update that has nothing to look up does not even import the memory."""
    desk.run("update")
    desk.translate("second", {"Another feast": "別の祭り"})
    for name in [name for name in sys.modules if name.startswith("taiyaku.memory")]:
        monkeypatch.delitem(sys.modules, name)
    desk.run("update")
    assert "taiyaku.memory.store" not in sys.modules
