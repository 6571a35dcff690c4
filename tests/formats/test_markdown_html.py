"""The HTML writer equals the parser's own by default; `test_markdown_html_options` shows what options add."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.judges import shared_data

from taiyaku.formats.markdown.events import OPTIONS, events
from taiyaku.formats.markdown.html import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _all_options() -> pyromark.Options:
    """Everything the parser knows, except smart punctuation and wikilinks."""
    everything = pyromark.Options(0)
    for name in dir(pyromark.Options):
        if name.startswith("ENABLE") and "SMART" not in name and "WIKI" not in name:
            everything |= getattr(pyromark.Options, name)
    return everything


_OPTION_SETS = {"none": pyromark.Options(0), "ours": OPTIONS, "all": _all_options()}

_VARIANTS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "quoted": lambda text: "".join(f"> {line}" for line in text.splitlines(keepends=True)),
    "in a list item": lambda text: "- " + text.replace("\n", "\n  "),
}

_CASES = {
    "nothing": "",
    "headings": "# One #\n\ntwo\n===\n\n###### six *a*\n\n#\n",
    "heading attributes": "# Title {#id .one .two key=value bare}\n\n# \\{#x}\n",
    "paragraphs": "one\ntwo  \nthree\\\nfour &amp; &quot;five&quot; \\* 'six' <7>\n",
    "styles": "*a* **b** ***c*** ~~d~~ ^e^ ~f~ `g <h>` `` ` ``\n",
    "links": "[a](b \"c'd\") [e][] <http://f/g?h='i&[j]> <k@l.m> [n](</o p|{}^`é朝\\>> 'q')\n\n[e]: r's%20t\n",
    "images": "![a *b* `c` <i> ![d](e) [f](g)\nh\\\ni &quot;'](j \"k\"'l\")\n\n[![m](n 'o')](p)\n",
    "footnote in alt": "![a[^1] $b$ $$c$$][d] [^1]\n\n[d]: e\n\n[^1]: f\n",
    "lists": "- a\n  - b\n\n    c\n- d\n\n1. e\n2. f\n\n7) g\n   1. h\n\n-\n",
    "tight items with blocks": "- a\n  # b\n  c\n- ```\n  d\n  ```\n- > e\n- ***\n",
    "tasks": "- [ ] a\n- [x] b\n-  [ ]\n\n1. [x] c\n\n   d\n",
    "quotes": "> a\nb\n> > c\n\n>\n",
    "alerts": "> [!NOTE]\n> a\n\n> [!TIP]\n> b\n\n> [!IMPORTANT]\n\n> [!WARNING]\n> c\n\n> [!CAUTION]\n> d\n",
    "code": "    a\n\n    b <c>\n\n``` rust,x  y\nfn &\n\n```\n\n~~~\"'<\n{a|b}\n~~~\n\n```\n",
    "raw html": "<div class='a'>\n*b*\n\nc <b>d</b> <!-- e --> <br>\n</div>\n\n<!-- f\n\ng -->\nh\n",
    "rules": "***\na\n***\n- b\n***\n",
    "tables": "a\n\n|b|c|d|e|\n|-|:-|:-:|-:|\n|f|`g\\|h`|*i*|\n|j|{k\\|l}||m|n|\n|<br>\n\n|o|\n|-|\n",
    "table in a list": "- |a|\n  |-|\n  |b|\n- c\n  |d|\n  |:-|\n",
    "footnotes": "[^b]: before\n\na[^a] b[^b] a[^a]\n\n[^a]: after\n\n    ```\n    c\n    ```\n[^c]: no one's\n[^d]:\n",
    "nested footnotes": "[^x]\n\n[^x]: a [^Y]\n[^y]: b [^x]\n\n> [^z]: c\n",
    "definitions": "a\n: b\n: c\n\nd *e*\n\n: f\n\n  g\n\n: - h\n",
    "math": "$a<b$ $$c\nd$$ $1と$2\n",
    "front matter": "---\na: <b>\n---\n\n+++\nc\n+++\n\nd\n",
    "ruby": "{漢字|かんじ} *{朝霧|あさぎり}* # {a|b}\n\n# 協定の{朝霧|あさぎり}\n",
}

_EVENTS = {"Text", "Code", "Html", "InlineHtml", "InlineMath", "DisplayMath", "SoftBreak", "HardBreak", "Rule"}
_MARKS = {"FootnoteReference", "TaskListMarker"}
_INLINES = {"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"}
_BLOCKS = {"Paragraph", "Heading", "BlockQuote", "CodeBlock", "HtmlBlock", "List", "Item", "FootnoteDefinition"}
_TABLES = {"Table", "TableHead", "TableRow", "TableCell"}
_DEFINITIONS = {"DefinitionList", "DefinitionListTitle", "DefinitionListDefinition"}
_KINDS = _EVENTS | _MARKS | _INLINES | _BLOCKS | _TABLES | _DEFINITIONS | {"MetadataBlock"}

_LINES = [
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "    ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "7) ",
    "# ",
    "---\n",
    "+++\n",
    "\n: ",
    "\n<div>\n",
]
_CELLS = [
    "|",
    "|-|:-:|\n",
    "[^1]",
    "[^1]: ",
    "[^あ]",
    "[x] ",
    "[!NOTE]\n",
    "{#id .c}",
    "{漢字|かんじ}",
    "a",
    "b c",
    "日本語",
]
_SIGNS = ["*", "**", "_", "~~", "^", "~", "`", "```", "$", "$$", "[", "]", "![", "](u 'v')", "](", ")", "\\", '"', "'"]
_TAGS = ["<b>", "<!-- c -->", "&amp;", "<http://a.b/?c='d>"]


def _name(value: Any) -> str:
    return value if isinstance(value, str) else str(next(iter(value)))


def _kinds(text: str) -> Iterator[str]:
    for event in pyromark.events(text, options=_OPTION_SETS["all"]):
        kind = _name(event)
        if kind != "End":
            yield _name(event["Start"]) if isinstance(event, dict) and "Start" in event else kind


def _differing(texts: dict[str, str], options: pyromark.Options) -> list[str]:
    """Return which of `texts`, in which variant, are not written as the parser itself writes them."""
    bad = []
    for name, text in texts.items():
        for variant, change in _VARIANTS.items():
            changed = change(text)
            ours = render(_events(changed, options))
            if ours != pyromark.html(changed, options=options):
                bad.append(f"{name}, {variant}")
    return bad


def _events(text: str, options: pyromark.Options) -> Any:
    return pyromark.events_with_range(text, options=options)


class TestEqualToTheParser:
    """With default options not a byte differs from `pyromark.html`."""

    def test_the_cases_hold_every_kind_of_event(self) -> None:
        """Nothing that the parser can yield is left untried below."""
        assert {kind for text in _CASES.values() for kind in _kinds(text)} == _KINDS

    @pytest.mark.parametrize("options", _OPTION_SETS.values(), ids=_OPTION_SETS)
    def test_own_cases(self, options: pyromark.Options) -> None:
        """Each kind of block and inline, with its corner cases."""
        assert _differing(_CASES, options) == []

    @pytest.mark.parametrize("options", _OPTION_SETS.values(), ids=_OPTION_SETS)
    def test_examples_of_commonmark(self, options: pyromark.Options) -> None:
        """All examples of the CommonMark specification."""
        examples = json.loads(shared_data("commonmark/spec.json").read_text(encoding="utf-8"))
        assert len(examples) == 655
        assert _differing({str(each["example"]): each["markdown"] for each in examples}, options) == []

    @pytest.mark.parametrize("options", _OPTION_SETS.values(), ids=_OPTION_SETS)
    def test_published_articles(self, options: pyromark.Options) -> None:
        """Whole articles in English and Japanese as they were published."""
        paths = sorted(shared_data("markdown_pairs").glob("*.md"))
        assert _differing({path.name: path.read_text(encoding="utf-8") for path in paths}, options) == []

    @settings(max_examples=300, deadline=None, database=None)
    @given(
        text=st.lists(
            st.sampled_from(_LINES + _CELLS + _SIGNS + _TAGS) | st.text(max_size=4),
            max_size=30,
        ).map("".join),
        options=st.sampled_from(list(_OPTION_SETS.values())),
    )
    def test_generated_texts(self, text: str, options: pyromark.Options) -> None:
        """Any text at all, made of what Markdown gives a meaning."""
        assert render(_events(text, options)) == pyromark.html(text, options=options)

    def test_every_character_of_a_destination(self) -> None:
        """ASCII in a URL is percent-encoded where the parser does so, and only there."""
        text = "".join(f"[a](<{chr(code)}x\\{chr(code)}é>)\n" for code in range(1, 128) if code not in {10, 13})
        assert render(events(text)) == pyromark.html(text, options=OPTIONS)

    def test_deep_nesting_needs_no_deep_stack(self) -> None:
        """Python's limit of recursion is no limit for an article."""
        text = ">" * 3000 + "a\n\n" + "*a " * 3000 + " b*" * 3000
        assert render(events(text)) == pyromark.html(text, options=OPTIONS)
