"""What people wrote into a document and about it: tracked changes and comments, told with author and text.

The text is read as if all changes were accepted, which is what Word shows: insertions are taken, deletions left out.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase
from taiyaku.importers.docx_xml import W, each, excerpt, text_of
from taiyaku.importers.imported import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.importers.docx_xml import Element

_KINDS = {f"{W}ins": "in", f"{W}del": "out", f"{W}moveTo": "moved", f"{W}moveFrom": ""}
_TEMPLATES = {
    "in": Phrase("inserted by {author}, and taken: “{text}”"),
    "out": Phrase("deleted by {author}, and left out: “{text}”"),
    "moved": Phrase("moved by {author}, and read in its new place: “{text}”"),
}
_UNNAMED = Phrase("somebody")


class _Change(NamedTuple):
    kind: str
    author: str
    text: str


def remarks_on_changes(root: Element) -> Iterator[Remark]:
    """Yield each tracked change, those of one author next to each other as one."""
    for paragraph in root.iter(f"{W}p"):
        changes = [
            _Change(_KINDS[part.tag], part.get(f"{W}author", ""), text_of(part))
            for part in each(paragraph, *_KINDS)
            if _KINDS[part.tag] and text_of(part).strip()
        ]
        for (kind, author), same in groupby(changes, key=lambda change: change[:2]):
            text = excerpt("".join(change.text for change in same), 200)
            yield Remark(_TEMPLATES[kind].filled(author=author or _UNNAMED, text=text), doubtful=True)
    formats = sum(1 for part in root.iter() if part.tag in {f"{W}rPrChange", f"{W}pPrChange"})
    if formats:
        yield Remark(Phrase("changes of looks only, read as accepted: {count}", count=formats))


def remarks_on_comments(story: Element, comments: Element | None) -> Iterator[Remark]:
    """Yield each comment with the passage that it is about."""
    if comments is None:
        return
    passages = _passages(story)
    for comment in comments.iter(f"{W}comment"):
        text = excerpt(" ".join(text_of(paragraph) for paragraph in comment.iter(f"{W}p")), 400)
        author = comment.get(f"{W}author") or _UNNAMED
        passage = excerpt(passages.get(comment.get(f"{W}id", ""), ""))
        if passage:
            what = Phrase("comment of {author} on “{passage}”: {text}", author=author, passage=passage, text=text)
        else:
            what = Phrase("comment of {author}: {text}", author=author, text=text)
        yield Remark(what, doubtful=True)


def _passages(story: Element) -> dict[str, str]:
    """Return by the id of each comment the text that it is about."""
    found: dict[str, str] = {}
    opened: set[str] = set()
    for part in story.iter():
        if part.tag == f"{W}commentRangeStart":
            opened.add(part.get(f"{W}id", ""))
        elif part.tag == f"{W}commentRangeEnd":
            opened.discard(part.get(f"{W}id", ""))
        elif part.tag == f"{W}t":
            for name in opened:
                found[name] = found.get(name, "") + (part.text or "")
    return found
