"""The articles that pastes are made of: our own in both languages, and the posts beside the repository, if any."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from taiyaku.catalog import po
from taiyaku.formats import parse, write
from taiyaku.formats.markdown.events import each_event
from taiyaku.formats.markdown.ruby import ruby_text
from taiyaku.formats.markdown.tree import BREAKS, TEXTS, descendants, tree
from taiyaku.formats.options import ReadOptions

_ROOT = Path(__file__).resolve().parents[3]
_POSTS = _ROOT.parent / "shared" / "data" / "markdown_pairs"
_ROLES = {
    "paragraph": "paragraph",
    "quote": "paragraph",
    "heading": "heading",
    "headline": "headline",
    "deck": "deck",
    "item": "item",
    "caption": "caption",
}
_FEWEST = 4
_ANCHOR = re.compile(r" ?\{/\*?[\w /-]+\*?/\}")


class Piece(NamedTuple):
    """A piece of an article: what it is, and its text as a reader sees it."""

    role: str
    text: str


class Source(NamedTuple):
    """An article to make pastes of."""

    name: str
    language: str
    pieces: tuple[Piece, ...]


def sources() -> list[Source]:
    """Return all articles with some text, ours first."""
    found = [*_own(), *_posts()]
    return [source for source in found if sum(piece.role == "paragraph" for piece in source.pieces) >= _FEWEST]


def _own() -> list[Source]:
    found = []
    for path in sorted((_ROOT / "source_text").glob("*.md")):
        source = path.read_text(encoding="utf-8")
        document = parse(source, path, ReadOptions())
        found.append(_source(path.stem, source, document.locale))
        other = "ja" if document.locale == "en" else "en"
        catalog = po.read(_ROOT / f"locales/{other}/LC_MESSAGES/{path.stem}.po").catalog
        translations = {message.key: message.msgstr for message in catalog.active if message.msgstr}
        chosen = {i: translations[s.key] for i, s in enumerate(document.segments) if s.key in translations}
        found.append(_source(f"{path.stem}.{other}", write(document, chosen, other).source, other))
    readmes = (("README.md", "en"), ("README.ja.md", "ja"))
    found.extend(_source(name, (_ROOT / name).read_text(encoding="utf-8"), locale) for name, locale in readmes)
    return found


def _posts() -> list[Source]:
    return [
        _source(path.name.removesuffix(".md"), path.read_text(encoding="utf-8"), path.name.split(".")[-2])
        for path in sorted(_POSTS.glob("*.md"))
    ]


def _source(name: str, text: str, locale: str) -> Source:
    document = parse(text, Path(f"{name}.md"), ReadOptions(source_locale=locale))
    pieces = []
    for segment in document.segments:
        role = _ROLES.get(segment.role)
        shown = segment.text if role in {"headline", "deck"} else plain(segment.text)
        if role and any(char.isalpha() for char in shown) and "\n" not in shown:
            pieces.append(Piece(role, " ".join(shown.split(" ")).strip()))
    return Source(name, locale, tuple(pieces))


def plain(markdown: str) -> str:
    """Return what a reader sees of a segment."""
    root = tree(each_event(markdown))
    shown = [" " if node.kind in BREAKS else node.detail for node in descendants(root) if node.kind in TEXTS | BREAKS]
    return _ANCHOR.sub("", ruby_text("".join(shown), "base")).strip()
