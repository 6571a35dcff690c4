"""TMX: what is read of other programs' files, what is refused, and that what is written comes back."""

from __future__ import annotations

import codecs
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taiyaku.interop.tmx import TmxReader, dump, unholdable
from taiyaku.interop.xml_reader import XmlError, read_xml
from taiyaku.memory.unit import TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Write = "Callable[[str | bytes], Path]"
SEGMENTS = Path(__file__).parent / "cases" / "segments.txt"
PAIR = '<tuv xml:lang="en"><seg>Bread</seg></tuv><tuv xml:lang="ja"><seg>パン</seg></tuv>'


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Return a function that writes a TMX file."""

    def write(text: str | bytes) -> Path:
        path = tmp_path / "a.tmx"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def tmx(*units: str, header: str = '<header srclang="en"/>') -> str:
    """Return a TMX file with these elements in its body."""
    return f'<?xml version="1.0"?>\n<tmx version="1.4">\n{header}\n<body>\n{"".join(units)}\n</body>\n</tmx>\n'


def read(path: Path) -> list[TranslationUnit]:
    """Return all units of a file."""
    return list(TmxReader(path, path.name))


def test_everything_of_a_unit(write: Callable[[str | bytes], Path]) -> None:
    """Texts, locales in any spelling, context, notes of unit and variants, and the dates are read."""
    path = write(
        tmx(
            '<tu creationdate="20240809T120000Z" changedate="20240810T120000Z">'
            '<note>Checked.</note><prop type="x-context">cell</prop><prop type="x-origin">elsewhere</prop>'
            '<prop type="x-obsolete">yes</prop>'
            '<tuv xml:lang="EN_us"><seg>Bread</seg></tuv>'
            '<tuv lang="JA-jp" changedate="20240811T090000Z"><note>By the desk.</note><seg>パン</seg></tuv></tu>'
        )
    )
    assert read(path) == [
        TranslationUnit(
            "Bread",
            "パン",
            "en-US",
            "ja-JP",
            context="cell",
            origin="a.tmx",
            changed=datetime(2024, 8, 11, 9, tzinfo=UTC),
            note="Checked.\nBy the desk.",
            created=datetime(2024, 8, 9, 12, tzinfo=UTC),
            obsolete=True,
        )
    ]


@pytest.mark.parametrize(
    ("dates", "changed", "created"),
    [
        ('creationdate="20240809T120000Z"', "2024-08-09", "2024-08-09"),
        ('changedate="2024-08-10T12:00:00"', "2024-08-10", None),
        ('changedate="last week"', None, None),
        ('changedate="0001-01-01T00:00:00+14:00"', None, None),
        ('changedate="0999-05-01T00:00:00Z" creationdate="9999-12-31T23:59:59-14:00"', None, None),
        ('changedate="10010101T000000Z"', "1001-01-01", None),
        ("", None, None),
    ],
)
def test_dates(write: Callable[[str | bytes], Path], dates: str, changed: str | None, created: str | None) -> None:
    """Who was never changed was changed when created; times without a zone are UTC; what is no date is none."""
    (unit,) = read(write(tmx(f"<tu {dates}>{PAIR}</tu>")))
    assert [time and f"{time:%Y-%m-%d}" for time in (unit.changed, unit.created)] == [changed, created]
    assert {time.tzinfo for time in (unit.changed, unit.created) if time} <= {UTC}


@pytest.mark.parametrize(("version", "known"), [("1.1", True), ("1.4b", True), ("2.0", False), ("", False)])
def test_versions(write: Callable[[str | bytes], Path], version: str, *, known: bool) -> None:
    """A file of a version that nobody knows is refused, with its place; one that says nothing of it is read."""
    text = tmx(f"<tu>{PAIR}</tu>")
    assert len(read(write(text.replace(' version="1.4"', "")))) == 1
    path = write(text.replace('tmx version="1.4"', f'tmx version="{version}"'))
    if known:
        assert len(read(path)) == 1
    else:
        with pytest.raises(XmlError) as info:
            read(path)
        assert "is not known here" in str(info.value)
        assert info.value.problem.position == (2, 1)


def test_a_fault_of_a_handler_is_not_taken_for_one_of_the_file(write: Callable[[str | bytes], Path]) -> None:
    """What goes wrong in our own code is not blamed on the encoding."""

    class Handler:
        """One that fails."""

        def start(self, name: str, attributes: Mapping[str, str]) -> None:
            """Fail."""
            raise KeyError(name, attributes)

        def end(self, name: str) -> None:
            """Do nothing."""

        def text(self, text: str) -> None:
            """Do nothing."""

    with pytest.raises(KeyError):
        list(read_xml(write("<tmx/>"), Handler()))


def segment_cases() -> list[list[str]]:
    """Return the rows of the case file: what a segment holds, and the text it is read as."""
    lines = SEGMENTS.read_text(encoding="utf-8").splitlines()
    return [line.split(" => ") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("content", "text"), segment_cases())
def test_segments_are_flattened(write: Callable[[str | bytes], Path], content: str, text: str) -> None:
    """Codes go, marked text stays, and words that a code kept apart stay apart."""
    (unit,) = read(write(tmx(f"<tu>{PAIR.replace('Bread', content)}</tu>")))
    assert unit.source == text


def variants(*pairs: str) -> str:
    """Return a unit with texts given as `locale text`."""
    inside = "".join(f'<tuv xml:lang="{pair.split()[0]}"><seg>{pair.partition(" ")[2]}</seg></tuv>' for pair in pairs)
    return f"<tu>{inside}</tu>"


@pytest.mark.parametrize(
    ("srclang", "given", "wanted"),
    [
        ("en", ["en a", "ja あ"], ["en a ja あ"]),
        ("ja", ["en a", "ja あ"], ["ja あ en a"]),
        ("JA-JP", ["en a", "ja あ"], ["ja あ en a"]),
        ("*all*", ["ja あ", "en a"], ["ja あ en a"]),
        ("fr", ["fr x", "ja あ", "en a"], ["ja あ en a"]),
        ("en", ["en a", "en-GB b", "ja あ"], ["en a ja あ", "en-GB b ja あ"]),
        ("en", ["en a", "fr x"], []),
        ("en", ["en a", "en-GB b"], []),
        ("en", ["en a", "ja "], []),
        ("en", ["en a"], []),
        ("fr", ["fr x", "not-a-language y"], []),
        ("en", [], []),
    ],
)
def test_languages(write: Callable[[str | bytes], Path], srclang: str, given: list[str], wanted: list[str]) -> None:
    """Every text in the language of the source pairs with every one in the other; units without a pair are counted."""
    path = write(
        tmx(variants(*given), header=f'<header srclang="{srclang}"><note>n</note><prop type="p">v</prop></header>')
    )
    reader = TmxReader(path, "a")
    found = [f"{unit.source_locale} {unit.source} {unit.target_locale} {unit.target}" for unit in reader]
    assert found == wanted
    assert reader.left_out == (not wanted)


def test_the_unit_may_say_its_language(write: Callable[[str | bytes], Path]) -> None:
    """`srclang` of a unit stands above the header's; without any, the first text is the source."""
    (unit,) = read(write(tmx(f'<tu srclang="ja">{PAIR}</tu>')))
    assert unit.source == "パン"
    (unit,) = read(write(tmx(f"<tu>{PAIR}</tu>", header="<header/>")))
    assert unit.source == "Bread"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_encodings(write: Callable[[str | bytes], Path], encoding: str) -> None:
    """UTF-8 and UTF-16, with a byte-order mark or not, and old encodings of one byte."""
    declared = {"utf-8-sig": "UTF-8", "utf-16-le": "UTF-16LE"}.get(encoding, encoding)
    text = tmx(f"<tu>{PAIR.replace('パン', '&#12497;&#12531;é')}</tu>").replace('"1.0"', f'"1.0" encoding="{declared}"')
    assert read(write(text.encode(encoding)))[0].target == "パンé"


