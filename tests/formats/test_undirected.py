"""An article without its directives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.article.directives import find_directives
from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.html import render
from taiyaku.formats.markdown.undirected import undirected

NOTE = "<!-- taiyaku: note: x -->"
CASES = {
    "before a paragraph": (f"{NOTE}\n\nText.\n", "Text.\n"),
    "close to its block": (f"A.\n\n{NOTE}\n> B.\n", "A.\n\n> B.\n"),
    "several": (f"A.\n\n{NOTE}\n\n{NOTE}\n\nB.\n", "A.\n\nB.\n"),
    "two on a line": (f"A.\n\n{NOTE} {NOTE}\n\nB.\n", "A.\n\nB.\n"),
    "over lines": ("A.\n\n<!-- taiyaku: note: x\ny -->\n\nB.\n", "A.\n\nB.\n"),
    "last": (f"A.\n\n{NOTE}\n", "A.\n"),
    "in a quotation": (f"> {NOTE}\n>\n> A.\n", "> A.\n"),
    "in an item": (f"- A.\n\n  {NOTE}\n\n  B.\n", "- A.\n\n  B.\n"),
    "between two lists": (f"- A\n\n{NOTE}\n\n- B\n", "- A\n\n<!-- -->\n\n- B\n"),
    "with HTML": (f"{NOTE} <b>x</b>\n\nA.\n", "<!-- --> <b>x</b>\n\nA.\n"),
    "an author's comment": (f"<!-- mine -->\n\n{NOTE}\n\nA.\n", "<!-- mine -->\n\nA.\n"),
    "within a text": (f"A {NOTE} B.\n", f"A {NOTE} B.\n"),
    "in code": (f"```\n{NOTE}\n```\n", f"```\n{NOTE}\n```\n"),
    "other line ends": (f"A.\r\n\r\n{NOTE}\r\n\r\nB.\r\n", "A.\r\n\r\nB.\r\n"),
    "skipped paragraphs": (
        "<!-- taiyaku: skip-start -->\n\n港。\n\n<!-- taiyaku: skip-end -->\n\nB.\n",
        "港。\n\nB.\n",
    ),
    "one that must stay and one that need not": (
        f"- A\n\n{NOTE}\n\n- B\n\n{NOTE}\n\nC.\n",
        "- A\n\n<!-- -->\n\n- B\n\nC.\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str) -> None:
    """What goes in and what comes out, by where the directive stands."""
    before, after = CASES[name]
    assert undirected(before, 0, math=False, dialects=()) == after


@pytest.mark.parametrize("comment", ["{/* taiyaku: skip */}", "{# taiyaku: skip #}"])
def test_comments_of_dialects(comment: str) -> None:
    """Those of MDX and Jinja, too."""
    dialects = ["mdx"] if "/" in comment else ["jinja"]
    assert undirected(f"A.\n\n{comment}\n\nB.\n", 0, math=False, dialects=dialects) == "A.\n\nB.\n"


def test_front_matter_is_not_looked_at() -> None:
    """Only what comes after `start`."""
    source = f"---\na: {NOTE}\n---\n\n{NOTE}\n\nA.\n"
    start = source.index("---\n\n") + 4
    assert undirected(source, start, math=False, dialects=()) == f"---\na: {NOTE}\n---\n\nA.\n"


BLOCKS = [
    "港。",
    "- 一\n- 二",
    "> 引用",
    "1. x",
    "| a |\n|---|\n| b |",
    "```\ncode\n```",
    "# 見出し",
    NOTE,
    f"{NOTE}\n{NOTE}",
]


@given(st.lists(st.sampled_from(BLOCKS), max_size=9), st.sampled_from(["\n", "\n\n"]))
def test_the_page_stays_the_same(blocks: list[str], between: str) -> None:
    """But for comments, which nobody sees, and the blanks between blocks; no directive stays on a line of its own."""
    source = between.join(blocks) + "\n"
    found = undirected(source, 0, math=False, dialects=())
    assert _shown(found) == _shown(source)
    if between == "\n\n":
        assert not find_directives(found)


def _shown(source: str) -> str:
    html = render(events(source)).replace(NOTE, "").replace("<!-- -->", "")
    return "".join(html.replace("<p>", "").replace("</p>", "").split())
