"""Projects for the tests of editions: articles and translations in, the built files out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.editions.html_page import Page

from taiyaku.catalog import po
from taiyaku.project.project import require_project
from taiyaku.workflow.build import build
from taiyaku.workflow.update import update

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from taiyaku.catalog.message import Message
    from taiyaku.workflow.built import Built

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SETTINGS = '[site.title]\nen = "The Harbor"\nja = "港通信"\n'


@dataclass
class Site:
    """A project and its built files."""

    root: Path
    built: Built

    @property
    def refused(self) -> bool:
        """Whether an edition was held back by its policy."""
        return any(translation.refused for article in self.built.articles for translation in article.translations)

    def path(self, place: str) -> Path:
        """Return the path of a file below the output folder."""
        return self.root / "build" / place

    def text(self, place: str) -> str:
        """Return a file as text."""
        return self.path(place).read_bytes().decode()

    def page(self, place: str) -> Page:
        """Return a page."""
        return Page(self.text(place))

    def pages(self) -> dict[str, Page]:
        """Return all pages by their places."""
        output = self.root / "build"
        return {path.relative_to(output).as_posix(): Page(path.read_text()) for path in sorted(output.rglob("*.html"))}


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below `root`."""
    for place, content in files.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def site_of(
    root: Path,
    articles: Mapping[str, str],
    translate: Callable[[Message], str | None] | Mapping[str, str],
    settings: str = SETTINGS,
) -> Site:
    """Build a project. `translate` gives a translation, marked as outdated by a `~` before it, or none."""
    root.mkdir(parents=True, exist_ok=True)
    write(root, {"taiyaku.toml": settings})
    write(root, {f"source_text/{name}": text for name, text in articles.items()})
    project = require_project(root)
    update(project, now=NOW)
    for path in sorted(root.glob("locales/*/LC_MESSAGES/*.po")):
        file = po.read(path)
        found = [_translated(message, translate) for message in file.catalog.messages]
        if tuple(found) != file.catalog.messages:
            po.save(path, replace(file.catalog, messages=tuple(found)), file)
    return Site(root, build(project))


def _translated(message: Message, translate: Callable[[Message], str | None] | Mapping[str, str]) -> Message:
    text = translate(message) if callable(translate) else translate.get(message.msgid)
    if text is None:
        return message
    flags = ("fuzzy",) if text.startswith("~") else ()
    return replace(message, msgstr=text.removeprefix("~"), flags=flags)
