"""What the house does not write, by regular expressions of its own settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.patterns import TooSlow, occurrences
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.settings import HousePattern


def find(bitext: Bitext) -> Iterator[Finding]:
    """Yield where a translation has what a pattern of the house matches."""
    for rule in bitext.settings.pattern:
        if rule.locale in {"", bitext.languages[1]}:
            yield from _broken(bitext, rule)


def _broken(bitext: Bitext, rule: HousePattern) -> Iterator[Finding]:
    for number, pair in enumerate(bitext.pairs):
        try:
            spans = list(occurrences(rule.pattern, pair.target.masked))
        except TooSlow:
            what = Phrase(
                "the pattern of the rule {rule} comes to no end here; write it without repeating what repeats",
                rule=rule.name,
            )
            yield Finding(CHECK.name, "warning", what, number, evidence=(rule.name,))
            return  # it would take its time in every further text
        for span in spans:
            words = span.of(pair.target.text)
            yield Finding(
                CHECK.name, rule.severity, _words(rule, words), number, (Mark("target", *span),), (rule.name, words)
            )


def _words(rule: HousePattern, words: str) -> Phrase:
    what = Phrase("“{words}” is not written here ({rule})", words=words, rule=rule.name)
    if rule.instead:
        what = Phrase("{what}; write “{instead}”", what=what, instead=rule.instead)
    return Phrase("{what}; {why}", what=what, why=rule.why) if rule.why else what


_WIDE = '[[checks.pattern]]\nname = "no-wide-digits"\npattern = "[０-９]+"\nlocale = "ja"\nwhy = "they do not align"'
_SPELL = '[[checks.pattern]]\nname = "grey"\npattern = "[Gg]rey"\ninstead = "gray"'
_ENDLESS = '[[checks.pattern]]\nname = "endless"\npattern = "(a|aa)+b"'

CHECK = Check(
    name="house-pattern",
    family="process",
    severity="warning",
    summary=Phrase("A pattern in the settings (`checks.pattern`) forbids the wording."),
    find=find,
    examples=(
        Bad(
            "There are 20 ships.", "船は２０隻だ。", "“２０” is not written here (no-wide-digits); they", settings=_WIDE
        ),
        Bad("灰色の船。", "A grey ship.", "write “gray”", settings=_SPELL),
        Bad("A cry.", f"{'a' * 60}という声。", "comes to no end", settings=_ENDLESS),
        Good("船は20隻だ。", "There are ２０ ships.", "the pattern is for Japanese", settings=_WIDE),
        Good("There are 20 ships.", "船は20隻だ。", "as the house writes it", settings=_WIDE),
        Good("Type it.", "`２０`と入力する。", "code is nobody's style", settings=_WIDE),
        Good("There are 20 ships.", "船は２０隻だ。", "this house has no such pattern"),
    ),
)
