"""Two terms of the source that became one in the translation."""

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


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find terms that are translated with the word of another concept."""
    source_language, language = bitext.languages
    for found in mentions(bitext):
        unwanted = {id(item.entry) for item in found.target if not item.term.allowed}
        for item in found.unsatisfied():
            wanted = item.entry.preferred(language)
            if item.entry.is_name or not wanted or id(item.entry) in unwanted:
                continue
            other = rival(found, item)
            if other is None:
                continue
            term, wrong = item.span.of(found.pair.source.text), other.span.of(found.pair.target.text)
            message = Phrase(
                "“{term}” became “{wrong}”, which is “{other}”; write “{wanted}”",
                term=term,
                wrong=wrong,
                other=other.entry.preferred(source_language),
                wanted=wanted,
            )
            marks = (Mark("source", *item.span), Mark("target", *other.span))
            yield Finding(CHECK.name, "error", message, found.number, marks, (item.term.text, other.term.text))


_TERMBASE = """
[[entry]]
en = "friendship city"
ja = "友好都市"

[[entry]]
en = "sister city"
ja = "姉妹都市"

[[entry]]
en = "vice mayor"
ja = "副市長"

[[entry]]
en = "mayor"
ja = "市長"
"""

CHECK = Check(
    name="term-collision",
    family="terms",
    severity="error",
    summary=Phrase("A term became the word of another concept."),
    find=find,
    examples=(
        Bad(
            "Its sister city is Kashiwa.",
            "その友好都市は柏市だ。",
            "which is “friendship city”; write “姉妹都市”",
            _TERMBASE,
        ),
        Bad("友好都市は柏市だ。", "Its sister city is Kashiwa.", "write “friendship city”", _TERMBASE),
        Bad("The vice mayor came.", "市長が訪れた。", "“vice mayor” became “市長”", _TERMBASE),
        Good("Its sister city is Kashiwa.", "その姉妹都市は柏市だ。", "the term's own word", _TERMBASE),
        Good("A sister city and a friendship city", "姉妹都市と友好都市", "both are there", _TERMBASE),
        Good("The vice mayor and the mayor came.", "市長と副市長が訪れた。", "both are there", _TERMBASE),
    ),
)
