"""A person's names in the wrong order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.termbase.names import name_parts
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.bitext import Bitext
    from taiyaku.termbase.concept import ConceptEntry


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find registered persons whose family and given name have changed places."""
    termbase = bitext.termbase
    language = bitext.languages[1]
    turned = _turned(termbase.entries, language) if termbase else {}
    if not turned:
        return
    pattern = lazy_pattern(
        "|".join(rf"(?<!\w){re.escape(form)}(?!\w)" if language == "en" else re.escape(form) for form in turned)
    )
    for index, pair in translated(bitext):
        for match in pattern.finditer(pair.target.masked):
            message = Phrase("“{wrong}” should be “{wanted}”", wrong=match[0], wanted=turned[match[0]])
            yield Finding(CHECK.name, "error", message, index, (Mark("target", *match.span()),), (match[0],))


def _turned(entries: Sequence[ConceptEntry], language: str) -> dict[str, str]:
    """Return each person's name the wrong way round, with the right one."""
    turned: dict[str, str] = {}
    for entry in entries:
        if entry.kind != "person":
            continue
        forms = {term.text for term in entry.allowed(language)}
        for term in entry.allowed(language):
            parts = name_parts(entry, term)
            if parts is None or set(parts) & {"", term.text}:
                continue
            joint = term.text.replace(parts.family, "", 1).replace(parts.given, "", 1)
            first, second = parts if term.text.endswith(parts.family) else parts[::-1]
            wrong = f"{first}{joint}{second}"
            if wrong not in forms:
                turned.setdefault(wrong, term.text)
    return turned


_TERMBASE = """
[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }

[[entry]]
kind = "person"
en = "Ikeda Mitsumasa"
ja = { text = "池田光政", reading = "いけだ みつまさ" }
order = "family-first"

[[entry]]
kind = "person"
en = "George Chen"
ja = "ジョージ・チェン"
"""

CHECK = Check(
    name="name-order",
    family="names",
    severity="error",
    summary=Phrase("Family and given name have changed places."),
    find=find,
    examples=(
        Bad("吉村武司氏が述べた。", "Yoshimura Takeshi said so.", "should be “Takeshi Yoshimura”", _TERMBASE),
        Bad("池田光政が開いた。", "Mitsumasa Ikeda founded it.", "should be “Ikeda Mitsumasa”", _TERMBASE),
        Bad("George Chen came.", "チェン・ジョージ氏が訪れた。", "should be “ジョージ・チェン”", _TERMBASE),
        Good("吉村武司氏が述べた。", "Takeshi Yoshimura said so.", "given name first, as registered", _TERMBASE),
        Good("池田光政が開いた。", "Ikeda Mitsumasa founded it.", "family name first, as registered", _TERMBASE),
        Good("George Chen came.", "ジョージ・チェン氏が訪れた。", "the order of its own language", _TERMBASE),
        Good("吉村氏が述べた。", "Yoshimura said so.", "one part has no order", _TERMBASE),
        Good("吉村武重氏が述べた。", "Yoshimura Takeshige said so.", "a longer name of somebody else", _TERMBASE),
        Good("吉村氏と武司氏が述べた。", "Yoshimura, Takeshi and others said so.", "a list of two people", _TERMBASE),
    ),
)
