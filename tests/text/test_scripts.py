"""Which script a text is written in."""

from __future__ import annotations

import pytest

from taiyaku.text.scripts import has_japanese


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("港", True),
        ("Harbor ノ", True),
        ("々", True),
        ("ﾊｰﾊﾞｰ", True),
        ("𠮟る", True),
        ("神", True),
        ("Harbor 2024", False),
        ("「Harbor」、", False),
        ("Гавань", False),
        ("항구", False),
        ("", False),
    ],
)
def test_has_japanese(text: str, *, wanted: bool) -> None:
    """Kana and Han are Japanese, wherever they stand; punctuation and other scripts are not."""
    assert has_japanese(text) == wanted
