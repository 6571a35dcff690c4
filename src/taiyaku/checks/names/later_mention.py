"""How a person is named first, and later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.mentions import mentions
from taiyaku.checks.names.given_names import other_given_name
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.mentions import Mentions
    from taiyaku.termbase.occurrences import Occurrence

_BARE = lazy_pattern("[はがもをにへとの、](?![^「」]*」)")
"""What follows a name without a title, outside of a quotation."""

_APPOSED = lazy_pattern("[長事員相官佐授督手者家士師人優手将]の?(?:、|「)?$|[（(・]$")
"""A title before the name does as well: 監督の吉村武司は."""

_RUNNING = frozenset({"paragraph", "item", "quote"})
"""Roles of running text; a headline and a caption may leave titles out."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find persons that are first named by family name only, and persons with a title that are named without."""
    seen: set[int] = set()
    for found in mentions(bitext):
        for item in found.target:
            if item.entry.kind != "person" or not _runs(found.pair):
                continue
            if id(item.entry) not in seen and item.family and _is_full_in_source(found, item):
                yield _first(found, item)
            elif item.entry.titles and bitext.languages[1] == "ja" and _is_bare(found.pair.target.masked, item):
                yield _bare(bitext, found, item)
            seen.add(id(item.entry))


def _runs(pair: Pair) -> bool:
    return pair.segment is None or pair.segment.role in _RUNNING


def _is_full_in_source(found: Mentions, item: Occurrence) -> bool:
    """Whether the source names the person in full here, and the target not with another given name."""
    full = [other for other in found.source if other.entry is item.entry and not other.family]
    return bool(full) and other_given_name(found, full[0]) is None


def _is_bare(text: str, item: Occurrence) -> bool:
    return (
        _BARE.match(text, item.span.end) is not None
        and _APPOSED.search(text, 0, item.span.start) is None
        and text.count("「", 0, item.span.start) == text.count("」", 0, item.span.start)
    )


def _first(found: Mentions, item: Occurrence) -> Finding:
    message = Phrase(
        "“{name}” is named here for the first time; write “{full}”",
        name=item.span.of(found.pair.target.text),
        full=item.entry.preferred(found.pair.target.language),
    )
    return Finding(
        CHECK.name, "warning", message, found.number, (Mark("target", *item.span),), (item.term.text, "first")
    )


def _bare(bitext: Bitext, found: Mentions, item: Occurrence) -> Finding:
    titles = [form for title in item.entry.titles_on(bitext.date) for form in title.ja]
    name = item.span.of(found.pair.target.text)
    message = Phrase(
        "“{name}” stands without a title; write “{wanted}”", name=name, wanted=name + (titles[0] if titles else "氏")
    )
    return Finding(
        CHECK.name, "warning", message, found.number, (Mark("target", *item.span),), (item.term.text, "title")
    )


_TERMBASE = """
[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }
title = { en = "Mayor", ja = "市長" }

[[entry]]
kind = "person"
en = "Ikeda Mitsumasa"
ja = { text = "池田光政", reading = "いけだ みつまさ" }
order = "family-first"
"""

CHECK = Check(
    name="later-mention",
    family="names",
    severity="warning",
    summary=Phrase("A person is not named in full at first, or later without a title."),
    find=find,
    examples=(
        Bad(
            "Mayor Takeshi Yoshimura spoke.",
            "吉村市長があいさつした。",
            "for the first time; write “吉村武司”",
            _TERMBASE,
        ),
        Bad(
            "Mayor Takeshi Yoshimura spoke.\n\nYoshimura smiled.",
            "吉村武司市長があいさつした。\n\n吉村は笑顔を見せた。",
            "“吉村” stands without a title; write “吉村市長”",
            _TERMBASE,
        ),
        Bad("吉村武司市長が述べた。", "Yoshimura said so.", "write “Takeshi Yoshimura”", _TERMBASE),
        Good(
            "Mayor Takeshi Yoshimura spoke.\n\nYoshimura smiled.",
            "吉村武司市長があいさつした。\n\n吉村市長は笑顔を見せた。",
            "in full at first, then family name and title",
            _TERMBASE,
        ),
        Good("Yoshimura thanked them.", "吉村さんが感謝した。", "another title of respect", _TERMBASE),
        Good("Ikeda Mitsumasa founded it.", "池田光政が開いた。", "a man of history has no title", _TERMBASE),
        Good("“Yoshimura is kind,” he said.", "「吉村は優しい」と語った。", "inside a quotation", _TERMBASE),
        Good("Takeshi Yoshimura, the mayor, came.", "市長の吉村武司が訪れた。", "the title before the name", _TERMBASE),
    ),
)
