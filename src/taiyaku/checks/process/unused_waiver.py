"""A comment that answers nothing, and would silence a real fault one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding
from taiyaku.checks.waivers import CommentWaiver, comment_waivers
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair


def find(bitext: Bitext) -> Iterator[Finding]:
    """Yield the waivers in comments that answer no finding. Those of checks that do not run are left alone."""
    waivers = [
        (number, pair, waiver)
        for number, pair in enumerate(bitext.pairs)
        if pair.message.translator_comments
        for waiver in comment_waivers(pair.message)
    ]
    if not waivers:
        return
    answerable = _findings_by_name(bitext, {waiver.name for _, _, waiver in waivers})
    for number, pair, waiver in waivers:
        what = _fault(pair, waiver, answerable.get(waiver.name), number)
        if what is not None:
            yield Finding(CHECK.name, "note", what, number, evidence=(waiver.name,))


def _findings_by_name(bitext: Bitext, names: set[str]) -> dict[str, set[int]]:
    """Return for each name of checks that run the pairs in which they find something."""
    from taiyaku.checks.registry import chosen, named
    from taiyaku.checks.run import run_checks

    running = {(check.family, check.name) for check in chosen(bitext.settings)}
    found = {}
    for name in names:
        checks = [check for check in named(name) if (check.family, check.name) in running and check.name != CHECK.name]
        if checks:
            found[name] = {finding.pair for finding in run_checks(bitext, checks)}
        elif not named(name):
            found[name] = set()
    return found


def _fault(pair: Pair, waiver: CommentWaiver, pairs: set[int] | None, number: int) -> Phrase | None:
    from taiyaku.checks.registry import named

    if not named(waiver.name):
        return Phrase("the comment ignores “{name}”, and there is no such check", name=waiver.name)
    if not waiver.reason:
        return Phrase("the comment ignores {name} without a reason; write it after a colon", name=waiver.name)
    if pair.state == "fuzzy":
        return None  # it has lapsed until a person has looked at the text again
    if pairs is not None and number not in pairs:
        return Phrase("the comment ignores {name}, which finds nothing here; take it out", name=waiver.name)
    return None


CHECK = Check(
    name="unused-waiver",
    family="process",
    severity="note",
    summary=Phrase("A comment silences a check that would say nothing."),
    find=find,
    examples=(
        Bad(
            "The harbor opened.",
            "# taiyaku: ignore house-pattern: it is a title\n港が開いた。",
            "finds nothing here",
        ),
        Bad("The harbor opened.", "# taiyaku: ignore no-such-check: why not\n港が開いた。", "no such check"),
        Bad("The harbor opened.", "# taiyaku: ignore house-pattern\n港が開いた。", "without a reason"),
        Good(
            "The harbor opened.",
            "# taiyaku: ignore house-pattern: it is a title\n港湾が開いた。",
            "the comment answers a finding",
            settings='[[checks.pattern]]\nname = "harbor"\npattern = "港湾"',
        ),
        Good("The harbor opened.", "# taiyaku: the mayor reads this\n港が開いた。", "another comment"),
        Good(
            "The harbor opened.",
            "# taiyaku: ignore house-pattern: it is a title\n港が開いた。",
            "a check that does not run can find nothing",
            settings='[checks]\ndisable = ["house-pattern"]',
        ),
        Good(
            "The harbor opened.",
            "fuzzy: # taiyaku: ignore house-pattern: it is a title\n港が開いた。",
            "the text waits for a person, and the comment with it",
        ),
    ),
)
