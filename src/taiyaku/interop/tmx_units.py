"""The elements of a TMX file -> translation units."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from taiyaku.errors import Phrase, UsageError
from taiyaku.interop.xml_reader import Unexpected
from taiyaku.locale import Locale
from taiyaku.memory.unit import TranslationUnit, known_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KNOWN_VERSIONS: Final = "1."
ANY_LANGUAGE: Final = "*all*"
_STANDALONE = frozenset({"ph", "it", "ut"})
_CODES = _STANDALONE | {"bpt", "ept"}
_KEPT_PROPERTIES = frozenset({"x-context", "x-obsolete"})
_UNSPACED = "\u2e80"
"""From here on are the characters of Japanese, which are written without blanks."""


@dataclass(slots=True)
class _Variant:
    """A `<tuv>`: one text of a unit."""

    locale: Locale | None
    attributes: Mapping[str, str]
    text: str = ""


@dataclass(slots=True)
class _Unit:
    """A `<tu>` while it is read, with the notes and properties of its variants."""

    attributes: Mapping[str, str]
    variants: list[_Variant] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)


class TmxUnits:
    """Takes the elements of a TMX file, as `read_xml` tells of them, and gives units of `origin`."""

    def __init__(self, origin: str) -> None:
        self.left_out = 0
        self._origin = origin
        self._found: list[TranslationUnit] = []
        self._rooted = False
        self._source_language = ANY_LANGUAGE
        self._unit: _Unit | None = None
        self._property = ""
        self._parts: list[str] | None = None  # of the note, property or segment that is being read; "" is a seam
        self._codes = 0  # how many codes of another format are open

    def taken(self) -> Iterator[TranslationUnit]:
        """Yield the units that were found since the last time."""
        found, self._found = self._found, []
        yield from found

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element. Raises Unexpected for what makes no TMX."""
        if not self._rooted:
            if name != "tmx":
                raise Unexpected(Phrase("no TMX: it begins with <{name}>", name=name), Phrase("give a .tmx file"))
            version = attributes.get("version", KNOWN_VERSIONS)
            if not version.startswith(KNOWN_VERSIONS):
                raise Unexpected(
                    Phrase("TMX {version} is not known here", version=version), Phrase("have it written as TMX 1.4")
                )
            self._rooted = True
        elif name == "header":
            self._source_language = attributes.get("srclang", ANY_LANGUAGE)
        elif name == "tu":
            self._unit = _Unit(attributes)
        elif self._unit is not None:
            self._start_inside(self._unit, name, attributes)

    def _start_inside(self, unit: _Unit, name: str, attributes: Mapping[str, str]) -> None:
        if name == "tuv":
            tag = attributes.get("xml:lang", attributes.get("lang"))  # `lang` until TMX 1.2
            if tag is None:
                raise Unexpected(Phrase("a <tuv> without xml:lang"), Phrase("nobody can say which language that is"))
            unit.variants.append(_Variant(_locale(tag), attributes))
        elif name == "seg" and not unit.variants:
            raise Unexpected(Phrase("a <seg> outside of a <tuv>"))
        elif name in {"note", "prop", "seg"}:
            self._property = attributes.get("type", "")
            self._parts = []
        elif name in _CODES:
            self._codes += 1

    def text(self, text: str) -> None:
        """Take text. What stands inside codes is none."""
        if self._parts is not None and not self._codes:
            self._parts.append(text)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        unit = self._unit
        if unit is None:
            return
        if name in _CODES:
            self._codes -= 1
            if self._parts is not None and name in _STANDALONE:
                self._parts.append("")
        elif name == "tu":
            self._finish(unit)
            self._unit = None
        elif self._parts is not None and name in {"note", "prop", "seg"}:
            text = _flat(self._parts)
            if name == "seg":
                unit.variants[-1].text = text
            elif name == "note":
                unit.notes.append(text)
            elif self._property in _KEPT_PROPERTIES:
                unit.properties[self._property] = text
            self._parts = None

    def _finish(self, unit: _Unit) -> None:
        """Make units of every text in the language of the source with every text in another."""
        known = [(v.locale, v) for v in unit.variants if v.locale is not None and v.text.strip()]
        wanted = _locale(unit.attributes.get("srclang", self._source_language))
        languages = [locale.language for locale, _ in known]
        first = wanted.language if wanted and wanted.language in languages else languages[0] if languages else ""
        pairs = [
            ((locale, source), (other, target))
            for locale, source in known
            for other, target in known
            if locale.language == first != other.language
        ]
        for (locale, source), (other, target) in pairs:
            self._found.append(
                TranslationUnit(
                    source.text,
                    target.text,
                    locale.tag,
                    other.tag,
                    context=unit.properties.get("x-context"),
                    origin=self._origin,
                    changed=_date("changedate", target, unit) or _date("creationdate", target, unit),
                    note="\n".join(unit.notes),
                    created=_date("creationdate", target, unit),
                    obsolete=unit.properties.get("x-obsolete") == "yes",
                )
            )
        self.left_out += not pairs


def _locale(tag: str) -> Locale | None:
    """Return the locale that a tag of any spelling means, None if it is no language of ours."""
    try:
        return Locale.parse(tag)
    except UsageError:
        return None


def _date(name: str, variant: _Variant, unit: _Unit) -> datetime | None:
    """Return a time that is noted on the translation, or else on the unit; None if it is none or cannot be read."""
    text = variant.attributes.get(name) or unit.attributes.get(name) or ""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return known_time(when if when.tzinfo else when.replace(tzinfo=UTC))


def _flat(parts: list[str]) -> str:
    """Return the parts of a segment as one text; where a code stood between two words, a blank keeps them apart."""
    text = ""
    seam = False
    for part in parts:
        if seam and text[-1:].isalnum() and part[:1].isalnum() and max(text[-1], part[0]) < _UNSPACED:
            text += " "
        seam = not part
        text += part
    return text
