"""Footnotes: which links refer to notes, and where these stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.importers.html.tree import Element

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK = re.compile(r"[\[(（［〔]?\s*(?:[注※*†‡§¶]*\s*\d{0,3}|[a-z]|[ivx]+)\s*[\])）］〕]?")
_BACK = re.compile(
    r"[\[(（]?\s*(?:[↩↑^⏎⤴]\ufe0e?\ufe0f?\s*\d*|back|戻る|本文へ(?:戻る)?|return)\s*[\])）]?", re.IGNORECASE
)
_OF_NOTES = re.compile(r"foot-?note|endnote|(?:^|[\s_-])fn|cite_(?:note|ref)|noteref|doc-note|_ftn|_edn|脚注")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = frozenset({"li", "p", "div", "dd", "aside", "section", "td"})


class Notes(NamedTuple):
    """The footnotes of an article. `labels` are by the links that refer to them, `bodies` by label.

    `headings` stood above them and were left out with what held the notes.
    """

    labels: Mapping[Element, str]
    bodies: Mapping[str, Element]
    headings: tuple[str, ...] = ()


def take_notes(body: Element, root: Element) -> Notes:
    """Take the footnotes out of an article: a link that leads down to a note, which leads back or is marked as one."""
    places = _places(root)
    order = {element: index for index, element in enumerate(root.elements())}
    labels: dict[Element, str] = {}
    bodies: dict[str, Element] = {}
    names: dict[Element, str] = {}
    for link in body.all("a"):
        target = places.get(link.get("href")[1:]) if link.get("href").startswith("#") else None
        if target is None or order[target] < order[link] or not _refers(link):
            continue
        note = _block(target)
        if note is None or note in link.ancestors() or not _is_note(note, target, link):
            continue
        if note not in names:
            names[note] = _label(link, len(bodies) + 1, bodies)
            bodies[names[note]] = note
        labels[link] = names[note]
    for note in bodies.values():
        _clean(note, {*labels})
    headings = [heading for note in bodies.values() for heading in _take_out(note)]
    return Notes(labels, bodies, tuple(headings))


def _places(root: Element) -> dict[str, Element]:
    places: dict[str, Element] = {}
    for element in root.elements():
        for name in ("id", "name"):
            if element.get(name):
                places.setdefault(element.get(name), element)
    return places


def _names(element: Element) -> str:
    return " ".join(element.get(name) for name in ("class", "id", "href", "role", "epub:type", "rel", "name"))


def _refers(link: Element) -> bool:
    """Whether a link looks like the mark of a note."""
    if link.get("role") == "doc-backlink" or "footnote-back" in link.get("class"):
        return False
    text = link.text()
    if link.get("role") == "doc-noteref" or "noteref" in link.get("epub:type"):
        return True
    raised = any(around.tag == "sup" for around in link.ancestors()) or link.first("sup") is not None
    return bool(text) and _MARK.fullmatch(text) is not None and (raised or _OF_NOTES.search(_names(link)) is not None)


def _block(target: Element) -> Element | None:
    if target.tag in _BLOCKS:
        return target
    return next((around for around in target.ancestors() if around.tag in _BLOCKS), None)


def _is_note(note: Element, target: Element, link: Element) -> bool:
    """Whether an element is a note: it links back to where the link stands, or its names or those around it say so."""
    origins = {part.get(name) for part in (link, *[*link.ancestors()][:2], *link.elements()) for name in ("id", "name")}
    for back in note.all("a"):
        if back.get("role") == "doc-backlink" or (
            back.get("href").startswith("#") and back.get("href")[1:] in origins - {""}
        ):
            return True
    around = [target, note, *[*note.ancestors()][:2]]
    return any(_OF_NOTES.search(_names(each)) for each in around)


def _label(link: Element, number: int, taken: Mapping[str, Element]) -> str:
    """Return the label of a note: its number in the text if nobody has it yet."""
    digits = re.sub(r"\D", "", link.text())
    label = digits if digits and digits not in taken else str(number)
    while label in taken:
        label = str(int(label) + 1)
    return label


def _clean(note: Element, references: set[Element]) -> None:
    """Take the links back and the number off a note."""
    for back in [*note.all("a")]:
        if back in references:
            continue
        if back.get("role") == "doc-backlink" or (back.get("href").startswith("#") and _is_back(back)):
            back.remove()
    for mark in [*note.all("sup")]:
        if (
            not mark.text()
            or "footnote-definition-label" in mark.get("class")
            or (_leads(note, mark) and _MARK.fullmatch(mark.text()))
        ):
            mark.remove()
    first = _first_text(note)
    if note.tag != "li" and first is not None:
        parent, index, text = first
        parent.children[index] = re.sub(r"\A\s*(?:[\[(（]?[注※]?\d{1,3}[\])）.:：]|[↩↑^])\s*", "", text)


def _is_back(link: Element) -> bool:
    text = link.text()
    return not text or _BACK.fullmatch(text) is not None or _MARK.fullmatch(text) is not None


def _leads(note: Element, mark: Element) -> bool:
    """Whether nothing stands before `mark` in `note`."""
    for element in note.elements():
        if element is mark:
            return True
        if any(isinstance(child, str) and child.strip() for child in element.children[:1]):
            return False
    return False


def _first_text(note: Element) -> tuple[Element, int, str] | None:
    for element in note.elements():
        for index, child in enumerate(element.children):
            if isinstance(child, str):
                if child.strip():
                    return element, index, child
            else:
                break
    return None


def _take_out(note: Element) -> list[str]:
    """Take a note out, and what held notes only with its heading and rule; return the headings."""
    parent = note.parent
    note.remove()
    headings: list[str] = []
    while parent is not None and parent.tag not in {"body", "article", "main"}:
        rest = [child for child in parent.children if not (isinstance(child, str) and not child.strip())]
        allowed = {"hr", "br"} | (_HEADINGS if _OF_NOTES.search(_names(parent)) else set())
        if any(not isinstance(child, Element) or child.tag not in allowed for child in rest):
            break
        headings += [child.text() for child in rest if isinstance(child, Element) and child.text()]
        emptied, parent = parent, parent.parent
        emptied.remove()
    return headings
