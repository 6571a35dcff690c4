"""Translations that would be read as something else: each is written so that it reads back exactly, or refused."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.casefile import FOLDER, Case, cases
from tests.formats.corpus import skeleton

from taiyaku.errors import ArticleError
from taiyaku.formats import write
from taiyaku.formats.markdown.parts import Setting, leaf_parts
from taiyaku.formats.markdown.read import MarkdownDocument, read
from taiyaku.formats.markdown.tree import LEAVES
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from taiyaku.formats.written import Written

_REFUSED = FOLDER / "hostile-refused.txt"
_OPTIONS = ReadOptions(metadata=("title", "deck", "byline", "image.alt"))
_ONE_LINE = {"heading", "headline", "term", "alt", "caption"}


_INVISIBLE = {
    "NUL": "一\x00二",
    "a form feed": "一\x0c二",
    "a vertical tab at the beginning": "\x0b- 文",
    "U+0085": "一\x85二",
    "an em space at the beginning": "\u2003# 文",
    "a zero width space at the beginning": "\u200b- 文",
    "U+2028": "一\u2028二",
    "a byte order mark": "\ufeff文",
}
_TRANSLATIONS = {case.name: case.texts[0] for case in cases("hostile.txt")} | _INVISIBLE


def _read(source: str) -> MarkdownDocument:
    return read(source, Path("a.md"), _OPTIONS)


def _place(case: Case) -> str:
    source = case.texts[0]
    return source.replace("\n", "\r\n") if case.name == "windows lines" else source


def _expected(translation: str, document: MarkdownDocument, target: int) -> list[str]:
    """Return the paragraphs that a translation means in its place, worked out without the writer's help."""
    text = re.sub(r"\r\n?", "\n", translation).strip(" \t\n")
    lines = [line.strip(" \t") for line in text.split("\n")]
    if document.segments[target].span.start < document.body:
        return [text]
    role = document.segments[target].role
    if role == "cell":
        return ["<br>".join(lines)]
    if role in _ONE_LINE:
        return [" ".join(filter(None, lines))]
    return [paragraph.strip("\n") for paragraph in re.split(r"\n\n+", "\n".join(lines))]


def _texts(document: MarkdownDocument) -> list[str]:
    """Return all texts that a document shows, those of code and of addresses as well."""
    found = [scalar.text for scalar in document.scalars]
    path = [(document.root, 0)]
    while path:
        node, quotes = path.pop()
        if node.kind in LEAVES:
            parts, _ = leaf_parts(node, Setting(document.data, document.locale, quotes))
            found += [part.text for part in parts]
        quotes += node.kind == "BlockQuote"
        path += [(child, quotes) for child in reversed(node.children) if node.kind not in LEAVES]
    return found


def _held(source: str, translation: str) -> Written:
    """Write a translation in the place of TARGET and assert that it reads back, or that nothing changed."""
    document = _read(source)
    target = next(i for i, segment in enumerate(document.segments) if segment.text == "TARGET")
    written = write(document, {target: translation})
    if written.refused:
        assert set(written.refused) == {target}
        assert written.source == source
        return written
    again = _read(written.source)
    span, place = document.segments[target].span, written.spans[target]
    assert place is not None
    assert written.source[: place.start] == source[: span.start]
    assert written.source[place.end :].removeprefix("][TARGET") == source[span.end :]
    texts = _texts(document)
    at = texts.index("TARGET")
    assert _texts(again) == [*texts[:at], *_expected(translation, document, target), *texts[at + 1 :]]
    assert skeleton(written.source[again.body :]) == skeleton(source[document.body :])
    return written


@pytest.mark.parametrize("place", cases("hostile-places.txt"), ids=lambda case: case.name)
def test_hostile_translations(place: Case) -> None:
    """Every translation in every place; the list of those refused lies beside, so that no other one is lost."""
    refused = {
        f"{place.name}: {name}"
        for name, translation in _TRANSLATIONS.items()
        if _held(_place(place), translation).refused
    }
    if os.environ.get("TAIYAKU_SAVE_GOLDEN"):
        _save(place.name, refused)
    known = set(_REFUSED.read_text(encoding="utf-8").splitlines())
    assert refused == {line for line in known if line.startswith(f"{place.name}: ")}


def _save(place: str, refused: set[str]) -> None:
    lines = _REFUSED.read_text(encoding="utf-8").splitlines() if _REFUSED.exists() else []
    kept = [line for line in lines if not line.startswith(f"{place}: ")]
    _REFUSED.write_text("\n".join(sorted([*kept, *refused])) + "\n", encoding="utf-8")


_PLACES = [_place(case) for case in cases("hostile-places.txt")]
_SIGNS = [*"\n\n  #>-+*=_|`~:[]!(){}\\\"'<&;^$.1x/　文\r\t", "\n\n", "1. ", "---", "```", "<b>", "](u)", "[^n]"]
_NASTY = st.lists(st.sampled_from(_SIGNS) | st.text(max_size=2), max_size=14).map("".join)


@settings(max_examples=1200, deadline=None, database=None)
@given(place=st.sampled_from(_PLACES), translation=_NASTY)
def test_any_translation(place: str, translation: str) -> None:
    """Any text of signs with a meaning, in any place."""
    if translation != "TARGET" and "taiyaku:" not in translation:
        _held(place, translation)


@settings(max_examples=250, deadline=None, database=None)
@given(translations=st.lists(_NASTY, min_size=4, max_size=4), source=st.sampled_from(_PLACES))
def test_one_bad_translation_costs_no_other(translations: list[str], source: str) -> None:
    """Whatever is written beside it, each translation is refused, or reads back."""
    document = _read(source)
    count = len(document.segments)
    wanted = dict(zip(range(count), translations, strict=False))
    written = write(document, wanted)
    try:
        again = _read(written.source)
    except ArticleError:
        pytest.fail("what was written cannot be read")
    expected = _texts(document)
    position = 0
    for index, segment in enumerate(document.segments):
        position = expected.index(segment.text, position)
        translated = index in wanted and index not in written.refused
        became = _expected(wanted[index], document, index) if translated else [segment.text]
        expected[position : position + 1] = became
        position += len(became)
    assert _texts(again) == expected
