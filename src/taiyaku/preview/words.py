"""The words that a preview's script puts on a page, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def page_words(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return them by the names that the script knows them by; `{number}` is filled in there."""
    return {
        "preview": gettext("Preview"),
        "line": gettext("Line {number}"),
        "error": gettext("errors"),
        "warning": gettext("warnings"),
        "note": gettext("notes"),
        "untranslated": gettext("not translated yet"),
        "outdated": gettext("changed in the original since"),
        "doubted": gettext("being checked"),
        "nothing": gettext("nothing found"),
        "hidden": gettext("Not on this page:"),
        "open": gettext("Open"),
        "close": gettext("Close"),
        "old": gettext("This is the page as it was before: what was saved since cannot be shown."),
        "away": gettext("The preview has ended; `taiyaku preview` starts it again."),
        "failed": gettext("The editor could not be started."),
        "hint": gettext("A click on a paragraph shows where it comes from."),
    }
