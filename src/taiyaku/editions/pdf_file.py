"""What a PDF says of itself: title, author, language, date, and from which side its pages are turned.

The only door to pypdf.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, ByteStringObject, DictionaryObject, NameObject, TextStringObject

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class PdfLabel:
    """`author` may be ""; a day that is None is left out. `from_right`: pages follow each other from right to left."""

    title: str
    author: str
    locale: str
    day: dt.date | None
    from_right: bool


def labelled(content: bytes, label: PdfLabel) -> bytes:
    """Return a PDF with its label. The same pages get the same bytes, whenever they were printed."""
    printed = PdfReader(BytesIO(content))
    writer = PdfWriter(clone_from=printed)
    writer.pdf_header = printed.pdf_header
    said = {"/Title": label.title, "/Author": label.author, "/Creator": "taiyaku"}
    if label.day is not None:
        said["/CreationDate"] = said["/ModDate"] = f"D:{label.day:%Y%m%d}"
    writer.metadata = {name: text for name, text in said.items() if text}
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(label.locale)
    direction = NameObject("/R2L" if label.from_right else "/L2R")
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True), NameObject("/Direction"): direction}
    )
    fingerprint = ByteStringObject(hashlib.sha256(repr(label).encode()).digest()[:16])
    writer._ID = ArrayObject([fingerprint, fingerprint])  # noqa: SLF001 (pypdf has no other way to give it)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
