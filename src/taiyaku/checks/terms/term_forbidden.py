"""A word is one that the termbase forbids."""

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
    from taiyaku.errors import Severity
    from taiyaku.termbase.occurrences import Occurrence
    from taiyaku.termbase.termbase import Termbase


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find forbidden and deprecated forms, unless they are another concept's own word."""
    for found in mentions(bitext):
        for item in found.target:
            if item.term.allowed or item.family or not _is_meant(found, item, bitext.termbase):
                continue
            severity: Severity = "error" if item.term.status == "forbidden" else "warning"
            wrong = item.span.of(found.pair.target.text)
            message = _words(wrong, item.entry.preferred(item.term.language), item.term.note)
            marks = (Mark("target", *item.span),)
            yield Finding(CHECK.name, severity, message, found.number, marks, (item.term.text,))


def _is_meant(found: Mentions, item: Occurrence, termbase: Termbase | None) -> bool:
    """Whether the form stands for the entry that does not want it.

    It does where the source mentions the entry, or where no other entry has a use for the form.
    """
    if found.mentions(item.entry):
        return not any(
            other.span == item.span and other.term.allowed and found.mentions(other.entry) for other in found.target
        )
    entries = () if termbase is None else termbase.entries
    return not any(
        term.text == item.term.text and term.allowed for entry in entries for term in entry.of(item.term.language)
    )


def _words(wrong: str, wanted: str, note: str) -> Phrase:
    if not wanted:
        return Phrase("“{wrong}” is not to be used", wrong=wrong)
    if note:
        return Phrase("“{wrong}” is not to be used; write “{wanted}” ({note})", wrong=wrong, wanted=wanted, note=note)
    return Phrase("“{wrong}” is not to be used; write “{wanted}”", wrong=wrong, wanted=wanted)


_TERMBASE = """
[[entry]]
en = "foreigner"
ja = ["外国人", { text = "外人", status = "forbidden" }]

[[entry]]
kind = "place"
en = "Los Angeles"
ja = ["ロサンゼルス", { text = "ロスアンゼルス", status = "deprecated" }]

[[entry]]
en = "friendship city"
ja = ["友好都市", { text = "姉妹都市", status = "forbidden", note = "that is a sister city" }]

[[entry]]
en = "sister city"
ja = "姉妹都市"

[[entry]]
en = ["disabled person", { text = "handicapped person", status = "forbidden" }]
ja = "障害者"
"""

CHECK = Check(
    name="term-forbidden",
    family="terms",
    severity="error",
    summary=Phrase("A word is one that the termbase forbids."),
    find=find,
    examples=(
        Bad(
            "Foreigners joined the festival.",
            "外人も祭りに参加した。",
            "“外人” is not to be used; write “外国人”",
            _TERMBASE,
        ),
        Bad("They flew to Los Angeles.", "一行はロスアンゼルスへ飛んだ。", "write “ロサンゼルス”", _TERMBASE),
        Bad("Oshu is a friendship city.", "奥州市は姉妹都市だ。", "that is a sister city", _TERMBASE),
        Bad("障害者のための施設だ。", "It is for handicapped persons.", "write “disabled person”", _TERMBASE),
        Good("Foreigners joined the festival.", "外国人も祭りに参加した。", "the preferred word", _TERMBASE),
        Good("The delegation abroad came back.", "在外人員が帰国した。", "外人 is no word here", _TERMBASE),
        Good("Kashiwa is a sister city.", "柏市は姉妹都市だ。", "the word of another concept", _TERMBASE),
        Good("Los Angeles hosts the Games.", "ロサンゼルスで大会が開かれる。", "the preferred spelling", _TERMBASE),
    ),
)
