"""A passage that is said to be joined with the one before stands in no edition of its own, but never in none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

JOINED = "<!-- taiyaku: joined -->"
GIFTS, CHEN = "The mayors exchanged gifts.", "Chen was pleased."
WORDS = "市長は贈り物を交換し、陳市長は喜んだ。"
ARTICLE = f"# Harbor\n\n{GIFTS}\n\n{CHEN}\n"


@pytest.mark.parametrize(
    ("gifts", "stands"), [(WORDS, True), ("", False), ("<!-- taiyaku: omit: of no interest -->", False)]
)
def test_a_passage_joined_with_nothing_is_reported_and_printed(newsroom: Newsroom, gifts: str, stands: bool) -> None:
    """At its entry, by status and by build; as if it had no translation."""
    newsroom.write("taiyaku.toml", "")
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert newsroom.run("update").exit_code == 0
    newsroom.translate("harbor", {"Harbor": "港", GIFTS: gifts, CHEN: JOINED})
    for command in (["status"], ["build", "--locale", "ja", "--edition", "text"]):
        result = newsroom.run(*command)
        assert result.exit_code == (0 if stands else 1)
        assert ("“joined”, but no passage before it" in result.stderr) == (not stands)
        assert ("harbor.po:" in result.stderr) == (not stands)
    page = newsroom.read("build/ja/harbor/index.txt")
    assert (CHEN in page) == (not stands)
    assert (WORDS in page) == stands


def test_what_the_author_took_out_is_printed_as_approved_no_more(newsroom: Newsroom) -> None:
    """After the update the edition is not current, until a person has looked at it."""
    newsroom.write("taiyaku.toml", '[editions]\noutdated = "source"\n')
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert newsroom.run("update").exit_code == 0
    newsroom.translate("harbor", {"Harbor": "港", GIFTS: WORDS, CHEN: JOINED})
    newsroom.write("source_text/harbor.md", ARTICLE.replace(CHEN, ""))
    assert newsroom.run("update").exit_code == 0
    assert newsroom.run("build", "--locale", "ja", "--edition", "text").exit_code == 0
    page = newsroom.read("build/ja/harbor/index.txt")
    assert WORDS not in page
    assert GIFTS in page
