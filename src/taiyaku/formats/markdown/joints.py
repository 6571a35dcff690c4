"""Where wrapped lines meet in what is written: whether a line end stays between them."""

from __future__ import annotations

from taiyaku.text.lines import joint


class Joints:
    """Follows what a paragraph shows. Without a locale every line end stays."""

    def __init__(self, locale: str | None) -> None:
        self._locale = locale
        self._before = ""  # the last character shown
        self._at: int | None = None  # the place of a line end after it

    def line_ended(self, at: int) -> None:
        """Remember that a line ended; `at` is the caller's name for the place."""
        self._at = at

    def joined_at(self, shown: str) -> int | None:
        """Return the place of the line end before `shown` if it is to be taken out, else None.

        What shows no characters of its own (an image, the mark of a note) is taken for one of its neighbours'.
        """
        at, self._at = self._at, None
        before, after = self._before or shown[:1], shown[:1] or self._before
        self._before = shown[-1:] or self._before
        if at is None or self._locale is None or not before:
            return None
        return None if joint(before, after, self._locale) else at
