"""A translation whose source has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find messages marked fuzzy: the source changed, or the translation was taken from a similar text."""
    for index, pair in enumerate(bitext.pairs):
        if pair.state != "fuzzy":
            continue
        before = pair.message.previous_msgid
        message = Phrase("this translation is marked for review (fuzzy)")
        if before is not None and before != pair.message.msgid:
            message = Phrase("the source has changed since this translation; it was: {before}", before=before)
        evidence = (before or "",)
        yield Finding(CHECK.name, "warning", message, index, (Mark("target", 0, len(pair.target.text)),), evidence)


CHECK = Check(
    name="stale-translation",
    family="process",
    severity="warning",
    summary=Phrase("The source has changed since the translation."),
    find=find,
    examples=(
        Bad("Some 250 students sang.", "fuzzy: 生徒200人が歌った。", says="marked for review"),
        Good("Some 250 students sang.", "生徒250人が歌った。", why="approved"),
        Good("Some 250 students sang.", "", why="there is none yet"),
    ),
)
