"""TMX 1.4, in which translation memories travel between programs (LISA OSCAR, "TMX 1.4b Specification", 2005).

`TmxReader` gives the units of a file while it reads it, however large; `dump` writes units. Notes, dates and contexts
survive a round trip.
"""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from taiyaku.errors import Phrase
from taiyaku.interop.tmx_units import TmxUnits
from taiyaku.interop.xml_reader import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from taiyaku.memory.unit import TranslationUnit

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a character reference (production 2, Char)."""

_HEADER = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="taiyaku" creationtoolversion={version} segtype="paragraph" o-tmf="PO" adminlang="en" \
srclang="*all*" datatype="plaintext"/>
<body>
"""


class TmxReader:
    """The units of a TMX file. After reading, `left_out` says how many had no pair of texts in English and Japanese."""

    def __init__(self, path: Path, origin: str) -> None:
        self._path = path
        self._units = TmxUnits(origin)

    def __iter__(self) -> Iterator[TranslationUnit]:
        """Read the file. Raises XmlError, with the place, for what is no TMX; the units before it were given by then.

        Inline elements are flattened: marked text (`hi`) stays, the codes of another format (`bpt`, `ept`, `ph`, `it`,
        `ut`) go.
        """
        for _ in read_xml(self._path, self._units):
            yield from self._units.taken()

    @property
    def left_out(self) -> int:
        """How many units had no pair of texts in languages of ours."""
        return self._units.left_out


def unholdable(unit: TranslationUnit) -> Phrase | None:
    """Say which character of a unit XML cannot hold, None if all is well."""
    for text in (unit.source, unit.target, unit.context or "", unit.note, unit.origin):
        found = _FORBIDDEN.search(text)
        if found:
            code = f"U+{ord(found[0]):04X}"
            return Phrase("a character that XML cannot hold: {code} in “{text}”", code=code, text=text[:40])
    return None


def dump(units: Iterable[TranslationUnit], version: str) -> Iterator[str]:
    """Yield the text of a TMX file, to be encoded as UTF-8, that holds `units`; `version` is that of this program.

    `unholdable` must have nothing to say of any of them.
    """
    yield _HEADER.format(version=quoteattr(version))
    for unit in units:
        yield "".join(_element(unit))
    yield "</body>\n</tmx>\n"


def _element(unit: TranslationUnit) -> Iterator[str]:
    dates = "".join(
        f' {name}="{time.astimezone(UTC):%Y%m%dT%H%M%SZ}"'
        for name, time in (("creationdate", unit.created), ("changedate", unit.changed))
        if time
    )
    yield f"<tu srclang={quoteattr(unit.source_locale)}{dates}>\n"
    if unit.note:
        yield f"<note>{_text(unit.note)}</note>\n"
    obsolete = "yes" if unit.obsolete else ""
    for name, value in (("context", unit.context), ("origin", unit.origin), ("obsolete", obsolete)):
        if value:
            yield f'<prop type="x-{name}">{_text(value)}</prop>\n'
    for locale, text in ((unit.source_locale, unit.source), (unit.target_locale, unit.target)):
        yield f"<tuv xml:lang={quoteattr(locale)}><seg>{_text(text)}</seg></tuv>\n"
    yield "</tu>\n"


def _text(text: str) -> str:
    return escape(text, {"\r": "&#13;"})  # bare, a reader would take it for a line break
