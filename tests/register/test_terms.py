"""Terms and their translations, by where they stand together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.checks.passage import Passage
from taiyaku.register.compounds import compounds
from taiyaku.register.phrases import phrases, singular
from taiyaku.register.terms import Occurrences, TermPair, log_likelihood, term_pairs

_FILLING = [(f"It is number {number}.", f"これは{number}である。") for number in range(30)]
"""Texts without terms: where there are few of them, anything may stand together by chance."""


def _pairs(*texts: tuple[str, str]) -> list[TermPair]:
    found = Occurrences()
    for english, japanese in (*texts, *_FILLING):
        found.add(Passage(english, "en"), Passage(japanese, "ja"))
    return term_pairs(found)


def test_a_recurrent_compound_is_paired_whole() -> None:
    """The longest phrase and compound that always stand together are one term, counted once a text."""
    texts = [
        ("A friendship city is old.", "友好都市は古い。"),
        ("They signed a friendship city agreement.", "友好都市の協定に署名した。"),
        ("Friendship cities meet.", "友好都市が集まる。"),
    ]
    (term,) = _pairs(*texts)
    assert (term.english, term.japanese, term.counts, term.together, term.first) == (
        "friendship city",
        "友好都市",
        (3, 3),
        3,
        0,
    )


def test_twice_is_not_recurrent() -> None:
    """What stands together twice may be chance."""
    text = ("A friendship city is old.", "友好都市は古い。")
    assert _pairs(text, text) == []


def test_phrases_have_one_key_in_all_their_forms() -> None:
    """Function words are no part of a phrase, and plural and singular are one; names are none."""
    keys = {phrase.key for phrase in phrases(Passage("The old sister cities of Torrance use APIs.", "en"))}
    assert keys == {"sister", "city", "sister city", "API"}


@pytest.mark.parametrize(
    ("plural", "one"),
    [("cities", "city"), ("classes", "class"), ("boxes", "box"), ("bus", "bus"), ("APIs", "API"), ("using", "using")],
)
def test_singular(plural: str, one: str) -> None:
    """A plural becomes its singular, other words stay."""
    assert singular(plural) == one


def test_compounds_of_a_text() -> None:
    """A run of nouns has its parts as well; what is vague, polite or a name is none."""
    found = {compound.text for compound in compounds(Passage("お客様と今回の環境変数は開発者による。", "ja"))}
    assert {"環境変数", "環境", "変数", "開発者"} <= found
    assert not {"今回", "お客"} & found


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_likelihood_is_symmetric_and_never_negative(both: int, first: int, second: int, rest: int) -> None:
    """The ratio is the same whichever comes first, and 0 or more, but for rounding."""
    total = both + first + second + rest
    one = log_likelihood(both, both + first, both + second, total)
    assert one == pytest.approx(log_likelihood(both, both + second, both + first, total))
    assert one >= -1e-9
