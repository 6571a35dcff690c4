"""Which checks there are: every module below a family's folder that has a CHECK. A new one is a new file, no more."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, get_args

from taiyaku.checks.check import Check, Family

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.checks.settings import CheckSettings

FAMILIES: tuple[Family, ...] = get_args(Family)


@cache
def all_checks() -> tuple[Check, ...]:
    """Return all checks: the families in their order, the checks of each by name.

    The same name may be in two families (doubled-word in Japanese and in English): then it means all of them.
    """
    found: list[Check] = []
    for family in FAMILIES:
        found.extend(sorted(_checks_of(family), key=lambda check: check.name))
    return tuple(found)


def _checks_of(family: Family) -> Iterable[Check]:
    name = f"taiyaku.checks.{family.replace('-', '_')}"
    try:
        package = import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return
    for module in pkgutil.iter_modules(package.__path__):
        check = getattr(import_module(f"{name}.{module.name}"), "CHECK", None)
        if isinstance(check, Check):
            yield check


def names() -> tuple[str, ...]:
    """Return what a setting or a waiver may name: the checks, and the families."""
    return tuple(dict.fromkeys([*(check.name for check in all_checks()), *FAMILIES]))


def named(name: str) -> tuple[Check, ...]:
    """Return the checks that a name means, its own or its family's; none for a name that is none."""
    return tuple(check for check in all_checks() if name in {check.name, check.family})


def chosen(settings: CheckSettings) -> tuple[Check, ...]:
    """Return the checks that run with these settings."""
    return tuple(check for check in all_checks() if settings.is_on(check.name, check.family, default=check.default))
