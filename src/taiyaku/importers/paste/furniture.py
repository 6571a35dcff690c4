"""What belongs to the page and not to the article: page numbers, running heads, “continued on page 4”."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.imported import Remark
from taiyaku.importers.paste.block import ends_sentence
from taiyaku.importers.paste.standing import standing_role
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.scripts import has_japanese

if TYPE_CHECKING:
    from taiyaku.importers.paste.block import Line

_LONGEST_HEAD = 80
_FEWEST_LINES = 3
_N = r"[0-9０-９]{1,4}"
_DASH = r"[-–—―－ー~〜]"
_PAGE = lazy_pattern(
    rf"""(?xi)
    {_DASH}{{0,2}}\s* (?:page|pg\.?|p\.|ページ|Ｐ\.?) \s*(?:[A-Z]-?)?{_N} (?:\s*(?:of|/|／)\s*{_N})? \s*{_DASH}{{0,2}}
    | {_DASH}{{1,2}}\s*{_N}\s*{_DASH}{{1,2}}
    | 第?\s*{_N}\s*(?:ページ|頁) (?:\s*[/／]\s*{_N}\s*(?:ページ|頁)?)?
    | {_N}\s*(?:[/／]|of)\s*{_N}\s*(?:ページ|頁|pages?)
    | {_N}\s+of\s+{_N}
    """
)
_JUMP = lazy_pattern(
    r"""(?xi)
    [(\[（［<＜【]? \s* (?:
        (?:story\s+)? (?:continued|continues|cont[’']?d\.?) \s+ (?:on|from) \s+ (?:the\s+)?
            (?:page\s*|p\.\s*)? (?:[A-Z]?-?\d{1,3}|(?:next|previous|front)\s+page)
        | (?:please\s+)? see \s+ [\w’' -]{2,30} [,\s] \s* (?:on\s+)? page \s* [A-Z]?-?\d{1,3}
        | [0-9０-９一二三四五六七八九十]{1,3} (?:面|ページ|頁)
            (?:[にへ](?:続く|つづく)|から(?:続く|つづく|の続き|のつづき)?)
        | (?:次|前)(?:ページ|頁) (?:に続く|へ続く|から続く|からの続き)
    ) \s* [)\]）］>＞】]? \.?
    """
)
_NOTICE = lazy_pattern(
    r"""(?xi)
    [(\[（【]? \s* (?: for\s+immediate\s+release
      | (?:press|news|media)\s+(?:release|advisory) | advertisement | sponsored
      | share\s+this(?:\s+(?:article|story|post))? | (?:skip|jump)\s+to\s+(?:main\s+)?content | print\s+this\s+page
      | 報道関係者(?:の皆様へ|各位) | 報道機関各位 | (?:プレス|ニュース)リリース
      | 広告 | スポンサーリンク | (?:この記事を)?シェア(?:する)?
      | (?:home|ホーム|トップ(?:ページ)?)\s*[>›»＞/].{2,60} | 【関連記事】.{2,60}
      | \#\s*\#\s*\# | -\s*30\s*- | end | 了 | 終わり | おわり | 以上
    ) \s* [)\]）】]?
    """
)
"""What stands above, under and between articles, and is none of them."""

_BARE = lazy_pattern(_N)
_FRACTION = lazy_pattern(rf"({_N})\s*[/／]\s*({_N})")
_SPREAD = lazy_pattern(r"(?=.{0,80}\d)\S(?:(?! {3}|\t).)*(?: {3,}|\t+)\S(?:(?! {3}|\t).)*[^\s.。]")
"""The name of a paper at one edge of the page and the date at the other: no headline."""

_SECTION = lazy_pattern(
    r"""(?xi)
    (?:opinions? | commentary | editorials? | columns? | columnists? | features?
      | (?:local|world|national|breaking|top)?\s?news
      | sports? | business | lifestyle | arts? | culture | politics | community | entertainment | letters)
    (?:\s*(?:[&/|>]|and)\s*\w+)?
    | 【? (?:社説|論説|コラム|特集|連載|オピニオン|ニュース|スポーツ|地域|社会|経済|文化|国際|政治|くらし|生活|地方
      |教育) 】?
    """
)
"""The section of the paper, in the line above the headline."""

_DIGITS = lazy_pattern(r"[0-9０-９]+")


def without_furniture(lines: list[Line]) -> tuple[list[Line], list[Remark]]:
    """Return the lines of the article alone, and what was left out. The line after it knows that a page ended."""
    gone = {index for index, line in enumerate(lines) if _is_page_mark(line.text)}
    gone |= _section(lines)
    gone |= _spread_heads(lines)
    gone |= _numbers(lines, gone)
    gone |= _running_heads(lines, gone)
    gone |= _beside(lines, gone)
    remarks = [
        Remark(Phrase("left out, as part of the page: “{removed}”", removed=lines[index].text), lines[index].number)
        for index in sorted(gone)
    ]
    kept: list[Line] = []
    page = False
    for index, line in enumerate(lines):
        if index in gone:
            page = True
            continue
        kept.append(replace(line, page=(line.page or page) and bool(kept)))
        page = False
    return kept, remarks


def _is_page_mark(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (_PAGE, _JUMP, _NOTICE))


def _section(lines: list[Line]) -> set[int]:
    """The first line if it names a section, and a headline follows: more than one word, and no full stop."""
    if len(lines) < _FEWEST_LINES or not _SECTION.fullmatch(lines[0].text) or _is_text(lines[1].text):
        return set()
    return {0} if len(lines[1].text) > len(lines[0].text) else set()


def _numbers(lines: list[Line], gone: set[int]) -> set[int]:
    """Lines of a number alone that count pages: they go up by one, and one stands in a sentence or at a break."""
    found: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        fraction = _FRACTION.fullmatch(line.text)
        if index not in gone and (fraction or _BARE.fullmatch(line.text)):
            found.append((index, int(fraction[1] if fraction else line.text)))
    rising = {
        index
        for place, (index, number) in enumerate(found)
        if any(
            0 <= other < len(found) and found[other][1] - number == other - place for other in (place - 1, place + 1)
        )
    }
    return rising if any(_breaks_page(lines, index, gone) for index in rising) else set()


def _spread_heads(lines: list[Line]) -> set[int]:
    """Lines that come again, with two pieces at both edges of the page."""
    same: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if _SPREAD.fullmatch(line.text):
            same[_DIGITS.sub("#", line.text)].append(index)
    return {index for indexes in same.values() if len(indexes) > 1 for index in indexes}


def _running_heads(lines: list[Line], gone: set[int]) -> set[int]:
    """Lines that come again at the ends of pages. The first stays where it may be the headline."""
    same: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if index not in gone and len(line.text) <= _LONGEST_HEAD and not _is_text(line.text):
            same[_DIGITS.sub("#", " ".join(line.text.lower().split()))].append(index)
    heads: set[int] = set()
    for indexes in same.values():
        later = [index for index in indexes if _breaks_page(lines, index, gone)]
        if len(indexes) > 1 and later and len(later) >= len(indexes) - 1:
            numbered = len({lines[index].text for index in indexes}) > 1
            heads.update(indexes if numbered or len(later) == len(indexes) else later)
    return heads


def _beside(lines: list[Line], gone: set[int]) -> set[int]:
    """Lines beside a page number that end or begin with the same number: `Harbor Times  3`."""
    found = set()
    for index in gone:
        number = _DIGITS.search(lines[index].text)
        for at in (index - 1, index + 1):
            if number is None or at in gone or not 0 <= at < len(lines):
                continue
            text = lines[at].text
            if (
                len(text) <= _LONGEST_HEAD // 2
                and number[0] in (text.split()[0], text.split()[-1])
                and len(text.split()) > 1
            ):
                found.add(at)
    return found


def _is_text(text: str) -> bool:
    return ends_sentence(text) or bool(standing_role(text, "ja" if has_japanese(text) else "en"))


def _breaks_page(lines: list[Line], index: int, gone: set[int]) -> bool:
    """Whether a line stands at the end of a page: beside a form feed or a page mark, or in the middle of a sentence."""
    if lines[index].page or index - 1 in gone or index + 1 in gone:
        return True
    if index + 1 < len(lines) and lines[index + 1].page:
        return True
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1].text, lines[index + 1].text
    if lines[index].gap and not lines[index + 1].gap and after[:1].islower():
        return False  # the beginning of a caption, wrapped
    return (
        len(before) > _LONGEST_HEAD // 4 and not ends_sentence(before) and (after[:1].islower() or ends_sentence(after))
    )
