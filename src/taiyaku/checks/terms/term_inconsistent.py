"""One term that is translated in two ways in one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.mentions import mentions
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.mentions import Mentions
    from taiyaku.termbase.concept import ConceptEntry
    from taiyaku.termbase.occurrences import Occurrence


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find the first place of an article where a term is translated with another admitted word than before.

    Where the source itself uses two words for the concept, the translation may as well.
    """
    first: dict[int, Occurrence] = {}
    told: set[int] = set()
    words: dict[int, set[str]] = {}
    later: list[tuple[Mentions, Occurrence]] = []
    for found in mentions(bitext):
        for item in found.source:
            words.setdefault(id(item.entry), set()).add(item.term.text)
        for item in found.target:
            if item.entry.is_name or not item.term.allowed or not found.mentions(item.entry):
                continue
            before = first.setdefault(id(item.entry), item)
            if before.term.text != item.term.text and id(item.entry) not in told:
                told.add(id(item.entry))
                later.append((found, item))
    for found, item in later:
        if len(words[id(item.entry)]) == 1:
            yield _finding(found, item, first[id(item.entry)].term.text, item.entry)


def _finding(found: Mentions, item: Occurrence, before: str, entry: ConceptEntry) -> Finding:
    now = item.span.of(found.pair.target.text)
    message = Phrase(
        "“{term}” is “{now}” here, and “{before}” before",
        term=entry.preferred(found.pair.source.language),
        now=now,
        before=before,
    )
    return Finding(CHECK.name, "note", message, found.number, (Mark("target", *item.span),), (before, item.term.text))


_TERMBASE = """
[[entry]]
en = "Olympics"
ja = ["五輪", { text = "オリンピック", status = "admitted" }]

[[entry]]
kind = "place"
en = "Bizen"
ja = ["備前市", { text = "備前", status = "admitted" }]

[[entry]]
en = ["potter", { text = "ceramic artist", status = "admitted" }]
ja = ["陶芸家", { text = "陶工", status = "admitted" }]
"""

CHECK = Check(
    name="term-inconsistent",
    family="terms",
    severity="note",
    summary=Phrase("One term is translated in two ways in one article."),
    find=find,
    scope="article",
    examples=(
        Bad(
            "The Olympics open.\n\nThe Olympics close.",
            "五輪が開幕する。\n\nオリンピックが閉幕する。",
            "“Olympics” is “オリンピック” here, and “五輪” before",
            _TERMBASE,
        ),
        Good(
            "The Olympics open.\n\nThe Olympics close.", "五輪が開幕する。\n\n五輪が閉幕する。", "one word", _TERMBASE
        ),
        Good(
            "Bizen is old.\n\nBizen is small.", "備前市は古い。\n\n備前は小さい。", "a name has a short form", _TERMBASE
        ),
        Good(
            "A potter spoke.\n\nThe ceramic artist left.",
            "陶芸家が話した。\n\n陶工は去った。",
            "the source uses two words as well",
            _TERMBASE,
        ),
    ),
)
