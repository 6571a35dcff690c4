"""The header of a catalog: its fields, and when there is one at all."""

from __future__ import annotations

import pytest

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.header import header_message, in_utf8, with_field
from taiyaku.catalog.message import Message


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Language", (("Language", "new"), ("X-Team", "evening"))),
        ("x-team", (("Language", "ja"), ("X-Team", "new"))),
        ("X-Desk", (("Language", "ja"), ("X-Team", "evening"), ("X-Desk", "new"))),
    ],
)
def test_a_field_is_set_in_its_place(name: str, fields: tuple[tuple[str, str], ...]) -> None:
    """Once, whatever its case; one that was not there comes last."""
    assert with_field((("Language", "ja"), ("X-Team", "evening")), name, "new") == fields


@pytest.mark.parametrize(
    ("catalog", "header"),
    [
        (Catalog("ja"), None),
        (Catalog("ja", header_comments=("with thanks",)), Message("", translator_comments=("with thanks",))),
        (Catalog("ja", header_flags=("fuzzy",)), Message("", flags=("fuzzy",))),
        (Catalog("ja", (("Language", "ja"),)), Message("", "Language: ja\n")),
    ],
)
def test_when_there_is_a_header(catalog: Catalog, header: Message | None) -> None:
    """As soon as there is anything to keep in one, a remark alone too."""
    assert header_message(catalog) == header


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Content-Type: text/plain; charset=EUC-JP\n", "Content-Type: text/plain; charset=UTF-8\n"),
        ("Content-Type: text/plain; charset=utf-8\n", "Content-Type: text/plain; charset=utf-8\n"),
        ("Content-Type: text/plain; charset=UTF8\n", "Content-Type: text/plain; charset=UTF8\n"),
        ("Language: ja\n", "Language: ja\n"),
    ],
)
def test_the_charset_is_utf_8(text: str, written: str) -> None:
    """One that says so, in whatever way, is left as it is."""
    assert in_utf8(text) == written
