"""Reading PO files: every layout that gettext reads, and a place for everything that is refused."""

from __future__ import annotations

import codecs
import subprocess
from pathlib import Path

import pytest
from tests.judges import judge

from taiyaku.catalog.message import Message
from taiyaku.catalog.po import PoFile, dump, parse, read
from taiyaku.errors import CatalogError
from taiyaku.span import Position

CASES = Path(__file__).parent / "cases"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\n'


def po(text: str) -> PoFile:
    """Parse a text."""
    return parse(text.encode(), Path("x.po"))


def refusal(data: bytes) -> str:
    """Return the message with which `data` is refused."""
    with pytest.raises(CatalogError) as caught:
        parse(data, Path("x.po"))
    return str(caught.value)


@pytest.mark.parametrize("case", sorted(CASES.glob("layout/*.po")), ids=lambda path: path.stem)
def test_every_layout_is_read(case: Path) -> None:
    """Beside each file lies the same catalog in the canonical layout."""
    canonical = case.with_suffix(".canonical").read_text(encoding="utf-8")
    assert dump(read(case).catalog) == canonical
    assert parse(canonical.encode(), case).catalog == read(case).catalog


@pytest.mark.parametrize("case", sorted(CASES.glob("refused/*.po")), ids=lambda path: path.stem)
def test_what_is_wrong_is_refused_at_its_place(case: Path) -> None:
    """The first line of each file is a comment with the place and a part of the message."""
    place, says = case.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").split(" ", 1)
    with pytest.raises(CatalogError) as caught:
        read(case)
    assert str(caught.value).startswith(f"{case}:{place}: ")
    assert says in str(caught.value.problem.what)
    assert str(caught.value).endswith("; nothing was changed")


@pytest.mark.parametrize("case", sorted(CASES.glob("refused/*.po")), ids=lambda path: path.stem)
def test_gettext_refuses_it_as_well(case: Path) -> None:
    """Stricter than gettext only where a comment is cut, where a charset is Python's, and with NUL."""
    if case.stem.startswith("ends-in") or case.stem in {"escape-of-nul", "escape-of-half-a-character"}:
        return
    result = subprocess.run([judge("msgcat"), "-t", "UTF-8", case], capture_output=True, check=False)
    assert result.returncode != 0


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    """The system error becomes one of ours, with its path."""
    with pytest.raises(CatalogError, match="cannot be read"):
        read(tmp_path / "missing.po")


@pytest.mark.parametrize("data", [b"", b"\n \n", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    """Where nothing stands, a failed save may have left it so."""
    assert "the file is empty" in refusal(data)


def test_bytes_that_are_not_in_the_charset() -> None:
    """The place is that of the byte, the column counted in characters."""
    text = HEADER.format("UTF-8").encode() + 'msgid "a"\nmsgstr "あ'.encode()
    assert "x.po:5:10: the byte 0xE3 is not valid UTF-8" in refusal(text + b"\xe3\x81")
    assert "x.po:2:9: the byte 0x82 is not valid UTF-8" in refusal(b'msgid "a"\nmsgstr "\x82\xa0"\n')


def test_a_byte_order_mark_contradicts_another_charset() -> None:
    """Two declarations that cannot both be true are not decided by us."""
    assert "declares EUC-JP" in refusal(codecs.BOM_UTF8 + HEADER.format("EUC-JP").encode())
    assert "UTF-16" in refusal('msgid ""\nmsgstr ""\n'.encode("utf-16"))


def test_zeroes_left_by_a_crash_are_refused() -> None:
    """Some file systems fill the end of a file with NUL after a power failure."""
    assert "cannot stand here" in refusal(b'msgid "a"\nmsgstr "b"\n' + bytes(512))


@pytest.mark.parametrize("charset", ["EUC-JP", "Shift_JIS", "ISO-2022-JP", "CP932", "GB18030"])
def test_a_declared_charset_is_read(charset: str) -> None:
    """The catalog is Unicode, so that its own header says UTF-8; the file's charset is the file's."""
    text = HEADER.format(charset) + 'msgid "table"\nmsgstr "表\\n日本語"\n'
    file = parse(text.encode(charset), Path("x.po"))
    assert file.catalog.messages == (Message("table", "表\n日本語"),)
    assert file.catalog.field("content-type") == "text/plain; charset=UTF-8"
    assert file.text == text


def test_escaped_bytes_are_in_the_charset_of_the_file() -> None:
    """Octal and hexadecimal escapes are bytes, not characters."""
    text = HEADER.format("EUC-JP") + 'msgid "a"\nmsgstr "\\xa4\\242"\n'
    assert parse(text.encode("euc_jp"), Path("x.po")).catalog.messages[0].msgstr == "あ"


@pytest.mark.parametrize("header", ["", HEADER.format("CHARSET"), HEADER.format("utf8")])
def test_without_a_charset_it_is_utf_8(header: str) -> None:
    """Nothing is guessed: UTF-8 that is none would be noticed."""
    assert po(f'{header}msgid "a"\nmsgstr "あ"\n').catalog.messages == (Message("a", "あ"),)


def test_the_charset_of_a_message_is_not_the_charset_of_the_file() -> None:
    """Only the header declares it."""
    text = HEADER.format("UTF-8") + 'msgid "write charset=EUC-JP there"\nmsgstr "あ"\n'
    assert po(text).encoding == "utf-8"


def test_the_header_is_read_as_fields() -> None:
    """Whatever is no field of the usual form is kept as it stands."""
    file = po('# me\n#, fuzzy\nmsgid ""\nmsgstr ""\n"Language: ja\\n"\n"X-Team:a b: c\\n"\n')
    assert file.catalog.locale == "ja"
    assert file.catalog.header == (("Language", "ja"), ("", "X-Team:a b: c\n"))
    assert file.catalog.header_comments == ("me",)
    assert file.catalog.header_flags == ("fuzzy",)
    assert file.catalog.field("x-team") == "a b: c"
    assert file.catalog.field("x-tea") is None


@pytest.mark.parametrize("text", ['msgid ""\nmsgstr "Language: \\n"\n', 'msgid "a"\nmsgstr ""\n'])
def test_a_template_has_no_locale(text: str) -> None:
    """Its `Language` is empty or missing."""
    assert po(text).catalog.locale is None


def test_positions_are_those_of_the_keywords() -> None:
    """An editor jumps to the message, not to its comments."""
    file = po(
        'msgid ""\nmsgstr ""\n\n# note\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n\n'
        '#~ msgid "c"\n#~ msgstr "d"\n  msgid "e" msgstr "f"\n'
    )
    assert file.position(("x", "a")) == Position(5, 1)
    assert file.msgstr_position(("x", "a")) == Position(7, 1)
    assert file.position((None, "c")) == Position(9, 1)
    assert file.msgstr_position((None, "c")) == Position(10, 4)
    assert file.position((None, "e")) == Position(11, 3)
    assert file.msgstr_position((None, "e")) == Position(11, 3)
    assert file.position((None, "a")) is None
    assert file.msgstr_position((None, "a")) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('msgid "a"\nmsgstr "b"', "no line break"),
        ('msgid "a"\nmsgstr "b"\n\n#: x.md\n', "without the message"),
        ('msgid "a\\n"\nmsgstr "b"\n', "ends with a line break"),
        (
            'msgid ""\nmsgstr "Plural-Forms: nplurals=2;\\n"\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
            "fewer plural forms",
        ),
    ],
)
def test_signs_of_a_cut_are_told(text: str, says: str) -> None:
    """What the grammar allows, and a whole file hardly ever has, is a warning."""
    (problem,) = po(text).problems
    assert says in str(problem)
    assert problem.severity == "warning"


