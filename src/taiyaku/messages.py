"""taiyaku's own words in the reader's language: the messages of the program and the texts around an edition."""

from __future__ import annotations

import gettext as _gettext
import os
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FOLDER = os.path.join(os.path.dirname(__file__), "locales")  # noqa: PTH118, PTH120 (pathlib costs `--help` 5 ms)
DOMAIN = "taiyaku"
LANGUAGES = ("en", "ja")


@cache
def translator(language: str) -> Callable[[str], str]:
    """Return the function that puts an English message into `language`; what has no translation stays English."""
    return _gettext.translation(DOMAIN, FOLDER, [language], fallback=True).gettext


def reader_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language in which to speak to the reader: Japanese where the environment asks for it, else English.

    Looks at LANGUAGE, LC_ALL, LC_MESSAGES and LANG, in gettext's order ("Specifying a Priority List of Languages").
    """
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    wanted = [locale]
    if locale.partition(".")[0] not in {"C", "POSIX"}:
        wanted = [*environment.get("LANGUAGE", "").split(":"), locale]
    languages = (re.split("[._@]", tag)[0].lower() for tag in wanted)
    return next((language for language in languages if language in LANGUAGES), "en")
