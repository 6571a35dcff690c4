"""The ways to publish an article, one file each: its name is what `--edition` and the setting call it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.editions.edition import Edition

DEFAULT = ("html", "markdown", "text", "bilingual")
"""What is built where nobody says."""


def names() -> tuple[str, ...]:
    """Return the names of all editions, the usual ones first. None is loaded for it."""
    import pkgutil

    found = {module.name for module in pkgutil.iter_modules(__path__)}
    return (*DEFAULT, *sorted(found - set(DEFAULT)))


def named(name: str) -> Edition:
    """Return the edition of a name that `names` gives."""
    edition: Edition = import_module(f"{__name__}.{name}").EDITION
    return edition
