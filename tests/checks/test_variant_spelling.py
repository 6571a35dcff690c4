"""表記ゆれ: which spellings of a word differ in style only."""

from __future__ import annotations

import pytest
from tests.checks.bitexts import japanese

from taiyaku.checks.style_ja.variant_spelling import CHECK, is_variant, suspicious

VARIANTS = """サーバ サーバー
バイオリン ヴァイオリン
行う 行なう
終わる 終る
子供 子ども
友達 友だち
受付 受け付け
売上 売り上げ
コンピュータ コンピューター"""

OTHER_WORDS = """変わる 代わる
上げる 挙げる
表す 現す
事 こと
出来る できる
見る 診る"""


@pytest.mark.parametrize("words", VARIANTS.splitlines())
def test_variants_are_a_matter_of_style(words: str) -> None:
    """A long vowel, ヴ, okurigana, or kana for one kanji: a reader sees one word in two dresses."""
    one, other = words.split()
    assert is_variant(one, other)
    assert is_variant(other, one)


@pytest.mark.parametrize("words", OTHER_WORDS.splitlines())
def test_other_kanji_are_other_words(words: str) -> None:
    """The dictionary puts them under one lemma, a reader does not."""
    one, other = words.split()
    assert not is_variant(one, other)


def test_only_suspicious_texts_are_looked_at() -> None:
    """Nothing in ordinary prose calls for the tokenizer; both spellings of a compound do."""
    assert suspicious("市長は生徒を歓迎した。備前市とトーランス市の交流は続く。") == set()
    assert suspicious("受付は9時。受け付けは10時まで。") == {"受付", "受け付"}


def test_the_rarer_spelling_is_the_finding() -> None:
    """The majority is the article's own style, wherever the rarer one stands."""
    found = list(CHECK.find(japanese("サーバは新しい。", "サーバーを移す。", "サーバーは古い。")))
    assert [(one.pair, one.evidence) for one in found] == [(0, ("サーバ", "サーバー"))]
