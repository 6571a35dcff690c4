"""Signs and words in which the smallest change is one of meaning: negations, numbers, days, units, directions."""

from __future__ import annotations

import re
from collections import Counter

from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.numbers import numbers_in

_WORDS = """
no not never none nobody nothing nowhere neither nor without cannot hardly scarcely barely seldom rarely little few
only almost nearly all every each some any many most more less least both either several somebody someone something
anybody anyone anything everybody everyone everything
may might must shall should will would can could
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half
double twice quarter first second third fourth fifth sixth seventh eighth ninth tenth last next
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
january february march april june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
today yesterday tomorrow tonight morning afternoon evening night noon midnight am pm before after until since ago
second minute hour day week month year decade century
north south east west northern southern eastern western left right up down over under above below inside outside
he she him her his hers
dollar yen euro pound cent yuan won peso franc rupee percent
kg g mg lb oz ton tonne kilogram gram ounce km m cm mm mi ft yd mile meter metre kilometer kilometre foot feet inch
yard acre hectare liter litre gallon degree celsius fahrenheit mph kph
"""
_ENGLISH = rf"n['’]t\b|\b[ap]\.m\.|\b(?:{'|'.join(_WORDS.split())})s?\b"
_SIGNS = r"[$€£¥₩%‰°℃℉＄￥％＋－±×÷<>≤≥]|(?<![\w.])[-−–+~〜](?=[\d$€£¥.])"
_JAPANESE = (
    r"[一二三四五六七八九十百千万億兆半]|[月火水木金土日]曜|午前|午後|正午|深夜|未明|[朝昼夕夜晩今昨明翌来先]"
    r"|な(?:い|か|く|け|し|さ)|ませ|ず|ぬ|まい|ざる|[不未無非否]"
    r"|だろう|かも|らし|べき|たい|られ|され|させ|だけ|しか|のみ|マイナス|プラス"
    r"|[前後上下左右東西南北増減高低大小多少男女父母兄弟姉妹売買入出勝敗内外新旧初終開閉始可全約超]"
    r"|円|ドル|ユーロ|ポンド|ウォン|元|メートル|キロ|グラム|トン|リットル|センチ|ミリ|マイル|フィート|インチ|ヤード"
    r"|ヘクタール|エーカー|平方|立方|パーセント|ポイント|[年月日時分秒週]"
)
_TELLING = lazy_pattern(rf"{_ENGLISH}|{_SIGNS}|{_JAPANESE}", re.IGNORECASE)
_WORD = lazy_pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TURNING = lazy_pattern("un|in|im|il|ir|non-?|dis|mis|de|re|anti-?|over|under|pre|post|out|up|down|ab?")


def tells_otherwise(old: str, new: str) -> bool:
    """Whether two texts, of which one is an edited version of the other, surely or perhaps do not mean the same.

    So it is if a number, or a word or sign that weighs as much, came, went or has another place, or if a word was
    turned into its opposite (`able`, `unable`). That words are the same proves nothing; only some changes are known.
    """
    return _telling(old) != _telling(new) or _is_turned(old, new)


def _telling(text: str) -> tuple[list[str], list[str]]:
    digits = [str(number.value.normalize()) for number in numbers_in(text)]
    return digits, [match[0].lower().replace(".", "") for match in _TELLING.finditer(text)]


def _is_turned(old: str, new: str) -> bool:
    """Whether a word has got, lost or changed a syllable that makes it its opposite."""
    before, after = (Counter(word.lower() for word in _WORD.findall(text)) for text in (old, new))
    return any(
        _base(one) == _base(other) or _TURNING.fullmatch(longer.removesuffix(shorter))
        for one in before - after
        for other in after - before
        for shorter, longer in (sorted((one, other), key=len),)
    )


def _base(word: str) -> str:
    return word.removesuffix("less").removesuffix("ful")
