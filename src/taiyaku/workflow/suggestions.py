"""What the translation memory suggests to an update for passages that their own catalog knows nothing of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.catalog.changes import Suggestion
from taiyaku.workflow.memory import is_named_as_tmx, open_memory

if TYPE_CHECKING:
    from taiyaku.catalog.changes import Suggest
    from taiyaku.catalog.message import Message
    from taiyaku.errors import Problem
    from taiyaku.memory.store import Memory, OnUnits
    from taiyaku.memory.unit import Match
    from taiyaku.project.project import Project

_LOOKED_AT = 8
"""So many matches are asked for: the best may be the passage itself, and two may disagree."""


class Suggestions:
    """The memory under the project's settings. It is opened when something is first looked up, and `told` of it."""

    def __init__(self, project: Project, told: OnUnits | None = None) -> None:
        self._told = told
        self._project = project
        self._settings = project.settings.memory
        self._memory: Memory | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What kept imported memories from being read, as warnings: the update goes on without them."""
        problems = self._memory.problems if self._memory is not None else ()
        return tuple(
            replace(problem, severity="warning")
            for problem in problems
            if problem.path is not None and is_named_as_tmx(problem.path)  # catalogs complain for themselves
        )

    def close(self) -> None:
        """Let go of the memory's file."""
        if self._memory is not None:
            self._memory.close()

    def suggest(self, slug: str, source_locale: str, locale: str) -> Suggest | None:
        """Return what `merge` asks for suggestions for an article's catalog; None where the settings want none."""
        if self._settings.suggest == "off":
            return None
        only_exact = self._settings.suggest == "exact"

        def suggest(message: Message, *, exact: bool = False) -> Suggestion | None:
            if self._memory is None:
                self._memory = open_memory(self._project, self._told)
            minimum = {"minimum": 1.0} if exact or only_exact else {}
            found = self._memory.find(
                message.msgid, source_locale, locale, context=message.msgctxt, limit=_LOOKED_AT, **minimum
            )
            matches = [match for match in found if not _is_itself(match, slug, message)]
            if not matches:
                return None
            unit = matches[0].unit
            approved = self._settings.exact == "translated" and _is_beyond_doubt(matches, message)
            return Suggestion(unit.source, unit.target, unit.origin, approved)

        return suggest


def _is_itself(match: Match, slug: str, message: Message) -> bool:
    """Whether a match is the very entry that asks, as the memory knew it before the update."""
    unit = match.unit
    return unit.origin == slug and (unit.context, unit.source) == (message.msgctxt, message.msgid)


def _is_beyond_doubt(matches: list[Match], message: Message) -> bool:
    """Whether the very text stands in use in the same context, and is always translated alike there."""
    same = [m for m in matches if m.exact and m.unit.context == message.msgctxt and not m.unit.obsolete]
    return len({match.unit.target for match in same}) == 1 and same[0] == matches[0]
