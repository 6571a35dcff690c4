"""What a mail puts around an article: its head, the signs of quotation before its lines, the sender's signature."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.imported import Remark
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.importers.paste.block import Line

_FEWEST_FIELDS = 2
_QUOTED_SHARE = 0.5
_LONGEST_SIGNATURE = 10
_FIELD = lazy_pattern(
    r"(?i)(?:from|to|cc|bcc|date|sent|subject|reply-to|message-id|差出人|送信者|宛先|送信日時|日時|日付|件名)\s*[:：]\s*\S.*"
)
_SENDER = lazy_pattern(r"(?i)(?:from|差出人|送信者)\s*[:：]")
_TOPIC = lazy_pattern(r"(?i)(?:to|subject|宛先|件名)\s*[:：]")
_QUOTED = lazy_pattern(r"(?:[>＞][ \u3000]?)+")
_FORWARDED = lazy_pattern(r"-{2,}\s*(?:Forwarded message|Original Message|転送メッセージ|元のメッセージ)\s*-{2,}")
_CUT = frozenset({"--", "\u2014"})


def without_mail(lines: list[Line]) -> tuple[list[Line], list[Remark]]:
    """Return the lines without the head of a mail, the signs of quotation, and the signature; and what was left out.

    Where most of a mail is quoted, only what is quoted is the article.
    """
    start = _head(lines)
    end = start + _signature(lines[start:]) if start else len(lines)
    kept, gone = lines[start:end], [*lines[:start], *lines[end:]]
    signs = sum(_is_quoted(line) for line in kept)
    remarks: list[Remark] = []
    if signs > _QUOTED_SHARE * len(kept):
        if start:
            gone += [line for line in kept if not _is_quoted(line)]
            kept = [line for line in kept if _is_quoted(line)]
        kept = _unquoted(kept)
        inner = _head(kept)
        gone, kept = [*gone, *kept[:inner]], kept[inner:]
        remarks.append(Remark(Phrase("signs of quotation left out: {count}", count=signs)))
    left_out = sorted(gone, key=lambda line: line.number)
    what = [(Phrase("left out, as part of the mail: “{removed}”", removed=line.text), line.number) for line in left_out]
    return kept, [*(Remark(phrase, number) for phrase, number in what), *remarks]


def _is_quoted(line: Line) -> bool:
    return _QUOTED.match(line.text) is not None


def _head(lines: list[Line]) -> int:
    """Return where the head of a mail ends, 0 if there is none: fields at the beginning, a sender's and another."""
    end = 0
    while end < len(lines) and (_FIELD.fullmatch(lines[end].text) or _FORWARDED.fullmatch(lines[end].text)):
        end += 1
    texts = [line.text for line in lines[:end]]
    is_mail = any(map(_SENDER.match, texts)) and any(map(_TOPIC.match, texts))
    return end if end >= _FEWEST_FIELDS and is_mail else 0


def _signature(lines: list[Line]) -> int:
    """Return where the signature begins, behind its dashes."""
    first = max(0, len(lines) - _LONGEST_SIGNATURE)
    return next((at for at in range(first, len(lines)) if lines[at].text in _CUT), len(lines))


def _unquoted(lines: list[Line]) -> list[Line]:
    """Take the signs off. A quoted blank line is one."""
    kept: list[Line] = []
    gap = 0
    for line in lines:
        text = line.text[match.end() :] if (match := _QUOTED.match(line.text)) else line.text
        gap = max(gap, line.gap)
        if not text.strip():
            gap += 1
            continue
        kept.append(replace(line, text=text.strip(), gap=gap))
        gap = 0
    return kept
