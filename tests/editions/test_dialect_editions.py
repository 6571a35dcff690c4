"""What becomes of roles and of the tags of dialects in the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.editions.site import site_of

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = '[markdown]\ndialects = ["containers", "jinja"]\n'
_ARTICLE = """---
title: Harbor
deck: Two towns
---

<!-- taiyaku: role: caption -->

The bread of the town

<!-- taiyaku: role: pull-quote -->
> We like bread.

<!-- taiyaku: role: deck -->

Not the deck above

:::tip Take care
It is hot, {{ name }}.
:::
"""
_TRANSLATIONS = {
    "Harbor": "港",
    "Two towns": "二つの町",
    "The bread of the town": "町のパン",
    "Take care": "注意",
    "It is hot, {{ name }}.": "{{ name }}さん、熱いです。",
}


def test_roles_are_classes(tmp_path: Path) -> None:
    """A role is a class of its paragraph, also of an untranslated one; the deck is the one of the front matter."""
    site = site_of(tmp_path, {"a.md": _ARTICLE}, _TRANSLATIONS, _SETTINGS)
    assert '<p class="caption">町のパン</p>' in site.text("ja/a/index.html")
    assert '<p class="caption">The bread of the town</p>' in site.text("en/a/index.html")
    assert 'class="pull-quote untranslated"' in site.text("ja/a/index.html")
    assert next(site.page("ja/a/index.html").root.all("p", class_="deck")).text == "二つの町"
    assert "町のパン" in site.text("ja/a/index.txt")
    assert "<!-- taiyaku: role: caption -->\n\n町のパン" in site.text("ja/a/index.md")


def test_containers_are_asides(tmp_path: Path) -> None:
    """The page has a box with its title translated, the Markdown edition the container as it was."""
    site = site_of(tmp_path, {"a.md": _ARTICLE}, _TRANSLATIONS, _SETTINGS)
    page = site.text("ja/a/index.html")
    assert '<aside class="box tip">\n<p class="box-title">注意</p>' in page
    assert ":::" not in page
    assert ":::tip 注意\n{{ name }}さん、熱いです。\n:::\n" in site.text("ja/a/index.md")


def test_what_a_page_cannot_show_is_told(tmp_path: Path) -> None:
    """Building pages tells of a value that only the site's program knows."""
    site = site_of(tmp_path, {"a.md": _ARTICLE}, _TRANSLATIONS, _SETTINGS)
    told = [str(problem.what) for problem in site.built.problems if problem.severity == "warning"]
    assert "the pages cannot show what {{ name }} stands for: it is printed as it is" in told
