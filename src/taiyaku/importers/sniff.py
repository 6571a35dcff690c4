"""Which kind of file something is: by its first bytes, and by its name where they leave it open."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from taiyaku.errors import ArticleError, Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

Kind = Literal["paste", "html", "docx", "markdown"]
KINDS: tuple[Kind, ...] = ("paste", "html", "docx", "markdown")

_HEAD = 4096
_MARKS = "ï»¿ÿþ"  # byte order marks, read as Latin-1
_HTML = lazy_pattern(
    r"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|section|main|div|p|h[1-6]|figure|table|ul|ol|blockquote)\b[^>]*>"
)
_TAGS = lazy_pattern(r"(?i)</(?:p|div|h[1-6]|figure|table|ul|ol|li|blockquote|article|section)>")
_MANY_TAGS = 3
_BY_SUFFIX: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx",
    ".md": "markdown", ".markdown": "markdown",
}  # fmt: skip
_FOREIGN = {
    b"%PDF": ("PDF", Phrase("copy the text out of it, and import that")),
    b"{\\rtf": ("RTF", Phrase("save it as .docx")),
}
_ZIPPED = {".odt": "OpenDocument", ".pages": "Pages", ".epub": "EPUB", ".xlsx": "Excel", ".pptx": "PowerPoint"}
_OLE = b"\xd0\xcf\x11\xe0"


def kind_of(content: bytes, name: str) -> Kind:
    """Return how a file is to be read. Raises ArticleError for a kind that taiyaku does not read, saying what to do."""
    suffix = Path(name).suffix.lower()
    path = None if name == "-" else Path(name)
    for start, (kind, hint) in _FOREIGN.items():
        if content.lstrip()[:8].startswith(start):
            raise ArticleError(Phrase("{kind} is not read", kind=kind), path=path, hint=hint)
    if content.startswith((b"PK\x03\x04", _OLE)):
        if suffix in _ZIPPED:
            raise ArticleError(
                Phrase("{kind} is not read", kind=_ZIPPED[suffix]),
                path=path,
                hint=Phrase("save it as .docx, or copy the text out of it"),
            )
        return "docx"
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    head = content[:_HEAD].replace(b"\0", b"").decode("latin-1")
    if _HTML.match(head.lstrip(_MARKS)) or len(_TAGS.findall(head)) >= _MANY_TAGS:
        return "html"
    return "paste"
