"""The findings for programs, by the schema in docs/check.schema.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from taiyaku.checks.report import RANK

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.checks.report import Found, Report

VERSION = 1


def json_report(report: Report, gettext: Callable[[str], str]) -> str:
    """Return the report as JSON. Paths are from the project's root, offsets of marks in code points."""
    summary = {"articles": len(report.articles), "segments": report.segments}
    summary |= {str(severity): report.counts[severity] for severity in RANK}
    findings = [_finding(found, gettext) for found in report.findings]
    notes = [found for article in report.articles for found in article.waived if found.answer]
    answered = [_finding(found, gettext) | {"answer": found.answer} for found in notes]
    content = {"version": VERSION, "summary": summary, "findings": findings, "answered": answered}
    return json.dumps(content, ensure_ascii=False, indent=2)


def _finding(found: Found, gettext: Callable[[str], str]) -> dict[str, Any]:
    return {
        "check": found.finding.check,
        "family": found.family,
        "severity": found.severity,
        "message": found.finding.message.translated(gettext),
        "slug": found.slug,
        "source_locale": found.locales[0],
        "target_locale": found.locales[1],
        "path": found.path.as_posix(),
        "line": found.position.line if found.position else None,
        "column": found.position.column if found.position else None,
        "msgctxt": found.message.msgctxt,
        "msgid": found.source,
        "msgstr": found.target or found.message.msgstr,
        "marks": [{"side": mark.side, "start": mark.start, "end": mark.end} for mark in found.finding.marks],
        "replacement": found.finding.replacement,
        "fingerprint": found.fingerprint,
    }
