"""Writing PO text: canonical where it is new, untouched where it is not."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.catalogs import catalogs, messages
from tests.judges import judge

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.message import Message
from taiyaku.catalog.po import PoFile, dump, parse, updated, updated_text
from taiyaku.errors import CatalogError

CASES = Path(__file__).parent / "cases"
# Without those in which the place of an entry has a meaning: after a directive, or first of all.
MOVABLE = [path for path in sorted(CASES.glob("layout/*.po")) if path.stem not in {"domain", "header-in-the-middle"}]
ODD = (
    '\n# me\nmsgid   ""\nmsgstr ""\n"Language: "\n"ja\\n"\n\n\n\n'
    '#メモ\nmsgid "a" ""\nmsgstr "b"\n   \nmsgid "c"\nmsgstr "d"\n#~msgid "e"\n#~msgstr "f"\n\n# the end'
).replace("# the end", "# the end\n\n")


def po(text: str) -> PoFile:
    """Parse a text."""
    return parse(text.encode(), Path("x.po"))


def edited(file: PoFile, number: int, **changes: object) -> Catalog:
    """Return the file's catalog with some fields of one message changed."""
    listed = list(file.catalog.messages)
    listed[number] = replace(listed[number], **changes)  # type: ignore[arg-type]  # the cases name the fields
    return replace(file.catalog, messages=tuple(listed))


ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": r"\t", "\r": r"\r", "\a": r"\a", "\b": r"\b", "\f": r"\f", "\v": r"\v"}


@pytest.mark.parametrize(("character", "escape"), ESCAPES.items())
def test_each_escape_by_itself(character: str, escape: str) -> None:
    """As msgcat writes it, where no other character of the text has one."""
    text = dump(Catalog(None, messages=(Message("a", f"b{character}c"),)))
    assert text == f'msgid "a"\nmsgstr "b{escape}c"\n'
    assert po(text).catalog.messages == (Message("a", f"b{character}c"),)


def test_previous_texts_of_what_is_out_of_use() -> None:
    """All three of them, in the canonical layout."""
    text = (
        '#~| msgctxt "x"\n#~| msgid "y"\n#~| msgid_plural "ys"\n#~ msgid "a"\n#~ msgid_plural "as"\n#~ msgstr[0] "b"\n'
    )
    (message,) = po(text).catalog.messages
    assert (message.previous_msgctxt, message.previous_msgid, message.previous_msgid_plural) == ("x", "y", "ys")
    assert dump(Catalog(None, messages=(message,))) == text


@settings(deadline=None)
@given(catalogs())
def test_what_is_written_is_read_back(catalog: Catalog) -> None:
    """For every catalog whose comments are lines."""
    text = dump(catalog)
    if text:
        assert parse(text.encode(), Path("x.po")).catalog == catalog


@pytest.mark.parametrize("case", sorted(CASES.glob("layout/*.canonical")), ids=lambda path: path.stem)
def test_msgcat_writes_the_same_bytes(case: Path) -> None:
    """Except for what msgcat is known to drop: domains' comments, comments after the last message, odd flags."""
    if case.stem in {"domain", "trailing-comments", "flags-by-blanks", "planned-kind-of-comment", "plural-twelve"}:
        return
    text = case.read_text(encoding="utf-8")
    if "Content-Type" not in text and '\nmsgid ""' not in text and not text.startswith('msgid ""\nmsgstr ""\n'):
        text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + text
    command = [judge("msgcat"), "--no-wrap", "--force-po", "-"]
    result = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    assert result.stdout.decode() == text


def test_a_catalog_of_ours_is_what_msgcat_writes() -> None:
    """Byte for byte, so that an editor that saves through msgcat changes nothing."""
    text = (CASES / "cut.po").read_text(encoding="utf-8")
    assert dump(po(text).catalog) == text
    result = subprocess.run([judge("msgcat"), "--no-wrap", "-"], input=text.encode(), capture_output=True, check=True)
    assert result.stdout.decode() == text


@pytest.mark.parametrize(
    "message",
    [
        Message("a", translator_comments=("one\ntwo",)),
        Message("a", extracted_comments=("one\r",)),
        Message("a", flags=('fuzzy\nmsgid "b"',)),
        Message("a", references=("x.md\n",)),
    ],
)
def test_a_comment_cannot_inject_an_entry(message: Message) -> None:
    """A line break there would start a line of its own."""
    with pytest.raises(CatalogError, match="a line break inside the comment"):
        dump(Catalog(None, messages=(message,)))


