"""Adding entries to a termbase file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.errors import SaveError, TermbaseError
from taiyaku.termbase import additions
from taiyaku.termbase.additions import Block, add_entries, entry_text, read_blocks
from taiyaku.termbase.concept import ConceptEntry, Term, Title
from taiyaku.termbase.file import parse_termbase

if TYPE_CHECKING:
    from pathlib import Path

_OLD = '# Our names.\n\n[[entry]]\nkind = "place"\nen = "Bizen"  # the city\nja = "備前"\n'
_REVIEWED = """\
# Take out what is wrong.

#: sounds like it
[[entry]]
kind = "person"
# asked at the town hall
en = "George Chen"
ja = "ジョージ・チェン"

#: is read so
[[entry]]
kind = "place"
en = "Bizen"
ja = "備前"
"""


@pytest.mark.parametrize("old", [_OLD, _OLD.rstrip("\n"), _OLD.replace("\n", "\r\n"), "\ufeff" + _OLD, ""])
def test_every_byte_is_kept(tmp_path: Path, old: str) -> None:
    """What stands there stays, and what is added has its line ends; an entry that is there already is left out."""
    path, reviewed = tmp_path / "termbase.toml", tmp_path / "names.toml"
    path.write_bytes(old.encode())
    reviewed.write_text(_REVIEWED, encoding="utf-8")
    added = add_entries(path, read_blocks(reviewed), reviewed)
    new = path.read_bytes().decode()
    assert new.startswith(old)
    assert "# asked at the town hall" in new
    assert "#:" not in new
    assert ("\n" in new.replace("\r\n", "")) is ("\r\n" not in old)
    assert len(added.known) == (1 if old else 0)
    assert len(parse_termbase(new.removeprefix("\ufeff").replace("\r\n", "\n")).entries) == 2


def test_a_termbase_is_begun(tmp_path: Path) -> None:
    """Where there is no file yet, one is made; a dry run makes none."""
    path = tmp_path / "locales" / "termbase.toml"
    blocks = [Block(ConceptEntry("", "place", (Term("Bizen", "en"),)), '[[entry]]\nkind = "place"\nen = "Bizen"\n')]
    assert add_entries(path, blocks, dry_run=True).new == blocks[0].text
    assert not path.exists()
    add_entries(path, blocks)
    assert path.read_text(encoding="utf-8") == blocks[0].text


def test_a_contradiction_is_told_at_its_place_in_the_reviewed_file(tmp_path: Path) -> None:
    """An entry that contradicts one of the termbase is refused with its own line, and nothing is written."""
    path, reviewed = tmp_path / "termbase.toml", tmp_path / "names.toml"
    path.write_text(_OLD, encoding="utf-8")
    reviewed.write_text(_REVIEWED.replace('ja = "備前"', 'ja = "尾前"'), encoding="utf-8")
    with pytest.raises(TermbaseError) as error:
        add_entries(path, read_blocks(reviewed), reviewed)
    assert str(error.value).startswith(f"{reviewed}:11:1: “Bizen” is 尾前 here, and 備前 in line 3")
    assert path.read_text(encoding="utf-8") == _OLD


def test_entries_without_headers_are_added_with_them(tmp_path: Path) -> None:
    """A reviewed file that has its entries in one list is read as well."""
    path, reviewed = tmp_path / "termbase.toml", tmp_path / "names.toml"
    reviewed.write_text('entry = [{ en = "kiln", ja = "窯" }]\n', encoding="utf-8")
    add_entries(path, read_blocks(reviewed), reviewed)
    assert path.read_text(encoding="utf-8") == '[[entry]]\nen = "kiln"\nja = "窯"\n'


def test_a_termbase_without_headers_is_left_alone(tmp_path: Path) -> None:
    """TOML cannot add to a list that is closed: it says so, and nothing is written."""
    path, reviewed = tmp_path / "termbase.toml", tmp_path / "names.toml"
    path.write_text('entry = [{ en = "kiln", ja = "窯" }]\n', encoding="utf-8")
    reviewed.write_text(_REVIEWED, encoding="utf-8")
    with pytest.raises(TermbaseError, match="not TOML"):
        add_entries(path, read_blocks(reviewed), reviewed)
    assert path.read_text(encoding="utf-8") == 'entry = [{ en = "kiln", ja = "窯" }]\n'


def test_a_change_of_somebody_else_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file changed since it was read, nothing is written."""
    path = tmp_path / "termbase.toml"
    path.write_text(_OLD, encoding="utf-8")
    monkeypatch.setattr(additions, "present_bytes", lambda _: b"another text")
    entry = ConceptEntry("", "term", (Term("kiln", "en"),))
    with pytest.raises(SaveError, match="in the meantime"):
        add_entries(path, [Block(entry, entry_text(entry))])
    assert path.read_text(encoding="utf-8") == _OLD


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(
    lambda text: text == text.strip() and "\r" not in text
)
_DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def _entries(draw: st.DrawFn) -> ConceptEntry:
    english = Term(draw(_WORDS), "en", case=draw(st.booleans()), note=draw(_WORDS | st.just("")))
    japanese = Term(draw(_WORDS), "ja", reading=draw(st.sampled_from(["", "よしむら たけし"])))
    other = Term(japanese.text + "x", "ja", draw(st.sampled_from(["admitted", "forbidden"])))
    name = Term("吉村武司", "ja", "deprecated", parts=("吉村", "武司"))
    since = draw(_DAYS)
    titles = (Title((draw(_WORDS),), (draw(_WORDS), draw(_WORDS)), since, None),)
    return ConceptEntry(
        draw(_WORDS | st.just("")),
        "person",
        (english, japanese, other, *([name] if name.text not in {japanese.text, other.text} else [])),
        draw(_WORDS | st.just("")),
        draw(_WORDS | st.just("")),
        draw(st.sampled_from([None, "family-first", "given-first"])),
        draw(_WORDS | st.just("")),
        titles,
        1,
    )


@given(_entries())
def test_an_entry_is_read_back_the_same(entry: ConceptEntry) -> None:
    """Whatever an entry holds, its TOML is read back the same."""
    (read,) = parse_termbase(entry_text(entry)).entries
    assert replace(read, line=1) == entry
