"""250 students here, 200 students there."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.source.counted import counts
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.source.counted import Count
    from taiyaku.errors import Severity

_MANY = 3
"""An article with so many numbers of one kind of things compares them."""

_FAR = 2
_FARTHEST = 10
"""So many times as much is no slip for it, but another thing: where the words are the same, and where they are not."""

_ROUNDED = 0.05
_EXACT = 3
"""Numbers of so many digits before their zeros are no round ones."""

_VAGUE_WORDS = (
    "people men women members fans users things items customers visitors times children players workers viewers "
    "readers subscribers followers voters supporters participants respondents contributors"
    " 人 人々 視聴者 利用者 来場者 参加者 読者 ファン ユーザー 男性 女性 選手 会員 登録者 回答者 有権者"
)
_VAGUE = frozenset(_VAGUE_WORDS.split())
"""Of these an article counts several groups, so that they are a note only."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find a number of the same things twice in an article, which cannot both be meant for the same."""
    by_noun: dict[str, list[Count]] = defaultdict(list)
    for index, pair in enumerate(bitext.pairs):
        for count in counts(index, pair.source):
            by_noun[count.noun].append(count)
    for same in by_noun.values():
        if len({count.value for count in same}) <= _MANY - 1:
            conflict = next(((one, other) for one, other in combinations(same, 2) if _conflict(one, other)), None)
            if conflict is not None:
                yield _finding(*conflict)


def _finding(before: Count, here: Count) -> Finding:
    message = Phrase("the source says “{one}” here and “{other}” before", one=here.words, other=before.words)
    severity: Severity = "note" if here.noun in _VAGUE and not _is_slip(here, before) else "warning"
    marks = (Mark("source", here.start, here.end),)
    return Finding(CHECK.name, severity, message, here.pair, marks, (here.words, before.words), also=(before.pair,))


def _is_slip(one: Count, other: Count) -> bool:
    """Whether two exact numbers differ in one digit: 1,203 and 1,103."""
    digits = str(one.value), str(other.value)
    exact = all(len(each.rstrip("0")) >= _EXACT for each in digits)
    return exact and len(digits[0]) == len(digits[1]) and sum(a != b for a, b in zip(*digits, strict=True)) == 1


def _conflict(one: Count, other: Count) -> bool:
    """Whether two numbers are meant for the same things and differ by more than rounding."""
    low, high = sorted((one.value, other.value))
    if low == high or one.times != other.times or (one.pair, one.sentence) == (other.pair, other.sentence):
        return False
    if not (one.more <= other.more or other.more <= one.more):
        return False
    if low * (_FARTHEST if one.more == other.more else _FAR) <= high:
        return False
    return not (_admits(one, other) or _admits(other, one) or _is_rounded(low, high))


def _admits(one: Count, other: Count) -> bool:
    return one.low <= other.value <= one.high


def _is_rounded(low: int, high: int) -> bool:
    """Whether one of two near numbers ends in more zeros: 32,000 for 31,847."""
    zeros = [len(str(number)) - len(str(number).rstrip("0")) for number in (low, high)]
    return high - low <= _ROUNDED * high and zeros[0] != zeros[1] and max(zeros) > 1


CHECK = Check(
    name="number-conflict",
    family="source",
    severity="warning",
    summary=Phrase("The source gives two numbers for what may be the same."),
    find=find,
    scope="source",
    examples=(
        Bad(
            "Some 250 students sang.\n\nThe 200 students then left.",
            "",
            says="“200 students” here and “250 students” before",
        ),
        Bad(
            "The 250 students from the city in a picture.\n\nThe city sent 210 junior and senior high school students.",
            "",
            says="“210 junior and senior high school students” here and “250 students” before",
        ),
        Bad("生徒250人が歌った。\n\nその後、生徒200人は帰った。", "", says="“生徒200人” here and “生徒250人” before"),
        Bad("250人の生徒が歌った。\n\n中高生200人は帰った。", "", says="“中高生200人” here and “250人の生徒” before"),
        Good("Some 250 students sang.\n\nThe 250 students left.", "", why="the same"),
        Good("Some 250 students sang.\n\nOf them, 12 students danced.", "", why="too few to be the same"),
        Good("It took 30 days.\n\nIt took 40 days.", "", why="times are many"),
        Good("Some 250 students sang to 200 teachers.", "", why="other people"),
        Good("More than 200 students sang.\n\nThe 250 students left.", "", why="250 are more than 200"),
        Good("The 250 students sang.\n\nAnother 200 students came.", "", why="others"),
        Good("In 2023, 250 students came.\n\nIn 2024, 200 students came.", "", why="another year"),
        Good("The 250 boy students sang.\n\nThe 200 girl students danced.", "", why="narrowed down otherwise"),
        Good("The town has 31,847 residents.\n\nThe 32,000 residents are proud.", "", why="rounded"),
        Good("生徒250人が歌った。\n\nさらに生徒200人が来た。", "", why="others"),
        Good("生徒約250人が歌った。\n\n生徒243人が帰った。", "", why="about so many"),
    ),
)
