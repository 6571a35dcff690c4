"""Tags, code, roles and strong emphasis that the translation lost, and tags that are not closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.markup.items import Mismatch, mismatch, reported
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.text.inline_markup import Item, Kind

_LETTERS = r"(?:[^\W\dA-Za-z_]|[ー・、。])+"
_JAPANESE = lazy_pattern(f"{_LETTERS}(?: {_LETTERS})*")
_LETTER = re.compile("[A-Za-z]")
_ROLE_TARGET = re.compile(r"^(:[\w:+.-]+:)[!~.]+|^[!~.]+", re.ASCII)
_STRONG = frozenset({"**", "***", "__", "___"})


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find tags, code spans, roles and strong emphasis that only one side has."""
    for index, pair in translated(bitext):
        if pair.source.markup or pair.target.markup:
            yield from reported(CHECK.name, "error", (index, pair), _without_ruby(pair, mismatch(pair, ("tag",))))
            yield from reported(CHECK.name, "warning", (index, pair), _meant(pair, mismatch(pair, _CODE, _key)))
            yield from _lost_emphasis(index, pair)


_RUBY = lazy_pattern("/?(?:ruby|rb|rt|rtc|rp)", re.IGNORECASE)


def _without_ruby(pair: Pair, found: Mismatch) -> Mismatch:
    """Leave out whole ruby: readings are for who reads Japanese, and a translator puts them in or takes them out."""
    for side in (pair.source, pair.target):
        tags = [item.text for item in side.markup if item.kind == "tag" and _RUBY.fullmatch(item.text) is not None]
        if len(tags) != 2 * sum(tag.startswith("/") for tag in tags):
            return found
    missing, added = ([item for item in items if _RUBY.fullmatch(item.text) is None] for items in found)
    return Mismatch(missing, added)


_CODE: tuple[Kind, ...] = ("code", "role")


def _key(item: Item) -> str:
    """A role without the signs that only say how much of its target is shown."""
    return _ROLE_TARGET.sub(r"\1", item.text) if item.kind == "role" else item.text


def _meant(pair: Pair, found: Mismatch) -> Mismatch:
    """Leave out what was translated, what is said once instead of twice, and what was put into code for clarity."""
    missing, added = list(found.missing), list(found.added)
    for one in found.missing:
        other = next((other for other in added if _is_translated(pair, one, other)), None)
        if other is not None:
            missing.remove(one)
            added.remove(other)
    if missing:
        there = {_key(item) for item in pair.target.markup if item.kind in _CODE}
        missing = [one for one in missing if _key(one) not in there or _words(one) in pair.target.masked]
    return Mismatch(missing, [one for one in added if _words(one) not in pair.source.text])


def _words(item: Item) -> str:
    """What a reader sees of code or of a role."""
    return item.text.rpartition(":")[2].lstrip("!~.") if item.kind == "role" else item.text


def _is_translated(pair: Pair, one: Item, other: Item) -> bool:
    """Whether two pieces of code are the same but for words between its signs: `omit: reason`, `omit: 理由`."""
    ends = pair.source.text[one.span.end :][:1], pair.target.text[other.span.end :][:1]
    if one.kind != other.kind or ends == ("_", "_"):  # `Examples`_ is a reference to a heading
        return one.kind == other.kind
    japanese, latin = (one.text, other.text) if _JAPANESE.search(one.text) else (other.text, one.text)
    parts = _JAPANESE.split(japanese)
    if len(parts) == 1 or not (one.kind == "role" or any(part.strip(" :;,.()") for part in parts)):
        return False
    return _has_words_between(parts, latin)


def _has_words_between(parts: list[str], text: str) -> bool:
    """Whether a text consists of these parts in their order, with letters between them."""
    first, last = parts[0], parts[-1]
    if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
        return False
    position, end = len(first), len(text) - len(last)
    for part in parts[1:-1]:
        found = text.find(part, position + 1, end)
        if found < 0 or _LETTER.search(text, position, found) is None:
            return False
        position = found + len(part)
    return _LETTER.search(text, position, end) is not None


def _lost_emphasis(index: int, pair: Pair) -> Iterator[Finding]:
    """Words in bold that are bold no longer. One mark without its partner is another check's affair."""
    marks = [item for item in pair.source.markup if item.text in _STRONG and item.kind == "mark"]
    if len(marks) < 2 or len(marks) % 2:  # noqa: PLR2004 (an opening and a closing one)
        return
    there = sum(item.text in _STRONG and item.kind == "mark" for item in pair.target.markup)
    if there % 2 or there >= len(marks):
        return
    first, last = marks[0].span.start, marks[1].span.end
    words = pair.source.text[first:last]
    message = Phrase("{words} is emphasized in the source, and less is in the translation", words=words)
    yield Finding(CHECK.name, "warning", message, index, (Mark("source", first, last),), (words,))


CHECK = Check(
    name="markup-mismatch",
    family="markup",
    severity="error",
    summary=Phrase("Tags, code or bold words of the source are missing in the translation."),
    find=find,
    examples=(
        Bad(
            'See <a href="https://example.org/bizen">the page</a>.',
            '<a href="https://example.org/bizen">ページを参照。',
            says="</a> of the source is missing",
        ),
        Bad(
            "Run `taiyaku check`.", "「たい焼きチェック」を実行する。", says="`taiyaku check` of the source is missing"
        ),
        Bad("改行<br>します。", "A line<br><br>breaks.", says="<br> is in the translation only"),
        Bad(
            "Run `a-b`, then `a-b` again.", "`a-b`の後にもう一度a-bを実行する。", says="`a-b` of the source is missing"
        ),
        Bad("Set `color` to red.", "`カラー`を赤にする。", says="`color` of the source is missing"),
        Bad("Photo by **Nagai**.", "写真は永井撮影。", says="**Nagai** is emphasized in the source"),
        Good("Run `a` and then `b`.", "`a`の後に`b`を実行する。", why="both are there"),
        Good(
            "Press <kbd>B</kbd> after <kbd>A</kbd>.", "<kbd>A</kbd>の次に<kbd>B</kbd>を押す。", why="order may change"
        ),
        Good("It is *really* good.", "本当に良い。", why="Japanese has no italics"),
        Good("Photo by **Nagai**.", "写真は__永井__撮影。", why="bold, in other signs"),
        Good("The shrine is old.", "<ruby>産土<rt>うぶすな</rt></ruby>神社は古い。", why="English needs no readings"),
        Bad(
            "The shrine is old.",
            "<ruby>産土<rt>うぶすな</ruby>神社は古い。",
            says="is in the translation only",
        ),
        Good("It is true that a < b.", "a < bは正しい。", why="a sign is no tag"),
        Good(
            "Write `ignore: reason` above it.", "その上に`ignore: 理由`と書く。", why="a word inside code is translated"
        ),
        Good("If `a` is set, `a` wins.", "`a`は、あれば優先される。", why="said once instead of twice"),
        Good("Set the variable HOME.", "変数`HOME`を設定する。", why="put into code for clarity"),
        Good("See :func:`~city.open`.", ":func:`city.open`を参照。", why="the sign only says how much is shown"),
        Good("See the `Examples`_ below.", "下の`例`_ を参照。", why="a heading of the page in its own language"),
    ),
)
