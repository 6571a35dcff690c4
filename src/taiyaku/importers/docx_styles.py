"""What the styles of a document mean: headings, title, captions, whatever they are called and in which language.

Word keeps the names of its own styles in English (`heading 1`) in every language; other programs write 見出し 1, and
houses make styles of their own upon these. Each style is given the name that says what it is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from taiyaku.importers.docx_xml import VAL, SubElement, W

if TYPE_CHECKING:
    from taiyaku.importers.docx_xml import Element

MEANINGS = (
    ("heading {0}", re.compile(r"(?:heading|見出し)\s*([1-9])")),
    ("toc", re.compile(r"(?:toc|目次|contents)\s*(?:[1-9]|heading|の?見出し)?")),
    ("Title", re.compile(r"title|表題|タイトル|大見出し")),
    ("Subtitle", re.compile(r"subtitle|副題|サブタイトル|deck|standfirst|リード文?")),
    ("byline", re.compile(r"by-?line|author|署名|著者|執筆者")),
    ("Quote", re.compile(r"(?:intense )?quote|quotations?|block ?(?:text|quote|quotation)|引用文?\s*2?")),
    ("caption", re.compile(r"captions?|図表番号|キャプション|写真説明")),
    ("preformatted", re.compile(r"html preformatted|preformatted text|source code|html 書式付き")),
)
"""What a style may be, and the names that it may have then."""

_DEEPEST = 6
_CHAIN = 12  # styles are based on each other no further


class Styles:
    """The paragraph styles of a document; naming them by what they mean changes the part that they stand in."""

    def __init__(self, root: Element | None) -> None:
        self.root = root
        found = () if root is None else root.iter(f"{W}style")
        self._by_id = {style.get(f"{W}styleId", ""): style for style in found if style.get(f"{W}type") == "paragraph"}
        self.meanings = {name: self._meaning(style) for name, style in self._by_id.items()}
        for name, meaning in self.meanings.items():
            element = self._by_id[name].find(f"{W}name")
            if meaning and element is not None:
                element.set(VAL, meaning)

    def meaning(self, paragraph: Element) -> str:
        """Return what a paragraph is by its style, "" for running text."""
        return self.meanings.get(self._style_of(paragraph), "")

    def numbering(self, paragraph: Element) -> Element | None:
        """Return the numbering that a paragraph has by its style."""
        for style in self._chain(self._by_id.get(self._style_of(paragraph))):
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None:
                return found
        return None

    def heading(self, level: int) -> str:
        """Return the id of the style of headings of a level, made if there is none."""
        meaning = f"heading {level}"
        known = next((name for name, found in self.meanings.items() if found == meaning), None)
        if known is not None or self.root is None:
            return known or ""
        name = f"taiyaku-heading-{level}"
        style = SubElement(self.root, f"{W}style", {f"{W}type": "paragraph", f"{W}styleId": name})
        SubElement(style, f"{W}name", {VAL: meaning})
        self._by_id[name], self.meanings[name] = style, meaning
        return name

    @staticmethod
    def _style_of(paragraph: Element) -> str:
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return "" if found is None else found.get(VAL, "")

    def _meaning(self, style: Element) -> str:
        for each in self._chain(style):
            name = each.find(f"{W}name")
            meaning = meaning_of("" if name is None else name.get(VAL, ""))
            if meaning:
                return meaning
            level = each.find(f"{W}pPr/{W}outlineLvl")
            if level is not None and level.get(VAL, "9") in "012345":
                return f"heading {int(level.get(VAL, '0')) + 1}"
        return ""

    def _chain(self, style: Element | None) -> list[Element]:
        """Return a style and what it is based on."""
        chain: list[Element] = []
        while style is not None and len(chain) < _CHAIN:
            chain.append(style)
            base = style.find(f"{W}basedOn")
            style = None if base is None else self._by_id.get(base.get(VAL, ""))
        return chain


def meaning_of(name: str) -> str:
    """Return what a style of this name is, "" if its name does not say it."""
    plain = unicodedata.normalize("NFKC", name).casefold().strip()
    for meaning, pattern in MEANINGS:
        match = pattern.fullmatch(plain)
        if match:
            level = min(int(match[1]), _DEEPEST) if pattern.groups else 0
            return meaning.format(level)
    return ""
