"""Where the pages of a site lie, and how they lead to each other."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

BILINGUAL = "bilingual"
STYLESHEET = PurePosixPath("assets/taiyaku.css")
HOME = PurePosixPath("index.html")
_NAMES = "index.html index.md index.txt index.pdf print.html newsletter.html fragment.html fragment.json files"
_OF_THE_PAGE = frozenset(_NAMES.split())
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|#|\?|$")


def article_page(edition: str, slug: str) -> PurePosixPath:
    """Return the page of an article below the output folder; `edition` is a locale, or `bilingual`."""
    return PurePosixPath(edition, slug, "index.html")


def index_page(locale: str) -> PurePosixPath:
    """Return the page that lists the articles in a locale."""
    return PurePosixPath(locale, "index.html")


def feed_page(locale: str) -> PurePosixPath:
    """Return the feed of a locale."""
    return PurePosixPath(locale, "feed.xml")


def way(start: PurePosixPath, end: PurePosixPath) -> str:
    """Return the relative address that leads from one page to another. It works from a disk as from a server."""
    return quote(posixpath.relpath(end, start.parent))


class Ways(NamedTuple):
    """The folder in which a page's files lie, and the addresses to one of them and to an article by its slug."""

    folder: PurePosixPath
    to_file: Callable[[PurePosixPath], str]
    to_article: Callable[[str], str]


def ways_of(page: PurePosixPath) -> Ways:
    """Return the ways from an article's page: its files lie beside it, other articles in the same edition."""
    return Ways(page.parent, lambda file: way(page, file), lambda slug: way(page, article_page(page.parts[0], slug)))


class Addresses:
    """Rewrites the addresses in one article for one of its pages, and gathers the files that it takes along.

    A link to another article's source leads to that article's page in the same edition; `slugs` are those of the
    project's articles by their paths. Any other file of the project that the article refers to is taken along: at the
    same relative address where it lies below the article, in `files/` otherwise. `files` holds what is to be copied:
    the place below the output folder, and the file; `missing` the addresses at which there is none. Hidden files are
    never taken along, and for a translation none but those at the addresses `known` from the original: a link in it
    shall not publish what its author did not. `ways` are those from the page at `page`, or what is given instead.
    """

    def __init__(
        self,
        root: Path,
        article: Path,
        page: PurePosixPath,
        slugs: Mapping[Path, str],
        known: Container[str] | None = None,
        ways: Ways | None = None,
    ) -> None:
        self.root, self.article, self.slugs, self.known = root.resolve(), article, slugs, known
        self.ways = ways or ways_of(page)
        self.files: dict[PurePosixPath, Path] = {}
        self.missing: list[str] = []

    def rewritten(self, address: str) -> str:
        """Return the address to be written; the same one for what lies elsewhere or does not exist."""
        if _ELSEWHERE.match(address):
            return address
        path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]  # matches always
        below = PurePosixPath(posixpath.normpath(unquote(path)))
        source = Path(posixpath.normpath((self.article.parent / below).as_posix()))
        slug = self.slugs.get(source)
        if slug is not None:
            return self.ways.to_article(slug) + mark + rest
        if self.known is not None and address not in self.known:
            return address
        if not self._is_ours(source):
            self.missing.append(address)
            return address
        is_below = below.parts[0] != ".." and below.parts[0].casefold() not in _OF_THE_PAGE
        place = self.ways.folder / (below if is_below else PurePosixPath("files") / source.as_posix())
        self.files[place] = self.root / source
        return self.ways.to_file(place) + mark + rest

    def _is_ours(self, source: Path) -> bool:
        """Whether a path (from the root) is that of a file in the project which may be published."""
        if source.is_absolute() or source.parts[:1] == ("..",):
            return False
        try:
            resolved = (self.root / source).resolve(strict=True)
        except (OSError, ValueError):
            return False
        if not resolved.is_file() or not resolved.is_relative_to(self.root):
            return False
        parts = (*source.parts, *resolved.relative_to(self.root).parts)
        return not any(part.startswith(".") for part in parts)
