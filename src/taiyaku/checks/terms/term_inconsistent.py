"""One term that is translated in two ways in one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.mentions import mentions
from taiyaku.english.words import bases, words
from taiyaku.errors import Phrase
from taiyaku.japanese.tokenizer import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.mentions import Mentions
    from taiyaku.termbase.concept import ConceptEntry, Term
    from taiyaku.termbase.occurrences import Occurrence

_SHORTEST = 3


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find the first place of an article where a term is translated with another admitted word than before.

    Where the source itself uses two words for the concept, the translation may as well.
    """
    first: dict[int, Occurrence] = {}
    told: set[int] = set()
    said: dict[int, set[str]] = {}
    later: list[tuple[Mentions, Occurrence]] = []
    for found in mentions(bitext):
        for item in found.source:
            said.setdefault(id(item.entry), set()).add(item.term.text)
        for item in found.target:
            if item.entry.is_name or not item.term.allowed or not found.mentions(item.entry):
                continue
            before = first.setdefault(id(item.entry), item)
            if id(item.entry) not in told and not _is_a_form(before.term, item.term):
                told.add(id(item.entry))
                later.append((found, item))
    for found, item in later:
        if len(said[id(item.entry)]) == 1:
            yield _finding(found, item, first[id(item.entry)].term.text, item.entry)


def _is_a_form(one: Term, other: Term) -> bool:
    """Whether two terms are one word in two forms, or one of them is the other cut short: bowls and grinding bowl."""
    if one.text == other.text:
        return True
    if one.language == "ja":
        return one.text in other.text or other.text in one.text or _lemmas(one.text) == _lemmas(other.text)
    stems = [[_stem(word.plain) for word in words(term.text)] for term in (one, other)]
    short, long = sorted(stems, key=len)
    return all(any(stem.startswith(word) or word.startswith(stem) for stem in long) for word in short)


def _stem(word: str) -> str:
    """Return what an English word has in common with what is derived from it: glaze, glazed, glazing."""
    shortest = min(bases(word), key=len)
    return shortest[:-1] if len(shortest) > _SHORTEST and shortest[-1] in "ey" else shortest


def _lemmas(text: str) -> list[str]:
    return [token.lemma for token in tokens(text.removesuffix("する"))]


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

[[entry]]
en = ["glaze", { text = "glazed", status = "admitted" }]
ja = "釉薬"

[[entry]]
en = ["grinding bowl", { text = "bowl", status = "admitted" }]
ja = "すり鉢"
"""

CHECK = Check(
    name="term-inconsistent",
    family="terms",
    severity="note",
    summary=Phrase("One term is translated in two ways in one article."),
    find=find,
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
            "釉薬を塗る。\n\n釉薬をかけた器だ。",
            "A glaze is applied.\n\nIt is glazed.",
            "two forms of a word",
            _TERMBASE,
        ),
        Good(
            "すり鉢を作る。\n\nすり鉢は重い。",
            "A grinding bowl is made.\n\nBowls are heavy.",
            "the term cut short",
            _TERMBASE,
        ),
        Good(
            "A potter spoke.\n\nThe ceramic artist left.",
            "陶芸家が話した。\n\n陶工は去った。",
            "the source uses two words as well",
            _TERMBASE,
        ),
    ),
)
