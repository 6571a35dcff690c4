"""A finding as it is remembered, and told where there is no report: beside a paragraph, or as a refusal's reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from taiyaku.catalog.message import Key
    from taiyaku.errors import Problem, Severity

SIGNS: dict[Severity, str] = {"error": "✕", "warning": "▲", "note": "●"}
"""What stands beside a severity on pages, so that no colour has to tell it alone."""


class Remark(NamedTuple):
    """What a check said of the message with this key; `problem` has the words and the place in the catalog."""

    check: str
    family: str
    fingerprint: str
    key: Key
    problem: Problem

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.problem.severity
