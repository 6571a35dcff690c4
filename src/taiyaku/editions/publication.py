"""What all pages of a site share: the publication's names, address and locales."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taiyaku.editions.site import HOME

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Publication:
    """What all pages share: the publication's names by language, its address, its locales."""

    titles: Mapping[str, str]
    base_url: str
    locales: tuple[str, ...]
    source_locale: str

    def title(self, locale: str) -> str:
        """Return the publication's name for readers of a locale."""
        language = locale.partition("-")[0]
        return self.titles.get(locale) or self.titles.get(language) or next(iter(self.titles.values()), "taiyaku")

    def other_titles(self, locale: str) -> tuple[tuple[str, str], ...]:
        """Return the publication's other names, each with its language."""
        own = self.title(locale)
        return tuple((language, name) for language, name in self.titles.items() if name != own)

    def address(self, page: PurePosixPath) -> str:
        """Return the absolute address of a page, "" if the settings give no base URL."""
        if not self.base_url:
            return ""
        below = "" if page == HOME else f"{page.parent.as_posix()}/"
        return f"{self.base_url.rstrip('/')}/{below}"
