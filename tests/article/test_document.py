"""Segments and their keys."""

from __future__ import annotations

import pytest

from taiyaku.article.document import Segment
from taiyaku.span import Span


@pytest.mark.parametrize(
    ("role", "name", "context"),
    [
        ("paragraph", None, None),
        ("item", None, None),
        ("heading", None, "heading"),
        ("heading", "menu", "heading:menu"),
        ("paragraph", "menu", "paragraph:menu"),
    ],
)
def test_key(role: str, name: str | None, context: str | None) -> None:
    """Running text shares one message wherever it stands, unless its author named it."""
    assert Segment("text", Span(0, 4), role, name=name).key == (context, "text")
