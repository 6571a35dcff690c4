"""The termbase file: what it may hold, and what is said of what it may not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.judges import shared_data

from taiyaku.errors import TermbaseError
from taiyaku.termbase.file import parse_termbase, read_termbase

if TYPE_CHECKING:
    from taiyaku.termbase.concept import ConceptEntry

CASES = Path(__file__).with_name("bad_termbases.txt").read_text(encoding="utf-8")
BAD = [case.strip("\n").split("\n---\n") for case in CASES.split("\n======\n")]


def entry(text: str) -> ConceptEntry:
    """Return the only entry of a termbase."""
    (only,) = parse_termbase(text).entries
    return only


def test_the_short_form() -> None:
    """Texts alone make a term whose first form is preferred."""
    read = entry('[[entry]]\nen = ["friendship city", "friendly city"]\nja = "友好都市"\n')
    assert (read.kind, read.line) == ("term", 1)
    assert [(term.text, term.status) for term in read.terms] == [
        ("friendship city", "preferred"),
        ("friendly city", "admitted"),
        ("友好都市", "preferred"),
    ]


def test_the_long_form() -> None:
    """Every key of an entry, a term and a title is read."""
    read = entry(
        """
[[entry]]
kind = "person"
id = "yoshimura"
en = "Takeshi Yoshimura"
ja = [
    { text = "吉村武司", reading = "よしむら たけし", parts = ["吉村", "武司"], note = "a" },
    { text = "吉村武史", status = "forbidden", case = true },
]
title = [
    { en = "Mayor", ja = ["市長", "首長"], from = 2017-04-10, until = "2025-04-09" },
    { en = "former Mayor", ja = "前市長", from = 2025-04-10 },
]
definition = "d"
note = "n"
order = "given-first"
verified = "v"
"""
    )
    assert (read.id, read.kind, read.definition, read.note, read.order, read.verified) == (
        "yoshimura", "person", "d", "n", "given-first", "v",
    )  # fmt: skip
    preferred, forbidden = read.of("ja")
    assert (preferred.reading, preferred.parts, preferred.note) == ("よしむら たけし", ("吉村", "武司"), "a")
    assert (forbidden.status, forbidden.case, forbidden.allowed) == ("forbidden", True, False)
    assert [title.ja for title in read.titles_on(date(2024, 8, 8))] == [("市長", "首長")]
    assert [title.ja for title in read.titles_on(date(2026, 1, 1))] == [("前市長",)]
    assert len(read.titles_on(None)) == 2
    assert read.preferred("ja") == "吉村武司"


def test_an_explicit_preference_wins_over_the_first() -> None:
    """The first is preferred only if none says so."""
    read = entry('[[entry]]\nen = "server"\nja = ["サーバ", { text = "サーバー", status = "preferred" }]\n')
    assert [term.text for term in read.allowed("ja")] == ["サーバー", "サーバ"]


def test_the_first_allowed_is_preferred_after_a_forbidden_one() -> None:
    """A forbidden form in front does not take the place of the preferred one."""
    read = entry(
        '[[entry]]\nen = "Los Angeles"\nja = [{ text = "ロスアンゼルス", status = "forbidden" }, "ロサンゼルス"]\n'
    )
    assert read.preferred("ja") == "ロサンゼルス"


def test_an_empty_file_is_an_empty_termbase() -> None:
    """No entries, with or without a comment, is no fault."""
    assert not parse_termbase("# nothing yet\n")


def test_homonyms_with_definitions_are_no_contradiction() -> None:
    """Two things of one name, told apart."""
    text = '[[entry]]\nen = "bank"\nja = "銀行"\ndefinition = "of money"\n[[entry]]\nen = "bank"\nja = "土手"\n'
    assert len(parse_termbase(text + 'definition = "of a river"\n').entries) == 2


def test_a_term_forbidden_for_one_concept_may_be_that_of_another() -> None:
    """姉妹都市 is wrong for a friendship city, and right for a sister city."""
    text = '[[entry]]\nen = "friendship city"\nja = ["友好都市", { text = "姉妹都市", status = "forbidden" }]\n'
    assert len(parse_termbase(text + '[[entry]]\nen = "sister city"\nja = "姉妹都市"\n').entries) == 2


@pytest.mark.parametrize(("text", "message"), BAD, ids=[case[1] for case in BAD])
def test_faults(text: str, message: str) -> None:
    """Each fault is named with its line and column, and with what to do."""
    with pytest.raises(TermbaseError) as raised:
        parse_termbase(text, Path("termbase.toml"))
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"\xff\xfe\x00", ":1:1: the byte 0xFF is not valid UTF-8"), (None, ": the file cannot be read")],
)
def test_an_unreadable_file(tmp_path: Path, content: bytes | None, says: str) -> None:
    """Not UTF-8, or not there: said so, with the path."""
    path = tmp_path / "termbase.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TermbaseError, match=rf"termbase\.toml{says}"):
        read_termbase(path)


def test_windows_lines_and_byte_order_mark(tmp_path: Path) -> None:
    """An editor on Windows writes both."""
    path = tmp_path / "termbase.toml"
    path.write_bytes(b'\xef\xbb\xbf[[entry]]\r\nen = "jersey"\r\nja = "a"\r\n')
    assert len(read_termbase(path).entries) == 1


def test_real_termbases() -> None:
    """The showcase's own, and the one that the labelled pairs are judged by."""
    own = Path(__file__).parents[2] / "locales" / "termbase.toml"
    assert len(read_termbase(own).entries) > 80
    assert len(read_termbase(shared_data("pairs_termbase.toml")).entries) == 29
