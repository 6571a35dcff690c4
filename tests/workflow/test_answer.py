"""`taiyaku answer`: the desk's note in the article, and its way to the translator."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom, Result

ARTICLE = "# Harbor opens\r\n\r\nSome 250 students sang.\r\n\r\n- They danced.\r\n- The 200 students then left.\r\n"
ANSWER = "200 is the city's figure; 250 was the plan"
LINE = f"<!-- taiyaku: desk: 2026-11-20: {ANSWER} -->"


def fingerprint(newsroom: Newsroom, check: str = "number-conflict") -> str:
    """Return the fingerprint of the one finding of a check."""
    printed = json.loads(newsroom.run("check", "--format", "json").stdout)
    return str(next(one["fingerprint"] for one in printed["findings"] if one["check"] == check))


def answered(newsroom: Newsroom, *arguments: str, article: str = ARTICLE) -> Result:
    """Write an article and answer its contradiction."""
    newsroom.write("source_text/harbor.md", article)
    return newsroom.run("answer", fingerprint(newsroom), ANSWER, "--date", "2026-11-20", *arguments)


def test_an_answer_stands_before_both_texts(newsroom: Newsroom) -> None:
    """With the article's own line ends, before the list and not inside of it; nothing else changes, and it is shown."""
    result = answered(newsroom)
    assert result.exit_code == 0
    assert result.stdout.count(f"+{LINE}") == 2
    new = (newsroom.root / "source_text/harbor.md").read_bytes().decode()
    assert new.replace(f"{LINE}\r\n\r\n", "") == ARTICLE
    assert f"{LINE}\r\n\r\n- They danced." in new


def test_an_answer_reaches_the_translator(newsroom: Newsroom) -> None:
    """As a comment of both entries; it is in no edition, and the finding is told as answered."""
    answered(newsroom)
    newsroom.run("update")
    catalog = newsroom.read("locales/ja/LC_MESSAGES/harbor.po")
    assert catalog.count(f"#. desk, 2026-11-20: {ANSWER}") == 3  # the list has two items
    printed = json.loads(newsroom.run("check", "--format", "json").stdout)
    assert [one["answer"] for one in printed["answered"]] == [f"desk, 2026-11-20: {ANSWER}"]
    assert "number-conflict" not in {one["check"] for one in printed["findings"]}
    newsroom.run("build")
    pages = [path.read_text(encoding="utf-8") for path in newsroom.root.rglob("*.html")]
    assert pages
    assert not any("desk" in page for page in pages)


def test_a_dry_run_writes_nothing(newsroom: Newsroom) -> None:
    """It shows what would be written."""
    result = answered(newsroom, "--dry-run")
    assert f"+{LINE}" in result.stdout
    assert (newsroom.root / "source_text/harbor.md").read_bytes().decode() == ARTICLE


def test_a_plain_text_is_answered(newsroom: Newsroom) -> None:
    """In a `.txt` the note stands on a line of its own, too."""
    newsroom.write("source_text/harbor.txt", "Some 250 students sang.\n\nThe 200 students then left.\n")
    newsroom.write("taiyaku.toml", 'articles = ["source_text/**/*.txt"]\n')
    result = newsroom.run("answer", fingerprint(newsroom), ANSWER, "--date", "2026-11-20")
    assert result.exit_code == 0, result.stderr
    assert newsroom.read("source_text/harbor.txt").count(LINE) == 2


@pytest.mark.parametrize("words", ["", "  ", "yes --> no", "yes -- no"])
def test_words_that_cannot_stand_in_a_comment(newsroom: Newsroom, words: str) -> None:
    """They are refused, and nothing is written."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    result = newsroom.run("answer", fingerprint(newsroom), words)
    assert result.exit_code == 2
    assert (newsroom.root / "source_text/harbor.md").read_bytes().decode() == ARTICLE


def test_a_slip_is_put_right_and_not_answered(newsroom: Newsroom) -> None:
    """The command says so."""
    newsroom.write("source_text/harbor.md", "They saw the the mayor.\n")
    result = newsroom.run("answer", fingerprint(newsroom, "doubled-word"), "so be it")
    assert result.exit_code == 2
    assert "put it right" in result.stderr


def test_a_finding_about_the_translation_is_waived(newsroom: Newsroom) -> None:
    """The article has nothing to do with it."""
    newsroom.write("source_text/harbor.md", "There were 1,860 guests.\n")
    newsroom.run("update")
    newsroom.translate("harbor", {"There were 1,860 guests.": "客は1680人だった。"})
    result = newsroom.run("answer", fingerprint(newsroom, "number-changed"), "so be it")
    assert result.exit_code == 2
    assert "taiyaku waive" in result.stderr


def test_nothing_can_stand_before_the_front_matter(newsroom: Newsroom) -> None:
    """A headline in front matter has no place for a comment: it is waived."""
    article = "---\ntitle: Some 250 students sing\n---\n\nThe 200 students left.\n"
    result = answered(newsroom, article=article)
    assert result.exit_code == 3
    assert "taiyaku waive" in result.stderr
    assert newsroom.read("source_text/harbor.md") == article


def test_an_answered_finding_is_answered(newsroom: Newsroom) -> None:
    """A second answer is refused; where the doubt is gone, the note is told as unused."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    mark = fingerprint(newsroom)
    newsroom.run("answer", mark, ANSWER)
    assert "answered already" in newsroom.run("answer", mark, ANSWER).stderr
    path = newsroom.root / "source_text/harbor.md"
    path.write_bytes(path.read_bytes().replace(b"Some 250", b"Some 200"))
    assert "answers nothing any more" in newsroom.run("check").stdout
