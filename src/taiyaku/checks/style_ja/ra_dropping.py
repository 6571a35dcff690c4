"""ら抜き言葉: 見れる for 見られる."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.repairs import Repair, finding
from taiyaku.checks.style_ja.register_mixed import outside_quotations
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Finding

_STEMS = (
    "見 観 診 着 似 煮 来 出 寝 経 得 起き 生き 降り 下り 借り 落ち "
    "過ぎ 閉じ 感じ 信じ 用い 浴び 伸び 食べ 受け 決め 考え 覚え 答え 続け 始め 止め やめ "
    "比べ 伝え 変え 調べ 逃げ 投げ 育て 建て 立て 集め 認め 求め 進め 勧め 高め 深め 眺め "
    "助け 届け 避け 開け 明け 付け 掛け かけ 預け 教え 迎え 加え 与え 支え 捕まえ 数え 耐え "
    "超え 越え 抑え 控え 訴え 備え 任せ 見せ 乗せ 載せ 捨て 当て 慌て 訪ね 重ね 尋ね 忘れ "
    "触れ 離れ 入れ 上げ 下げ 挙げ 逃れ 辞め 務め 勤め"
)
_STEM = "|".join(sorted(set(_STEMS.split()), key=len, reverse=True))
_DROPPED = lazy_pattern(rf"(?:{_STEM})れ(?=る|た[。、とのがり」]|な[いかく]|ま[すせし]|ず|そう|て[いる])")
_ITS_OWN = lazy_pattern(r"出来れ|見慣れ|知れ|現れ|訪れ|溢れ出れ")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find potentials of one-form verbs (and 来る) without their ら; people may talk so in quotations."""
    for index, passage in targets(bitext, "ja"):
        if "れ" not in passage.text:
            continue
        text = passage.masked
        matches = [
            match
            for match in _DROPPED.finditer(outside_quotations(text))
            if _ITS_OWN.search(text[max(0, match.start() - 1) : match.end()]) is None
        ]
        if matches:
            word = matches[0][0]
            message = Phrase("“{word}” lacks its ら; write “{right}”", word=word, right=f"{word[:-1]}られ")
            found = [Repair(*match.span(), f"{match[0][:-1]}られ") for match in matches]
            yield finding(CHECK.name, "warning", message, (index, passage), found)


CHECK = Check(
    name="ra-dropping",
    family="style-ja",
    severity="warning",
    summary=Phrase("A potential lacks its ら."),
    find=find,
    languages=("ja",),
    examples=(
        Bad("The castle can be seen.", "城が見れる。", says="“見れ” lacks its ら; write “見られ”"),
        Bad("They could not come.", "来れなかった。", says="“来れ” lacks its ら"),
        Bad("You can eat it here.", "ここで食べれます。", says="“食べれ” lacks its ら"),
        Good("The castle can be seen.", "城が見られる。", why="with its ら"),
        Good("“You can see it,” he said.", "「城が見れるよ」と語った。", why="he talks so"),
        Good("If he decides", "市長が決めれば実現する。", why="the conditional"),
        Good("They can go home.", "帰れる。走れる。", why="verbs that never had it"),
        Bad("One can see and eat.", "見れるし、食べれる。", says="“見れ” lacks its ら"),
        Good("He touched it and left it.", "手を触れた。そこを離れ、忘れた。", why="れ is their own"),
        Good("Leaves fall, the sky clears.", "葉が枯れ、空は晴れた。見慣れた町が現れる。", why="れ is their own"),
        Good("Stars appear.", "星が現れた。", why="another verb"),
    ),
)
