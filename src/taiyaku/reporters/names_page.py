"""The register of names as one page without script, which prints well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from taiyaku.messages import translator
from taiyaku.register.listed import STATES
from taiyaku.reporters.names_text import HEADINGS, KINDS
from taiyaku.text.width import visible
from taiyaku.theme.environment import ASSETS, Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from taiyaku.register.listed import Listed, Register

TEMPLATES = Path(__file__).parent / "templates"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """A name as the page shows it: forms and titles by language, the rest in words."""

    kind: str
    english: tuple[str, ...]
    japanese: tuple[str, ...]
    reading: str
    draft: bool
    romanization: str
    titles: tuple[tuple[str, ...], tuple[str, ...]]
    counts: tuple[int, int]
    first: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The names of one state."""

    id: str
    heading: str
    rows: tuple[Row, ...]


def names_page(register: Register, language: str, *, now: datetime, title: str = "") -> str:
    """Return the page in a language of readers."""
    gettext = translator(language)
    theme = Theme(templates=TEMPLATES)
    groups = [
        Group(state, HEADINGS[state].translated(gettext), tuple(_row(listed, gettext) for listed in register.of(state)))
        for state in STATES
    ]
    return theme.render(
        "names.html",
        _=gettext,
        lang=language,
        title=title or gettext("Name register"),
        groups=groups,
        articles=register.articles,
        now=f"{now:%Y-%m-%d %H:%M %Z}".strip(),
        style=Markup(_styles()),  # noqa: S704 (our own stylesheets)
    )


def _styles() -> str:
    sheets = [(ASSETS / name).read_text(encoding="utf-8") for name in ("taiyaku.css", "names.css")]
    return _COMMENT.sub("", "\n".join(sheets))


def _row(listed: Listed, gettext: Callable[[str], str]) -> Row:
    first = listed.first
    where = "" if first is None else f"{first.path.as_posix()}:{first.line}" if first.line else first.path.as_posix()
    remarks = [phrase.translated(gettext) for phrase in listed.evidence]
    if listed.verified:
        remarks.append(listed.verified)
    return Row(
        KINDS[listed.kind].translated(gettext),
        tuple(map(visible, listed.english)),
        tuple(map(visible, listed.japanese)),
        listed.reading,
        listed.draft,
        listed.romanization,
        listed.titles,
        listed.counts,
        visible(where),
        tuple(map(visible, remarks)),
    )
