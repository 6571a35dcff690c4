"""表記ゆれ: one word spelled in two ways in an article."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.style_ja.house_style import is_ruled
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import is_kanji
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.style import Style
    from taiyaku.japanese.token import Token
    from taiyaku.span import Span

_KATAKANA = lazy_pattern("[ァ-ヺー]{2,}")
_VU = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ"}
_LOOSE = str.maketrans("ァィゥェォャュョッヮヤヂヅ", "アイウエオアユヨツワアジズ", "ー・")
_WORDS = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞"})


class Place(NamedTuple):
    """Where a word stands: the index of its pair, and its span there."""

    pair: int
    span: Span


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find words that the dictionary knows as a variant of the article's usual one. One finding for a word."""
    passages = list(targets(bitext, "ja"))
    suspects = suspicious("\n".join(passage.masked for _, passage in passages))
    if not suspects:
        return
    pattern = lazy_pattern("|".join(map(re.escape, sorted(suspects, key=len, reverse=True))))
    words: dict[tuple[str, str, str], dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for index, passage in passages:
        for token in passage.tokens if pattern.search(passage.masked) else ():
            if _is_word(token):
                key = (token.lemma, token.part_of_speech[0], token.inflection[0])
                words[key][token.base].append(Place(index, token.span))
    for spellings in words.values():
        if len(spellings) > 1:
            yield from _of_word(spellings, bitext.style)


_COMPOUND = lazy_pattern(r"([^\x00-\x7fぁ-ヿ、。「」（）])([ぁ-ん]{1,2})([^\x00-\x7fぁ-ヿ、。「」（）])")
_PERMITTED = lazy_pattern(
    "(?:行な|表わ|著わ|現われ|断わ|賜わ|浮[ばびぶべぼん]|生れ|押え|捕え|晴や|積[らりるれろっ]|聞え|起[らりるれろっ]|落[さしすせそ]|"
    "暮[さしすせそ]|当[らりるれろっ]|終[らりるれろっ]|変[らりるれろっ])"
)
_PLURAL = lazy_pattern("([^ぁ-ん])(ども|たち|だち|がた)")
_PLURAL_KANJI = {"ども": "供", "たち": "達", "だち": "達", "がた": "方"}


def suspicious(text: str) -> set[str]:
    """Return strings of a text that may be two spellings of a word; only where there are some need it be tokenized.

    They are katakana words that differ by ー or ヴ, compounds with and without okurigana (受け付け, 受付), the
    okurigana that 送り仮名の付け方 (the Cabinet's notice of 1973) permits beside its rule (行なう, 終る), and
    子ども beside 子供.
    """
    found: set[str] = set()
    katakana: dict[str, set[str]] = defaultdict(set)
    for word in set(_KATAKANA.findall(text)):
        katakana[_loosely_folded(word)].add(word)
    for spellings in katakana.values():
        if len(spellings) > 1:
            found |= spellings
    pairs = set(map("".join, pairwise(text)))  # for a long text, far cheaper than a search for each compound
    for one, kana, other in set(_COMPOUND.findall(text)):
        if is_kanji(one) and is_kanji(other) and (short := one + other) in pairs:
            found |= {one + kana + other, short}
    found.update(words[0] for words in _PERMITTED.findall(text))
    for one, plural in set(_PLURAL.findall(text)):
        if is_kanji(one) and (kanji := one + _PLURAL_KANJI[plural]) in pairs:
            found |= {one + plural, kanji}
    return found


def _is_word(token: Token) -> bool:
    kind, kind_2, _, _ = token.part_of_speech
    return kind in _WORDS and kind_2 not in {"固有名詞", "数詞", "助動詞語幹"} and len(token.base) > 1 and token.known


def _of_word(spellings: dict[str, list[Place]], style: Style) -> Iterator[Finding]:
    usual = max(spellings, key=lambda spelling: len(spellings[spelling]))  # the first, where both are as frequent
    for spelling, places in spellings.items():
        if spelling == usual or not is_variant(spelling, usual) or is_ruled(spelling, usual, style):
            continue
        first = places[0]
        message = Phrase(
            "“{one}” is also written “{other}” (places: {count})", one=spelling, other=usual, count=len(places)
        )
        marks = tuple(Mark("target", *place.span) for place in places if place.pair == first.pair)
        yield Finding(CHECK.name, "warning", message, first.pair, marks, (spelling, usual))


def is_variant(one: str, other: str) -> bool:
    """Whether two spellings of a lemma differ only in what is a matter of style.

    That is: a long vowel or ヴ in katakana, okurigana after the same kanji, or kana for one of two kanji (子ども).
    Other kanji (代わる, 変わる) are other words to a reader, and words in kana alone have their reasons.
    """
    if _KATAKANA.fullmatch(one) and _KATAKANA.fullmatch(other):
        return _loosely_folded(one) == _loosely_folded(other)
    kanji, others = "".join(filter(is_kanji, one)), "".join(filter(is_kanji, other))
    if not kanji or not others:
        return False
    if kanji == others:
        return one != other
    short, long = sorted((kanji, others), key=len)
    return one[-1] not in "るうくすつむぐぶ" and len(long) > 1 and (long.startswith(short) or long.endswith(short))


def _loosely_folded(word: str) -> str:
    """Fold also what foreign sounds are heard as: ウイルス and ウィルス, ダイヤ and ダイア."""
    return _folded(word).translate(_LOOSE)


def _folded(word: str) -> str:
    for old, new in _VU.items():
        word = word.replace(old, new)
    return word.replace("ー", "")


CHECK = Check(
    name="variant-spelling",
    family="style-ja",
    severity="warning",
    summary=Phrase("One word is spelled in two ways in an article."),
    find=find,
    languages=("ja",),
    examples=(
        Bad(
            "The server was moved.\n\nThe server is new.",
            "サーバーを移設した。\n\nサーバは新しい。",
            says="“サーバ” is also written “サーバー” (places: 1)",
        ),
        Bad(
            "They held it. They will hold it again.",
            "式典を行った。来年も行なう。",
            says="“行なう” is also written “行う”",
        ),
        Bad(
            "The children sang. The child left.",
            "子供が歌った。子どもは帰った。",
            says="“子ども” is also written “子供”",
        ),
        Bad("A violin, and the violins.", "バイオリンの音。ヴァイオリンが続く。", says="“ヴァイオリン” is also"),
        Good(
            "The server was moved.\n\nThe server is new.",
            "サーバーを移設した。\n\nサーバは新しい。",
            why="the house has its own word on that",
            settings="[style.ja]\nlong_ending = true",
        ),
        Bad("The virus spread. A virus is small.", "ウイルスが広がった。ウィルスは小さい。", says="“ウィルス” is also"),
        Good("The bag and the back.", "バッグと、そのバック。", why="two words"),
        Good("It changed. He took his place.", "街が変わった。代わりに話した。", why="other kanji are another word"),
        Good("He said it. One can say so.", "そう言う。そうとも言える。", why="the potential is another word"),
        Good("One can do it. It was done.", "歌う事ができる。出来上がった。", why="kana has its reasons"),
        Good("The server moved.", "サーバを移設し、サーバは新しくなった。", why="the same throughout"),
        Good("The building and the beer.", "ビルとビール。", why="two words"),
        Good("He raised his hand. He gave an example.", "手を上げた。例を挙げた。", why="other kanji are another word"),
    ),
)
