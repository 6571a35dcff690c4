"""Words that hold a number in one language, and what the other language says instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re


class Gloss(NamedTuple):
    """Words of one language that hold a number, and what the other language says instead."""

    number: re.Pattern[str]
    instead: re.Pattern[str]


_CELEBRATED = {
    "還暦": "60|61|sixt(?:y|ieth)",
    "古[希稀]": "70|sevent(?:y|ieth)",
    "喜寿": "77|seventy-seven(?:th)?",
    "傘寿": "80|eight(?:y|ieth)",
    "米寿": "88|eighty-eight(?:h|th)?",
    "卒寿": "90|ninet(?:y|ieth)",
    "白寿": "99|ninety-nin(?:e|th)",
    "百寿|紀寿": "100|(?:a |one )?hundred(?:th)?",
    "不惑": "40|fort(?:y|ieth)",
    "成人式|新成人|はたち": "18|20|twent(?:y|ieth)|eighteen(?:th)?",
    "銀婚": "25|twenty-fif(?:th)",
    "金婚": "50|fift(?:y|ieth)",
    "義務教育": "9|nine",
    "三十路": "30|thirt(?:y|ieth)",
    "四十路": "40|fort(?:y|ieth)",
    "五十路": "50|fift(?:y|ieth)",
}
"""Ages and years that Japanese celebrates by name, and what English counts."""

IN_JAPANESE = (
    Gloss(
        lazy_pattern("[2２二][位着]"),
        lazy_pattern(
            r"(?i)\b(?:runners?[- ]up|silver|second|leads?|led|leading|leader|ahead|clear|behind|margin|won|wins?|beat"
            r"|beating|victory|lost|nose)\b"
        ),
    ),
    Gloss(
        lazy_pattern("[1１一]位|[1１]着"),
        lazy_pattern(r"(?i)\b(?:won|wins?|winner|winning|gold|champions?|first|top|topped|leads?|led|leader)\b"),
    ),
    Gloss(
        lazy_pattern("ベスト[4４四]|[4４四]強|準決勝"), lazy_pattern(r"(?i)\b(?:semi-?final\w*|last four|final four)\b")
    ),
    Gloss(
        lazy_pattern("ベスト[8８八]|[8８八]強"), lazy_pattern(r"(?i)\b(?:quarter-?final\w*|last eight|elite eight)\b")
    ),
    Gloss(lazy_pattern("[3３三]位"), lazy_pattern(r"(?i)\b(?:bronze|third)\b")),
    Gloss(
        lazy_pattern(r"第(?:\d+|[一二三四五六七八九十百]+)回"),
        lazy_pattern(
            r"(?i)\b(?:annual|edition|tournament|championships?|festival|olympics?|paralympics?|games|session|convention"
            r"|conference|congress|meeting|summit|awards?|prize|contest|competition|exhibition|fair)\b"
        ),
    ),
    Gloss(
        lazy_pattern("(?:365|３６５|三百六十五)日"),
        lazy_pattern(r"(?i)24/7|\b(?:around the clock|year[- ]round|every day|seven days|all year)\b"),
    ),
    Gloss(lazy_pattern("24時間|２４時間|二十四時間"), lazy_pattern(r"(?i)\b(?:clock|day and night|all day|nonstop)\b")),
    Gloss(
        lazy_pattern(r"(?<!\d)(?:0|０)\s?[-―－–‐対]\s?\d+|(?<!\d)\d+\s?[-―－–‐対]\s?(?:0|０)(?!\d)"),
        lazy_pattern(
            r"(?i)\b(?:straight (?:sets|games)|shut ?outs?|blank(?:ed|ing|s)?|sweep|swept|scoreless|goalless"
            r"|unanimous(?:ly)?|nil|neither (?:side|team|club) (?:scored|could score|managed)|no (?:goals|score|runs)"
            r"|without a (?:goal|run)|deadlock(?:ed)?)\b"
        ),
    ),
    Gloss(lazy_pattern(r"(?<=期)\d+年間?"), lazy_pattern(r"(?i)\bterms?\b")),
    Gloss(
        lazy_pattern(r"東京ドーム(?:約|およそ|の|の約)?[\d.．０-９一二三四五六七八九十]+[個倍コつ]"),
        lazy_pattern(r"(?i)\b(?:hectares?|acres?|square (?:\w+)|football|soccer|ballparks?|stadiums?)\b"),
    ),
    Gloss(
        lazy_pattern(r"[\d０-９一二三四五六七八九]連休"),
        lazy_pattern(r"(?i)\b(?:long|extended|holiday)[\s-]+(?:\w+ )?(?:weekend|holiday|break)s?\b|\bGolden Week\b"),
    ),
    Gloss(
        lazy_pattern(r"(?:台風|颱風)(?:第)?[\d０-９一二三四五六七八九十]+号?"),
        lazy_pattern(r"\b[Tt]yphoon,?\s+[A-Z]\w+"),
    ),
    Gloss(lazy_pattern("[2２二]年生?"), lazy_pattern(r"(?i)\b(?:high school juniors?|sophomores?)\b")),
    Gloss(lazy_pattern("[3３三]年生?"), lazy_pattern(r"(?i)\b(?:high school seniors?|juniors?)\b")),
    Gloss(lazy_pattern("[4４四]年生?"), lazy_pattern(r"(?i)\bseniors?\b")),
    Gloss(lazy_pattern("[1１一]年生?"), lazy_pattern(r"(?i)\bfresh(?:man|men)\b")),
    Gloss(
        lazy_pattern("[3３三][カかヶケ]月(?:ごと|毎|に[一1１][度回]|おき)"), lazy_pattern(r"(?i)\bquarter(?:ly|s)?\b")
    ),
    Gloss(lazy_pattern("[6６六][カかヶケ]月"), lazy_pattern(r"(?i)\b(?:half|halves|first-half|semi-?annual\w*)\b")),
    Gloss(lazy_pattern("[2２二](?:年|カ月|か月|週間?)に[一1１][度回]"), lazy_pattern(r"(?i)\b(?:bi\w+|every other)\b")),
    Gloss(
        lazy_pattern("(?:1945|１９４５|一九四五)年"),
        lazy_pattern(r"(?i)\bwar(?:’s|'s)? end|\bend of (?:the|world) war|\bwar ended\b"),
    ),
    Gloss(
        lazy_pattern("60年|六十年|50年|五十年|25年|二十五年"),
        lazy_pattern(r"(?i)\b(?:diamond|golden|silver)\s+(?:wedding|anniversary|jubilee)"),
    ),
    Gloss(lazy_pattern("11[09]番?|１１[０９]番?"), lazy_pattern(r"(?i)\b(?:police|911|emergency|ambulance|fire)\b")),
    Gloss(
        lazy_pattern("(?:1900|2000|１９００|２０００)年|2[01]世紀"),
        lazy_pattern(r"(?i)\bturn of the (?:\w+ )?(?:century|millennium)\b"),
    ),
    Gloss(lazy_pattern("[4４四]年制"), lazy_pattern(r"(?i)\b(?:bachelor\w*|universit\w+|colleges?)\b")),
    Gloss(lazy_pattern("[1１一]番"), lazy_pattern(r"(?i)\blead-?offs?\b")),
    Gloss(lazy_pattern("[4４四]番"), lazy_pattern(r"(?i)\bclean-?up\b")),
    Gloss(
        lazy_pattern(r"[\d１-４一二三四](?=[都道府](?:[\d１-９]府)?[\d１-９]{1,2}県)"),
        lazy_pattern(r"(?i)\bprefectures\b"),
    ),
)
IN_ENGLISH = (
    Gloss(lazy_pattern(r"(?<![\d.,-])911(?![\d-])"), lazy_pattern("緊急|救急|通報|11[09]|１１[０９]")),
    Gloss(
        lazy_pattern(r"(?i)(?:(?<=of every )|(?<=out of )|(?<=for every ))(?:100|a hundred|one hundred)\b(?!,)"),
        lazy_pattern("[%％]|割|パーセント"),
    ),
    Gloss(
        lazy_pattern(r"(?i)\b(?:scale|maximum|out) of (?:seven|7)\b|\b(?:seven|7)[- ](?:point|level|stage|tier)\b"),
        lazy_pattern("震度"),
    ),
    Gloss(lazy_pattern(r"(?<![\d-])\d+-0(?![\d-])"), lazy_pattern("全員|全会一致|満場一致")),
    Gloss(
        lazy_pattern(r"\b\w+ year of (?:the )?[A-Z]\w+"),
        lazy_pattern(r"[一-鿿]{2}(?:\d{1,2}|[元一二三四五六七八九十]{1,3})年"),
    ),
    Gloss(
        lazy_pattern(r"(?i)\b[\d.]+\s+(?:hectares?|acres?|square (?:feet|met\w+|kilomet\w+|miles?))\b"),
        lazy_pattern("東京ドーム"),
    ),
    Gloss(lazy_pattern(r"(?<![\d.-])50[-/]50(?![\d-])"), lazy_pattern("五分|半々|半半|互角|折半|どちら|フィフティ")),
    Gloss(
        lazy_pattern(r"(?i)\b(?:1[1-9]0|200|1000)\s?(?:percent\b|%)"),
        lazy_pattern("全力|全身|精いっぱい|精一杯|渾身|懸命"),
    ),
    Gloss(lazy_pattern(r"(?i)\b(?:six|6)[\s-]+months?\b"), lazy_pattern("[上下]半?期|半期|中間|半年")),
    Gloss(lazy_pattern(r"(?i)\b(?:three|3)[\s-]+months?\b"), lazy_pattern("四半期")),
    Gloss(lazy_pattern(r"(?i)\b(?:nine|9)[\s-]+months?\b"), lazy_pattern("第[3３三]四半期")),
    Gloss(
        lazy_pattern(r"(?i)\bevery (?:two|2|second)\b"), lazy_pattern("隔[日週月年]|[一1１](?:日|週間?|カ月|年)おき")
    ),
    Gloss(lazy_pattern(r"\b1[678]\d0s\b"), lazy_pattern("江戸(?:時代|[前中後末]期|の[初末])")),
    Gloss(lazy_pattern(r"\b18[6-9]0s\b|\b19[01]0s\b"), lazy_pattern("明治(?:時代|維新|[初前中後末]|の)")),
    Gloss(lazy_pattern(r"\b19[12]0s\b"), lazy_pattern("大正(?:時代|ロマン|[初前中後末]|の)")),
    Gloss(lazy_pattern(r"\b19[23]0s\b|[’'‘][23]0s\b"), lazy_pattern("昭和(?:[一1１]桁|ひとけた|ひと桁|初|の初|戦前)")),
    Gloss(lazy_pattern(r"\b19[2-4]0s\b|\b19[34]\d\b"), lazy_pattern("戦[前中時]")),
    Gloss(lazy_pattern(r"\b19[45]0s\b|\b1945\b"), lazy_pattern("戦後|終戦|敗戦")),
    Gloss(lazy_pattern(r"(?i)\b(?:1912|1926|1925)\b"), lazy_pattern("(?:大正|昭和)(?:生まれ|世代|以降|以後|に入)")),
    Gloss(lazy_pattern(r"(?i)\b(?:1988|1989)\b"), lazy_pattern("平成(?:生まれ|世代|以降|以後|に入|になっ)")),
    Gloss(lazy_pattern(r"(?i)\b(?:2018|2019)\b"), lazy_pattern("令和(?:生まれ|世代|以降|以後|に入|になっ)")),
    *(
        Gloss(lazy_pattern(rf"(?i)\b(?:{number})(?:th|st|nd|rd)?\b"), lazy_pattern(word))
        for word, number in _CELEBRATED.items()
    ),
)
