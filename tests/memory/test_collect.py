"""What of a catalog goes into the memory."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from taiyaku.catalog import po
from taiyaku.memory.collect import approved_units

CATALOG = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ja\\n"
"PO-Revision-Date: 2024-08-10 12:00+0900\\n"

# Checked by the desk.
# memory: old-article
msgctxt "headline"
msgid "Harbor opens"
msgstr "港が開く"

#, fuzzy
msgid "Boats"
msgstr "舟"

msgid "Untranslated"
msgstr ""

msgid "Left out"
msgstr "<!-- taiyaku: omit: of no interest -->"

msgid "Second half"
msgstr "<!-- taiyaku: joined -->"

msgid "One boat"
msgid_plural "Many boats"
msgstr[0] "船"

msgid " "
msgstr "空"

#~ msgid "Bread"
#~ msgstr "パン"

#~ msgid "Old bread"
#~ msgstr ""
"""


def test_approved_translations_only() -> None:
    """Fuzzy ones, directives, plurals and blanks stay out; obsolete ones are marked; remarks come along."""
    catalog = po.parse(CATALOG.encode(), Path("a.po")).catalog
    headline, bread = approved_units(catalog, "harbor", "en", "ja")
    assert (headline.source, headline.target, headline.context) == ("Harbor opens", "港が開く", "headline")
    assert (headline.origin, headline.obsolete) == ("harbor", False)
    assert headline.note == "Checked by the desk."
    assert headline.changed == datetime(2024, 8, 10, 3, 0, tzinfo=UTC)
    assert (bread.source, bread.obsolete, bread.note) == ("Bread", True, "")


@pytest.mark.parametrize("date", ["", "YEAR-MO-DA HO:MI+ZONE", "yesterday"])
def test_a_date_that_says_nothing(date: str) -> None:
    """Without a date in the header, nobody knows when."""
    catalog = po.parse(CATALOG.replace("2024-08-10 12:00+0900", date).encode(), Path("a.po")).catalog
    assert {unit.changed for unit in approved_units(catalog, "harbor", "en", "ja")} == {None}
