"""The findings as annotations of GitHub's workflows: the worst first, as many as it shows of each kind and step."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from taiyaku.checks.report import RANK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taiyaku.checks.report import Found, Report

LIMIT = 10
"""GitHub shows so many annotations of a kind for each step, and drops the others without a word."""

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def github_report(report: Report, gettext: Callable[[str], str]) -> Iterator[str]:
    """Yield workflow commands, and a line on what there is no room for."""
    shown: Counter[str] = Counter()
    left = 0
    for found in sorted(report.findings, key=lambda found: RANK[found.severity]):
        if shown[found.severity] == LIMIT:
            left += 1
            continue
        shown[found.severity] += 1
        yield _command(found, gettext)
    if left:
        yield gettext("{count} more findings: run `taiyaku check` to see them").format(count=left)


def _command(found: Found, gettext: Callable[[str], str]) -> str:
    properties = {"file": found.path.as_posix()}
    if found.position is not None:
        properties |= {"line": str(found.position.line), "col": str(found.position.column)}
    properties["title"] = found.finding.check
    place = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    texts = [found.finding.message.translated(gettext), *filter(None, (found.source, found.target))]
    return f"::{_COMMANDS[found.severity]} {place}::{_data(chr(10).join(texts))}"


def _data(text: str) -> str:
    """Return a text as a command's message (actions/toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
