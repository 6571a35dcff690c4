"""Markdown to try things on: the examples of CommonMark, published articles, and texts that Hypothesis makes."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pyromark
from hypothesis import strategies as st
from tests.judges import shared_data

from taiyaku.formats.markdown.dialects.scan import tokens
from taiyaku.formats.markdown.events import OPTIONS
from taiyaku.text.inline_markup import inline_markup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def quoted(text: str) -> str:
    """Return the text as a quotation."""
    return "".join(f"> {line}" for line in text.splitlines(keepends=True))


def indented(text: str, marker: str) -> str:
    """Return the text behind a marker, further lines under its first character."""
    return marker + text.replace("\n", "\n" + " " * len(marker))


VARIANTS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "BOM": lambda text: f"\ufeff{text}",
    "tabs": lambda text: text.replace("    ", "\t"),
    "no final newline": lambda text: text.rstrip("\n"),
    "quoted": quoted,
    "in a list item": lambda text: indented(text, "- "),
    "in a quoted list": lambda text: quoted(indented(text, "1. ")),
    "in a footnote": lambda text: "a[^q]\n\n" + indented(text, "[^q]: ").replace("\n      ", "\n    "),
}


@cache
def commonmark() -> dict[str, str]:
    """Return the examples of the CommonMark specification."""
    examples = json.loads(shared_data("commonmark/spec.json").read_text(encoding="utf-8"))
    return {f"example {each['example']}": each["markdown"] for each in examples}


@cache
def articles() -> dict[str, str]:
    """Return published articles in English and Japanese."""
    paths = sorted(shared_data("markdown_pairs").glob("*.md"))
    return {path.name: path.read_bytes().decode() for path in paths}


def translated_words(text: str, dialects: Sequence[str]) -> str:
    """Return a text as if translated: what is no tag of these dialects and no mark-up in capitals."""
    kept = sorted(
        [(token.start, token.end) for token in tokens(text, dialects)]
        + [(item.span.start, item.span.end) for item in inline_markup(text)]
    )
    pieces, position = [], 0
    for start, end in kept:
        pieces += [text[position : max(start, position)].upper(), text[max(start, position) : end]]
        position = max(end, position)
    return "".join((*pieces, text[position:].upper()))


def skeleton(markdown: str) -> list[str]:
    """Return the blocks of a text as the parser itself sees them; a list may be tight or loose."""
    found = []
    for event in pyromark.events(markdown, options=OPTIONS):
        tag, value = _taken_apart(event)
        if tag in {"Start", "End"}:
            name, _ = _taken_apart(value)
            if name not in _NOT_BLOCKS:
                found.append(f"{tag} {name}")
        elif tag in {"Rule", "TaskListMarker"}:
            found.append(tag)
    return found


def _taken_apart(event: Any) -> tuple[str, Any]:
    return (event, None) if isinstance(event, str) else next(iter(event.items()))


_NOT_BLOCKS = {"Paragraph", "Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"}

_INLINES = [
    *["kiln", "備前焼", "**bold**", "*窯*", "`a|b`", "[link](u 't')", "{漢字|かんじ}", "1.", "#", "-", "&amp;", "\\*"],
    *["<b>x</b>", "<https://a.b>", "![alt](i)", "[ref]", "[ref][]", "[^n]", "　", "$1", "a  b", ":", "=", ">"],
]
_WORDS = st.lists(st.sampled_from(_INLINES), min_size=1, max_size=6).map(" ".join)
_LINES = st.lists(_WORDS, min_size=1, max_size=3)
_PARAGRAPH = st.tuples(_LINES, st.sampled_from(["\n", "  \n", "\\\n", "\n  "])).map(lambda it: it[1].join(it[0]))
_CELLS = _WORDS.map(lambda words: words.replace("|", "\\|"))
_LEAF = st.one_of(
    _PARAGRAPH,
    st.builds("{} {}{}".format, st.sampled_from(["#", "##", "######"]), _WORDS, st.sampled_from(["", " #", " {#id}"])),
    st.builds("{}\n{}".format, _WORDS, st.sampled_from(["===", "-"])),
    st.builds("```{}\n{}\n```".format, st.sampled_from(["", "py"]), _WORDS),
    _WORDS.map("    {}".format),
    st.builds("| {} | {} |\n|---|:-:|\n| {} | {} |".format, _CELLS, _CELLS, _CELLS, st.just("")),
    st.builds("{}\n: {}\n: {}".format, _WORDS, _PARAGRAPH.map(lambda it: it.replace("\n", "\n  ")), _WORDS),
    st.builds('![{}](u "{}")'.format, st.sampled_from(["alt", "窯 *元*"]), st.sampled_from(["cap", 'a \\" b', "題"])),
    st.sampled_from(["***", "<div>\nraw\n</div>", "<!-- c -->", "[ref]: u 't'", "[^n]: note\n    more", "https://a.b"]),
    st.sampled_from(
        ["<!-- taiyaku: skip -->", "<!-- taiyaku: note: n -->", "> [!TIP]\n> tip", "- [x] done\n- [ ] to do"]
    ),
)


def _joined(blocks: list[str], gap: str) -> str:
    return gap.join(blocks)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blocks = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.builds(_joined, blocks, st.sampled_from(["\n", "\n\n", "\n\n\n"])),
        inner.map(quoted),
        st.builds(indented, inner, st.sampled_from(["- ", "* ", "1. ", "10) ", "-   ", "- [ ] "])),
        blocks.map(lambda items: "\n".join(indented(item, "- ") for item in items)),
    )


MARKDOWN: st.SearchStrategy[str] = st.builds(
    lambda front, body, change: change(front + body),
    st.sampled_from(["", "", "\n", "---\ntitle: A title\ndeck: 'b'\n---\n"]),
    st.recursive(_LEAF, _nested, max_leaves=6),
    st.sampled_from([VARIANTS["plain"], VARIANTS["CRLF"], VARIANTS["BOM"], VARIANTS["tabs"], lambda it: it + "\n"]),
)
"""Articles made of all blocks, nested in all containers."""

_PIECES = [
    *["\n", "\n\n", "\r\n", "\r", "  ", "\t", "> ", "- ", "1. ", "# ", "===\n", "---\n", "\n: ", "|", "|-|\n", "`"],
    *["```", "[^1]", "[^1]: ", "[x] ", "[!NOTE]\n", "*", "**", "[", "]", "](u)", "![", "[a]: u\n", "\\", "<b>", "<!--"],
    *["-->", "{#i}", "{漢|か}", "&amp;", "日本", "a", " ", "　", "\ufeff", "title: x\n", "'", '"', "(", ")"],
]
SOUP: st.SearchStrategy[str] = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=25).map("".join)
"""Any text at all, made of what Markdown gives a meaning."""
