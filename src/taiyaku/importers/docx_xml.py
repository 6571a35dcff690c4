"""The XML of a Word document: parsed safely, and the few questions that are asked of it everywhere.

The only door to defusedxml: a plain document type passes; one that declares entities, which could eat the memory or
read other files, does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from taiyaku.errors import Phrase, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Element", "SubElement", "tostring"]

DEPTH: Final = 80
"""Elements nested deeper are refused: a paragraph in a table in a table stands 15 deep."""

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V: Final = "{urn:schemas-microsoft-com:vml}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_STRICT = re.compile(r"\{http://purl\.oclc\.org/ooxml/(\w+)/(\w+)\}")
VAL: Final = f"{W}val"


def parse(content: bytes, path: Path | None = None) -> Element:
    """Parse a part. Names are those of Transitional documents also where a document is Strict.

    Raises UnreadableError for what is not well-formed, declares entities, or is nested absurdly.
    """
    try:
        root: Element = fromstring(content)
    except DefusedXmlException as error:
        raise UnreadableError(
            Phrase("the document declares entities of XML, which Word never does"),
            path=path,
            hint=Phrase("ask whoever sent it for a new copy; nothing was read"),
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableError(
            Phrase("the document is damaged ({reason})", reason=error),
            path=path,
            hint=Phrase("open it in Word, which may mend it, and save it"),
        ) from error
    level = [root]
    for _ in range(DEPTH):
        level = [child for element in level for child in element]
    if level:
        raise UnreadableError(
            Phrase("the document is nested more than {limit} elements deep", limit=DEPTH),
            path=path,
            hint=Phrase("copy the text out of it, and import that"),
        )
    _make_transitional(root)
    return root


def _make_transitional(root: Element) -> None:
    """Give the elements of a Strict document the names that everybody else uses."""
    if not any(_STRICT.match(name) for name in (root.tag, *(child.tag for child in root))):
        return

    def renamed(name: str) -> str:
        return _STRICT.sub(lambda match: f"{{http://schemas.openxmlformats.org/{match[1]}/2006/{match[2]}}}", name)

    for element in root.iter():
        element.tag = renamed(element.tag)
        element.attrib = {renamed(name): value for name, value in element.attrib.items()}


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a property of a run or a paragraph (`b`, `vanish`) is there and not switched off."""
    found = None if properties is None else properties.find(W + name)
    return found is not None and found.get(VAL, "1") not in {"0", "false", "off", "none"}


def text_of(element: Element) -> str:
    """Return the text in an element, deleted text included."""
    return "".join(_texts(element))


def _texts(element: Element) -> Iterator[str]:
    for part in element.iter():
        if part.tag in {f"{W}t", f"{W}delText", f"{M}t"}:
            yield part.text or ""
        elif part.tag in {f"{W}tab", f"{W}br", f"{W}cr"}:
            yield " "


def each(root: Element, *tags: str) -> Iterator[Element]:
    """Yield the elements of these names, in the order of the text."""
    return (element for element in root.iter() if element.tag in tags)


def parents(root: Element) -> dict[Element, Element]:
    """Return the parent of each element."""
    return {child: parent for parent in root.iter() for child in parent}


def run(text: str, properties: Element | None = None) -> Element:
    """Return a run of text, in the looks of another one."""
    made = Element(f"{W}r")
    if properties is not None:
        made.append(properties)
    SubElement(made, f"{W}t").text = text
    return made


def excerpt(text: str, length: int = 80) -> str:
    """Return the beginning of a text on one line, for a remark."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[:length]}…"
