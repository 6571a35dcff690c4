"""How the settings have articles printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from taiyaku.chromium import find_browser
from taiyaku.editions.printing import Printing

if TYPE_CHECKING:
    from taiyaku.japanese.vertical import Rule
    from taiyaku.project.settings import Settings


def printing_of(settings: Settings, *, needs_browser: bool) -> Printing:
    """Return the setting of printed pages. Raises SettingsError where a browser is needed and there is none."""
    editions = settings.editions
    browser = find_browser(editions.chromium) if needs_browser else editions.chromium
    return Printing(editions.print, cast("Rule", editions.vertical_numerals), browser)
