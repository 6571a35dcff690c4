"""What a preview tells of the passages of a page: their places in the files, their states, what the checks say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.remark import SIGNS
from taiyaku.checks.report import RANK
from taiyaku.span import LineIndex, Position
from taiyaku.text.width import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from taiyaku.article.document import Document, Segment
    from taiyaku.catalog.po_file import PoFile
    from taiyaku.checks.remark import Remark
    from taiyaku.editions.translation import State, Translation
    from taiyaku.errors import Severity
    from taiyaku.reporters.links import Links

ORIGINAL = ""
"""In place of a locale: the article itself, and not a catalog."""


class Place(NamedTuple):
    """A line of a file that a passage comes from. `locale` is its catalog's, ORIGINAL for the article."""

    locale: str
    label: str
    text: str
    href: str
    weblate: str


class Told(NamedTuple):
    """A finding in the reader's words."""

    severity: Severity
    sign: str
    word: str
    message: str
    check: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment of an article: its index and line there, and its translation's state, in words and as a class."""

    index: int
    line: int
    mark: str
    state: str
    places: tuple[Place, ...]
    findings: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """An article and what was read with it: its catalogs by locale, and what the checks say of each translation."""

    slug: str
    document: Document
    catalogs: Mapping[str, PoFile | None] = field(default_factory=dict)
    catalog_paths: Mapping[str, Path] = field(default_factory=dict)
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)

    def position(self, index: int, locale: str) -> tuple[Path, Position | None]:
        """Return the file and the place of a segment: in the article, or of its translation in a catalog."""
        segment = self.document.segments[index]
        if locale == ORIGINAL:
            return self.document.path, LineIndex(self.document.source).position(segment.span.start)
        file = self.catalogs.get(locale)
        return self.catalog_paths[locale], None if file is None else file.msgstr_position(segment.key)


def passages(
    sources: Sources, translation: Translation, locales: Iterable[str], links: Links, gettext: Callable[[str], str]
) -> list[Passage]:
    """Return the passages of a page. `translation` is what it shows, `locales` are those of the catalogs it is from.

    Without its own locale among them, the page is the original's, of which only the findings about it are told.
    """
    wanted = tuple(locales)
    told = _told(sources, wanted, translation, gettext)
    words = _words(gettext)
    starts = LineIndex(sources.document.source)
    found = []
    for index, segment in enumerate(sources.document.segments):
        position = starts.position(segment.span.start)
        original = _place(sources, segment, (sources.document.path, position), ORIGINAL, links, gettext("Original"))
        entries = [
            _place(sources, segment, sources.position(index, locale), locale, links, gettext("Translation"))
            for locale in wanted
        ]
        mark, state = words.get(translation.states[index], ("", ""))
        found.append(Passage(index, position.line, mark, state, (original, *entries), tuple(told.get(index, ()))))
    return found


def _words(gettext: Callable[[str], str]) -> dict[State, tuple[str, str]]:
    """Return what a state is called in a stylesheet and for a reader; what is translated needs no word."""
    return {
        "source": ("untranslated", gettext("not translated yet")),
        "older": ("outdated", gettext("changed in the original since")),
        "faulty": ("doubted", gettext("this translation is being checked")),
        "omitted": ("", gettext("left out on purpose")),
        "joined": ("", gettext("joined to the text before")),
        "left-out": ("untranslated", gettext("left out for want of a translation")),
    }


def _told(
    sources: Sources, locales: Iterable[str], translation: Translation, gettext: Callable[[str], str]
) -> dict[int, list[Told]]:
    """Return the findings of a page by segment, the worst first at each."""
    severities = {"error": gettext("error"), "warning": gettext("warning"), "note": gettext("note")}
    first = {segment.key: index for index, segment in reversed(list(enumerate(sources.document.segments)))}
    found: dict[int, list[Told]] = {}
    remarks = [remark for locale in locales for remark in sources.remarks.get(locale, ())]
    for remark in sorted(remarks, key=lambda remark: RANK[remark.severity]):
        about_original = remark.problem.path == sources.document.path
        if remark.key in first and (about_original or not translation.is_original):
            severity, message = remark.severity, visible(remark.problem.what.translated(gettext))
            word = severities[severity]
            told = Told(severity, SIGNS[severity], word, message, remark.check, remark.fingerprint)
            found.setdefault(first[remark.key], []).append(told)
    return found


def _place(
    sources: Sources, segment: Segment, at: tuple[Path, Position | None], locale: str, links: Links, label: str
) -> Place:
    path, position = at
    text = visible(path.as_posix()) + (f":{position.line}" if position else "")
    href = links.to_editor(path, position, sources.slug, locale)
    weblate = "" if locale == ORIGINAL else links.to_weblate(path, position, sources.slug, locale, segment.text)
    return Place(locale, label, text, href, weblate)
