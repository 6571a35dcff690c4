"""How far a translation is, in counts."""

from __future__ import annotations

import pytest

from taiyaku.catalog.message import Message
from taiyaku.catalog.progress import Progress, progress_of

MESSAGES = [
    (Message("a", "訳"), (1, 0, 0)),
    (Message("a", "訳", flags=("fuzzy",)), (0, 1, 0)),
    (Message("a", "訳", flags=("no-wrap",)), (1, 0, 0)),
    (Message("a"), (0, 0, 1)),
    (Message("a", flags=("fuzzy",)), (0, 0, 1)),
    (Message("a", " \n"), (0, 0, 1)),
    (Message("a", "　", flags=("fuzzy",)), (0, 0, 1)),
    (Message("a", plural_forms=("", "訳")), (1, 0, 0)),
    (Message("a", plural_forms=("", " ")), (0, 0, 1)),
    (Message("a", "訳", obsolete=True), (0, 0, 0)),
]


@pytest.mark.parametrize(("message", "counts"), MESSAGES)
def test_each_message_counts_once(message: Message, counts: tuple[int, int, int]) -> None:
    """As translated, fuzzy or untranslated; a translation of blanks is none, and an obsolete message is no work."""
    assert progress_of([message]) == Progress(*counts)


def test_progress_adds_up() -> None:
    """The sum of two catalogs is that of their messages."""
    total = progress_of(message for message, _ in MESSAGES[:5]) + progress_of(message for message, _ in MESSAGES[5:])
    assert total == progress_of(message for message, _ in MESSAGES) == Progress(3, 1, 5)
    assert total + total == Progress(6, 2, 10)
    assert (total.total, total.left, total.percent, total.complete) == (9, 6, 33, False)


def test_nothing_at_all_is_complete() -> None:
    """An article without texts has nothing left to do; and 100 percent never stands for less than all."""
    assert (Progress(0, 0, 0).percent, Progress(0, 0, 0).complete) == (100, True)
    assert Progress(999, 1, 0).percent == 99
