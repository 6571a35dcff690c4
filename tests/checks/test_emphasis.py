"""Emphasis beside brackets: how bad it is depends on who prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

SOURCE, TARGET = "He called it **“the best day”** ever.", "彼は**「最高の日」**と呼んだ。"


def test_an_article_with_it_can_be_approved(newsroom: Newsroom) -> None:
    """The editions print it as the translator meant it, so it is a warning; and what is printed has no asterisks."""
    newsroom.write("source_text/day.md", f"# Day\n\n{SOURCE}\n")
    newsroom.run("update")
    newsroom.translate("day", {"Day": "日", SOURCE: TARGET})
    assert "warning [emphasis-broken]" in newsroom.run("check").stdout
    assert newsroom.run("approve", "day", "--locale", "ja", "--by", "Hana").exit_code == 0
    newsroom.run("build")
    page = newsroom.read("build/ja/day/index.html")
    assert "<strong>「最高の日」</strong>" in page
    assert "**" not in page


@pytest.mark.parametrize("target", [TARGET, "**料金が上がった。"])
def test_in_a_catalog_of_another_program_it_is_an_error(newsroom: Newsroom, target: str) -> None:
    """Nobody mends it there."""
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ja\\n"\n'
    newsroom.write("other.po", f'{header}\nmsgid "{SOURCE}"\nmsgstr "{target}"\n')
    assert "error [emphasis-broken]" in newsroom.run("check", "other.po").stdout
