"""What readers with a keyboard or a screen reader get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from taiyaku.editions.accessible import accessible, terms_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.editions.site import Site


def test_boxes_say_what_they_tell(site: Callable[..., Site]) -> None:
    """In the language of the page; what is written by hand has the same form after it was sanitized."""
    page = site("# T\n\n- [x] A\n- [ ] B\n").page("en/harbor/index.html")
    assert [box.attributes["aria-label"] for box in page.main.all("input")] == ["done", "to do"]


def test_what_scrolls_can_be_scrolled_by_keys(site: Callable[..., Site]) -> None:
    """Tables and code."""
    page = site("# T\n\n| A |\n|---|\n| B |\n\n    code\n").page("en/harbor/index.html")
    assert [element.name for element in page.main.all(tabindex="0")] == ["table", "pre"]


def test_words_are_escaped() -> None:
    """They are an attribute's value."""
    html = accessible(Markup('<input type="checkbox" disabled="">'), "done", '"><b>')
    assert html == '<input type="checkbox" disabled="" aria-label="&#34;&gt;&lt;b&gt;">'


def test_a_term_apart_from_its_definition_is_no_list() -> None:
    """But still a term."""
    html = terms_apart(Markup('<dl>\n<dt class="untranslated">A</dt>\n</dl>'))
    assert html == '<div>\n<div role="term" class="untranslated">A</div>\n</div>'
