"""A name in other kanji that are read alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.mentions import mentions
from taiyaku.checks.names.rivals import rival_of
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find words that are read like a registered name or term of the source, and are written with other kanji."""
    if bitext.languages[1] != "ja":
        return
    for found in mentions(bitext):
        unwanted = {id(item.entry) for item in found.target if not item.term.allowed}
        for item in found.unsatisfied():
            if id(item.entry) in unwanted:
                continue
            rival = rival_of(found, item)
            if rival is None or not rival.homophone:
                continue
            wrong = rival.span.of(found.pair.target.text)
            message = Phrase(
                "“{wrong}” is read like “{wanted}”, and is another name; write “{wanted}”",
                wrong=wrong,
                wanted=rival.wanted,
            )
            marks = (Mark("source", *item.span), Mark("target", *rival.span))
            yield Finding(CHECK.name, "error", message, found.number, marks, (item.term.text, wrong))


_TERMBASE = """
[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }
title = { en = "Mayor", ja = "市長" }

[[entry]]
kind = "place"
en = "Oshu"
ja = { text = "奥州", reading = "おうしゅう" }

[[entry]]
kind = "organization"
en = "Japan America Society"
ja = { text = "日米協会", reading = "にちべいきょうかい" }
"""

CHECK = Check(
    name="homophone",
    family="names",
    severity="error",
    summary=Phrase("A name is written with other kanji that are read alike."),
    find=find,
    languages=("ja",),
    examples=(
        Bad(
            "Takeshi Yoshimura thanked them.",
            "吉村武史さんが感謝した。",
            "“吉村武史” is read like “吉村武司”",
            _TERMBASE,
        ),
        Bad("They flew to Oshu.", "一行は欧州へ飛んだ。", "“欧州” is read like “奥州”", _TERMBASE),
        Bad(
            "The Japan America Society hosted it.",
            "日米教会が主催した。",
            "“日米教会” is read like “日米協会”",
            _TERMBASE,
        ),
        Good("Takeshi Yoshimura thanked them.", "吉村武司市長が感謝した。", "the registered kanji", _TERMBASE),
        Good("Yoshimura left for Europe.", "吉村市長は欧州へ発った。", "Europe is meant", _TERMBASE),
        Good("Oshu is far from Europe.", "奥州は欧州から遠い。", "both are there", _TERMBASE),
        Good("Oshu is old.", "同市は古い。", "the city named before", _TERMBASE),
    ),
)
