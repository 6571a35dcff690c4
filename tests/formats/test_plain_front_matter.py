"""Plain front matter is read as YAML reads it, or left to YAML."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from taiyaku.errors import ArticleError
from taiyaku.formats.markdown import front_matter
from taiyaku.formats.markdown.front_matter import FrontMatter, read_front_matter
from taiyaku.formats.markdown.plain_front_matter import plain_values

words = st.text("ab 1日（“.’-　", min_size=1, max_size=6)
anything = st.text("ab:#, []{}?-'\"!&*|>%@`~é日本（“.0\\=\t　", max_size=8)
lists = st.lists(st.one_of(words, anything), max_size=3).map(lambda items: f"[{', '.join(items)}]")
values = st.one_of(words, anything, lists, words.map(lambda text: f'"{text}"'), anything.map(lambda text: f"'{text}'"))
keys = st.sampled_from(["title", "a", "b-c", "_d", "null", "e", "f", "日", "1a", "x y"])
ends = st.sampled_from(["\n"] * 8 + [" \n", "\r\n", "\n\n", "\n  more\n"])
lines = st.builds("{}:{}{}{}".format, keys, st.sampled_from([" ", " ", "  ", ""]), values, ends)


def read(text: str) -> FrontMatter | str:
    """Return the front matter, or what is wrong with it."""
    try:
        return read_front_matter(f"---\n{text}---\nWords.\n", Path("article.md"), "en")
    except ArticleError as error:
        return str(error.problem)


@given(st.lists(lines, max_size=4).map("".join))
@example("title: 備前焼　土と炎の千年\ntags: [備前焼, 伊部]\ndate: 2026-04-17\n")
@example("title: \"Torrance: a pact\"\nbyline: 'By the desk'\n")
@example("title: one\ntitle: two\n")
@example("title: one # a comment\n")
@example("a: b: c\n")
@example("a: [b, c: d]\n")
def test_it_says_what_yaml_says(text: str) -> None:
    """Values, places, styles and faults are the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(front_matter, "plain_values", lambda _: None)
        expected = read(text)
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "title: Torrance, Bizen sign a pact\ndate: 2024-08-09\ntags: [Torrance, friendship cities]\n",
        "title: 備前焼　土と炎の千年\nimage: images/kiln.svg\n",
        'title: "A pact: what it says"\nlink: https://example.org/a#b\n',
    ],
)
def test_what_newsrooms_write_is_plain(text: str) -> None:
    """A headline, a date, tags, an address."""
    assert plain_values(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  b\n",
        "a:\n  - b\n",
        'a: "b\\n"\n',
        "a: 'b''c'\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !c d\n",
        "a: {b: c}\n",
        "# a\n",
        "a: b\n c\n",
    ],
)
def test_all_else_is_left_to_yaml(text: str) -> None:
    """Blocks, lists over several lines, escapes, anchors, tags, comments."""
    assert plain_values(text) is None


def test_yaml_is_not_loaded_for_it() -> None:
    """Which is what it is for."""
    code = (
        "import sys, pathlib\n"
        "from taiyaku.formats.markdown.front_matter import read_front_matter as read\n"
        "read('---\\ntitle: Torrance\\n---\\n', pathlib.Path('a.md'))\n"
        "print('yaml' in sys.modules)\n"
        "read('---\\ntitle: |\\n  Torrance\\n---\\n', pathlib.Path('a.md'))\n"
        "print('yaml' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["False", "True"]
