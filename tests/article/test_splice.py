"""Splicing: spans replaced, everything else untouched and found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.article.splice import Splice, splice
from taiyaku.span import Span


@given(st.text())
def test_nothing_replaced(source: str) -> None:
    """No replacement, no change."""
    assert splice(source, {}) == source


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.text(max_size=5)), max_size=6))
def test_pieces(source: str, cuts: list[tuple[int, str]]) -> None:
    """Replaced spans hold their replacement, those between their text, wherever they went."""
    edges = sorted({min(edge, len(source)) for edge, _ in cuts})
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    replacements = {span: text for span, (_, text) in zip(spans, cuts, strict=False)}
    spliced = Splice(source, replacements)
    for span, text in replacements.items():
        assert spliced.moved(span).of(spliced.text) == text
    bounds = [0, *(edge for span in spans for edge in span), len(source)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        if start < end:
            assert spliced.moved(Span(start, end)).of(spliced.text) == source[start:end]


@pytest.mark.parametrize("spans", [[(0, 2), (1, 3)], [(0, 4), (1, 2)], [(2, 9)]])
def test_spans_that_cannot_be(spans: list[tuple[int, int]]) -> None:
    """Overlapping spans and those outside of the text are refused."""
    with pytest.raises(ValueError, match="spans overlap or leave the text"):
        splice("text", {Span(*span): "" for span in spans})


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.text(max_size=5)), max_size=6), st.data())
def test_a_span_around_replacements_holds_them(source: str, cuts: list[tuple[int, str]], data: st.DataObject) -> None:
    """From any edge to any later one stand what replaced the spans between, and the text between those."""
    edges = sorted({min(edge, len(source)) for edge, _ in cuts})
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    replacements = {span: text for span, (_, text) in zip(spans, cuts, strict=False)}
    bounds = [0, *(edge for span in replacements for edge in span), len(source)]
    start, end = data.draw(st.sampled_from(bounds[::2])), data.draw(st.sampled_from(bounds[1::2]))
    if start <= end:
        inside = {span: text for span, text in replacements.items() if start <= span.start and span.end <= end}
        moved = {Span(span.start - start, span.end - start): text for span, text in inside.items()}
        spliced = Splice(source, replacements)
        assert spliced.around(Span(start, end)).of(spliced.text) == splice(source[start:end], moved)
