"""What readings the pages of a project print above words: its settings and its termbase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions.typesetting.furigana import NO_READINGS, Readings
from taiyaku.termbase.termbase import EMPTY

if TYPE_CHECKING:
    from taiyaku.project.project import Project


def readings_of(project: Project) -> Readings:
    """Return what the project prints. Raises TermbaseError where its termbase cannot be read."""
    settings = project.settings
    chosen = settings.editions
    if chosen.furigana == "off" or not any(locale.partition("-")[0] == "ja" for locale in settings.locales):
        return NO_READINGS
    path = project.root / settings.termbase
    termbase = EMPTY
    if path.exists():
        from taiyaku.termbase.file import read_termbase

        termbase = read_termbase(path)
    return Readings(termbase, dictionary=chosen.furigana == "all", every=chosen.furigana_repeat == "all")
