"""The findings as one page without script: pairs side by side, every article as a strip of its texts. It prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from taiyaku.checks.registry import named
from taiyaku.checks.remark import SIGNS
from taiyaku.checks.report import RANK
from taiyaku.locale import Locale
from taiyaku.messages import translator
from taiyaku.reporters.excerpt import Piece, pieces, ranges
from taiyaku.text.width import visible
from taiyaku.theme.environment import ASSETS, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from taiyaku.checks.finding import Side
    from taiyaku.checks.report import CheckedArticle, Found, Report
    from taiyaku.errors import Problem, Severity
    from taiyaku.reporters.links import Links
    from taiyaku.span import Position

TEMPLATES = Path(__file__).parent / "templates"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_LONGEST = 4_000
"""Longer texts are cut around their first mark: a page has to open."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it is shown, and where it leads."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding on the page."""

    id: str
    severity: Severity
    sign: str
    check: str
    message: str
    fingerprint: str
    locales: tuple[str, str]
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    fix: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in an article's strip: its state, its worst finding, and that finding's card."""

    state: str
    worst: str
    card: str
    label: str


@dataclass(frozen=True, slots=True)
class Section:
    """An article on the page."""

    id: str
    article: CheckedArticle
    title: str
    percent: int
    strip: tuple[Cell, ...]
    cards: tuple[Card, ...]


def check_page(report: Report, language: str, *, now: datetime, links: Links) -> str:
    """Return the page in the reader's `language`."""
    gettext = translator(language)
    sections = [_section(article, number, links, gettext) for number, article in enumerate(report.articles, 1)]
    states = [state for article in report.articles for state in article.states]
    return Theme(templates=TEMPLATES).render(
        "check.html",
        _=gettext,
        lang=language,
        sections=sections,
        ways=_ways(report),
        summaries=_summaries(report, gettext),
        elsewhere=[_card(found, f"waiver-{number}", links, gettext) for number, found in enumerate(report.elsewhere)],
        counts=report.counts,
        signs=SIGNS,
        total=len(states),
        fuzzy=states.count("fuzzy"),
        untranslated=states.count("untranslated"),
        done=len(states) - states.count("fuzzy") - states.count("untranslated"),
        ready=sum(article.is_ready for article in report.articles),
        waived=report.waived,
        problems=[
            visible(_problem(one, links.root).translated(gettext)) for one in report.problems if one.severity == "error"
        ],
        now=f"{now:%Y-%m-%d %H:%M %Z}".strip(),
        style=Markup(_styles()),  # noqa: S704 (our own stylesheets)
    )


def _ways(report: Report) -> list[list[tuple[str, str]]]:
    """Return from which languages into which the articles go, each as its tag and its own name for itself."""
    ways = dict.fromkeys(article.locales for article in report.articles)
    return [[(locale, Locale.parse(locale).native_name()) for locale in way] for way in ways]


def _summaries(report: Report, gettext: Callable[[str], str]) -> dict[str, list[str]]:
    """Return what each check that found something looks for, by its name."""
    names = sorted({found.finding.check for found in report.findings})
    return {name: [check.summary.translated(gettext) for check in named(name)] for name in names}


def _problem(problem: Problem, root: Path) -> Problem:
    """Return a problem with its path from the root, as all others on the page are."""
    path = problem.path
    return replace(problem, path=path.relative_to(root)) if path and path.is_relative_to(root) else problem


def _styles() -> str:
    sheets = [(ASSETS / name).read_text(encoding="utf-8") for name in ("taiyaku.css", "check.css")]
    return _COMMENT.sub("", "\n".join(sheets))


def _section(article: CheckedArticle, number: int, links: Links, gettext: Callable[[str], str]) -> Section:
    id_ = f"article-{number}"
    worst_first = sorted(article.findings, key=lambda found: RANK[found.severity])
    cards = [_card(found, f"{id_}-{place}", links, gettext) for place, found in enumerate(worst_first, 1)]
    percent = article.done * 100 // len(article.states) if article.states else 100
    strip = tuple(_strip(article, worst_first, cards, gettext))
    return Section(id_, article, visible(article.title), percent, strip, tuple(cards))


def _strip(
    article: CheckedArticle, found: list[Found], cards: list[Card], gettext: Callable[[str], str]
) -> Iterator[Cell]:
    """Yield a cell for each text; one with findings leads to the worst of them."""
    by_pair: dict[int, str] = {}
    for record, card in zip(found, cards, strict=True):
        by_pair.setdefault(record.index, card.id)
    words = {
        "translated": gettext("translated"),
        "omitted": gettext("left out on purpose"),
        "joined": gettext("joined to the text before"),
        "fuzzy": gettext("needs review"),
        "untranslated": gettext("untranslated"),
    }
    for number, (state, worst) in enumerate(zip(article.states, article.worst, strict=True)):
        label = f"{number + 1}: {words[state]}"
        yield Cell(state, worst or "", by_pair.get(number, ""), label)


def _card(found: Found, id_: str, links: Links, gettext: Callable[[str], str]) -> Card:
    finding = found.finding
    return Card(
        id_,
        found.severity,
        SIGNS[found.severity],
        finding.check,
        visible(finding.message.translated(gettext)),
        found.fingerprint,
        found.locales,
        _side(found, "source", found.source),
        _side(found, "target", found.target),
        visible(finding.replacement or "")[:_LONGEST],
        tuple(_places(found, links)),
    )


def _side(found: Found, side: Side, text: str) -> tuple[Piece, ...]:
    marked = ranges(found.finding.marks, side, len(text))
    first = marked[0][0] if marked else 0
    start = max(0, first - _LONGEST // 2) if len(text) > _LONGEST else 0
    end = min(len(text), start + _LONGEST)
    parts = [Piece(visible(piece.text), piece.marked) for piece in pieces(text, marked, start, end)]
    cut = [Piece("…", marked=False)]
    return tuple((cut if start else []) + parts + (cut if end < len(text) else []))


def _places(found: Found, links: Links) -> Iterator[Place]:
    if found.article_path is not None and found.article_path != found.path:
        yield _place(found.article_path, found.article_position, found, links)
    yield _place(found.path, found.position, found, links)
    if links.weblate:
        address = links.to_weblate(found.path, found.position, found.slug, found.locales[1], found.message.msgid)
        yield Place("Weblate", address)


def _place(path: Path, position: Position | None, found: Found, links: Links) -> Place:
    text = visible(path.as_posix()) + (f":{position.line}" if position else "")
    return Place(text, links.to_editor(path, position, found.slug, found.locales[1]))
