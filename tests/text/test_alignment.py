"""Which items correspond to which of the translation."""

from __future__ import annotations

import json
import random
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judges import shared_data

from taiyaku.span import Span
from taiyaku.text.alignment import Bead, affinity, align

if TYPE_CHECKING:
    from collections.abc import Iterator

_Side = tuple[int, ...]

_ENGLISH = [
    "The harbor of Brighton opened on Monday.",
    "It had been closed for 12 weeks.",
    "The mayor, Ada Thompson, thanked 250 workers and their families for their patience.",
    "Nobody knows who will pay for the new roof.",
]
_JAPANESE = [
    "ブライトンの港が月曜日に開いた。",
    "港は12週間閉じていた。",
    "市長のエイダ・トンプソンは、250人の作業員とその家族の忍耐に感謝した。",
    "新しい屋根の費用を誰が払うのかは、誰も知らない。",
]


def _sides(beads: tuple[Bead, ...]) -> list[tuple[_Side, _Side]]:
    return [((*bead.source,), (*bead.target,)) for bead in beads]


def _one_to_one(count: int) -> list[tuple[_Side, _Side]]:
    return [((number, number + 1), (number, number + 1)) for number in range(count)]


def test_one_to_one() -> None:
    """As most translations are."""
    beads = align(_ENGLISH, _JAPANESE)
    assert _sides(beads) == _one_to_one(4)
    assert all(bead.score > 0.9 for bead in beads)


@pytest.mark.parametrize(
    ("english", "japanese", "expected"),
    [
        ([0, 1, 2, 3], ["01", 2, 3], [((0, 2), (0, 1)), ((2, 3), (1, 2)), ((3, 4), (2, 3))]),
        (["01", 2, 3], [0, 1, 2, 3], [((0, 1), (0, 2)), ((1, 2), (2, 3)), ((2, 3), (3, 4))]),
        ([0, 1, 2, 3], [0, 1, 3], [((0, 1), (0, 1)), ((1, 2), (1, 2)), ((2, 3), (2, 2)), ((3, 4), (2, 3))]),
        ([0, 1, 3], [0, 1, 2, 3], [((0, 1), (0, 1)), ((1, 2), (1, 2)), ((2, 2), (2, 3)), ((2, 3), (3, 4))]),
        (["012", 3], [0, 1, 2, 3], [((0, 1), (0, 3)), ((1, 2), (3, 4))]),
        ([0, 1, 2, 3], ["012", 3], [((0, 3), (0, 1)), ((3, 4), (1, 2))]),
    ],
)
def test_joined_split_and_left_out(
    english: list[int | str], japanese: list[int | str], expected: list[tuple[_Side, _Side]]
) -> None:
    """In both directions, since either language is the original one day."""
    ours = [" ".join(_ENGLISH[int(number)] for number in str(item)) for item in english]
    theirs = ["".join(_JAPANESE[int(number)] for number in str(item)) for item in japanese]
    assert _sides(align(ours, theirs)) == expected
    assert _sides(align(theirs, ours)) == [(target, source) for source, target in expected]


def test_nothing_corresponds_to_nothing() -> None:
    """And what stands alone is left alone."""
    assert align([], []) == ()
    assert _sides(align(["a"], [])) == [((0, 1), (0, 0))]
    assert _sides(align([], ["あ", "い"])) == [((0, 0), (0, 1)), ((0, 0), (1, 2))]


def test_doubt_shows_in_the_score() -> None:
    """Two texts for one, and nothing to tell which: neither is sure."""
    beads = align(["It rained all day."], ["一日中雨だった。", "一晩中雪だった。"])
    assert all(bead.score < 0.9 for bead in beads)


def test_evidence_of_the_caller_decides() -> None:
    """What is known besides the texts can outweigh them."""

    def last_is_first(source: Span, target: Span) -> float:
        return 50.0 if (source, target) == (Span(1, 2), Span(0, 1)) else 0.0

    assert ((1, 2), (0, 1)) in _sides(align(_ENGLISH[:2], _JAPANESE[:2], evidence=last_is_first))


