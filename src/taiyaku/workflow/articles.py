"""Doing the same for many articles: one that fails is reported, the others are done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from taiyaku.errors import SettingsError, TaiyakuError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from taiyaku.errors import Problem
    from taiyaku.project.project import Article

Result = TypeVar("Result")
OnProgress: TypeAlias = "Callable[[int, int], None]"
"""Told how many articles are done, and of how many."""


def ignore(_done: int, _total: int) -> None:
    """Show no progress."""


class Outcome(NamedTuple, Generic[Result]):
    """The results of a command over articles, and the problems met on the way, warnings among them."""

    results: list[Result]
    problems: list[Problem]


def for_each(
    articles: Sequence[Article],
    function: Callable[[Article], Result],
    problems: Iterable[Problem] = (),
    progress: OnProgress = ignore,
) -> Outcome[Result]:
    """Call `function` with every article. `progress` is told how many of how many are done.

    The articles are independent of each other; an executor would take the place of this loop. Errors of usage and of
    settings concern all of them, and are raised.
    """
    results: list[Result] = []
    found = list(problems)
    for number, article in enumerate(articles, 1):
        try:
            results.append(function(article))
        except (SettingsError, UsageError):
            raise
        except TaiyakuError as error:
            found.append(error.problem)
        progress(number, len(articles))
    return Outcome(results, found)
