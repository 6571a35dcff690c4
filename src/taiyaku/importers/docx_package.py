"""A Word file as its parts: a ZIP archive whose sender nobody knows, and so looked over before it is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from taiyaku.errors import Phrase, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MEMBERS: Final = 5_000
"""An archive with more parts is refused."""

UNPACKED: Final = 300 << 20
"""An archive that unpacks to more bytes is refused."""

XML_PART: Final = 12 << 20
"""A part of XML with more bytes is refused: 300 pages have one million."""

RATIO: Final = 250
"""A part of more than a megabyte that was packed so much smaller is refused; XML of Word manages 30."""

_LARGE: Final = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AS_DOCX = Phrase("open it where it was written, and save it as .docx")
_OTHERS: tuple[tuple[str, Phrase], ...] = (
    ("content.xml", Phrase("an OpenDocument file")),
    ("Index/Document.iwa", Phrase("a Pages document")),
    ("xl/workbook.xml", Phrase("an Excel workbook")),
    ("ppt/presentation.xml", Phrase("a PowerPoint presentation")),
    ("META-INF/container.xml", Phrase("an EPUB")),
)


def read_package(content: bytes, path: Path | None = None) -> dict[str, bytes]:
    """Return the parts of a Word document by their names.

    Raises UnreadableError for anything else, for what is encrypted or damaged, and for what would not fit in memory.
    """
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise UnreadableError(
                Phrase("the document is protected by a password"),
                path=path,
                hint=Phrase("open it in Word, take the password off (File, Info, Protect Document), and save it"),
            )
        raise UnreadableError(Phrase("a Word document of the old kind (.doc)"), path=path, hint=_AS_DOCX)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _refuse_bombs(members, len(content), path)
            _refuse_other_kinds({info.filename for info in members}, path)
            return {info.filename: archive.read(info) for info in members}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise UnreadableError(
            Phrase("the file is damaged, or no Word document ({reason})", reason=error),
            path=path,
            hint=Phrase("get it anew from where it comes from"),
        ) from error


def _refuse_bombs(members: list[zipfile.ZipInfo], size: int, path: Path | None) -> None:
    """Look at what the archive says of its parts; unpacking never yields more than that."""
    names = {info.filename for info in members}
    reason = None
    if len(members) > MEMBERS:
        reason = Phrase("more than {limit} parts", limit=MEMBERS)
    elif sum(info.file_size for info in members) > UNPACKED:
        reason = Phrase("it unpacks to more than {limit} MB", limit=UNPACKED >> 20)
    elif any(info.file_size > max(_LARGE, RATIO * info.compress_size) for info in members):
        reason = Phrase("a part is packed more than {limit} times", limit=RATIO)
    elif any(info.file_size > XML_PART and info.filename.endswith((".xml", ".rels")) for info in members):
        reason = Phrase("a text of more than {limit} MB", limit=XML_PART >> 20)
    elif len(names) < len(members) or sum(info.compress_size for info in members) > size:
        reason = Phrase("parts lie over each other")
    elif any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names):
        reason = Phrase("a part lies outside of it")
    if reason is not None:
        raise UnreadableError(
            Phrase("no document that Word writes: {reason}", reason=reason),
            path=path,
            hint=Phrase("ask whoever sent it for a new copy; nothing was unpacked"),
        )
    if any(info.flag_bits & 1 for info in members):
        raise UnreadableError(
            Phrase("the archive is encrypted"), path=path, hint=Phrase("unpack it with its password, and import that")
        )


def _refuse_other_kinds(names: set[str], path: Path | None) -> None:
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return
    for name, kind in _OTHERS:
        if name in names:
            raise UnreadableError(
                Phrase("this is {kind}, and not a Word document", kind=kind), path=path, hint=_AS_DOCX
            )
    raise UnreadableError(
        Phrase("an archive without a Word document in it"),
        path=path,
        hint=Phrase("unpack it, and import the articles one by one"),
    )


def packed(parts: Mapping[str, bytes]) -> io.BytesIO:
    """Return parts as an archive, for a library that wants one. Nothing is compressed."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    archive.seek(0)
    return archive
