"""Tokens: they cover the text, whatever it is, and know what the dictionary knows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from taiyaku.japanese.tokenizer import readings, tokens
from taiyaku.span import Span

_JAPANESE = st.text(
    alphabet="吉村武司市長は行った。トーランス・ジ　 \t\n「」ー12ab😀\u200b\u202e\x00\ud800", max_size=60
)


def surfaces(text: str, *protected: Span) -> list[str]:
    """Return the words of a text."""
    return [token.surface for token in tokens(text, protected)]


@given(st.one_of(st.text(max_size=80), _JAPANESE))
def test_tokens_cover_the_text(text: str) -> None:
    """Spans are in order and say where the surface is, and between them is only what MeCab cannot see."""
    position = 0
    for token in tokens(text):
        assert token.surface == token.span.of(text)
        assert token.surface
        assert not _visible(text[position : token.span.start])
        position = token.span.end
    assert not _visible(text[position:])


def _visible(gap: str) -> bool:
    return any(not character.isspace() and not _is_control(character) for character in gap)


def _is_control(character: str) -> bool:
    return ord(character) < 0x20 or 0xD800 <= ord(character) <= 0xDFFF


@given(_JAPANESE, st.integers(0, 60), st.integers(1, 10))
def test_a_protected_span_is_one_token(text: str, start: int, length: int) -> None:
    """A registered name is never cut, whatever stands around it."""
    span = Span(start, min(start + length, len(text)))
    if span.start >= span.end:
        return
    assert span in {token.span for token in tokens(text, [span])}


def test_katakana_names_stay_whole() -> None:
    """A run of katakana words joined by a dot is one name; the dictionary would find words inside."""
    assert surfaces("ジョナサン・カジ市議がトーランスを訪れた。")[0] == "ジョナサン・カジ"


def test_a_registered_name_is_protected() -> None:
    """What the dictionary cuts in two stays whole where it is registered."""
    text = "エグチ氏が来た。"
    assert surfaces(text, Span(0, 3))[0] == "エグチ"


def test_a_registered_name_wins_over_a_katakana_run() -> None:
    """Where a registered name lies inside a run, the run is left to the dictionary."""
    assert "カジ" in surfaces("ジョナサン・カジ市議", Span(6, 8))


def test_what_a_token_knows() -> None:
    """Lemma, part of speech and reading come from the dictionary, also for a noun that takes する."""
    found = {token.surface: token for token in tokens("吉村市長は協定を発表した。")}
    assert found["吉村"].is_name
    assert found["吉村"].reading == "ヨシムラ"
    assert found["発表"].part_of_speech[2] == "サ変可能"
    assert found["し"].lemma == "為る"


def test_unknown_words_have_no_reading() -> None:
    """What is not in the dictionary is said to be so."""
    (token,) = tokens("zxqv")
    assert (token.known, token.reading) == (False, "")


def test_readings_come_likeliest_first() -> None:
    """The right reading of a name may be the second."""
    assert readings("大谷", 5)[:2] == ["オオヤ", "オオタニ"]


def test_a_megabyte_is_read() -> None:
    """A segment of any length is read in pieces."""
    text = "市長は協定に署名した。" * 30_000
    assert tokens(text)[-1].span.end == len(text)
