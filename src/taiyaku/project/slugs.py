"""Slugs: the short names of articles, from which the names of their catalogs and pages are made."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from taiyaku.errors import ArticleError, Phrase

if TYPE_CHECKING:
    from pathlib import Path

SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_INDEX = frozenset({"index", "_index"})


def fixed_folder(pattern: str) -> str:
    """Return the folders before the first wildcard of a pattern: `source_text` of `source_text/**/*.md`."""
    folders = []
    for part in pattern.split("/")[:-1]:
        if any(sign in part for sign in "*?["):
            break
        folders.append(part)
    return "/".join(folders)


def slug_of(path: str, folder: str) -> str:
    """Return the slug of an article by its path (with `/`) below the article folder; see `check_slug`."""
    parts = path.split("/")[len(PurePosixPath(folder).parts) :]
    stem, _, suffix = parts[-1].rpartition(".")
    if stem and suffix:
        parts[-1] = stem
    if len(parts) > 1 and parts[-1] in _INDEX:
        parts.pop()
    return "-".join(parts).lower().replace(" ", "-")


def check_slug(slug: str, path: Path) -> str:
    """Return `slug` if it is one. Raises ArticleError otherwise: a slug becomes part of paths and addresses."""
    if SLUG.fullmatch(slug) and ".." not in slug:
        return slug
    raise ArticleError(
        Phrase("“{slug}” cannot be the article's short name", slug=slug),
        path=path,
        hint=Phrase("put a slug of a-z, 0-9, hyphens and dots into the front matter: slug: my-article"),
    )