@settings(deadline=None)
@given(catalogs(), st.booleans(), st.booleans())
def test_an_unchanged_catalog_gives_the_same_bytes(catalog: Catalog, crlf: bool, bom: bool) -> None:
    """With any line ends, with or without a byte order mark."""
    data = dump(catalog).encode()
    if crlf:
        data = data.replace(b"\n", b"\r\n")
    if bom:
        data = b"\xef\xbb\xbf" + data
    if data.strip(b"\xef\xbb\xbf"):
        file = parse(data, Path("x.po"))
        assert file.catalog == catalog
        assert updated(file, file.catalog) == data


@settings(deadline=None)
@given(st.sampled_from(MOVABLE), st.lists(messages, min_size=1, max_size=3), st.data())
def test_a_changed_catalog_is_read_back_and_spares_the_rest(
    case: Path, new: list[Message], data: st.DataObject
) -> None:
    """Whatever is added, removed and moved in whatever layout."""
    file = parse(case.read_bytes(), case)
    mixed = data.draw(st.permutations([*file.catalog.messages, *new]))
    kept = tuple({message.key: message for message in mixed[: data.draw(st.integers(1, len(mixed)))]}.values())
    changed = replace(file.catalog, messages=kept)
    again = parse(updated(file, changed), case)
    assert again.catalog == changed
    for message, span in zip(file.catalog.messages, file.spans, strict=True):
        if message in kept:
            assert span.text_of(file.text).rstrip() in again.text


def test_only_the_changed_entry_is_written_anew() -> None:
    """Odd blank lines, tight markers and wrapped headers around it stay."""
    file = po(ODD)
    assert updated(file, file.catalog).decode() == ODD
    changed = updated(file, edited(file, 1, msgstr="改\n行")).decode()
    assert changed == ODD.replace('msgstr "d"\n', 'msgstr ""\n"改\\n"\n"行"\n')


def test_the_changed_header_leaves_the_messages_alone() -> None:
    """It is one entry like the others."""
    file = po(ODD)
    catalog = replace(file.catalog, header=(("Language", "en"),))
    start = ODD.index("\n\n\n\n#メモ")
    assert updated(file, catalog).decode() == '\n# me\nmsgid ""\nmsgstr "Language: en\\n"' + ODD[start:]


def test_an_inserted_message_touches_no_other_line() -> None:
    """A diff shows the new message and nothing else."""
    file = po(ODD)
    first, *rest = file.catalog.messages
    catalog = replace(file.catalog, messages=(first, Message("new", "新"), *rest))
    inserted = '\nmsgid "new"\nmsgstr "新"\n'
    position = ODD.index('   \nmsgid "c"')
    assert updated(file, catalog).decode() == ODD[:position] + inserted + ODD[position:]


def test_an_appended_message_stands_before_the_trailing_comments() -> None:
    """They stay the last lines of the file."""
    file = po(ODD)
    catalog = replace(file.catalog, messages=(*file.catalog.messages, Message("new", "新")))
    assert updated(file, catalog).decode() == ODD.replace("\n\n# the end", '\n\nmsgid "new"\nmsgstr "新"\n\n# the end')


def test_a_message_after_a_file_without_a_last_line_break() -> None:
    """The missing line break is added first."""
    file = po('msgid "a"\nmsgstr "b"')
    catalog = replace(file.catalog, messages=(*file.catalog.messages, Message("c")))
    assert updated(file, catalog) == b'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n'


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    """New lines end as the file's lines end."""
    data = b'\xef\xbb\xbfmsgid "a"\r\nmsgstr "b"\r\n\r\nmsgid "c"\r\nmsgstr ""\r\n'
    file = parse(data, Path("x.po"))
    assert updated(file, edited(file, 1, msgstr="d\ne")) == data.replace(
        b'msgstr ""\r\n', b'msgstr ""\r\n"d\\n"\r\n"e"\r\n'
    )


def test_a_legacy_charset_becomes_utf_8_with_the_first_change() -> None:
    """Until then, not a byte is touched."""
    text = '# 手紙\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=EUC-JP\\n"\n"X: y\\n"\n\n'
    text += 'msgid "a"\n\nmsgstr "表" "裏"\n\nmsgid "c"\nmsgstr ""\n'
    file = parse(text.encode("euc_jp"), Path("x.po"))
    assert updated(file, file.catalog) == text.encode("euc_jp")
    assert updated_text(file, file.catalog) == text
    changed = updated(file, edited(file, 1, msgstr="№"))
    assert changed.decode() == text.replace("EUC-JP", "UTF-8").replace('"c"\nmsgstr ""', '"c"\nmsgstr "№"')


