"""Names and terms are found by whole words and their forms, the longest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.japanese.tokenizer import tokens
from taiyaku.termbase.concept import ConceptEntry, Term
from taiyaku.termbase.file import parse_termbase
from taiyaku.termbase.termbase import EMPTY, Termbase

TERMBASE = parse_termbase(
    """
[[entry]]
kind = "place"
en = "Kyoto"
ja = "京都"

[[entry]]
kind = "place"
en = "India"
ja = "インド"

[[entry]]
kind = "place"
en = "Torrance"
ja = "トーランス"

[[entry]]
kind = "place"
en = "Kashiwa"
ja = "柏"

[[entry]]
kind = "work"
en = "PS5"
ja = "PS5"

[[entry]]
kind = "person"
en = "George Chen"
ja = "ジョージ・チェン"
title = { en = "Mayor", ja = "市長" }

[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }

[[entry]]
en = "hold"
ja = "行う"

[[entry]]
en = "announce"
ja = "発表する"

[[entry]]
en = "cancer"
ja = "ガン"

[[entry]]
en = "city"
ja = "都市"

[[entry]]
en = "friendship city"
ja = "友好都市"

[[entry]]
en = "friendship city agreement"
ja = "友好都市協定"

[[entry]]
en = "mayor"
ja = "市長"

[[entry]]
en = "vice mayor"
ja = "副市長"

[[entry]]
en = { text = "Games", case = true }
ja = "大会"
"""
)


def found(text: str, language: str, termbase: Termbase = TERMBASE) -> str:
    """Return what is found in a text: each as it stands there."""
    row = tokens(text, termbase.names(text, language)) if language == "ja" else ()
    return " ".join(item.span.of(text).replace(" ", "_") for item in termbase.occurrences(text, language, row))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("東京都は京都ではない。", "京都"),
        ("京都府と京都市", "京都 京都"),
        ("インドネシアとインド", "インド"),
        ("ブランガンのガン", "ガン"),
        ("柏原市ではなく柏市", "柏"),
        ("友好都市協定と友好都市と都市", "友好都市協定 友好都市 都市"),
        ("副市長と市長", "副市長 市長"),
        ("同市長が述べた。", "市長"),
        ("両市長が述べた。", "市長"),
        ("備前市長が述べた。", "市長"),
        ("会議を行った。", "行っ"),
        ("会議を行なう予定だ。", "行なう"),
        ("会議が行われている。", "行わ"),
        ("協定を発表した。", "発表"),
        ("発表によると", "発表"),
        ("吉村武司市長と吉村市長", "吉村武司 市長 吉村 市長"),
        ("ジョージ・チェン市長、チェン氏", "ジョージ・チェン 市長 チェン"),
        ("PS5とPS51", "PS5"),
    ],
)
def test_japanese(text: str, expected: str) -> None:
    """Boundaries of words, lemmas, compounds; 行った may be a form of 行う."""
    assert found(text, "ja") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Torrance’s mayors and Torrance's city", "Torrance mayors Torrance city"),
        ("TORRANCE MAYOR GEORGE CHEN", "TORRANCE MAYOR GEORGE_CHEN"),
        ("cities announced; announcing", "cities announced announcing"),
        ("a friendship-city agreement", "friendship-city_agreement"),
        ("friendship city agreements", "friendship_city_agreements"),
        ("Vice Mayor Chen", "Vice_Mayor Chen"),
        ("Mayor George\nChen", "Mayor George\nChen"),
        ("Linda Chen, and Chen", "Chen"),
        ("the chen of kashiwa", ""),
        ("Indiana and Indian food", ""),
        ("the Games, the games", "Games"),
        ("held", ""),
    ],
)
def test_english(text: str, expected: str) -> None:
    """Case, plural and possessive, hyphens; someone else of the same family name is not meant."""
    assert found(text, "en") == expected


def test_nothing_is_found_without_entries() -> None:
    """The empty termbase is silent."""
    assert EMPTY.occurrences("京都", "ja", tokens("京都")) == []
    assert EMPTY.names("Kyoto", "en") == []


@given(
    st.text(alphabet="友好都市協定京インドネシア吉村武司ガン 行っ発表Torrancecity's-", max_size=40),
    st.sampled_from(["en", "ja"]),
)
def test_occurrences_do_not_overlap(text: str, language: str) -> None:
    """In any text, spans are inside it and in order, and none overlaps another."""
    row = tokens(text, TERMBASE.names(text, language)) if language == "ja" else ()
    end = 0
    for span in sorted({item.span for item in TERMBASE.occurrences(text, language, row)}):
        assert end <= span.start < span.end <= len(text)
        end = span.end


def test_a_large_termbase() -> None:
    """Among two thousand entries the right one is found, in both languages."""
    many = Termbase(
        [
            *TERMBASE.entries,
            *(
                ConceptEntry(f"e{number}", "term", (Term(f"thing {number}", "en"), Term(f"物事{number}番", "ja")))
                for number in range(2000)
            ),
        ]
    )
    assert found("吉村武司市長の物事1234番", "ja", many) == "吉村武司 市長 物事1234番"
    assert found("Mayor Yoshimura’s thing 1234", "en", many) == "Mayor Yoshimura thing_1234"
