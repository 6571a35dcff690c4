"""Directives in comments: found, judged, and followed."""

from __future__ import annotations

import pytest

from taiyaku.article.directives import (
    ARTICLE_DIRECTIVES,
    ROLES,
    Directive,
    Orders,
    find_directives,
    translation_directive,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- taiyaku: skip -->", [Directive("skip", "", 0)]),
        ("<!--taiyaku:skip-->", [Directive("skip", "", 0)]),
        ("a <!--\n taiyaku: note:\n  two\n  lines\n-->", [Directive("note", "two lines", 2)]),
        ("<!-- taiyaku: note: a: b -->", [Directive("note", "a: b", 0)]),
        ("<!-- taiyaku: skip --><!-- taiyaku: note: 注 -->", [Directive("skip", "", 0), Directive("note", "注", 22)]),
        ("<!-- taiyaku: note this -->", [Directive("note this", "", 0)]),
        ("<!-- taiyaku: -->", [Directive("", "", 0)]),
        ("<!-- taiyaku: skip", []),
        ("<!-- taiyaku skip -->", []),
        ("<!-- Taiyaku: skip -->", []),
        ("taiyaku: skip", []),
        ("<!-- a --> taiyaku: skip -->", []),
        ("{/* taiyaku: skip */} {# taiyaku: note: a #}", [Directive("skip", "", 0), Directive("note", "a", 22)]),
    ],
)
def test_found(text: str, found: list[Directive]) -> None:
    """Wherever blanks stand; a comment ends at its first end."""
    assert find_directives(text) == found


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("skip", "", None),
        ("note", "text", None),
        ("note", "", "the directive “note” needs a value: <!-- taiyaku: note: ... -->"),
        ("context", "", "the directive “context” needs a value: <!-- taiyaku: context: ... -->"),
        ("skp", "", "unknown directive “skp”; did you mean “skip”?"),
        ("zzz", "", "unknown directive “zzz”; known here: skip, skip-start, skip-end, note, context, role, desk"),
        ("role", "caption", None),
        ("role", "", "the directive “role” needs a value: <!-- taiyaku: role: ... -->"),
        ("role", "Captoin", "unknown role “Captoin”; did you mean “caption”?"),
        ("role", "editors_note", "unknown role “editors_note”; did you mean “editors-note”?"),
        (
            "role",
            "xyz",
            f"unknown role “xyz”; known are: {', '.join(ROLES)}",
        ),
    ],
)
def test_faults(name: str, value: str, fault: str | None) -> None:
    """An unknown directive is reported with the nearest known one."""
    found = Directive(name, value, 0).fault(ARTICLE_DIRECTIVES)
    assert (None if found is None else str(found)) == fault


@pytest.mark.parametrize(
    ("msgstr", "directive"),
    [
        ("<!-- taiyaku: omit: why -->", Directive("omit", "why", 0)),
        ("  <!-- taiyaku: joined -->\n", Directive("joined", "", 0)),
        ("<!-- taiyaku: omit: a --> text", None),
        ("<!-- taiyaku: omit: a --> <!-- b -->", None),
        ("text <!-- taiyaku: omit -->", None),
        ("<!-- omit -->", None),
        ("<!-- taiyaku: omit", None),
        ("", None),
    ],
)
def test_a_whole_translation(msgstr: str, directive: Directive | None) -> None:
    """A text beside a directive is a text, and not lost."""
    assert translation_directive(msgstr) == directive


def test_orders_add_up() -> None:
    """Notes are gathered, the last context counts."""
    orders = Orders()
    for directive in find_directives(
        "<!-- taiyaku: note: a --><!-- taiyaku: note: b --><!-- taiyaku: context: c --><!-- taiyaku: context: d -->"
    ):
        orders = orders.after(directive)
    assert orders == Orders(skip=False, note=("a", "b"), name="d")
    assert orders.after(Directive("skip", "", 0)).skip
    assert orders.after(Directive("skip-end", "", 0)) == orders
