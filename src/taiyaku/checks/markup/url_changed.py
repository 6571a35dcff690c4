"""Addresses that became other addresses."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.markup.addresses import addresses
from taiyaku.checks.markup.items import of_kinds
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.text.inline_markup import Item

_BETWEEN = re.compile(r"[/?#&=]+")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find addresses in place of which the translation has another, not only in another language.

    A project that moved is told once for an article: everywhere the same part of its addresses has become another.
    """
    both_have = ((index, pair) for index, pair in translated(bitext) if pair.source.markup and pair.target.markup)
    changes = ((index, list(zip(*addresses(pair, bitext.links), strict=False))) for index, pair in both_have)
    found = {index: changed for index, changed in changes if changed}
    if not found:
        return
    kept = _kept(bitext)
    told: set[tuple[Part, ...]] = set()
    for index, both in found.items():
        changed = []
        for one, other in both:
            parts = _changed_parts(one.text, other.text)
            if parts in told and all(_is_move(one.text, part, kept) for part in parts):
                continue
            told.add(parts)
            changed.append((one, other))
        if changed:
            yield _finding(index, changed)


def _finding(index: int, changed: list[tuple[Item, Item]]) -> Finding:
    one, other = changed[0]
    message = Phrase("the address {source} became {target}", source=one.text, target=other.text)
    marks = [Mark("source", *item.span) for item, _ in changed] + [Mark("target", *item.span) for _, item in changed]
    evidence = tuple(item.text for items in changed for item in items)
    return Finding(CHECK.name, "warning", message, index, tuple(marks), evidence)


Part = tuple[int, str, str]
"""A part of an address between slashes that became another: its number, what it was and what it is."""


def _parts(address: str) -> list[str]:
    return _BETWEEN.split(address)


def _changed_parts(one: str, other: str) -> tuple[Part, ...]:
    """Return the parts that differ; all of two addresses of different length from where they do."""
    parts, others = _parts(one), _parts(other)
    if len(parts) == len(others):
        return tuple((place, *both) for place, both in enumerate(zip(parts, others, strict=True)) if both[0] != both[1])
    shared = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(parts, others, strict=False)))
    return ((shared, "/".join(parts[shared:]), "/".join(others[shared:])),)


def _is_move(address: str, part: Part, kept: set[tuple[str, int, str]]) -> bool:
    """Whether a part changed everywhere, and not by a slip of the fingers: letters that changed places."""
    place, old, new = part
    return (_host(address), place, old) not in kept and sorted(old) != sorted(new)


def _host(address: str) -> str:
    return _parts(address)[1] if "://" in address else ""


def _kept(bitext: Bitext) -> set[tuple[str, int, str]]:
    """Return the parts, with their host and number, that addresses have in both languages of some pair."""
    kept: set[tuple[str, int, str]] = set()
    for _, pair in translated(bitext):
        source, target = (
            {
                (_host(item.text), *part)
                for item in of_kinds(side, "link", "image", "url")
                for part in enumerate(_parts(item.text))
            }
            for side in (pair.source, pair.target)
        )
        kept |= source & target
    return kept


CHECK = Check(
    name="url-changed",
    family="markup",
    severity="warning",
    summary=Phrase("An address differs."),
    find=find,
    examples=(
        Bad(
            "See [the pact](https://example.org/pact).",
            "[協定](https://example.org/pcat)を参照。",
            says="the address https://example.org/pact became https://example.org/pcat",
        ),
        Bad(
            "Write to city@example.org.",
            "city@example.comまで。",
            says="the address city@example.org became city@example.com",
        ),
        Bad(
            "See [one](https://example.org/docs/first) and [two](https://example.org/docs/second).",
            "[一つ目](https://example.org/dosc/first)と[二つ目](https://example.org/docs/secnod)を参照。",
            says="https://example.org/docs/first became https://example.org/dosc/first",
        ),
        Bad(
            "See [one](https://example.org/a/pact).\n\nSee [two](https://example.org/b/pact).",
            "[一つ目](https://example.com/a/pact)を参照。\n\n[二つ目](https://example.com/b/pcat)を参照。",
            says="https://example.org/b/pact became https://example.com/b/pcat",
        ),
        Bad(
            "See [the pact](https://example.org/en/pact-1979).",
            "[協定](https://example.org/ja/pact_1979)を参照。",
            says="became https://example.org/ja/pact_1979",
        ),
        Good(
            "See [Bizen](https://en.example.org/wiki/Bizen_ware).",
            "[備前](https://ja.example.org/wiki/備前焼)を参照。",
            why="the site in the reader's language has titles of its own",
        ),
        Good(
            "See [the shop](https://www.example.com/about).",
            "[店](https://www.example.co.jp/company)を参照。",
            why="the site of the reader's country",
        ),
        Good(
            "See [the map](https://example.org/map?hl=en&zoom=3).",
            "[地図](https://example.org/map?zoom=3)を参照。",
            why="a parameter for the language",
        ),
        Good("[日本語](README.ja.md)", "[English](README.md)", why="the same page in the reader's language"),
        Good("See https://example.org/a/.", "https://example.org/a/index.html を参照。", why="the same page"),
        Good("See https://example.org/a.", "https://example.org/aを参照。", why="unchanged"),
        Good(
            "See [Bizen](https://en.wikipedia.org/wiki/Bizen).",
            "[備前](https://ja.wikipedia.org/wiki/Bizen)を参照。",
            why="the same page in the reader's language",
        ),
        Good("See [below](#pact).", "[下](#協定)を参照。", why="an anchor follows its heading"),
        Good("See [below](/docs/#pact).", "[下](/ja/docs/#協定)を参照。", why="the reader's language, and its heading"),
    ),
)
