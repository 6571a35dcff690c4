"""Answers to findings, in comments and in the waiver file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.catalog.message import Message
from taiyaku.checks.waivers import (
    Waiver,
    comment_waivers,
    read_baseline,
    read_waivers,
    written_waivers,
)
from taiyaku.errors import AnswersError

if TYPE_CHECKING:
    from pathlib import Path

ONE = Waiver("0123456789abcdef", "number-added", "harbor", "ja", "the mayor counts so")


@pytest.mark.parametrize(
    ("comment", "waivers"),
    [
        ("taiyaku: ignore number-added: it is a title", [("number-added", "it is a title")]),
        ("taiyaku: ignore number-added：見出しなので", [("number-added", "見出しなので")]),
        ("taiyaku: ignore number-added, facts: both", [("number-added", "both"), ("facts", "both")]),
        ("taiyaku: ignore number-added: see 5:30", [("number-added", "see 5:30")]),
        ("taiyaku: ignore number-added", [("number-added", "")]),
        ("ask taiyaku: ignore nothing", []),
        ("a remark", []),
    ],
)
def test_a_comment_is_read(comment: str, waivers: list[tuple[str, str]]) -> None:
    """Several names share a reason; a colon of either width ends them."""
    assert [tuple(one) for one in comment_waivers(Message("a", "b", translator_comments=(comment,)))] == waivers


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Further waivers come to the end; what was there keeps its bytes."""
    path = tmp_path / "waivers.toml"
    first = "# ours\n" + written_waivers("", [ONE], ["生徒は200人いる。"])
    path.write_text(written_waivers(first, [ONE], ["x"]), encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith(first)
    found = read_waivers(path)
    assert [waiver.fingerprint for waiver in found] == [ONE.fingerprint] * 2
    assert found[0].position is not None
    assert found[0].position.line == 2


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_reason_survives(tmp_path_factory: pytest.TempPathFactory, reason: str) -> None:
    """Quotation marks, controls and line ends among them."""
    if not reason.strip():
        return
    path = tmp_path_factory.mktemp("w") / "waivers.toml"
    waiver = Waiver("0123456789abcdef", "a", "b", "ja", reason)
    path.write_bytes(written_waivers("", [waiver], [reason]).encode())
    assert read_waivers(path)[0].reason == reason


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[waiver]\n", "waivers.toml:1:9: not TOML"),
        ('waiver = "a"\n', "holds [[waiver]] tables, and nothing else"),
        ("[other]\n", "holds [[waiver]] tables, and nothing else"),
        ("[[waiver]]\nfingerprint = 3\n", "texts in quotation marks"),
        ('[[waiver]]\nfingerprint = "a"\n', "a waiver needs a reason"),
        ('[[waiver]]\nreason = "a"\n', "a waiver needs a fingerprint"),
        ('[[waiver]]\nfingerprint = "a"\nwhy = "b"\n', "unknown field “why”"),
    ],
)
def test_a_broken_file_is_no_empty_one(tmp_path: Path, text: str, says: str) -> None:
    """The place is said; nothing is taken for answered, and nothing for unanswered."""
    path = tmp_path / "waivers.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AnswersError, match=r"waivers\.toml") as info:
        read_waivers(path)
    assert says in str(info.value)


def test_a_baseline_is_a_list_of_fingerprints(tmp_path: Path) -> None:
    """Comments and what stands behind a fingerprint are for people."""
    path = tmp_path / "baseline.txt"
    assert read_baseline(path) == frozenset()
    one, other = "0123456789abcdef", "fedcba9876543210"
    path.write_bytes(f"# known\n{one}  number-added  harbor  ja\n\n  {other}\r\n \r\n{one}".encode())
    assert read_baseline(path) == {one, other}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("<<<<<<< HEAD", "2:1: “<<<<<<<” is no fingerprint; solve a conflict"),
        ("=======", "2:1: “=======” is no"),
        ("  number-added", "2:3: “number-added” is no"),
        ("0123456789abcde", "2:1: “0123456789abcde” is no"),
        ("0123456789abcdef0", "2:1: “0123456789abcdef0” is no"),
        (" # a remark", "2:2: “#” is no"),
    ],
)
def test_what_is_no_fingerprint_is_refused(tmp_path: Path, line: str, says: str) -> None:
    """A conflict of a merge, a line that lost its beginning: with the place."""
    path = tmp_path / "baseline.txt"
    path.write_text(f"0123456789abcdef  number-added  harbor  ja\n{line}\n", encoding="utf-8")
    with pytest.raises(AnswersError) as info:
        read_baseline(path)
    assert f"{path}:{says}" in str(info.value)
