"""The promises of writing: nothing translated, nothing changed; what is written reads back, or is refused."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.corpus import MARKDOWN, SOUP, VARIANTS, articles, commonmark, skeleton

from taiyaku.errors import ArticleError
from taiyaku.formats import parse, write
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.article.document import Document

_PATH = Path("a.md")
_TEXTS = {"examples of CommonMark": commonmark, "published articles": articles}
_slow = settings(max_examples=250, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])


def _read(source: str, locale: str = "en") -> Document:
    return parse(source, _PATH, ReadOptions(source_locale=locale))


def _unchanged(source: str) -> None:
    """Assert that a text without translations, and with translations equal to it, keeps its bytes."""
    document = _read(source)
    assert write(document, {}).source == source
    spans = [segment.span for segment in document.segments]
    assert spans == sorted(spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    same = write(document, {index: segment.text for index, segment in enumerate(document.segments)})
    assert same.source == source
    assert same.refused == {}
    assert [same.spans[index] for index in range(len(spans))] == spans


def _replaced(source: str) -> tuple[int, int]:
    """Replace every segment by Japanese; return how many there were and how many were refused.

    What is not refused must read back exactly, in the same blocks, and the spans must say where it is.
    """
    document = _read(source)
    texts = {index: f"訳文{index}、です。" for index in range(len(document.segments))}
    written = write(document, texts)
    again = _read(written.source)
    kept = {index: document.segments[index].text for index in written.refused}
    assert [segment.text for segment in again.segments] == list((texts | kept).values())
    assert [segment.context for segment in again.segments] == [segment.context for segment in document.segments]
    assert {index: segment.span for index, segment in enumerate(again.segments)} == written.spans
    assert skeleton(written.source[again.body :]) == skeleton(source[document.body :])
    return len(texts), len(written.refused)


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize("texts", _TEXTS.values(), ids=_TEXTS)
class TestCorpus:
    """Every example of CommonMark and 46 articles, each in many shapes."""

    def test_untranslated(self, texts: Callable[[], dict[str, str]], variant: Callable[[str], str]) -> None:
        """Not a byte changes."""
        for text in texts().values():
            _unchanged(variant(text))

    def test_all_replaced(self, texts: Callable[[], dict[str, str]], variant: Callable[[str], str]) -> None:
        """Every segment takes a translation; none is refused, none is read as something else."""
        counts = {name: _replaced(variant(text)) for name, text in texts().items()}
        refused = {name: refused for name, (_, refused) in counts.items() if refused}
        # With bare CR, the parser takes the backticks of a later line for those of a fence's first line.
        assert refused == {} or variant is VARIANTS["CR"]
        assert sum(segments for segments, _ in counts.values()) > 300


class TestGenerated:
    """Texts that Hypothesis makes."""

    @_slow
    @given(source=MARKDOWN)
    def test_untranslated(self, source: str) -> None:
        """Articles of nested blocks keep their bytes."""
        _unchanged(source)

    @_slow
    @given(source=SOUP, front=st.sampled_from(["", "---\n", "---\ntitle: "]))
    def test_any_text(self, source: str, front: str) -> None:
        """So does any text at all, or its front matter is refused."""
        with suppress(ArticleError):
            _unchanged(front + source)

    @_slow
    @given(source=MARKDOWN)
    def test_all_replaced(self, source: str) -> None:
        """What is not refused reads back in the same blocks."""
        _replaced(source)

    @_slow
    @given(source=SOUP)
    def test_any_text_replaced(self, source: str) -> None:
        """Also in a text that no author would write."""
        with suppress(ArticleError):
            _replaced(source)
