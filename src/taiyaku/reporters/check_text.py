"""The findings on a terminal: what, where, and both sides with the characters marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.report import RANK
from taiyaku.reporters.excerpt import carets, line, ranges, shown
from taiyaku.text.width import padded, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from taiyaku.checks.finding import Side
    from taiyaku.checks.report import Found, Report
    from taiyaku.span import Position

_LABEL = 4
_INDENT = "   "


class Screen(NamedTuple):
    """What a terminal can do: its columns, how it is painted (text, role), and how paths and words are shown there.

    The roles are error, warning, note, bold and dim.
    """

    columns: int
    paint: Callable[[str, str], str]
    path: Callable[[Path], str]
    gettext: Callable[[str], str]


def text_report(report: Report, screen: Screen) -> Iterator[str]:
    """Yield the lines of the report, article by article in the order of their texts, and a summary."""
    for found in report.findings:
        yield from _finding(found, screen)
        yield ""
    yield screen.paint(summary(report, screen.gettext), "bold")


def summary(report: Report, gettext: Callable[[str], str]) -> str:
    """Return what was found, in one line; of nothing that could be looked at, nothing is said to be in order."""
    if not report.articles and not report.counts:
        return gettext("nothing was checked")
    counts = report.counts
    words = {
        "error": gettext("errors: {count}"),
        "warning": gettext("warnings: {count}"),
        "note": gettext("notes: {count}"),
    }
    parts = [words[severity].format(count=counts[severity]) for severity in RANK if counts[severity]]
    if report.waived:
        parts.append(gettext("answered: {count}").format(count=report.waived))
    said = gettext(", ").join(parts) if parts else gettext("nothing found")
    place = gettext("in texts: {segments}, articles: {articles}")
    place = place.format(segments=report.segments, articles=len(report.articles))
    return gettext("{said} ({place})").format(said=said, place=place)


def _finding(found: Found, screen: Screen) -> Iterator[str]:
    words = {"error": screen.gettext("error"), "warning": screen.gettext("warning"), "note": screen.gettext("note")}
    place = _place(found.path, found.position, screen)
    if (
        found.path.suffix != ".po"
        and found.article_path
        and found.article_position
        and found.article_path != found.path
    ):
        place += f" ({_place(found.article_path, found.article_position, screen)})"
    severity = screen.paint(words[found.severity], found.severity)
    what = shown(found.finding.message.translated(screen.gettext))
    check = screen.paint(f"[{found.finding.check}]", "dim")
    head = f"{screen.paint(place, 'bold')} {severity} {check} {screen.paint(what, 'bold')}"
    yield f"{head} {screen.paint(found.fingerprint, 'dim')}"
    yield from _side(found, "source", found.locales[0], screen)
    yield from _side(found, "target", found.locales[1], screen)
    if found.finding.replacement is not None:
        fixed = line(found.finding.replacement, _changed(found.target, found.finding.replacement), _room(screen))
        label = screen.paint(_label(screen.gettext("fix")), "dim")
        yield _INDENT + label + "".join(piece.text for piece in fixed)


def _place(path: Path, position: Position | None, screen: Screen) -> str:
    return screen.path(path) + (f":{position.line}:{position.column}" if position else "")


def _side(found: Found, side: Side, locale: str, screen: Screen) -> Iterator[str]:
    text = found.source if side == "source" else found.target
    if not text:
        return
    marked = ranges(found.finding.marks, side, len(text))
    row = line(text, marked, _room(screen))
    label = screen.paint(_label(locale.partition("-")[0]), "dim")
    yield _INDENT + label + "".join(screen.paint(p.text, found.severity) if p.marked else p.text for p in row)
    if marked:
        yield _INDENT + " " * _LABEL + screen.paint(carets(row), found.severity)


def _label(text: str) -> str:
    return padded(text, max(_LABEL, width(text) + 1))


def _room(screen: Screen) -> int:
    return max(20, screen.columns - len(_INDENT) - _LABEL - 2)


def _changed(old: str, new: str) -> list[tuple[int, int]]:
    """Return where a replacement differs first, so that a line shows it."""
    same = next((index for index, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    return [(same, min(same + 1, len(new)))] if new else []
