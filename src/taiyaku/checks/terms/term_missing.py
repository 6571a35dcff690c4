"""A term that is not translated as the termbase says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.mentions import mentions
from taiyaku.checks.terms.rivals import rival
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.mentions import Mentions
    from taiyaku.termbase.occurrences import Occurrence


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find terms of the source without any admitted form in the translation.

    Where a word stands that is not wanted, or another concept's, there is a check that says so.
    """
    language = bitext.languages[1]
    for found in mentions(bitext):
        unwanted = {id(item.entry) for item in found.target if not item.term.allowed}
        for item in found.unsatisfied():
            wanted = item.entry.preferred(language)
            if item.entry.is_name or not wanted or id(item.entry) in unwanted:
                continue
            if rival(found, item) is not None or _is_a_title(found, item) or _is_referred_to(found, item):
                continue
            term = item.span.of(found.pair.source.text)
            message = Phrase("“{term}” should be “{wanted}” in the translation", term=term, wanted=wanted)
            yield Finding(
                CHECK.name, "warning", message, found.number, (Mark("source", *item.span),), (item.term.text,)
            )
        yield from _replaced(found, language)


def _replaced(found: Mentions, language: str) -> Iterator[Finding]:
    """Find a term that the translation has less often than the source, where another concept's stands instead."""
    strangers = [
        item
        for item in found.target
        if not item.entry.is_name and item.term.allowed and not found.mentions_within(item.entry, item.span)
    ]
    if not strangers:
        return
    left = {id(item.entry) for item in found.unsatisfied()}
    for entry in {id(item.entry): item.entry for item in found.source if not item.entry.is_name}.values():
        ours = [item for item in found.source if item.entry is entry]
        theirs = sum(item.entry is entry for item in found.within) + _as_in_source(found, ours)
        if id(entry) not in left and theirs < len(ours) and entry.preferred(language):
            wrong = strangers[0]
            term = ours[0].span.of(found.pair.source.text)
            message = Phrase(
                "“{term}” should be “{wanted}” in the translation", term=term, wanted=entry.preferred(language)
            )
            marks = (Mark("source", *ours[0].span), Mark("target", *wrong.span))
            yield Finding(CHECK.name, "warning", message, found.number, marks, (ours[0].term.text, wrong.term.text))
            return


def _as_in_source(found: Mentions, ours: list[Occurrence]) -> int:
    """Return how often the translation has a term in the source's own words, as in the name of a product."""
    text = found.pair.target.masked.lower()
    return sum(text.count(word) for word in {item.span.of(found.pair.source.text).lower() for item in ours})


def _is_referred_to(found: Mentions, item: Occurrence) -> bool:
    """Whether it is named again only (同市長, 両市長), for which English has his, its and their."""
    passage = found.pair.source
    return passage.language == "ja" and passage.text[: item.span.start].endswith(("同", "両"))


def _is_a_title(found: Mentions, item: Occurrence) -> bool:
    """Whether the term is the registered title of a person beside it: there is a check for these."""
    text = item.term.text.casefold()
    return any(
        0 <= max(other.span.start - item.span.end, item.span.start - other.span.end) <= 1
        and any(text == form.casefold() for title in other.entry.titles for form in title.of(item.term.language))
        for other in found.source
    )


_TERMBASE = """
[[entry]]
en = ["friendship city agreement", { text = "friendship agreement", status = "admitted" }]
ja = "友好都市協定"

[[entry]]
en = "Bizen ware"
ja = "備前焼"

[[entry]]
en = "Olympics"
ja = ["五輪", { text = "オリンピック", status = "admitted" }]

[[entry]]
en = "announce"
ja = "発表する"

[[entry]]
en = "mayor"
ja = "市長"

[[entry]]
en = "city"
ja = "都市"
"""

CHECK = Check(
    name="term-missing",
    family="terms",
    severity="warning",
    summary=Phrase("A term is not translated as the termbase says."),
    find=find,
    examples=(
        Bad(
            "The mayor praised the old mayor.",
            "市長は元の都市をたたえた。",
            "“mayor” should be “市長” in the translation",
            _TERMBASE,
        ),
        Bad("He gave a vase of Bizen ware.", "伊万里焼の花瓶を贈った。", "“Bizen ware” should be “備前焼”", _TERMBASE),
        Bad("備前焼の花瓶を贈った。", "He presented a vase of Imari ware.", "should be “Bizen ware”", _TERMBASE),
        Bad("They signed the friendship agreement.", "両市は覚書に署名した。", "should be “友好都市協定”", _TERMBASE),
        Good(
            "The friendship agreement was signed.",
            "友好都市協定が結ばれた。",
            "an admitted form stands for the term",
            _TERMBASE,
        ),
        Good("The Olympics will open.", "オリンピックが開幕する。", "an admitted form", _TERMBASE),
        Good("The city announced it.", "その都市は協定を発表した。", "a verb with する, inflected", _TERMBASE),
        Good("The mayors met.", "両市長が会談した。", "a plural, and a compound", _TERMBASE),
        Good("同市長が述べた。", "The mayor said so.", "a compound", _TERMBASE),
        Good("Friendship-city agreements were signed.", "友好都市協定が結ばれた。", "a hyphen and a plural", _TERMBASE),
    ),
)
