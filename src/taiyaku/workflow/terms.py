"""Terms that come again and again in the texts of a project, with their translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import Phrase, SettingsError, TaiyakuError, UsageError
from taiyaku.register.listed import Listed, Register, Use
from taiyaku.register.terms import Occurrences, term_pairs
from taiyaku.workflow.articles import ignore
from taiyaku.workflow.check import read_target
from taiyaku.workflow.names import Named, places_in, root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from taiyaku.errors import Problem
    from taiyaku.register.terms import TermPair
    from taiyaku.workflow.articles import OnProgress
    from taiyaku.workflow.check import CheckRun
    from taiyaku.workflow.check_targets import Target


def terms(run: CheckRun, targets: Sequence[Target], progress: OnProgress = ignore) -> Named:
    """Return the terms of the targets that have translations. One that cannot be read is a problem."""
    found = Occurrences()
    first: list[Callable[[str], Use]] = []
    problems: list[Problem] = []
    articles = 0
    for number, target in enumerate(targets, 1):
        try:
            subjects = [subject for subject, _ in read_target(run, target)]
        except (SettingsError, UsageError):
            raise
        except TaiyakuError as error:
            problems.append(error.problem)
            subjects = []
        for subject in subjects:
            articles += 1
            problems += subject.problems
            where = places_in(subject, root_of(run, target))
            for index, pair in enumerate(subject.pairs):
                if pair.english is not None and pair.japanese is not None and pair.target.text:
                    found.add(pair.english, pair.japanese)
                    first.append(lambda words, where=where, index=index: where(index, words))  # type: ignore[misc]
        progress(number, len(targets))
    listed = tuple(_listed(pair, first[pair.first]) for pair in term_pairs(found))
    return Named(Register(listed, articles), tuple(dict.fromkeys(problems)))


def _listed(pair: TermPair, where: Callable[[str], Use]) -> Listed:
    evidence = (
        Phrase("texts that have both: {count}", count=pair.together),
        Phrase("{percent} % of its texts", percent=round(100 * pair.dice)),
    )
    use = where(pair.english)
    return Listed("proposed", "term", (pair.english,), (pair.japanese,), pair.counts, use, evidence=evidence)
