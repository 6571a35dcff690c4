"""What is refused, whoever sent it: each with what is wrong and what to do, before anything is unpacked or written."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.importers.docx_builder import archive, document_part, docx, paragraph, parts, png, relations

from taiyaku.errors import UnreadableError
from taiyaku.importers import docx_package, limits
from taiyaku.importers.decode import decode
from taiyaku.importers.docx import from_docx
from taiyaku.importers.limits import read_bounded

if TYPE_CHECKING:
    from collections.abc import Callable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PATH = Path("desk/article.docx")


def _with(name: str, content: str | bytes) -> bytes:
    return docx(paragraph("Text."), {name: content})


def _nested(depth: int) -> bytes:
    return docx("<w:tbl><w:tr><w:tc>" * depth + paragraph("Deep.") + "</w:tc></w:tr></w:tbl>" * depth)


def _twice() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        for name, content in parts(paragraph("Text.")).items():
            written.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate name"):
            written.writestr("word/document.xml", "<x/>")
    return made.getvalue()


def _encrypted_archive() -> bytes:
    """Set the flag that says that a member is encrypted, in its own head and in the directory."""
    content = bytearray(docx(paragraph("Text.")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        content[place + at] |= 1
    return bytes(content)


def _understated() -> bytes:
    """Say in the directory that a part is small which is large."""
    content = bytearray(_with("word/large.xml", b"a" * 100_000))
    place = content.rfind(b"word/large.xml") - 46
    assert content[place : place + 4] == b"PK\x01\x02"
    content[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(content)


_ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>'
_OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'
_ESCAPING = relations(("rId1", "image", "../../../etc/passwd"))

_REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "an old Word document": (lambda: _OLE + bytes(600), "a Word document of the old kind (.doc); open it where"),
    "a password": (
        lambda: _OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "the document is protected by a password; open it in Word, take the password off",
    ),
    "an encrypted archive": (_encrypted_archive, "the archive is encrypted; unpack it"),
    "OpenDocument": (lambda: archive({"content.xml": "<x/>", "mimetype": "x"}), "this is an OpenDocument file"),
    "Pages": (lambda: archive({"Index/Document.iwa": b"x"}), "this is a Pages document, and not a Word document"),
    "Excel": (lambda: archive({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "this is an Excel workbook"),
    "any archive": (lambda: archive({"a.txt": "x"}), "an archive without a Word document in it; unpack it"),
    "half a file": (
        lambda: docx(paragraph("Text."))[:-200],
        "the file is damaged, or no Word document (File is not a zip",
    ),
    "no text in it": (
        lambda: archive({"[Content_Types].xml": "<x/>", "word/styles.xml": "<x/>"}),
        "there is no text in the document",
    ),
    "a bomb by ratio": (lambda: _with("word/a.bin", bytes(5_000_000)), "a part is packed more than 250 times"),
    "a bomb by size": (lambda: _with("word/a.xml", b"<x/>" * 9_000_000), "a part is packed more than 250 times"),
    "an understated part": (_understated, "the file is damaged, or no Word document (Bad CRC-32"),
    "a part twice": (_twice, "parts lie over each other"),
    "a member outside": (lambda: _with("../../x.xml", "<x/>"), "a part lies outside of it"),
    "a member at the root": (lambda: _with("/etc/x.xml", "<x/>"), "a part lies outside of it"),
    "many members": (
        lambda: archive({**parts(""), **{f"word/{number}": "" for number in range(docx_package.MEMBERS)}}),
        "more than 5000 parts",
    ),
    "entities": (lambda: _with("word/styles.xml", _ENTITIES), "the document declares entities of XML"),
    "an external entity": (lambda: _with("word/document.xml", _OUTSIDE), "the document declares entities of XML"),
    "entities where only the converter looks": (
        lambda: _with("word/numbering.xml", _ENTITIES),
        "the document declares entities of XML",
    ),
    "XML cut off": (lambda: _with("word/document.xml", "<w:document"), "the document is damaged (unclosed token"),
    "XML in an encoding of its own": (
        lambda: _with("word/document.xml", '<?xml version="1.0" encoding="x-none"?><x/>'),
        "the document is damaged (unknown encoding",
    ),
    "an image outside": (
        lambda: _with("word/_rels/document.xml.rels", _ESCAPING),
        "a part of the document lies outside of it: ../../../etc/passwd",
    ),
    "an absurd depth": (lambda: _nested(60), "the document is nested more than 80 elements deep; copy the text"),
    "no document at all": (lambda: _with("word/document.xml", "<x/>"), "the document is not put together as Word"),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_refused(name: str) -> None:
    """Each is an error of exit code 3 that names the file, what is wrong and what to do."""
    make, message = _REFUSED[name]
    with pytest.raises(UnreadableError) as caught:
        from_docx(make(), path=_PATH)
    error = caught.value
    assert str(error).startswith(f"{_PATH}: ")
    assert message in str(error)
    assert error.problem.hint is not None
    assert error.exit_code == 3


def test_sizes_are_bounded_before_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an archive says of its sizes is summed up, and texts have a smaller bound than images."""
    content = docx(paragraph("Text."), {"word/media/large.bin": bytes(range(256)) * 2_000})
    monkeypatch.setattr(docx_package, "UNPACKED", 400_000)
    with pytest.raises(UnreadableError, match="unpacks to more than 0 MB"):
        from_docx(content)
    monkeypatch.undo()
    monkeypatch.setattr(docx_package, "XML_PART", 100)
    with pytest.raises(UnreadableError, match="a text of more than 0 MB"):
        from_docx(content)