def test_a_whole_file_shows_no_sign_of_a_cut() -> None:
    """A comment at the end is no sign, nor a line break on both sides."""
    assert po('msgid "a\\n"\nmsgstr "b\\n"\n\n# vim: tw=0\n').problems == ()


def test_no_cut_is_accepted_unless_a_whole_file_could_look_so() -> None:
    """Of every prefix of a file: refused, told of, or cut after a whole line where a file may end."""
    whole = (CASES / "cut.po").read_bytes()
    silent = []
    for length in range(1, len(whole)):
        try:
            file = parse(whole[:length], Path("x.po"))
        except CatalogError:
            continue
        if not file.problems:
            silent.append(whole[:length].decode())
    assert all(text.endswith("\n") for text in silent)
    last_lines = {text.rstrip("\n").splitlines()[-1] for text in silent}
    assert last_lines == {
        'msgstr ""',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Language: ja\\n"',
        'msgstr "開く"',
        '"一行目\\n"',
        '"二行目"',
        "# The translator's own note.",
    }


def test_a_previous_text_in_an_unusual_layout() -> None:
    """It is read as the usual one is."""
    usual = '#| msgctxt "x"\n#| msgid "a"\nmsgid "b"\nmsgstr "c"\n'
    unusual = usual.replace('#| msgid "a"', '#| msgid   ""  "a"')
    assert po(unusual).catalog == po(usual).catalog
    assert po(usual).catalog.messages[0].previous_msgid == "a"


@pytest.mark.parametrize("stray", ["[", "]", "7"])
def test_what_belongs_to_no_message(stray: str) -> None:
    """It is shown with its place."""
    assert f"x.po:1:1: {stray} cannot stand here" in refusal(f'{stray}\nmsgid "a"\nmsgstr "b"\n'.encode())


def test_git_s_markers_are_those_at_the_start_of_a_line() -> None:
    """The same characters elsewhere are merely odd."""
    assert "x.po:1:1: an unresolved conflict of a merge; keep" in refusal(b'<<<<<<< a\nmsgid "a"\nmsgstr "b"\n')
    assert "x.po:1:11: '<' cannot stand here; put" in refusal(b'msgid "a" <<<<<<< a\nmsgstr "b"\n')


def test_a_position_is_that_of_the_message_alone() -> None:
    """The msgstr of the next message is not taken for its own."""
    file = po('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\n\nmsgid "c"\nmsgstr "d"\n')
    assert file.msgstr_position((None, "a")) == Position(3, 1)
    assert file.msgstr_position((None, "c")) == Position(6, 1)
    assert file.msgstr_position((None, "x")) is None
