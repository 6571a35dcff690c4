"""Which names of the two sides of a pair are one by sound, without any termbase."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.english.names import CapitalizedName, capitalized_names
from taiyaku.english.words import words
from taiyaku.japanese.katakana import likeness
from taiyaku.japanese.readings import keys
from taiyaku.japanese.romaji import folded, folded_kana

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.passage import Passage
    from taiyaku.japanese.token import Token
    from taiyaku.span import Span

_KATAKANA = re.compile("[ァ-ヴー]{3,}")
_PIECES = re.compile("[ァ-ヴー]+")
_EXONYM_WORDS = """
ドイツ German; オランダ Dutch Netherlands Holland; スイス Swiss
Switzerland; イギリス Brit UK U.K United English England; アメリカ
US U.S United USA Washington; ロシア Moscow; ギリシャ Greece
Greek; ギリシア Greek; ポーランド Polish; トルコ Turk; エジプト Egypt;
ウィーン Vienna; ベネチア Venice; フィレンツェ Florence; ナポリ Naples;
ミュンヘン Munich; プラハ Prague; モスクワ Moscow; ジュネーブ Geneva; ジュネーヴ
Geneva; ローマ Rome Roman; パリ Paris; アジア Asia; ヨーロッパ Europe;
ベルギー Belgi; グルジア Georgia; スペイン Spain Spanish; フランス French;
デンマーク Danish Dane; スウェーデン Swed; フィンランド Finn; アイルランド Irish
Ireland; スコットランド Scot; ウェールズ Welsh Wales; チェコ Czech; ラテン
Latin; キリスト Christ; イエス Jesus; ユダヤ Jew; ヘブライ Hebrew; サハリン
Sakhalin; ハンガリー Hungar; ノルウェー Norw; ユーゴスラビア Yugoslav; セルビア
Serb; マヤ Maya; インカ Inca; アラブ Arab; アラビア Arab; ペルシャ Persia;
バチカン Vatican; ワルシャワ Warsaw; ベルサイユ Versailles; シチリア Sicil;
アルプス Alp; ナイル Nile; テムズ Thames; アテネ Athen; カイロ Cairo;
エルサレム Jerusalem; ビルマ Burm Myanmar; ミャンマー Burma Myanmar;
カンボジア Khmer; シリア Syria
"""
_EXONYMS = tuple((row.split()[0], stem.lower()) for row in _EXONYM_WORDS.split(";") for stem in row.split()[1:])
"""Names that Japanese has from another language than English: what their English begins with."""

_LONGEST = 2_000
"""In longer texts (code points) some name is always without an explanation."""

_LOOSE = 0.45
"""From this likeness on, a word may well be the name; below it, it is not."""


class NameInJapanese(NamedTuple):
    """A proper noun in katakana, with the words of a name joined by dots; `span` is in code points."""

    text: str
    span: Span


def katakana_names(passage: Passage) -> list[NameInJapanese]:
    """Return the katakana names of a Japanese passage: what the dictionary has as one, or does not know."""
    return [
        NameInJapanese(token.surface, token.span)
        for token in passage.tokens
        if _KATAKANA.match(token.surface) and _is_name(token) and _is_whole(token.span, passage.text)
    ]


def _is_name(token: Token) -> bool:
    return (
        token.part_of_speech[1] == "固有名詞" and token.part_of_speech[2] in {"人名", "地名"}
    ) or "・" in token.surface


def _is_whole(span: Span, text: str) -> bool:
    """Whether a katakana run is no longer than the name: シリア is not in シリアライズ."""
    return not (_PIECES.match(text, span.end) or (span.start and _PIECES.match(text, span.start - 1)))


def is_sounded_in(name: str, english: Sequence[str]) -> bool:
    """Whether a katakana name, or any word of it, may be one of the plain English words by sound, or two of them."""
    pieces = _PIECES.findall(name)
    for piece in pieces:
        if any(word.startswith(stem) for kana, stem in _EXONYMS if kana in piece for word in english):
            return True
        if any(likeness(piece, word) >= _LOOSE for word in english):
            return True
    whole = "".join(pieces)
    return any(likeness(whole, first + second) >= _LOOSE for first, second in pairwise(english))


def unsounded_names(english: Passage, japanese: Passage) -> Iterator[CapitalizedName]:
    """Yield the English names that nothing in the Japanese text sounds like: not katakana, not a reading of kanji."""
    kana = [piece for run in _KATAKANA.findall(japanese.masked) for piece in _PIECES.findall(run)]
    read = "".join(folded_kana(token.reading) if token.reading else "" for token in japanese.tokens)
    latin = {word.plain for word in words(japanese.masked)}
    for name in capitalized_names(english.masked):
        if any(word.lower() in latin or _is_read(word, read, japanese.tokens) for word in name.words):
            continue
        if not any(likeness(piece, word) >= _LOOSE for piece in kana for word in name.words):
            yield name


def has_strangers(target: Passage, source: Passage, known: Sequence[Span], kind: str) -> bool:
    """Whether a translation has a name that nothing in its source explains, other than the `known` ones.

    In Japanese, only names of the kind of thing count: "person" or "place".
    """
    if max(len(target.text), len(source.text)) > _LONGEST:
        return False

    def is_known(span: Span) -> bool:
        return any(span.start < end and start < span.end for start, end in known)

    if target.language == "en":
        return any(not name.opening and not is_known(name.span) for name in unsounded_names(target, source))
    row = [word.plain for word in words(source.masked)]
    folds = {folded(word) for word in row}
    return any(
        token.part_of_speech[2] == _KINDS.get(kind, "地名")
        and not is_known(token.span)
        and folds.isdisjoint(keys(token.surface))
        and not (_KATAKANA.match(token.surface) and is_sounded_in(token.surface, row))
        for token in target.tokens
    )


_KINDS = {"person": "人名", "place": "地名"}


def _is_read(word: str, read: str, tokens: Sequence[Token]) -> bool:
    key = folded(word)
    if len(key) > 2 and key in read:  # noqa: PLR2004 - shorter ones are everywhere
        return True
    return any(token.is_name and token.origin == "固" and key in keys(token.surface) for token in tokens)