def test_affinity_tells_why() -> None:
    """Length, what is shared, and what is missing."""
    right, wrong = affinity(_ENGLISH[2], _JAPANESE[2]), affinity(_ENGLISH[2], _JAPANESE[1])
    assert right.length > 0 > wrong.length
    assert right.shared > wrong.shared == 0
    assert right.missing == 0 > wrong.missing
    assert right.total > 0 > wrong.total


def test_affinity_of_empty_texts_is_low() -> None:
    """Nothing translates something."""
    assert affinity("", "").total < 0
    assert affinity("a", "").total < 0


_TEXTS = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(_ENGLISH + _JAPANESE)), max_size=6)


@given(source=_TEXTS, target=_TEXTS)
def test_beads_cover_both_sides_in_order(source: list[str], target: list[str]) -> None:
    """Whatever the texts are, and with scores that are probabilities."""
    beads = align(source, target)
    for sides, items in (([bead.source for bead in beads], source), ([bead.target for bead in beads], target)):
        spans = [Span(0, 0), *sides, Span(len(items), len(items))]
        assert all(before.end == after.start for before, after in pairwise(spans))
    assert all(0 <= bead.score <= 1 for bead in beads)
    assert all(bead.source.start < bead.source.end or bead.target.start < bead.target.end for bead in beads)


def test_a_long_text_is_aligned_along_its_diagonal() -> None:
    """Also one that is much longer than its translation."""
    numbers = [f"Number {number} is here." for number in range(110)]
    assert _sides(align(numbers, [f"{number}番はここ。" for number in range(110)])) == _one_to_one(110)
    assert align(numbers, ["1番はここ。"])[-1].source.end == 110


class _Damaged(NamedTuple):
    """Sentences and translations, some of them joined or left out, and how they really belong together."""

    source: list[str]
    target: list[str]
    beads: set[tuple[_Side, _Side]]

    def add(self, source: list[str], target: list[str]) -> None:
        """Put in a bead."""
        own, other = len(self.source), len(self.target)
        self.beads.add(((own, own + len(source)), (other, other + len(target))))
        self.source.extend(source)
        self.target.extend(target)


def _damaged(pairs: list[tuple[str, str]], chance: random.Random) -> _Damaged:
    """Join 12 of 100 sentences on one side with the next, and leave out 6 of 100 on one side."""
    damaged = _Damaged([], [], set())
    left = list(pairs)
    while left:
        damage = chance.random()
        source, target = left.pop(0)
        if damage < 0.12 and left:
            following = left.pop(0)
            joined, apart = (
                ([f"{source} {following[0]}"], [target, following[1]]),
                ([source, following[0]], [target + following[1]]),
            )
            damaged.add(*(joined if damage < 0.06 else apart))
        elif damage < 0.18:
            damaged.add(*(([source], []) if damage < 0.15 else ([], [target])))
        else:
            damaged.add([source], [target])
    return damaged


def _news() -> Iterator[_Damaged]:
    documents: dict[str, list[tuple[str, str]]] = {}
    for line in shared_data("ntrex_a.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        documents.setdefault(record["doc"], []).append((record["src"], record["tgt"]))
    for name in sorted(documents)[1::2]:  # the other half was looked at while the figures were fitted
        yield _damaged(documents[name], random.Random(name))  # noqa: S311 (no secret)


def test_damaged_news() -> None:
    """Most beads come back, and those that are said to be sure are right."""
    right = found = true = sure = sure_and_right = 0
    for damaged in _news():
        beads = align(damaged.source, damaged.target)
        true += len(damaged.beads)
        found += len(beads)
        right += sum(side in damaged.beads for side in _sides(beads))
        certain = tuple(bead for bead in beads if bead.score >= 0.99)
        sure += len(certain)
        sure_and_right += sum(side in damaged.beads for side in _sides(certain))
    assert right / true >= 0.88
    assert right / found >= 0.9
    assert sure_and_right / sure >= 0.99
    assert sure / found >= 0.5
