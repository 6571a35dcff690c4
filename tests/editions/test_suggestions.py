"""What the memory suggests from another article is printed in no edition until somebody approves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

PAGE, TEXT = "build/ja/two/index.html", "build/ja/two/index.txt"
FIRST = "The harbor opened on Wednesday in front of many guests."
SECOND = "The harbor opened on Thursday in front of many guests."
THIRD = "The harbor opened on Thursday in front of very many guests."
WORDS = "港は水曜日に大勢の客を前に開いた。"
CHANGED = "原文は翻訳の後に改められています"


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    """Return a project in which the memory has suggested one article's sentence for another's."""
    newsroom.write("source_text/one.md", f"# One\n\n{FIRST}\n")
    newsroom.run("update")
    newsroom.translate("one", {"One": "一", FIRST: WORDS})
    newsroom.write("source_text/two.md", f"# Two\n\n{SECOND}\n")
    newsroom.run("update")
    newsroom.translate("two", {"Two": "二"})
    catalog = newsroom.read("locales/ja/LC_MESSAGES/two.po")
    assert f'#, fuzzy\n#| msgid "{FIRST}"' in catalog
    assert f'msgstr "{WORDS}"' in catalog
    return newsroom


def test_a_suggestion_is_no_older_translation(desk: Newsroom) -> None:
    """The passage stands in the original, and nobody is told that the original has changed."""
    desk.run("build")
    assert SECOND in desk.read(TEXT)
    assert WORDS not in desk.read(TEXT)
    assert CHANGED not in desk.read(PAGE)


def test_a_suggestion_waits_as_fuzzy(desk: Newsroom) -> None:
    """For the translator it is a translation to be looked at; the edition has a gap by the policy for untranslated."""
    desk.write("taiyaku.toml", '[editions]\nuntranslated = "refuse"\n')
    status = desk.run("status", "two", "--format", "json").stdout
    assert '"fuzzy": 1' in status
    assert '"edition": "refused"' in status
    assert desk.run("build", "two").exit_code == 1


def test_what_was_accepted_and_is_outdated_since_is_printed(desk: Newsroom) -> None:
    """It was the translation of this passage, wherever it came from."""
    desk.translate("two", {SECOND: WORDS})
    desk.write("source_text/two.md", f"# Two\n\n{THIRD}\n")
    desk.run("update")
    desk.run("build")
    assert WORDS in desk.read(TEXT)
    assert CHANGED in desk.read(PAGE)
