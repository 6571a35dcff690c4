"""The body of an article alone, for a program that has pages of its own: few classes, no id that it could have too."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from taiyaku.article.directives import ROLES
from taiyaku.editions.rewriter import Frame, Rewriter, absolute, tag

if TYPE_CHECKING:
    from markupsafe import Markup

PREFIX = "taiyaku-"
"""Begins each class, so that no theme has it already."""

CLASSES = frozenset(
    [
        *ROLES,
        "untranslated",
        "outdated",
        "doubted",
        "mark",
        "box",
        "box-title",
        "media",
        "footnotes",
        "footnote-ref",
        "footnote-back",
        "markdown-alert-note",
        "markdown-alert-tip",
        "markdown-alert-important",
        "markdown-alert-warning",
        "markdown-alert-caution",
        "align-left",
        "align-center",
        "align-right",
        "math",
    ]
)
"""Those that stay, here without their prefix. That of code in a language (`language-...`) never has one."""

_LANGUAGE = re.compile(r"language-[\w+#.-]+")


def fragment(body: Markup, lang: str, id_prefix: str, base: str = "") -> str:
    """Return a safe body as a fragment. `lang` is its language; `id_prefix` stands before ids and the links to them.

    With `base`, the address of the article's page, addresses are absolute.
    """
    return _Fragment(lang, id_prefix, base).rewritten(body)


class _Fragment(Rewriter):
    def __init__(self, lang: str, id_prefix: str, base: str) -> None:
        super().__init__(lang)
        self.id_prefix, self.base = id_prefix, base

    def frame(self, name: str, given: dict[str, str], lang: str) -> Frame | None:
        kept = self.attributes(name, given)
        if name == "span" and not kept:
            return Frame("", "")  # of what a page's own stylesheet does with it nothing is left
        opening = tag(name, kept)
        if mark := given.get("data-mark"):
            told = {"class": f"{PREFIX}mark"} | ({} if lang == self.lang else {"lang": self.lang})
            opening += f"{tag('small', told)}{escape(mark, quote=False)}</small> "
        return Frame(opening, f"</{name}>")

    def void(self, name: str, given: dict[str, str], lang: str) -> str:  # noqa: ARG002 (mail needs it)
        return "" if name == "wbr" else tag(name, self.attributes(name, given))

    def attributes(self, name: str, given: dict[str, str]) -> dict[str, str]:
        """Return the attributes that stay: classes that are known, ids with their prefix, addresses."""
        kept = {key: value for key, value in given.items() if key not in {"class", "data-mark"}}
        if "id" in kept:
            kept["id"] = self.id_prefix + kept["id"]
        if "headers" in kept:
            kept["headers"] = " ".join(self.id_prefix + header for header in kept["headers"].split())
        if name == "a" and "href" in kept:
            kept["href"] = self.address(kept["href"])
        if "src" in kept:
            kept["src"] = absolute(self.base, kept["src"])
        if classes := " ".join(filter(None, map(_class, given.get("class", "").split()))):
            kept["class"] = classes
        return kept

    def address(self, address: str) -> str:
        if address.startswith("#"):
            return address if address == "#" else f"#{self.id_prefix}{address[1:]}"
        return absolute(self.base, address)


def _class(name: str) -> str:
    if name in CLASSES:
        return PREFIX + name
    return name if _LANGUAGE.fullmatch(name) else ""
