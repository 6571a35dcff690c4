"""What approvals mean to a build: which translations may be published, and whose word stands below them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.editions.provenance import Word
from taiyaku.errors import Phrase, Problem
from taiyaku.project.approvals import read_approvals
from taiyaku.workflow.approve import REASONS, signatures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.checks.remark import Remark
    from taiyaku.editions.translation import Translation
    from taiyaku.project.project import Project

_APPROVE = Phrase("have it approved: taiyaku approve")


class SignOff:
    """The approvals of a project. With `require` = "approved" what nobody has approved is refused.

    Raises AnswersError where they cannot be read.
    """

    def __init__(self, project: Project, require: str) -> None:
        self._project, self._required = project, require == "approved"
        self._approvals = read_approvals(project.root / project.settings.approvals)
        self._holding: set[tuple[str, str]] = set()

    @property
    def asks(self) -> bool:
        """Whether the checks' findings are needed to know whether an approval holds."""
        return self._required or bool(self._approvals)

    def is_about(self, slug: str, locale: str) -> bool:
        """Whether an edition has been approved, be it that the approval has lapsed."""
        return (slug, locale) in self._approvals

    def judged(self, translation: Translation, slug: str, catalog: Catalog, remarks: Iterable[Remark]) -> Translation:
        """Return a translation, refused if it must be approved and is not."""
        approval = self._approvals.get((slug, translation.locale))
        path = self._project.catalog_path(slug, translation.locale)
        if approval is None:
            what = Phrase("nobody has approved this edition")
        else:
            changed = signatures(translation.document, catalog, remarks).changed_since(approval)
            if not changed:
                self._holding.add((slug, translation.locale))
                return translation
            what = Phrase("the approval of {day} has lapsed: {why}", day=approval.on, why=REASONS[changed[0]])
        if not self._required:
            return translation
        problem = Problem(what, path, hint=_APPROVE)
        return replace(translation, refused=True, problems=(*translation.problems, problem))

    def word(self, slug: str, locale: str) -> Word | None:
        """Return who has approved an edition and when, if that holds."""
        if (slug, locale) not in self._holding:
            return None
        approval = self._approvals[slug, locale]
        return Word(approval.by, approval.on)
