"""Which names a text has, as the readable cases of mentions.txt say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.register.pairs import pair_of

from taiyaku.checks.passage import Passage
from taiyaku.register.article import names_of
from taiyaku.register.english import english_mentions
from taiyaku.register.japanese import japanese_mentions
from taiyaku.termbase.termbase import EMPTY

CASES = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_name("mentions.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_names_of_a_text(language: str, text: str, expected: str) -> None:
    """A text has the names of its case, of their kinds, and no others that are sure."""
    pair = pair_of(text, "") if language == "en" else pair_of("", text)
    found = names_of([pair], EMPTY)
    mentions = sorted(
        (mention.span.start, mention.text, mention.kind or "?")
        for name in found.unpaired
        for _, mention in name.all
        if mention.sure or mention.kind or name.sure or language == "ja"
    )
    assert "; ".join(f"{name} {kind}" for _, name, kind in mentions) == expected


@given(st.text(alphabet="A1 .'’-&of東京都市ジョーチェ・氏さんUS（）(Guo)\n", max_size=60))
def test_spans_tell_where_a_name_stands(text: str) -> None:
    """Whatever the text, each mention is what stands at its span, white space in English apart."""
    for language, read in (("en", english_mentions), ("ja", japanese_mentions)):
        for mention in read(Passage(text, language)):
            assert mention.text == " ".join(mention.span.of(text).split()) or mention.text == mention.span.of(text)
            assert mention.pieces
