"""How a file is to be read is seen in its bytes and its name."""

from __future__ import annotations

import pytest

from taiyaku.errors import ArticleError
from taiyaku.importers.sniff import kind_of


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"Harbor opens\n", "a.txt", "paste"),
        (b"Harbor opens\n", "-", "paste"),
        (b"Harbor opens\n", "a.md", "markdown"),
        (b"Harbor opens\n", "a.HTM", "html"),
        (b"PK\x03\x04...", "a", "docx"),
        (b"\xd0\xcf\x11\xe0....", "a.doc", "docx"),
        (b"<!DOCTYPE html><html>", "-", "html"),
        (b"\xef\xbb\xbf <p class='a'>Harbor</p>", "a.txt", "html"),
        (b"A<p>B</p><p>C</p><p>D</p>", "a.txt", "html"),
        ("<p>港</p>".encode("utf-16"), "a.txt", "html"),
        (b"a < b and <c>", "a.txt", "paste"),
    ],
)
def test_kinds(content: bytes, name: str, kind: str) -> None:
    """Zip and OLE containers are Word's, what begins with tags is HTML, and everything else is a paste."""
    assert kind_of(content, name) == kind


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"%PDF-1.7", "a.pdf", "copy the text out"),
        (b"{\\rtf1", "-", "save it as .docx"),
        (b"PK\x03\x04", "a.odt", "save it as .docx"),
    ],
)
def test_refusals(content: bytes, name: str, words: str) -> None:
    """What taiyaku does not read is refused, with what to do instead."""
    with pytest.raises(ArticleError, match=words):
        kind_of(content, name)
