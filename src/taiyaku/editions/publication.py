"""What all pages of a site share: the publication's names, address and locales."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Publication:
    """What all pages share: the publication's names by language, its address, its locales.

    `cards` says that each article gets a picture for where a link to it is shown.
    """

    titles: Mapping[str, str]
    base_url: str
    locales: tuple[str, ...]
    source_locale: str
    cards: bool = False

    def title(self, locale: str) -> str:
        """Return the publication's name for readers of a locale."""
        language = locale.partition("-")[0]
        return self.titles.get(locale) or self.titles.get(language) or next(iter(self.titles.values()), "taiyaku")

    def other_titles(self, locale: str) -> tuple[tuple[str, str], ...]:
        """Return the publication's other names, each with its language."""
        own = self.title(locale)
        return tuple((language, name) for language, name in self.titles.items() if name != own)

    @property
    def root(self) -> str:
        """The path at which the site lies on its server, with a slash at its end."""
        return f"{urlsplit(self.base_url).path.rstrip('/')}/"

    def address(self, page: PurePosixPath) -> str:
        """Return the absolute address of a page, "" if the settings give no base URL."""
        return self.file_address(page).removesuffix("index.html")

    def page_address(self, below: str) -> str:
        """Return the absolute address of a page by its path below the output folder, as links have it."""
        return self.address(PurePosixPath(below))

    def file_address(self, file: PurePosixPath) -> str:
        """Return the absolute address of a file of the site, "" if the settings give no base URL."""
        return f"{self.base_url.rstrip('/')}/{file.as_posix()}" if self.base_url else ""
