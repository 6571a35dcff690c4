"""Where sentences begin and end."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judges import shared_data
from tests.text.sentence_rows import Row, rows

from taiyaku.text.sentences import sentences

if TYPE_CHECKING:
    from taiyaku.span import Span


def _pieces(text: str) -> list[str]:
    return text.split("|")


_ENGLISH = _pieces(
    "Mr. |He left|U.S.|p.m.|3|No.|. |! |? |... |“|”|the |Yes|said |e.g. |J. |, |: |iPhone |\n|\n\n|[^1]|<br>"
    "|**Bold. Two.** |[x. y](z)|`a. b` |(He left. Twice!) |etc. "
)
_JAPANESE = _pieces(
    "はい|と|。|！|？|!|?|、|：|　| |って|彼は|言った|…|モーニング娘。|Yahoo!|を|とても|.|．|a|1|\n|\n\n|[^1]|<br>"
    "|**太字。次。**|[一。二](z)|`a。b`|「はい。」|（船。赤い！）"
)
_LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


def _starts(text: str, language: str) -> tuple[int, ...]:
    return tuple(span.start for span in sentences(text, language))[1:]


def _ids(row: Row) -> str:
    return row.text


@pytest.mark.parametrize("row", rows("en") + rows("en.held-out"), ids=_ids)
def test_english(row: Row) -> None:
    """Each row is cut where its marks are, and nowhere else."""
    assert _starts(row.text, "en") == row.starts


@pytest.mark.parametrize("row", rows("ja") + rows("ja.held-out"), ids=_ids)
def test_japanese(row: Row) -> None:
    """Each row is cut where its marks are, and nowhere else."""
    assert _starts(row.text, "ja") == row.starts


def test_the_rows_are_hard() -> None:
    """Stops that end nothing are at least as many as those that do: a rule that cuts at each would fail."""
    for name, stops in (("en", ".!?…"), ("ja", "。！？!?｡．.…")):
        cases = rows(name)
        ends = sum(len(row.starts) + (row.text.rstrip()[-1:] in stops) for row in cases)
        assert sum(sum(map(row.text.count, stops)) for row in cases) > ends * 1.3


def _assert_covered(text: str, spans: tuple[Span, ...]) -> None:
    for before, after in pairwise([None, *spans, None]):
        gap = text[before.end if before else 0 : after.start if after else len(text)]
        assert gap.strip() == ""
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@_LANGUAGES
@given(
    text=st.one_of(
        st.text(),
        st.text(alphabet="aA1.!?。！？「」“”()（）[]*_`<>{|}~\\ \n　と"),
        st.lists(st.sampled_from(_ENGLISH + _JAPANESE)).map("".join),
    )
)
def test_sentences_cover_any_text(language: str, text: str) -> None:
    """In order, without overlap, with nothing but white space between, before and behind them."""
    _assert_covered(text, sentences(text, language))


@given(st.lists(st.sampled_from(_ENGLISH)).map("".join))
def test_an_english_sentence_alone_is_one(text: str) -> None:
    """Whatever was around it: what was cut once is not cut again."""
    for span in sentences(text, "en"):
        assert len(sentences(span.of(text), "en")) == 1


@given(st.lists(st.sampled_from(_JAPANESE)).map("".join))
def test_a_japanese_sentence_alone_is_one(text: str) -> None:
    """Whatever was around it: what was cut once is not cut again."""
    for span in sentences(text, "ja"):
        assert len(sentences(span.of(text), "ja")) == 1


@_LANGUAGES
@pytest.mark.parametrize("text", ["", " ", "\n\n", "　"])
def test_blanks_hold_no_sentence(text: str, language: str) -> None:
    """Not even an empty one."""
    assert sentences(text, language) == ()


@_LANGUAGES
@pytest.mark.parametrize("piece", ["*a", "[a", "「a。", "(a. ", "`a ", '"a。', "<a", "{a|", "_a ", "a. ", "a。"])
def test_long_broken_texts_come_to_an_end(piece: str, language: str) -> None:
    """Mark-up that is opened again and again and never closed does not take forever."""
    text = piece * 3000
    _assert_covered(text, sentences(text, language))


@_LANGUAGES
def test_deep_quotations_come_to_an_end(language: str) -> None:
    """However often one is quoted in another."""
    text = "「" * 3000 + "はい。次。" + "」" * 3000
    _assert_covered(text, sentences(text, language))


@pytest.mark.parametrize(("language", "side", "joint"), [("en", "src", " "), ("ja", "tgt", "")])
def test_news(language: str, side: str, joint: str) -> None:
    """Of the sentences of real news, put together again, 99 of 100 are found; Japanese ones may hold several."""
    documents: dict[str, list[str]] = {}
    for line in shared_data("ntrex_a.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        documents.setdefault(record["doc"], []).append(record[side].strip())
    wanted = found = extra = 0
    for parts in documents.values():
        starts = {0}
        ended = set()
        for part in parts[:-1]:
            starts.add(max(starts) + len(part) + len(joint))
            if part.rstrip("\"'”’」』）)").endswith((*".!?…。！？",)):
                ended.add(max(starts))
        cuts = set(_starts(joint.join(parts), language))
        wanted += len(ended)
        found += len(ended & cuts)
        extra += len(cuts - starts)
    assert wanted > 850
    assert found / wanted >= 0.99
    assert extra / wanted <= (0.01 if language == "en" else 0.15)
