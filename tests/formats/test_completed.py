"""Front matter completed: new keys at its end, everything else to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.formats.markdown.completed import completed
from taiyaku.formats.markdown.front_matter import read_front_matter

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH = Path("a.md")
ADDED: dict[str, str | bool] = {"lang": "ja", "draft": True}

CASES = {
    "a key to a line": ("---\ntitle: A\n---\n\nText.\n", "---\ntitle: A\nlang: ja\ndraft: true\n---\n\nText.\n"),
    "none": ("Text.\n", "---\nlang: ja\ndraft: true\n---\n\nText.\n"),
    "none, and a blank line": ("\nText.\n", "---\nlang: ja\ndraft: true\n---\n\nText.\n"),
    "empty": ("---\n---\nText.\n", "---\nlang: ja\ndraft: true\n---\nText.\n"),
    "a byte order mark": ("\ufeffText.\n", "\ufeff---\nlang: ja\ndraft: true\n---\n\nText.\n"),
    "other line ends": ("---\r\na: b\r\n---\r\nT\r\n", "---\r\na: b\r\nlang: ja\r\ndraft: true\r\n---\r\nT\r\n"),
    "dots at its end": ("---\na: b\n...\nText.\n", "---\na: b\nlang: ja\ndraft: true\n...\nText.\n"),
    "no text after it": ("---\na: b\n---", "---\na: b\nlang: ja\ndraft: true\n---"),
    "comments": ("---\na: b # why\n# end\n---\n", "---\na: b # why\n# end\nlang: ja\ndraft: true\n---\n"),
    "a block text last": ("---\na: |\n  b\n  c\n---\n", "---\na: |\n  b\n  c\nlang: ja\ndraft: true\n---\n"),
    "a list last": ("---\na:\n  - b\n---\n", "---\na:\n  - b\nlang: ja\ndraft: true\n---\n"),
    "all in braces": ("---\n{a: b}\n---\n", "---\n{lang: ja, draft: true, a: b}\n---\n"),
    "replaced": ("---\nlang: en\ndraft: false\na: b\n---\n", "---\nlang: ja\ndraft: true\na: b\n---\n"),
    "replaced in quotation marks": ('---\nlang: "en"\n---\n', '---\nlang: "ja"\ndraft: true\n---\n'),
    "replaced, and was empty": ("---\ndraft:\na: b\n---\n", "---\ndraft: true\na: b\nlang: ja\n---\n"),
    "true already": ("---\ndraft: true\nlang: ja\n---\n", "---\ndraft: true\nlang: ja\n---\n"),
    "no mapping": ("---\nText.\n---\n", "---\nlang: ja\ndraft: true\n---\n\n---\nText.\n---\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str) -> None:
    """What goes in and what comes out, by what is special about it."""
    before, after = CASES[name]
    assert completed(before, PATH, ADDED, ["lang", "draft"]) == after


def test_what_the_author_wrote_stays() -> None:
    """Unless the key is one of those to be replaced."""
    source = "---\ntitle: Mine\nlang: en\n---\n"
    assert completed(source, PATH, {"title": "Other", "lang": "ja"}, ["lang"]) == "---\ntitle: Mine\nlang: ja\n---\n"


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda text: text.strip() == text
)


@given(st.dictionaries(st.sampled_from(["title", "description", "translator", "lang"]), TEXTS), st.booleans())
def test_any_reader_of_yaml_reads_the_texts(values: Mapping[str, str], in_braces: bool) -> None:
    """As texts, whatever they look like: `no`, `2024`, `a: b`; and ours reads them, too."""
    source = "---\n{x: y}\n---\nText.\n" if in_braces else "---\nx: y\n---\nText.\n"
    found = completed(source, PATH, values)
    assert found.endswith("---\nText.\n")
    front = found.removeprefix("---\n").removesuffix("---\nText.\n")
    assert yaml.safe_load(front) == {"x": "y", **values}
    assert read_front_matter(found, PATH).values == {"x": "y", **values}
