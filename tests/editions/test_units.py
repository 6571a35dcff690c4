"""The pieces of a document that can each be rendered by themselves."""

from __future__ import annotations

import pytest

from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.html import render
from taiyaku.formats.markdown.tree import tree
from taiyaku.formats.markdown.units import units


def pieces(markdown: str) -> list[tuple[str, int, bool]]:
    """Return the units: HTML on one line, depth of lists, whether it continues an item."""
    found = events(markdown)
    return [(render(unit.events).replace("\n", ""), unit.depth, unit.continued) for unit in units(found, tree(found))]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a\n\nb\n", [("<p>a</p>", 0, False), ("<p>b</p>", 0, False)]),
        ("- a\n- b\n", [("<ul><li>a</li></ul>", 1, False), ("<ul><li>b</li></ul>", 1, False)]),
        ("3. a\n4. b\n", [('<ol start="3"><li>a</li></ol>', 1, False), ('<ol start="4"><li>b</li></ol>', 1, False)]),
        ("- a\n\n  b\n", [("<ul><li><p>a</p></li></ul>", 1, False), ("<ul><li><p>b</p></li></ul>", 1, True)]),
        ("1. a\n   - b\n", [("<ol><li>a</li></ol>", 1, False), ("<ul><li>b</li></ul>", 2, False)]),
        ("- 1. a\n", [("<ol><li>a</li></ol>", 2, False)]),
        ("> a\n>\n> - b\n", [
            ("<blockquote><p>a</p></blockquote>", 0, False),
            ("<blockquote><ul><li>b</li></ul></blockquote>", 1, False),
        ]),
        ("- > a\n  >\n  > b\n", [
            ("<ul><li><blockquote><p>a</p></blockquote></li></ul>", 1, False),
            ("<ul><li><blockquote><p>b</p></blockquote></li></ul>", 1, False),
        ]),
        ("- a\n\n  > b\n", [
            ("<ul><li><p>a</p></li></ul>", 1, False),
            ("<ul><li><blockquote><p>b</p></blockquote></li></ul>", 1, True),
        ]),
        ("---\n", [("<hr />", 0, False)]),
        ("```\na\n```\n", [("<pre><code>a</code></pre>", 0, False)]),
        ("|a|b|\n|-|-|\n|c|d|\n", [(
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>",
            0,
            False,
        )]),
        ("<b>x</b>\n", [("<p><b>x</b></p>", 0, False)]),
        ("<div>x</div>\n", [("<div>x</div>", 0, False)]),
        ("T\n: D\n", [("<dl><dt>T</dt></dl>", 0, False), ("<dl><dd>D</dd></dl>", 0, False)]),
    ],
)  # fmt: skip
def test_units(markdown: str, expected: list[tuple[str, int, bool]]) -> None:
    """Leaves in copies of the containers around them; of lists in lists the innermost only."""
    assert pieces(markdown) == expected


def test_units_cover_all_text() -> None:
    """In order, each once."""
    markdown = "# T\n\na\n\n- b\n  - c\n\n    d\n- e\n\n> f\n>\n> 1. g\n\n|h|\n|-|\n|i|\n\n[^1]: j\n\nk[^1]\n"
    found = events(markdown)
    listed = list(units(found, tree(found)))
    assert [unit.start for unit in listed] == sorted(unit.start for unit in listed)
    texts = [
        event["Text"] for unit in listed for event, _ in unit.events if isinstance(event, dict) and "Text" in event
    ]
    assert texts == list("Tabcdefghijk")
