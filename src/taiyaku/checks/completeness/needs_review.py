"""Translations that a person meant to look at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_REMINDER = lazy_pattern(
    r"\b(?:TODO|FIXME|XXX|TBD|TK ?TK)\b|\?{3,}|？{3,}|〓|[【\[（(](?:要確認|未確認|要検討|仮訳|訳注：?要)"
    r"[^】\]）)]*[】\]）)]"
)


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find reminders of the translator that the source does not have."""
    for index, pair in translated(bitext):
        match = _REMINDER.search(pair.target.text)
        if match is not None and match[0] not in pair.source.text:
            message = Phrase("“{words}” asks for another look", words=match[0])
            yield Finding(CHECK.name, "warning", message, index, (Mark("target", *match.span()),), (match[0],))


CHECK = Check(
    name="needs-review",
    family="completeness",
    severity="warning",
    summary=Phrase("The translator left a reminder."),
    find=find,
    examples=(
        Bad("Mayor Chen spoke first.", "【要確認：肩書】チェン市長が最初に話した。", says="asks for another look"),
        Bad("市長が式辞を述べた。", "The mayor gave a speech TODO check.", says="“TODO” asks"),
        Bad("The pact was renewed.", "〓〓が更新された。", says="“〓” asks"),
        Good("The TODO list is long.", "TODOリストは長い。", why="the source speaks of it"),
        Good("What?", "えっ？", why="one question mark asks the reader"),
        Good("The date was not confirmed.", "日付は未確認だ。", why="outside brackets the article says so itself"),
        Good("Mayor Chen (left) spoke.", "チェン市長（左）が話した。", why="a usual remark in brackets"),
    ),
)
