"""The dictionary's readings: none is wrong that is printed, and most words get one."""

from __future__ import annotations

import pytest
from tests.quality.corpora import HALVES
from tests.quality.furigana import Line, Printed, _is_right, furigana_table, lines, printed

from taiyaku.japanese.furigana import Ruby
from taiyaku.japanese.scripts import is_kanji


def test_the_list_is_whole() -> None:
    """It has 300 words and more, and every kanji of it stands in one."""
    assert sum(len(line.words) for line in lines()) >= 300
    for line in lines():
        outside = set(range(len(line.text))).difference(*(range(start, end) for start, end, _ in line.words))
        assert not any(is_kanji(line.text[place]) for place in outside), line.text


@pytest.mark.parametrize("half", HALVES)
def test_no_printed_reading_is_wrong(half: str) -> None:
    """Of the sentences that rules were made with, and of those held out."""
    found = printed(line for line in lines() if line.half == half)
    assert found.wrong == []
    assert found.right >= 0.65 * found.words


def test_the_table_has_all_words() -> None:
    """The last row sums up the others."""
    *rows, total = furigana_table().rows
    assert [row[0] for row in rows] == ["daily news", "spellings of several words", "numbers", "names"]
    assert total[0] == "all"
    assert "100.0 %" in total[2]


def test_a_wrong_reading_is_seen() -> None:
    """Above a word or a part of it, across its ends, or where nobody knows."""
    text = "人気の市場だ"
    assert _is_right(text, (0, 2), [Ruby(0, 2, "にんき")], ("にんき", "ひとけ"))
    assert _is_right(text, (3, 5), [Ruby(3, 4, "し")], ("しじょう",))
    assert not _is_right(text, (3, 5), [Ruby(3, 4, "い")], ("しじょう",))
    assert not _is_right(text, (0, 1), [Ruby(0, 2, "にんき")], ("にん",))
    assert not _is_right(text, (0, 2), [Ruby(0, 2, "にんき")], ("?",))
    wrong = printed([Line("plain", "tuned", "海へ", ((0, 1, ("やま",)),))])
    assert (wrong.words, wrong.read, wrong.right) == (1, 1, 0)
    assert printed([]) == Printed()
