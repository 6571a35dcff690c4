"""Regular expressions that are compiled when they are first used: of hundreds, one article needs a few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing import Any


class _Lazy:
    """Stands for a pattern until one of its methods or attributes is asked for, then answers with the pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling ask for these before there is a source
            raise AttributeError(name)
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)  # from now on found without this detour
        return value

    def __repr__(self) -> str:
        return f"lazy_pattern{self._source!r}"


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what can be used as a compiled pattern. What is wrong with it shows when it is first used.

    It is to be asked itself (`_WORD.sub(...)`), and not handed to the functions of `re`.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
