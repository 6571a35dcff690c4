"""Which script a text is written in."""

from __future__ import annotations

import re

JAPANESE = re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")
"""A character of Japanese: kana, of half the width too, or Han; punctuation stands in other texts as well."""


def has_japanese(text: str) -> bool:
    """Whether there is any character of Japanese in a text."""
    return JAPANESE.search(text) is not None
