"""The comparison of facts: what is the same in two languages, what moved, and what was changed."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judges import shared_data

from taiyaku.catalog.message import Message
from taiyaku.checks.bitext import Bitext, Pair
from taiyaku.checks.facts.differences import check_of, settled
from taiyaku.checks.facts.findings import find, severity_of
from taiyaku.checks.facts.matching import Comparison, compare
from taiyaku.checks.passage import Passage
from taiyaku.english.facts import english_facts


def _pairs(name: str) -> list[list[str]]:
    """Return the English and Japanese texts of a data file beside."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [line.split(" | ") for line in lines if " | " in line and not line.startswith("#")]


_VARIANTS = _pairs("variants.txt")


def _compared(*pairs: tuple[str, str], published: date | None = None) -> list[Comparison]:
    """Compare pairs of English and Japanese texts, the passages of one article."""
    return settled([(Passage(one, "en"), Passage(other, "ja")) for one, other in pairs], published)


def _is_flagged(comparison: Comparison) -> bool:
    added = any(severity_of(None, fact) != "note" for fact in comparison.added)
    return bool(comparison.changed or comparison.missing or added)


def test_there_are_many_variants() -> None:
    """The list of ways to write one fact is long."""
    assert len(_VARIANTS) >= 220


@pytest.mark.parametrize(("english", "japanese"), _VARIANTS)
def test_ways_to_write_one_fact_do_not_differ(english: str, japanese: str) -> None:
    """Correct numerals, dates and amounts are silent, whichever language is the source."""
    one, other = Passage(english, "en"), Passage(japanese, "ja")
    assert not _is_flagged(settled([(one, other)], None)[0])
    assert not _is_flagged(settled([(other, one)], None)[0])


@pytest.mark.parametrize(("english", "japanese"), _pairs("sound_pairs.txt"))
def test_sound_translations_do_not_differ(english: str, japanese: str) -> None:
    """What translators do with facts of every kind is silent, whichever language is the source."""
    assert not _is_flagged(_compared((english, japanese))[0])
    assert not _is_flagged(settled([(Passage(japanese, "ja"), Passage(english, "en"))], None)[0])


@pytest.mark.parametrize(("english", "japanese"), _pairs("faulty_pairs.txt"))
def test_one_fault_of_fact_is_found(english: str, japanese: str) -> None:
    """One wrong fact of any kind is found, whichever language is the source."""
    assert _is_flagged(_compared((english, japanese))[0])
    assert _is_flagged(settled([(Passage(japanese, "ja"), Passage(english, "en"))], None)[0])


def test_a_fact_may_move_to_the_neighbouring_passage() -> None:
    """Two paragraphs are told apart differently, or joined; no fact is lost."""
    assert not any(
        map(_is_flagged, _compared(("It has 80 rooms. It opened in 1965.", "80室ある。"), ("Good.", "1965年開業。")))
    )
    joined = _compared(
        ("It has 80 rooms.", "80室あり、1965年に開業し、300人が働く。"),
        ("It opened in 1965.", ""),
        ("It has 300 staff.", ""),
    )
    assert not any(map(_is_flagged, joined))


def test_a_fact_does_not_move_farther() -> None:
    """What is told two passages later is missing here."""
    assert _is_flagged(_compared(("It has 80 rooms.", "部屋がある。"), ("Good.", "良い。"), ("Big.", "80室ある。"))[0])


def test_one_cause_is_told_once() -> None:
    """A changed number is not also missing and added."""
    assert [len(part) for part in _compared(("It has 80 rooms.", "90室ある。"))[0]] == [1, 0, 0]


def test_one_number_is_no_share_of_itself() -> None:
    """All of something, 100 percent, is not said by any single number of the other side."""
    (comparison,) = _compared(("It has 7 rooms.", "100%の部屋がある。"))
    assert [(one.value, other.value) for one, other in comparison.changed] == [(7, 100)]


def test_the_likeliest_partner_is_shown() -> None:
    """Of several numbers left over, those that look alike are paired."""
    (comparison,) = _compared(("It has 799 rooms and 12 doors.", "扉が15、部屋が779ある。"))
    assert {(one.value, other.value) for one, other in comparison.changed} == {(799, 779), (12, 15)}


@pytest.mark.parametrize(
    ("english", "japanese", "flagged"),
    [
        ("It opened on Friday.", "9日に開業した。", False),
        ("It opened on Friday.", "8日に開業した。", True),
        ("It opened last year.", "2023年に開業した。", False),
        ("It opened last year.", "2022年に開業した。", True),
        ("It opened last year.", "2023年に開業した。2019年ではない。", True),
        ("It opens tomorrow.", "11日に開業する。", False),
        ("It opens next month.", "9月に開業する。", False),
    ],
)
def test_the_date_of_publication_tells_what_is_meant(english: str, japanese: str, *, flagged: bool) -> None:
    """Words for dates are dates once the article's is known."""
    assert _is_flagged(_compared((english, japanese), published=date(2024, 8, 10))[0]) is flagged


