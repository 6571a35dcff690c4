"""The same particle twice for one verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage
    from taiyaku.japanese.token import Token

_PARTICLES = frozenset("を")
_CLOSE = lazy_pattern("を[^、。をにとでへ「」（）]{1,14}を")
"""Farther apart there is a verb between, or nobody can tell."""

_ENDS_CLAUSE = frozenset({"動詞", "形容詞", "形状詞", "助動詞", "補助記号", "接続詞", "記号"})

_TURNS = frozenset(["に", "と", "で", "へ", "から", "まで"])
"""After these the first を belongs to what went before: 花を手に, 交流を目的に."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find を twice with no verb, adjective or mark between, and but one verb after them: その壁を市をまたいで塗る."""
    for index, passage in targets(bitext, "ja"):
        for one, other in repeated(passage):
            message = Phrase("“{particle}” stands twice in one clause", particle=one.surface)
            evidence = (passage.text[one.span.start : other.span.end],)
            marks = (Mark("target", *one.span), Mark("target", *other.span))
            yield Finding(CHECK.name, "warning", message, index, marks, evidence)


def repeated(passage: Passage) -> Iterator[tuple[Token, Token]]:
    """Yield the particles of which the second has no verb of its own."""
    if _CLOSE.search(passage.masked) is None:
        return
    before: dict[str, Token] = {}
    for place, token in enumerate(passage.tokens):
        if token.part_of_speech[:2] == ("助詞", "格助詞") and token.surface in _PARTICLES:
            if (
                token.surface in before
                and before[token.surface].span.end < token.span.start
                and not _are_nested(passage.tokens[place + 1 :])
            ):
                yield before[token.surface], token
            before[token.surface] = token
        elif token.part_of_speech[0] in _ENDS_CLAUSE or token.surface in _TURNS or _is_action(token):
            before.clear()


def _are_nested(following: Sequence[Token]) -> bool:
    """Whether two verbs follow in the clause, so that each を may have its own."""
    verbs, last = 0, ""
    for token in following:
        kind = token.part_of_speech[0]
        if kind == "補助記号" and token.surface in "、。！？":
            break
        # 始め続ける and している are one verb.
        helps = last == "動詞" or (last == "接続助詞" and token.part_of_speech[1] == "非自立可能")
        verbs += kind == "動詞" and not helps
        last = "接続助詞" if token.surface in {"て", "で"} and kind == "助詞" else kind
    return verbs > 1


def _is_action(token: Token) -> bool:
    """Whether a noun may stand for its verb: 交流を目的に, 再会を約束, 市長を交え."""
    return token.part_of_speech[2] in {"サ変可能", "サ変形状詞可能", "副詞可能"} or token.surface in {
        "もと",
        "元",
        "中心",
        "背景",
    }


CHECK = Check(
    name="doubled-particle",
    family="style-ja",
    severity="warning",
    summary=Phrase("The particle を stands twice for one verb."),
    find=find,
    languages=("ja",),
    examples=(
        Bad("The students sang a song of peace.", "生徒は歌を平和を歌った。", says="“を” stands twice"),
        Bad("He gave a vase.", "市長を花瓶を贈った。", says="“を” stands twice"),
        Bad("He gave a vase yesterday.", "市長を花瓶を贈った。翌日、一行は帰った。", says="“を” stands twice"),
        Good("He painted the wall across two towns.", "壁を市をまたいで塗った。", why="each has its verb"),
        Good("He opened it before the song.", "箱を歌を始める前に開けた。", why="each has its verb"),
        Good("He read books and wrote poems.", "本を読み、詩を書いた。", why="two verbs"),
        Good("He read a book and poems.", "本を、詩を、手紙を読んだ。", why="a list"),
        Good("He greeted and thanked them.", "花を手に町を歩く市長を迎えた。", why="each has its verb or place"),
        Good("Aimed at friendship.", "交流を目的に式典を開いた。", why="a noun that stands for its verb"),
    ),
)
