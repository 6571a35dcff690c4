"""Readings written by an author or a translator: `{漢字|かんじ}`."""

from __future__ import annotations

import re
from typing import Literal

RubyStyle = Literal["paren", "base"]
"""How plain text shows a reading: 漢字（かんじ）, or 漢字 alone."""

# One Japanese character inside the braces tells a reading from `{yes|no}` in English prose. 々〆〇, kana, the
# ideographs of the BMP and those beyond it.
_JAPANESE = r"\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUBY = re.compile(rf"\{{(?=[^{{}}]*[{_JAPANESE}])([^{{}}|\n]+)\|([^{{}}|\n]+)\}}")
"""Group 1 is the base, group 2 the reading. For text only: code is never looked at."""


def ruby_html(escaped: str) -> str:
    """Return `escaped` (text of an HTML body) with its readings as ruby; `rp` is for the browsers without."""
    return RUBY.sub(r"<ruby>\1<rp>（</rp><rt>\2</rt><rp>）</rp></ruby>", escaped)


def ruby_text(text: str, style: RubyStyle) -> str:
    """Return `text` with its readings in full-width brackets, or left out."""
    return RUBY.sub(r"\1（\2）" if style == "paren" else r"\1", text)