@pytest.mark.parametrize(
    ("english", "japanese", "check"),
    [
        ("in 2019", "2018年に", "date-mismatch"),
        ("20 miles", "20キロ", "unit-mismatch"),
        ("$25", "25円", "currency-mismatch"),
        ("80 percent", "8割5分", "percent-mismatch"),
        ("fourfold", "3倍", "multiple-mismatch"),
        ("250 students", "200人", "number-changed"),
        ("It rose 0.3 percentage points.", "0.3％上がった。", "percent-mismatch"),
        ("20 km", "25キロ", "number-changed"),
        ("version 19.0.4", "バージョン19.1.4", "number-changed"),
        ("Call 03-5550-0147.", "電話は03・5550・0174。", "number-changed"),
        ("on 9/4/2026", "2026年9月5日に", "date-mismatch"),
    ],
)
def test_each_difference_belongs_to_one_check(english: str, japanese: str, check: str) -> None:
    """The kinds of two facts decide whose fault it is."""
    ((one, other),) = _compared((english, japanese))[0].changed
    assert check_of(one, other) == check


@pytest.mark.parametrize(
    ("english", "japanese", "severity"),
    [
        ("It opened.", "開業（1868年）した。", "note"),
        ("It opened again.", "再び開業（1868年）した。", "note"),
        ("It opened.", "1868年に開業した。", "note"),
        ("It opened again.", "1868年に開業した。", "warning"),
        ("The four leaders met.", "首脳4人が第2会議室で会った。", "note"),
        ("He met her a week later.", "9週間後に会った。", "warning"),
        ("One of the four came.", "4人のうち9人が来た。", "warning"),
        ("The two teams shared two points.", "2チームは勝ち点9を分けた。", "warning"),
    ],
)
def test_a_number_that_stands_for_nothing_of_the_source_is_a_note(english: str, japanese: str, severity: str) -> None:
    """What the translator made explicit is only a note; what may have been another number is a warning or error."""
    pair = Pair(Passage(english, "en"), Passage(japanese, "ja"), Message(english, japanese))
    bitext = Bitext((pair,), ("en", "ja"))
    found = [finding for name in ("number-added", "number-changed") for finding in find(name)(bitext)]
    assert [finding.severity for finding in found] == [severity]


def test_the_same_text_on_both_sides_differs_in_nothing() -> None:
    """What was left as it is may be read differently in two languages, but it is the same."""
    assert not _is_flagged(_compared(("published 04/25/2024, 4.3BSD", "published 04/25/2024, 4.3BSD"))[0])


@given(st.text("0123456789 ,.-%$and onetwo", max_size=120))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    """Comparing facts with themselves leaves nothing."""
    facts = english_facts(text)
    assert compare(facts, facts) == ((), (), ())


class _Segment(NamedTuple):
    source: str
    target: str


def _news() -> list[list[_Segment]]:
    """Return the documents of published news translations, every second of them."""
    documents: dict[str, list[_Segment]] = {}
    for line in shared_data("ntrex_a.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        documents.setdefault(row["doc"], []).append(_Segment(row["src"], row["tgt"]))
    return [documents[name] for name in sorted(documents)][::2]


def _changed_digit(text: str, chance: random.Random) -> str | None:
    places = [match.start() for match in re.finditer("[1-8]", text)]
    if not places:
        return None
    place = chance.choice(places)
    return f"{text[:place]}{int(text[place]) + 1}{text[place + 1 :]}"


@pytest.mark.parametrize("turned", [False, True], ids=["en-ja", "ja-en"])
def test_published_news_is_quiet_and_faults_in_it_are_found(*, turned: bool) -> None:
    """Few segments of professional translations are flagged, and nearly every digit that is changed in one."""
    chance = random.Random(3)  # noqa: S311 (a seed, no secret)
    segments = flagged = injected = found = 0
    for document in _news():
        pairs = [(Passage(one, "en"), Passage(other, "ja")) for one, other in document]
        pairs = [(other, one) for one, other in pairs] if turned else pairs
        quiet = [not _is_flagged(comparison) for comparison in settled(pairs, None)]
        segments, flagged = segments + len(quiet), flagged + quiet.count(False)
        for (source, target), is_quiet in zip(pairs, quiet, strict=True):
            faulty = _changed_digit(target.text, chance) if is_quiet else None
            if faulty is not None:
                injected += 1
                found += _is_flagged(settled([(source, Passage(faulty, target.language))], None)[0])
    assert flagged <= segments * 0.02
    assert found >= injected * 0.95
