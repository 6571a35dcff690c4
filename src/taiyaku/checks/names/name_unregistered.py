"""People of an article who are not in the termbase yet: a list, once each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.english.names import capitalized_names
from taiyaku.errors import Phrase
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_FULL = 2
"""Of how many words a full name is at least."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find names of the source that the termbase does not know, each at its first place."""
    told: set[str] = set()
    for index, pair in translated(bitext):
        passage = pair.source
        known = {place for start, end in passage.names for place in range(start, end)}
        for span in _english(passage) if passage.language == "en" else _japanese(passage):
            name = " ".join(span.of(passage.text).split())
            if name in told or not known.isdisjoint(range(*span)):
                continue
            told.add(name)
            message = Phrase("“{name}” is not in the termbase", name=name)
            yield Finding(CHECK.name, "note", message, index, (Mark("source", *span),), (name,))


def _english(passage: Passage) -> Iterator[Span]:
    """Yield runs of capitalized words, two or more, that a title or the middle of a sentence shows to be names."""
    for name in capitalized_names(passage.masked):
        if len(name.words) >= _FULL and (name.titles or not name.opening):
            yield name.span


def _japanese(passage: Passage) -> Iterator[Span]:
    """Yield family names with a given name behind, and katakana names of two words."""
    for token, after in zip(passage.tokens, [*passage.tokens[1:], None], strict=False):
        if "・" in token.surface and token.is_name:
            yield token.span
        elif token.part_of_speech[3] == "姓" and after is not None and after.part_of_speech[3] == "名":
            yield Span(token.span.start, after.span.end)


_TERMBASE = """
[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }
"""

CHECK = Check(
    name="name-unregistered",
    family="names",
    severity="note",
    summary=Phrase("A name is not in the termbase."),
    find=find,
    default=False,
    examples=(
        Bad(
            "Mayor George Chen spoke.",
            "ジョージ・チェン市長が話した。",
            "“George Chen” is not in the termbase",
            _TERMBASE,
        ),
        Bad("大谷翔平が打った。", "Shohei Ohtani hit it.", "“大谷翔平” is not in the termbase", _TERMBASE),
        Good("Mayor Takeshi Yoshimura spoke.", "吉村武司市長が話した。", "a registered name", _TERMBASE),
        Good("The mayor spoke.", "市長が話した。", "no name", _TERMBASE),
    ),
)