@pytest.mark.parametrize("doctype", ["<!DOCTYPE document>", '<!DOCTYPE html PUBLIC "-//x" "http://example.org/x.dtd">'])
def test_a_plain_document_type_is_fine(doctype: str) -> None:
    """A document type that declares nothing does no harm; its address is not looked up."""
    document = doctype + document_part(paragraph("Text."))
    assert from_docx(_with("word/document.xml", document)).body.strip() == "Text."


def test_tables_in_tables_are_no_absurd_depth() -> None:
    """Four tables inside each other are read."""
    assert "Deep." in from_docx(_nested(4)).body


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Text\0with a NUL", "the character U+0000 stands in no text"),
        (png(1) * 20, "this is no text, but a picture or another kind of file"),
        (bytes(range(256)) * 40, "this is no text, but a picture or another kind of file"),
        (b"x" * (limits.TEXT_LIMIT + 1), "more than 8 MB, which no article has; give the article alone"),
    ],
    ids=["NUL", "picture", "binary", "long"],
)
def test_no_text(content: bytes, message: str) -> None:
    """Bytes that are no text, or too many, are refused with the name of their file."""
    with pytest.raises(UnreadableError) as caught:
        decode(content, path=_PATH)
    assert str(caught.value).startswith(f"{_PATH}:")
    assert message in str(caught.value)


class _Endless(io.RawIOBase):
    """A stream that never ends, and counts what was read of it."""

    def __init__(self) -> None:
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        """Give as many bytes as are wanted."""
        self.given += size
        return bytes(size)


def test_a_stream_is_read_no_further_than_its_bound() -> None:
    """Standard input may never end: reading does."""
    stream = _Endless()
    with pytest.raises(UnreadableError, match="more than 3 MB"):
        read_bounded(stream, 3 << 20)
    assert stream.given <= 4 << 20


def test_bounded_reading(tmp_path: Path) -> None:
    """A file and a stream give all of their bytes up to the bound; a file that is larger is named."""
    path = tmp_path / "paste.txt"
    path.write_bytes(b"12345")
    assert read_bounded(path) == read_bounded(io.BytesIO(b"12345")) == read_bounded(path, 5) == b"12345"
    with pytest.raises(UnreadableError, match=f"{path}: more than 0 MB"):
        read_bounded(path, 4)
    with pytest.raises(UnreadableError, match=f"{path}/no: the file cannot be read"):
        read_bounded(path / "no")