WRAPPED = """\
#: a.md:1
#: a.md:7
#, python-format
msgid ""
"one "
"two"
msgid_plural ""
"many "
"twos"
msgstr[0] ""
"壱 "
"弐"

#~ msgid ""
#~ "old "
#~ "boat"
#~ msgstr ""
#~ "古い"
#~ "船"
"""


def test_where_the_translation_alone_differs_the_other_lines_stay() -> None:
    """As another tool wrapped them; what else differs has the entry written anew, so that nothing of it is lost."""
    file = parse(WRAPPED.encode(), Path("x.po"))
    new = updated(file, edited(file, 0, plural_forms=("弐",)))
    assert new.decode() == WRAPPED.replace('""\n"壱 "\n"弐"', '"弐"')
    new = updated(file, edited(file, 1, msgstr="舟"))
    assert new.decode() == WRAPPED.replace('""\n#~ "古い"\n#~ "船"', '"舟"')
    new = updated(file, edited(file, 1, msgid="ship", msgstr="舟"))
    assert new.decode().endswith('\n#~ msgid "ship"\n#~ msgstr "舟"\n')
    file = parse(b'msgid "a" msgstr "b"\n', Path("x.po"))
    assert updated(file, edited(file, 0, msgstr="c")) == b'msgid "a"\nmsgstr "c"\n'


def test_half_a_character_is_refused_with_its_place() -> None:
    """UTF-8 has no bytes for an unpaired surrogate."""
    file = po(ODD)
    with pytest.raises(CatalogError, match=r"x\.po:14:1: half a character \(U\+D83D\) in the message 'c'"):
        updated(file, edited(file, 1, msgstr="\ud83d"))


def test_comments_at_the_end_of_a_file_can_change() -> None:
    """They are no message's, and keep their distance to the last one."""
    file = po('msgid "a"\nmsgstr "b"\n\n# the end\n')
    other = replace(file.catalog, trailing_comments=("# fin",))
    assert updated(file, other) == b'msgid "a"\nmsgstr "b"\n\n# fin\n'
    assert updated(file, replace(file.catalog, trailing_comments=())) == b'msgid "a"\nmsgstr "b"\n'


def test_what_shares_the_last_line_of_a_message_gets_its_own() -> None:
    """A comment may stand behind a string; the messages around it can change nonetheless."""
    file = po('msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d" # the end\n')
    start = b'msgid "a"\nmsgstr "B"\n\nmsgid "c"\nmsgstr "d"\n'
    changed = edited(file, 0, msgstr="B")
    assert updated(file, changed) == start + b" # the end\n"
    assert updated(file, replace(changed, trailing_comments=("# fin",))) == start + b"\n# fin\n"


def test_a_file_with_domains_is_written_anew() -> None:
    """The line that says a message's domain may stand far above it."""
    file = po('domain "one"\nmsgid "a"\nmsgstr "b"\n\n\ndomain "two"\nmsgid "a"\nmsgstr   "c"\n')
    changed = edited(file, 0, msgstr="B")
    assert updated(file, changed).decode() == dump(changed)
    assert parse(updated(file, changed), file.path).catalog == changed


@pytest.mark.parametrize(
    ("order", "text"),
    [
        ("ba", "{b}\n{a}"),
        ("cb", "{c}\n\n{b}"),
        ("ac", "{a}\n{c}"),
        ("bc", "{b}{c}"),
        ("cab", "{c}\n{a}\n\n{b}"),
    ],
)
def test_blank_lines_go_with_the_message_below_them(order: str, text: str) -> None:
    """Two stand before b, none before c; where a message gets a new neighbour, there is at least one."""
    entries = {name: f'msgid "{name}"\nmsgstr ""\n' for name in "abc"}
    file = po("{a}\n\n{b}{c}".format(**entries))
    messages = {message.msgid: message for message in file.catalog.messages}
    changed = replace(file.catalog, messages=tuple(messages[name] for name in order))
    assert updated(file, changed).decode() == text.format(**entries)


def test_the_first_message_of_a_file_without_any() -> None:
    """Nothing stands before it."""
    file = po("# the end\n")
    assert updated(file, replace(file.catalog, messages=(Message("a"),))) == b'msgid "a"\nmsgstr ""\n# the end\n'
