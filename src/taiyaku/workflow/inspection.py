"""What the checks say of articles that are to be built: as remembered, else found now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.workflow.articles import ignore
from taiyaku.workflow.check_memory import CheckMemory, answered_in, remarks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.checks.remark import Remark
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.articles import OnProgress


class Inspection:
    """The findings of a project that nobody has answered. Raises SettingsError where waivers cannot be read.

    Only what is not remembered is checked, and only for that is anything of the checks' analysis loaded.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._answered = answered_in(project)
        self._memory = CheckMemory(project)
        self._found: dict[tuple[str, str], tuple[Remark, ...]] = {}

    def look(self, articles: Sequence[Article], progress: OnProgress = ignore) -> None:
        """Check those articles of which nothing is remembered, all at once: in several processes if that pays."""
        locales = self._project.settings.locales
        self._check([a for a in articles if all(self._memory.remarks(a, tag) is None for tag in locales)], progress)

    def remarks(self, article: Article, locale: str) -> tuple[Remark, ...]:
        """Return the findings of an article in a target locale; of one that cannot be read there are none."""
        if (article.slug, locale) not in self._found:
            known = self._memory.remarks(article, locale)
            if known is None:
                self._check([article])
            else:
                self._found[article.slug, locale] = known
        return self._open(self._found.get((article.slug, locale), ()))

    def known(self, article: Article, locale: str) -> tuple[Remark, ...]:
        """Return the findings as far as they are remembered, without checking anything."""
        return self._open(self._found.get((article.slug, locale)) or self._memory.remarks(article, locale) or ())

    def _open(self, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
        return tuple(remark for remark in remarks if remark.fingerprint not in self._answered)

    def _check(self, articles: Sequence[Article], progress: OnProgress = ignore) -> None:
        if not articles:
            return
        from taiyaku.workflow.check import check, prepare
        from taiyaku.workflow.check_targets import article_targets

        report = check(prepare(self._project), article_targets(self._project, articles), progress)
        for checked in report.articles:
            self._found[checked.slug, checked.locales[1]] = tuple(remarks_of(checked))
