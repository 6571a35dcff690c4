"""What a build is asked for, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from taiyaku.errors import Problem
    from taiyaku.project.project import Article


class Wanted(NamedTuple):
    """What is to be built: these locales and editions, or all; with the checks' findings on the bilingual page.

    `require` is "approved" for approved translations only, "" for what the settings say.
    """

    locales: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    findings: bool = False
    require: str = ""


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Output:
    """A file of an edition: its path from the project's root, whether this run changed it, the digest of its bytes."""

    edition: str
    locale: str
    path: Path
    changed: bool
    digest: str = ""


@dataclass(frozen=True, slots=True)
class BuiltTranslation:
    """What became of an article in a locale: `states` counts its segments by what stands in their places.

    See `editions.translation.Translation`, of which this is what is left once it is built.
    """

    locale: str
    is_original: bool
    refused: bool
    current: bool
    states: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltArticle:
    """What was built of an article written in `locale`; `titles` by the locales that it is published in.

    `entry` is what the lists of articles say of it, as JSON can hold it; None where it is not published.
    """

    article: Article
    locale: str
    translations: tuple[BuiltTranslation, ...]
    titles: Mapping[str, str]
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    entry: Any = None


@dataclass(slots=True)
class Built:
    """The result of a build. `pages` belong to the site as a whole."""

    articles: list[BuiltArticle] = field(default_factory=list)
    pages: list[Output] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def findings(self) -> list[Problem]:
        """The problems that lie in translations, and not in files that cannot be read."""
        return [p for built in self.articles for translation in built.translations for p in translation.problems]
