"""A story of a Word document (its body, its notes) made into one that the converter reads whole.

The converter drops readings, formulas, simple fields and some boxes without their text being anywhere else. Here they
become plain runs; what is not for readers (hidden text, tables of contents) goes, and all of that is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from taiyaku.errors import Phrase
from taiyaku.importers.docx_xml import (
    MC,
    VAL,
    WP,
    A,
    Element,
    M,
    SubElement,
    V,
    W,
    each,
    excerpt,
    is_on,
    parents,
    run,
    text_of,
)
from taiyaku.importers.imported import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taiyaku.importers.docx_styles import Styles

RUBY: Final = ("\ufdd0", "\ufdd1", "\ufdd2")
"""Before a base, before its reading and after it: noncharacters, of which no document has any."""

_SOFT_HYPHEN = "\xad"
_NO_RUBY = str.maketrans("", "", "".join(RUBY) + _SOFT_HYPHEN)
_CHARTS = {"chart": Phrase("a chart"), "diagram": Phrase("a diagram")}


def prepare(story: Element, styles: Styles) -> list[Remark]:
    """Change a story in place, and return what was noticed."""
    preparer = _Preparer()
    preparer.fill(story)
    around = parents(story)
    for paragraph in [*story.iter(f"{W}p")]:
        _settle_breaks(paragraph)
        _name_style(paragraph, styles)
        preparer.numbered += _is_numbered_heading(paragraph, styles)
        if styles.meaning(paragraph) == "toc":
            preparer.contents += 1
            around[paragraph].remove(paragraph)
        else:
            _move_floating(paragraph, around)
    return [*preparer.all_remarks()]


class _Preparer:
    """Says what becomes of each element, and remembers what a person should know."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []
        self.contents = self.soft_hyphens = self.dots = self.numbered = 0

    def of(self, element: Element) -> list[Element]:
        """Return what takes the place of an element."""
        rule = _RULES.get(element.tag)
        return [element] if rule is None else rule(self, element)

    def fill(self, parent: Element) -> None:
        """Replace what is in an element, in the order of the text. `parse` has bounded the depth."""
        filled = []
        for child in parent:
            for made in self.of(child):
                self.fill(made)
                filled.append(made)
        parent[:] = filled

    def all_remarks(self) -> Iterator[Remark]:
        """Yield what was noticed, with the counts."""
        yield from self.remarks
        if self.contents:
            yield Remark(Phrase("lines of a table of contents that were left out: {count}", count=self.contents))
        if self.soft_hyphens:
            yield Remark(Phrase("soft hyphens that were taken out: {count}", count=self.soft_hyphens))
        if self.numbered:
            what = Phrase(
                "headings that Word numbers by itself, which have no numbers now: {count}", count=self.numbered
            )
            yield Remark(what, doubtful=True)
        if self.dots:
            yield Remark(Phrase("texts with emphasis dots (圏点) that became emphasis: {count}", count=self.dots))

    def note(self, what: Phrase, *, doubtful: bool = True) -> None:
        """Remember a remark."""
        self.remarks.append(Remark(what, doubtful=doubtful))

    # One kind of element each

    def unwrapped(self, element: Element) -> list[Element]:
        """Keep what is in an element (which may be wrapped itself)."""
        return [made for child in element for made in self.of(child)]

    def run(self, element: Element) -> list[Element]:
        """Drop a run that nobody sees; make emphasis of emphasis dots."""
        properties = element.find(f"{W}rPr")
        if is_on(properties, "vanish"):
            text = text_of(element).strip()
            if text:
                self.note(Phrase("hidden text was left out: “{text}”", text=excerpt(text, 200)))
            return []
        if properties is not None and is_on(properties, "em"):
            self.dots += 1
            SubElement(properties, f"{W}i")
        return [element]

    def text(self, element: Element) -> list[Element]:
        """Take soft hyphens out."""
        text = element.text or ""
        self.soft_hyphens += text.count(_SOFT_HYPHEN)
        element.text = text.translate(_NO_RUBY)
        return [element]

    def soft_hyphen(self, _element: Element) -> list[Element]:
        """Take a soft hyphen out."""
        self.soft_hyphens += 1
        return []

    def line_end(self, _element: Element) -> list[Element]:
        """Write a line end as others do."""
        return [Element(f"{W}br")]

    def ruby(self, element: Element) -> list[Element]:
        """Write a text with its reading as text between marks."""
        base, reading = ("".join(text_of(part) for part in element.findall(W + name)) for name in ("rubyBase", "rt"))
        before, between, after = RUBY
        marked = f"{before}{base}{between}{reading}{after}" if base.strip() and reading.strip() else base + reading
        made = Element(f"{W}t")
        made.text = marked
        return [made]

    def formula(self, element: Element) -> list[Element]:
        """Write a formula as the text in it."""
        text = text_of(element)
        self.note(Phrase("a formula came in as text: {text}", text=excerpt(text)))
        return [run(text)]

    def control(self, element: Element) -> list[Element]:
        """Drop a table of contents, keep all else that is put in by building blocks."""
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if gallery is not None and "contents" in gallery.get(VAL, "").casefold():
            self.contents += len([*element.iter(f"{W}p")])
            return []
        return [element]

    def alternatives(self, element: Element) -> list[Element]:
        """Take the older of two ways to draw the same, which the converter knows, if it has the text as well."""
        chosen, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
        ways = [way for way in (fallback, chosen) if way is not None]
        best = max(ways, key=lambda way: len(text_of(way)), default=None)
        return [] if best is None else [made for child in [*best] for made in self.of(child)]

    def drawing(self, element: Element) -> list[Element]:
        """Take the text out of a box; tell of what is neither text nor image."""
        for data in element.iter(f"{A}graphicData"):
            kind = _CHARTS.get(data.get("uri", "").rsplit("/", 1)[-1])
            if kind:
                self.note(Phrase("{kind} was left out: save it as an image, or tell what it shows", kind=kind))
        boxes = [*element.iter(f"{W}txbxContent")]
        if not boxes:
            return [element]
        made = Element(f"{W}pict")
        for box in boxes:
            SubElement(SubElement(made, f"{V}shape"), f"{V}textbox").append(box)
        has_image = any(True for _ in element.iter(f"{A}blip"))
        return [element, *self.boxes(made)] if has_image else self.boxes(made)

    def boxes(self, element: Element) -> list[Element]:
        """Tell where the text of a box stands."""
        for box in element.iter(f"{W}txbxContent"):
            text = excerpt(text_of(box))
            if text:
                self.note(Phrase("the text of a box stands after the paragraph that holds it: “{text}”", text=text))
        return [element]

    def embedded(self, element: Element) -> list[Element]:
        """Tell of something that another program made."""
        self.note(Phrase("an embedded object was left out, but for its picture"))
        return [element]

    def foreign(self, _element: Element) -> list[Element]:
        """Tell of a whole document inside this one."""
        self.note(Phrase("a document embedded in this one was left out: import it by itself"))
        return []


