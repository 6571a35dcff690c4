"""What an edition is: a way to make files out of an article that is readable in its locales."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path, PurePosixPath

    from taiyaku.editions.article_editions import ArticleEditions


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of an edition: its place below the output folder, and its content, or the file it is a copy of."""

    edition: str
    locale: str
    place: PurePosixPath
    content: bytes | Path


@dataclass(frozen=True, slots=True)
class Edition:
    """`artifacts` yields an article's files in a locale. One that is `shared` has all locales at once, and gets ""."""

    artifacts: Callable[[ArticleEditions, str], Iterator[Artifact]]
    shared: bool = False
