"""How far every article is in every locale, and what to do next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from taiyaku.errors import SettingsError
from taiyaku.workflow.articles import for_each, ignore
from taiyaku.workflow.rename import orphans

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from taiyaku.catalog.progress import Progress
    from taiyaku.errors import Problem, Severity
    from taiyaku.project.approvals import Approval
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.approve import Standing
    from taiyaku.workflow.articles import OnProgress, Outcome
    from taiyaku.workflow.check_memory import Marks

State = Literal["ready", "in progress", "behind", "missing", "broken"]
"""A catalog is ready when all is translated; behind when its article has changed since; missing when there is none;
broken when it cannot be read."""

Edition = Literal["current", "not current", "refused"]
"""What `build` would make of it: current when every passage has an approved translation; not current when the settings
let it be published with gaps; refused when they do not."""


@dataclass(frozen=True, slots=True)
class LocaleStatus:
    """The state of an article in one of its target locales.

    The counts are of the article's present segments, each text once: `progress` of segments, `words` and `characters`
    of their originals; `words` is None where the original is Japanese. `missing` segments of the article have no
    message in the catalog, `gone` messages have no segment any more. `edition` is None where there would be none.
    `signatures` are the fingerprints of the original and of the translation. `findings` counts what the last check
    found and nobody has answered; None if something has changed since. `standing` is that of its approval, if any.
    """

    locale: str
    path: Path
    state: State
    progress: Progress
    words: Progress | None
    characters: Progress
    missing: int = 0
    gone: int = 0
    edition: Edition | None = None
    problems: tuple[Problem, ...] = ()
    signatures: tuple[str, str] = ("", "")
    findings: Counter[Severity] | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """The state of an article."""

    article: Article
    locale: str
    title: str
    locales: tuple[LocaleStatus, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ProjectStatus:
    """The state of a project. `orphans` are catalogs that belong to no article.

    `findings` are the problems that lie in translations, and not in files that cannot be read.
    """

    articles: Outcome[ArticleStatus]
    orphans: tuple[Path, ...]

    @property
    def locales(self) -> list[LocaleStatus]:
        """The states of all articles in all locales, in order."""
        return [state for entry in self.articles.results for state in entry.locales]

    @property
    def findings(self) -> list[Problem]:
        """The problems that lie in translations, and not in files that cannot be read."""
        return [problem for state in self.locales if state.state != "broken" for problem in state.problems]


def status(
    project: Project, names: Iterable[str] = (), locales: Iterable[str] = (), progress: OnProgress = ignore
) -> ProjectStatus:
    """Return the state of the articles that `names` name, in all locales or in `locales`.

    What has not changed since it was last looked at is not read again.
    """
    from taiyaku.workflow.check_memory import CheckMemory
    from taiyaku.workflow.status_memory import StatusMemory

    names = list(names)
    articles, problems = project.select(names)
    wanted = set(locales)
    memory = StatusMemory(project)
    checks, answered = CheckMemory(project), _answered(project, problems)
    approvals = _approvals(project, problems)
    policy = project.settings.editions.errors

    def one(article: Article) -> ArticleStatus:
        known = memory.recall(article)
        if known is None:
            from taiyaku.workflow.survey import survey

            memory.begin(article)
            known, journals = survey(project, article)
            memory.keep(known, journals)
        if wanted:
            known = replace(known, locales=tuple(state for state in known.locales if state.locale in wanted))
        marks = [None if answered is None else checks.marks(article, s.locale, answered) for s in known.locales]
        states = (_with_findings(*each, policy) for each in zip(known.locales, marks, strict=True))
        signed = (
            _with_approval(s, approvals.get((article.slug, s.locale)), m) for s, m in zip(states, marks, strict=True)
        )
        return replace(known, locales=tuple(signed))

    outcome = for_each(articles, one, problems, progress)
    memory.save(None if names else articles)
    checks.save(None if names or problems else articles)
    for result in outcome.results:
        outcome.problems.extend(result.problems)
        outcome.problems.extend(problem for state in result.locales for problem in state.problems)
    # while an article has no slug of its own, its catalogs are nobody else's
    lost = () if names or problems else tuple(orphans(project, articles))
    return ProjectStatus(outcome, lost)


def _answered(project: Project, problems: list[Problem]) -> frozenset[str] | None:
    """Return what waivers and baseline answer; None where they cannot be read, and then `problems` says why."""
    from taiyaku.workflow.check_memory import answered_in

    try:
        return answered_in(project)
    except SettingsError as error:
        problems.append(replace(error.problem, severity="warning"))
        return None


def _approvals(project: Project, problems: list[Problem]) -> dict[tuple[str, str], Approval]:
    """Return the approvals; none where they cannot be read, and then `problems` says why."""
    from taiyaku.project.approvals import read_approvals

    try:
        return read_approvals(project.root / project.settings.approvals)
    except SettingsError as error:
        problems.append(replace(error.problem, severity="warning"))
        return {}


def _with_approval(state: LocaleStatus, approval: Approval | None, marks: Marks | None) -> LocaleStatus:
    """Return a state with what became of its approval."""
    if approval is None:
        return state
    from taiyaku.workflow.approve import Signatures, Standing
    from taiyaku.workflow.signature import COUNTING, findings_signature

    found = approval.findings if marks is None else findings_signature(m for s in COUNTING for m in marks[s])
    changed = Signatures(*state.signatures, found).changed_since(approval)
    return replace(state, standing=Standing(approval, changed, checked=marks is not None))


def _with_findings(state: LocaleStatus, marks: Marks | None, policy: str) -> LocaleStatus:
    """Return a state with what the last check found; by `policy`, errors keep an edition back."""
    findings = None if marks is None else Counter({severity: len(found) for severity, found in marks.items()})
    if findings is None or not findings["error"] or not state.edition or policy == "publish":
        return replace(state, findings=findings)
    edition: Edition = "refused" if policy == "refuse" or state.edition == "refused" else "not current"
    return replace(state, findings=findings, edition=edition)
