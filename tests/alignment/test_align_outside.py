"""Real posts and their translations, whole and with damage done to them.

TAIYAKU_MORE=1 takes all pairs and all kinds of damage.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from tests.judges import shared_data

from taiyaku.alignment import align_documents
from taiyaku.article.splice import splice
from taiyaku.formats import parse
from taiyaku.formats.options import ReadOptions
from taiyaku.span import Span

if TYPE_CHECKING:
    from taiyaku.article.document import Document

MORE = bool(os.environ.get("TAIYAKU_MORE"))
FEW = (
    "cncf_glossary__continuous-delivery",
    "react_blog__blog-2020-12-21-data-fetching-with-react-server-components",
    "otel_blog__blog-2022-k8s-metadata",
)
EXCHANGED = {"otel_blog__blog-2024-year-in-review": {31: 32, 32: 31}}
"""Where a translator put two items of a list the other way round, as the word order of Japanese asks."""
ADDED = "この段落は原文にはありません。翻訳にあたって、読者の理解を助けるために書き加えたものです。"
DAMAGE = ("drop", "join", "swap", "add")


def slugs() -> list[str]:
    """Return the pairs to try."""
    if not MORE:
        return list(FEW)
    lines = shared_data("markdown_pairs/manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["slug"] for line in lines]


@cache
def both(slug: str) -> tuple[Document, Document]:
    """Read a pair."""
    texts = [shared_data(f"markdown_pairs/{slug}.{locale}.md").read_bytes().decode() for locale in ("en", "ja")]
    return read(texts[0], "en"), read(texts[1], "ja")


def read(text: str, locale: str) -> Document:
    """Parse a text."""
    return parse(text, Path("x.md"), ReadOptions(locale))


def damaged(document: Document, kind: str, seed: str) -> tuple[str, set[int]]:
    """Return a translation with something done to two paragraphs, and the segments that are concerned, if any."""
    source, segments = document.source, document.segments
    places = [
        index
        for index, (one, two) in enumerate(pairwise(segments))
        if one.role == two.role == "paragraph"
        and one.span.start >= document.body
        and not source[one.span.end : two.span.start].strip()
    ]
    if not places:
        return source, set()
    index = places[crc32(seed.encode()) % len(places)]
    one, two = segments[index].span, segments[index + 1].span
    changes = {
        "drop": {one: ""},
        "join": {Span(one.end, two.start): ""},
        "swap": {one: two.of(source), two: one.of(source)},
        "add": {Span(one.end, one.end): f"\n\n{ADDED}"},
    }[kind]
    return splice(source, changes), {index, index + 1}


@pytest.mark.parametrize("slug", FEW)
def test_a_faithful_translation(slug: str) -> None:
    """Where both have the same blocks each pairs with its own, and next to nothing is in doubt."""
    original, translation = both(slug)
    alignment = align_documents(original, translation)
    assert [pair.original for pair in alignment.pairs] == [pair.translation for pair in alignment.pairs]
    assert not alignment.left_out
    in_doubt = sum(pair.doubtful and not pair.untranslated for pair in alignment.pairs)
    assert in_doubt <= max(len(alignment.pairs) / 20, 1)


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_shifts_nothing(kind: str) -> None:
    """No confident pair outside of the damaged place is wrong; inside, of all the tries, next to none is."""
    wrong = tries = 0
    for slug in slugs():
        original, translation = both(slug)
        if [one.role for one in original.segments] != [one.role for one in translation.segments]:
            continue
        text, concerned = damaged(translation, kind, f"{slug} {kind}")
        new = read(text, "ja")
        alignment = align_documents(original, new)
        flat = [re.sub(r"\s", "", segment.text) for segment in translation.segments]
        for pair in alignment.pairs:
            if pair.doubtful:
                continue
            found = "".join(re.sub(r"\s", "", new.segments[index].text) for index in pair.translation)
            right = found == "".join(flat[EXCHANGED.get(slug, {}).get(index, index)] for index in pair.original)
            assert right or concerned & set(pair.original), (slug, pair)
            wrong += not right
        tries += 1
    assert wrong <= tries / 5
