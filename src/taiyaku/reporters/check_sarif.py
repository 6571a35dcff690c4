"""The findings as SARIF 2.1.0 (OASIS), which GitHub, GitLab and editors read. What someone has answered is left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from taiyaku.checks.registry import all_checks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from taiyaku.checks.report import Found, Report
    from taiyaku.errors import Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


def sarif_report(report: Report, version: str, gettext: Callable[[str], str]) -> str:
    """Return the report as SARIF. `version` is the program's; paths are from the project's root."""
    rules = _rules(gettext)
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {
        "name": "taiyaku",
        "semanticVersion": version,
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.problems, gettext)],
        "results": [_result(found, places, gettext) for found in report.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rules(gettext: Callable[[str], str]) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{check.family}/{check.name}",
            "name": check.name,
            "shortDescription": {"text": check.summary.translated(gettext)},
            "help": {"text": f"taiyaku explain {check.name}"},
            "defaultConfiguration": {"level": _LEVELS[check.severity], "enabled": check.default},
            "properties": {"tags": [check.family]},
        }
        for check in all_checks()
    ]


def _result(found: Found, places: dict[str, int], gettext: Callable[[str], str]) -> dict[str, Any]:
    rule = f"{found.family}/{found.finding.check}"
    what = found.finding.message.translated(gettext)
    result: dict[str, Any] = {
        "ruleId": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": "\n".join([what, *filter(None, (found.source, found.target))])},
        "locations": [_location(found.path, found)],
        "partialFingerprints": {"taiyaku/v1": found.fingerprint},
    }
    if rule in places:
        result["ruleIndex"] = places[rule]
    if found.article_path is not None and found.article_path != found.path:
        place: dict[str, Any] = {"artifactLocation": {"uri": _uri(found.article_path)}}
        if found.article_position is not None:
            place["region"] = {"startLine": found.article_position.line, "startColumn": found.article_position.column}
        result["relatedLocations"] = [{"physicalLocation": place}]
    return result


def _location(path: Path, found: Found) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if found.position is not None:
        place["region"] = {"startLine": found.position.line, "startColumn": found.position.column}
    return {"physicalLocation": place}


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _invocation(problems: Iterable[Problem], gettext: Callable[[str], str]) -> dict[str, Any]:
    """Return what could not be read: a run that saw half of the articles is not a clean one."""
    notes = []
    for problem in problems:
        note: dict[str, Any] = {"level": _LEVELS[problem.severity], "message": {"text": problem.translated(gettext)}}
        if problem.path is not None:
            note["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(problem.path)}}}]
        notes.append(note)
    successful = all(note["level"] != "error" for note in notes)
    return {"executionSuccessful": successful, "toolExecutionNotifications": notes}