def test_a_document_type_is_not_fetched(write: Callable[[str | bytes], Path]) -> None:
    """The usual document type, which lies nowhere, does no harm."""
    text = tmx(f"<tu>{PAIR}</tu>").replace("<tmx", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx', 1)
    assert len(read(write(text))) == 1


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;&a;">]>\n<tmx><body>&b;</body></tmx>'
SPY = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<tmx><body>&a;</body></tmx>'
UNKNOWN = f'<!DOCTYPE tmx SYSTEM "x.dtd">\n{tmx(f"<tu>{PAIR}</tu>").partition("?>")[2].replace("Bread", "caf&eacute;")}'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "a.tmx:1:1: not well-formed XML (no element found)"),
        ("no markup", "a.tmx:1:1: not well-formed XML (syntax error)"),
        (tmx("<tu>").partition("</body>")[0], "a.tmx:6:1: not well-formed XML (no element found)"),
        (tmx("<tu></note></tu>"), "a.tmx:5:7: not well-formed XML (mismatched tag)"),
        ("<xliff></xliff>", "a.tmx:1:1: no TMX: it begins with <xliff>"),
        (tmx("<tu>\n <tuv><seg>a</seg></tuv></tu>"), "a.tmx:6:2: a <tuv> without xml:lang"),
        (tmx("<tu><seg>a</seg></tu>"), "a.tmx:5:5: a <seg> outside of a <tuv>"),
        (BOMB, "a.tmx:1:27: it declares an entity “a”"),
        (SPY, "it declares an entity “a”"),
        (UNKNOWN, "nothing says what “&eacute;” means"),
        (tmx(f"<tu>{PAIR}</tu>").replace("Bread", "\x07"), "not well-formed XML (not well-formed (invalid token))"),
        (tmx(f"<tu>{PAIR}</tu>").encode().replace(b"Bread", b"\xff"), "not well-formed XML"),
        ('<?xml version="1.0" encoding="Shift_JIS"?><tmx/>', "a.tmx:1:1: in an encoding that cannot be read"),
        ('<?xml version="1.0" encoding="nonsense"?><tmx/>', "a.tmx:1:1: in an encoding that cannot be read"),
    ],
)
def test_what_is_refused(write: Callable[[str | bytes], Path], content: str | bytes, says: str) -> None:
    """Whatever is no TMX, or might do harm, is refused with its place."""
    path = write(content)
    with pytest.raises(XmlError) as info:
        read(path)
    assert says in str(info.value)
    assert str(info.value).startswith(f"{path}:")
    assert info.value.exit_code == 3


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    """A file that is not there, and a folder, are errors with a reason."""
    for path in (tmp_path / "none.tmx", tmp_path):
        with pytest.raises(XmlError, match="the file cannot be read"):
            read(path)


