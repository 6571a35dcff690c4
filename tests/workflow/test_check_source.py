"""`taiyaku check` on originals alone: in a project without catalogs, and in none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

ENGLISH = "Some 250 students sang for the the mayor.\n\nThe 200 students then left.\n"
JAPANESE = "生徒250人が歌ををうたった。\n\n生徒200人が帰った。\n"


def checks(newsroom: Newsroom, *arguments: str) -> list[str]:
    """Return the checks that told something."""
    printed = json.loads(newsroom.run("check", "--format", "json", *arguments).stdout)
    return [finding["check"] for finding in printed["findings"]]


@pytest.mark.parametrize(("name", "text"), [("a.md", ENGLISH), ("a.txt", ENGLISH), ("b.md", JAPANESE)])
@pytest.mark.parametrize("in_project", [True, False])
def test_a_file_of_no_project(newsroom: Newsroom, name: str, text: str, *, in_project: bool) -> None:
    """It is checked as an original, in the language that its script tells."""
    if not in_project:
        (newsroom.root / "taiyaku.toml").unlink()
    newsroom.write(name, text)
    assert checks(newsroom, name) == ["doubled-word", "number-conflict"]


def test_the_language_may_be_given(newsroom: Newsroom) -> None:
    """Where nothing tells it, the command says how to."""
    newsroom.write("a.md", "12 34\n")
    result = newsroom.run("check", "a.md")
    assert result.exit_code == 2
    assert "--source-locale" in result.stderr
    assert newsroom.run("check", "a.md", "--source-locale", "en").exit_code == 0


def test_what_is_no_article_is_refused(newsroom: Newsroom) -> None:
    """An empty file, a folder, a picture."""
    (newsroom.root / "taiyaku.toml").unlink()
    newsroom.write("empty.md", "")
    newsroom.write("picture.png", "x")
    (newsroom.root / "folder").mkdir()
    assert newsroom.run("check", "empty.md").exit_code == 3
    assert "neither an article nor a .po file" in newsroom.run("check", "picture.png").stderr
    assert newsroom.run("check", "folder").exit_code == 2


def test_an_article_without_a_catalog(newsroom: Newsroom) -> None:
    """A project's article is checked before anybody translates it, and told in the article itself ever after."""
    newsroom.write("source_text/harbor.md", ENGLISH)
    assert checks(newsroom) == ["doubled-word", "number-conflict"]
    newsroom.run("update")
    printed = json.loads(newsroom.run("check", "--format", "json").stdout)
    assert {finding["path"] for finding in printed["findings"]} == {"source_text/harbor.md"}


def test_what_is_wrong_with_the_source_is_told_once(newsroom: Newsroom) -> None:
    """However many locales the article is translated into."""
    newsroom.write("taiyaku.toml", 'locales = ["en", "en-GB", "ja"]\n')
    newsroom.write("source_text/harbor.md", ENGLISH)
    assert checks(newsroom) == ["doubled-word", "number-conflict"]


def test_an_article_that_is_translated_into_nothing(newsroom: Newsroom) -> None:
    """It is looked at all the same."""
    newsroom.write("taiyaku.toml", 'locales = ["en"]\n')
    newsroom.write("source_text/harbor.md", ENGLISH)
    assert checks(newsroom) == ["doubled-word", "number-conflict"]


def test_a_wrong_weekday_has_one_finding(newsroom: Newsroom) -> None:
    """The source's own fault is not told again of the translation that repeats it."""
    newsroom.write("source_text/harbor.md", "It opens on Friday, August 8, 2024.\n")
    newsroom.run("update")
    newsroom.translate("harbor", {"It opens on Friday, August 8, 2024.": "2024年8月8日（金）に開業する。"})
    assert checks(newsroom) == ["calendar"]