_RULES: dict[str, Callable[[_Preparer, Element], list[Element]]] = {
    **dict.fromkeys((f"{W}fldSimple", f"{W}dir", f"{W}bdo", f"{M}oMathPara"), _Preparer.unwrapped),
    f"{W}r": _Preparer.run,
    f"{W}t": _Preparer.text,
    f"{W}softHyphen": _Preparer.soft_hyphen,
    f"{W}cr": _Preparer.line_end,
    f"{W}ruby": _Preparer.ruby,
    f"{M}oMath": _Preparer.formula,
    f"{W}sdt": _Preparer.control,
    f"{MC}AlternateContent": _Preparer.alternatives,
    f"{W}drawing": _Preparer.drawing,
    f"{W}pict": _Preparer.boxes,
    f"{W}object": _Preparer.embedded,
    f"{W}altChunk": _Preparer.foreign,
}


def _settle_breaks(paragraph: Element) -> None:
    """Make a break of page or column within a text a line break; at its ends it is none of the text."""
    parts = [part for part in each(paragraph, f"{W}t", f"{W}br") if part.tag == f"{W}br" or (part.text or "").strip()]
    texts = [place for place, part in enumerate(parts) if part.tag == f"{W}t"]
    around = parents(paragraph) if len(texts) < len(parts) else {}
    for place, part in enumerate(parts):
        if part.tag == f"{W}t" or part.attrib.pop(f"{W}type", "") not in {"page", "column"}:
            continue
        if not texts or not texts[0] < place < texts[-1]:
            around[part].remove(part)


def _name_style(paragraph: Element, styles: Styles) -> None:
    """Give a paragraph the style of headings that its level asks for, and the numbering of its style."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return
    level = properties.find(f"{W}outlineLvl")
    if level is not None and level.get(VAL, "9") in "012345" and not styles.meaning(paragraph):
        for old in properties.findall(f"{W}pStyle"):
            properties.remove(old)
        properties.insert(0, Element(f"{W}pStyle", {VAL: styles.heading(int(level.get(VAL, "0")) + 1)}))
    numbering = styles.numbering(paragraph)
    if numbering is not None and properties.find(f"{W}numPr") is None:
        properties.append(numbering)


def _is_numbered_heading(paragraph: Element, styles: Styles) -> bool:
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    is_numbered = number is not None and number.get(VAL) != "0"
    return is_numbered and styles.meaning(paragraph).startswith("heading")


def _move_floating(paragraph: Element, around: dict[Element, Element]) -> None:
    """Put images that float beside a text into paragraphs of their own after it."""
    if not text_of(paragraph).strip():
        return
    inner = parents(paragraph)
    for drawing in [*paragraph.iter(f"{W}drawing")]:
        if drawing.find(f"{WP}anchor") is None or not any(True for _ in drawing.iter(f"{A}blip")):
            continue
        inner[drawing].remove(drawing)
        own = Element(f"{W}p")
        SubElement(own, f"{W}r").append(drawing)
        siblings = around[paragraph]
        siblings.insert([*siblings].index(paragraph) + 1, own)
