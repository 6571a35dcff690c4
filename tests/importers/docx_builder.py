"""Word documents made by hand, as small as Word would open them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>'
)
_STYLES = (
    ("1", "heading 1", ""),
    ("2", "見出し 2", ""),
    ("a3", "Title", ""),
    ("a5", "副題", ""),
    ("a7", "caption", ""),
    ("aa", "引用文", ""),
    ("ab", "署名", ""),
    ("10", "toc 1", ""),
    ("house", "社の中見出し", '<w:basedOn w:val="2"/>'),
    ("level", "Crosshead", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    ("list", "My List", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
)
_NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">'
    + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{kind}"/></w:lvl>' for level in range(3))
    + "</w:abstractNum>"
    for number, kind in ((1, "bullet"), (2, "decimal"))
) + "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 2))


def png(color: int) -> bytes:
    """Return a picture of one pixel; each color is another file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes((0, color))))
        + chunk(b"IEND", b"")
    )


def relations(*rows: tuple[str, str, str]) -> str:
    """Return a part of relations: id, last word of the type, target; an address is an external one."""
    made = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"' if ":" in target else "")
        + "/>"
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def document_part(body: str) -> str:
    """Return the main part with a body."""
    return f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"


def part(name: str, inner: str) -> str:
    """Return a part of another kind: footnotes, comments, header."""
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def parts(body: str, more: dict[str, str | bytes] | None = None) -> dict[str, str | bytes]:
    """Return the parts of a document with a body, and `more` parts or other ones."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/>{inner}</w:style>'
        for name, called, inner in _STYLES
    )
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document_part(body),
        "word/styles.xml": part("styles", styles),
        "word/numbering.xml": part("numbering", _NUMBERING),
        "word/media/image1.png": png(1),
        "word/media/image2.png": png(2),
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            ("rId3", "footnotes", "footnotes.xml"),
            ("rId4", "endnotes", "endnotes.xml"),
            ("rId5", "comments", "comments.xml"),
            ("rId6", "image", "media/image1.png"),
            ("rId7", "image", "media/image2.png"),
            ("rId8", "image", "https://example.org/spy.png"),
            ("rId9", "hyperlink", "https://example.org/"),
            ("rId10", "image", "media/absent.png"),
        ),
        **(more or {}),
    }


def archive(members: dict[str, str | bytes]) -> bytes:
    """Return parts as a file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return made.getvalue()


def docx(body: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """Return a Word document with a body."""
    return archive(parts(body, more))


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph of plain text."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def image(name: str, *, alt: str = "", floating: bool = False, way: str = "embed") -> str:
    """Return a run that shows an image by the id of its relation."""
    kind = "anchor" if floating else "inline"
    return (
        f'<w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="x" descr="{alt}"/>'
        '<a:graphic><a:graphicData uri="x/picture">'
        f'<pic:pic><pic:blipFill><a:blip r:{way}="{name}"/></pic:blipFill></pic:pic>'
        f"</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )
