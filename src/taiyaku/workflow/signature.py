"""Fingerprints of what an edition says, by which an approval knows whether it still says the same.

Meaning counts, not bytes: a header's date, a translator's comment or another order of messages changes nothing, but a
word, a directive or the state of a message does.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.errors import Severity

_DIGITS = 16
COUNTING: tuple[Severity, ...] = ("error", "warning")
"""The severities of the findings that an approval stands for."""


def source_signature(document: Document) -> str:
    """Return the fingerprint of an article: of all its text, whatever its line ends and byte order mark."""
    return _digest(document.source.removeprefix("\ufeff").splitlines())


def translation_signature(document: Document, catalog: Catalog) -> str:
    """Return the fingerprint of an article's translation: of what stands for each segment, and whether it is fuzzy."""
    messages = catalog.by_key()
    parts: list[str] = []
    for segment in document.segments:
        message = messages.get(segment.key)
        parts += ("", "") if message is None else (message.msgstr, "fuzzy" if message.fuzzy else "")
    return _digest(parts)


def findings_signature(fingerprints: Iterable[str]) -> str:
    """Return the fingerprint of findings, by theirs, in any order."""
    return _digest(sorted(fingerprints))


def _digest(parts: Iterable[str]) -> str:
    digest = sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()[:_DIGITS]
