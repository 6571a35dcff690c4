"""Forms that some newsrooms write: `Headline: Harbor opens`. The label goes, and is told of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.importers.paste.block import Block

_ROLES = {
    "headline": "headline|hed|title|見出し|主見出し|タイトル|題名",
    "deck": "deck|dek|sub-?head(?:line|ing)?|subtitle|standfirst|副見出し|サブタイトル|袖見出し",
    "byline": "byline|author|writer|筆者|著者|執筆者|記者名|署名",
    "caption": "caption|cutline|photo caption|キャプション|写真説明",
    "credit": "photo credit|写真クレジット",
    "pull-quote": "pull ?quote",
    "heading": "cross-?head|中見出し|小見出し",
    "": "body|text|story|article|copy|lede?|intro(?:duction)?|本文|リード|記事|前文",
}
_LABEL = lazy_pattern(
    "(?is)"
    r"(?P<label>(?:"
    + "|".join(f"(?P<r{index}>{words})" for index, words in enumerate(_ROLES.values()))
    + r")\s*[:：]|【(?:"
    + "|".join(f"(?P<s{index}>{words})" for index, words in enumerate(_ROLES.values()))
    + r")】)\s*(?P<text>.*)"
)


def labelled(block: Block) -> Block:
    """Return a block in the role that a label before it names, without the label; its text is empty if that was all."""
    match = _LABEL.fullmatch(block.text)
    if match is None:
        return block
    index = next(int(name[1:]) for name, value in match.groupdict().items() if name[0] in "rs" and value)
    role = list(_ROLES)[index]
    if not role and match["text"]:
        return block
    said = Phrase("the label “{removed}” was left out", removed=match["label"])
    return replace(block, text=match["text"], role=role).saying(said)
