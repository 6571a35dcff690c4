"""What readings a project prints: by its settings and its termbase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from taiyaku.editions.typesetting.furigana import NO_READINGS
from taiyaku.workflow.readings import readings_of

if TYPE_CHECKING:
    from tests.conftest import Newsroom

TERMBASE = '[[entry]]\nen = "Bizen ware"\nja = { text = "備前焼", reading = "びぜんやき" }\n'


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", (1, False, False)),
        ('[editions]\nfurigana = "all"\nfurigana_repeat = "all"\n', (1, True, True)),
        ('[editions]\nfurigana = "off"\n', (0, False, False)),
        ('locales = ["en"]\n', (0, False, False)),
    ],
)
def test_settings_are_followed(newsroom: Newsroom, settings: str, expected: tuple[int, bool, bool]) -> None:
    """The termbase by default; nothing where it is off, or no page is Japanese."""
    newsroom.write("taiyaku.toml", settings)
    newsroom.write("locales/termbase.toml", TERMBASE)
    readings = readings_of(newsroom.project())
    assert (len(readings.termbase.entries), readings.dictionary, readings.every) == expected


def test_no_termbase_is_no_fault(newsroom: Newsroom) -> None:
    """There is nothing to print then."""
    assert readings_of(newsroom.project()) == NO_READINGS
    assert NO_READINGS.of_article() is None