def test_units_come_while_the_file_is_read(write: Callable[[str | bytes], Path]) -> None:
    """Of a large file, the first units are there before its broken end is met."""
    path = write(tmx(*(f"<tu>{PAIR}</tu>\n" for _ in range(5000)), "<broken"))
    reader = iter(TmxReader(path, "a"))
    assert next(reader).source == "Bread"
    with pytest.raises(XmlError):
        list(reader)


_texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")) | st.sampled_from(
    ["a\r\nb\tc\rd", "]]> & <b> \"'", "&amp;", "\u2028\x85", "𠮷野家"]
)
_some = _texts.filter(str.strip)
_times = st.none() | st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
_units = st.builds(
    TranslationUnit,
    _some,
    _some,
    st.just("en-GB"),
    st.just("ja"),
    context=st.none() | _some,
    origin=st.just("a"),
    changed=_times,
    note=_texts,
    created=_times,
    obsolete=st.booleans(),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_units, max_size=3))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, units: list[TranslationUnit]) -> None:
    """Texts, contexts, notes and dates survive a round trip, whatever characters XML can hold."""
    path = tmp_path_factory.mktemp("tmx") / "a.tmx"
    path.write_bytes("".join(dump(units, "1.0")).encode())
    assert list(TmxReader(path, "a")) == [replace(unit, changed=unit.changed or unit.created) for unit in units]


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\ufffe", "\uffff", "\ud800"])
@pytest.mark.parametrize("field", ["source", "target", "context", "note", "origin"])
def test_what_xml_cannot_hold(char: str, field: str) -> None:
    """A character that no XML can hold is named, in whatever part of a unit it stands."""
    unit = TranslationUnit("a", "b", "en", "ja")
    assert unholdable(unit) is None
    assert unholdable(replace(unit, context="x")) is None
    phrase = unholdable(replace(unit, **{field: f"x{char}"}))  # type: ignore[arg-type]
    assert phrase is not None
    assert f"U+{ord(char):04X}" in str(phrase)


def test_the_mark_of_utf_8_is_not_written() -> None:
    """What is written is plain UTF-8, with the document type that other programs look for."""
    text = "".join(dump([], "1.0"))
    assert not text.encode().startswith(codecs.BOM_UTF8)
    assert text.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
    )
