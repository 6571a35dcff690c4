"""Spaces that should not be there: double ones, those beside Japanese marks, those at the ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.repairs import Repair, finding, repaired, repairs
from taiyaku.checks.translated import targets, translated
from taiyaku.errors import SEVERITIES, Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI, is_kanji
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage
    from taiyaku.errors import Severity

_BESIDE = f"[{HIRAGANA}{KANJI}ァ-ヺー]"
_JAPANESE = lazy_pattern(
    rf"(?<={_BESIDE})[ ]+(?=[、。，．」』）]|[,.](?:\s|$|{_BESIDE}))|(?<=[「『（])[ ]+(?={_BESIDE})"
    rf"|(?<=[{HIRAGANA}、。])[ ]+(?={_BESIDE})"
)
_ENGLISH = lazy_pattern(r"(?<=\S)[ ]{2,}(?=\S)|(?<=[A-Za-z0-9])[ ]+(?=[,;](?:\s|$)|[.!?:]$)")
_BETWEEN = lazy_pattern(r"[^\x00-\x7f]\s+(?:[^\x00-\x7f]|[,.])")
"""Without which `_JAPANESE` has nothing to find."""

_MIXED = lazy_pattern(r"(?<=[^\x00-\x7f])[ ]?(?=[A-Za-z])|(?<=[A-Za-z])[ ]?(?=[^\x00-\x7f])")
"""Where Latin letters meet another script; then it is seen which."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find spaces inside and at the ends of texts, and one finding for the policy beside Latin letters."""
    english = bitext.languages[1] == "en"
    for index, pair in translated(bitext):
        ends, inside, passage = _ends(index, pair), None, pair.target
        if " " in passage.text and (english or _BETWEEN.search(passage.text) is not None):
            inside = _inside(index, passage, _ENGLISH if english else _JAPANESE)
        if ends and inside:
            yield _both(pair, ends, inside)
        elif found := ends or inside:
            yield found
    if not english:
        yield from _policy(bitext)


def _both(pair: Pair, ends: Finding, inside: Finding) -> Finding:
    """Return one finding, with one repair, for a text in which spaces at the ends and others are wrong."""
    message = Phrase("spaces inside the text and at its ends are not right")
    marks = tuple(dict.fromkeys((*ends.marks, *inside.marks)))
    severity = min(ends.severity, inside.severity, key=SEVERITIES.index)
    right = _with_ends(pair.source.text, inside.replacement or "")
    return Finding(CHECK.name, severity, message, inside.pair, marks, ends.evidence, right)


def _inside(index: int, passage: Passage, pattern: re.Pattern[str]) -> Finding | None:
    """Spaces that mark-up left behind when it was masked are none, so each must be one in the text itself."""
    text = passage.text

    def right(match: re.Match[str]) -> str:
        return " " if pattern is _ENGLISH and _kept(match) else ""

    found = [
        repair
        for repair in repairs(passage, pattern, right)
        if text[repair.start : repair.end].isspace() and "\\" not in text[max(0, repair.start - 1) : repair.end + 1]
    ]
    if not found:
        return None
    # After a full stop some houses leave a space, as English does.
    is_taste = all(text[start - 1] == "。" for start, _, _ in found)
    severity: Severity = "note" if is_taste else "warning"
    return finding(CHECK.name, severity, Phrase("a space too many"), (index, passage), found)


def _kept(match: re.Match[str]) -> bool:
    """Whether one space stays: between words, not before a comma."""
    return match.string[match.end()] not in ",;.!?:"


def _ends(index: int, pair: Pair) -> Finding | None:
    """What surrounds a message is the program's or the page's: both must begin and end with the same white space.

    Blanks at the end that the source does not have are seen by nobody.
    """
    source, target = pair.source.text, pair.target.text
    if not source or not (source[0].isspace() or source[-1].isspace() or target[0].isspace() or target[-1].isspace()):
        return None
    right = _with_ends(source, target)
    if right == target:
        return None
    message = Phrase("the space at either end is not that of the source")
    severity: Severity = "note" if right == target.rstrip(" ") else "warning"
    marks = _at_the_ends(target, *_around(source))
    return Finding(CHECK.name, severity, message, index, marks, (target,), right)


def _with_ends(source: str, target: str) -> str:
    before, after = _around(source)
    return f"{before}{target.strip()}{after}"


def _around(text: str) -> tuple[str, str]:
    """Return the white space before and after a text's words."""
    words = text.strip()
    before, _, after = text.partition(words) if words else ("", "", "")
    return before, after


def _at_the_ends(text: str, before: str, after: str) -> tuple[Mark, ...]:
    """Return marks for the white space at the ends that should be other, or for the letter beside what is missing."""
    lead, end = len(text) - len(text.lstrip()), len(text.rstrip())
    marks = []
    if text[:lead] != before:
        marks.append(Mark("target", 0, max(lead, 1)))
    if text[end:] != after:
        marks.append(Mark("target", min(end, len(text) - 1), len(text)))
    return tuple(marks)


_SOME = 3


def _is_beside(character: str) -> bool:
    """Whether it is of those that the policy is about, `_BESIDE`."""
    return "ぁ" <= character <= "ゖ" or "ァ" <= character <= "ヺ" or character in "ーゝゞ" or is_kanji(character)


def _policy(bitext: Bitext) -> Iterator[Finding]:
    """The space between Japanese and Latin letters: as the house has it, else as the article mostly has it."""
    places: dict[str, list[tuple[int, int]]] = {" ": [], "": []}
    passages = dict(targets(bitext, "ja"))
    for index, passage in passages.items():
        masked = passage.masked
        for match in _MIXED.finditer(masked) if not masked.isascii() else ():
            before = masked[match.start() - 1]
            if not _is_beside(masked[match.end()] if before.isascii() else before):
                continue
            if passage.text[match.start() : match.end()] == match[0]:  # a mark between the two is no space
                places[match[0]].append((index, match.start()))
    wanted = bitext.style.latin_space
    if wanted is None:
        rare, usual = sorted(places.values(), key=len)
        if not rare or len(usual) < _SOME * len(rare) or len(usual) < _SOME:
            return
        wanted = usual is places[" "]
    faults = places["" if wanted else " "]
    if faults:
        index, start = faults[0]
        count = len(faults)
        message = Phrase("a space between Japanese and Latin letters, unlike elsewhere (places: {count})", count=count)
        if wanted:
            message = Phrase(
                "no space between Japanese and Latin letters, unlike elsewhere (places: {count})", count=count
            )
        found = [Repair(at, at + (not wanted), " " if wanted else "") for place, at in faults if place == index]
        marks = tuple(Mark("target", max(0, one.start - 1), one.start + 2) for one in found)
        severity: Severity = "note" if bitext.style.latin_space is None else "warning"
        evidence = (passages[index].text[max(0, start - 1) : start + 2],)
        right = repaired(passages[index].text, found) if severity == "warning" else None
        yield Finding(CHECK.name, severity, message, index, marks, evidence, right)


CHECK = Check(
    name="spacing",
    family="typography",
    severity="warning",
    summary=Phrase("There is a space too many, or the policy on spaces is not kept."),
    find=find,
    examples=(
        Bad("The mayor smiled.", "市長は笑った 。", says="a space too many"),
        Bad("The mayor smiled.", "市長は笑った .", says="a space too many"),
        Bad("“The mayor smiled,” he said.", "「 市長は笑った」と語った。", says="a space too many"),
        Bad("市長は笑った。", "The mayor  smiled.", says="a space too many"),
        Bad("市長は笑い、帰った。", "The mayor smiled , and left.", says="a space too many"),
        Bad("The mayor smiled.", "市長は笑った。 ", says="the space at either end"),
        Bad("The mayor smiled.", "市長は 笑った 。 ", says="spaces inside the text and at its ends"),
        Bad(
            "A PTA, an NPO, an NGO and an IT firm.",
            "PTAとNPOと NGOとITの会社。",
            says="a space between Japanese and Latin letters, unlike elsewhere (places: 1)",
        ),
        Bad("The PTA met.", "PTA が集まった。", says="a space between", settings="[style.ja]\nlatin_space = false"),
        Bad("The PTA met.", "PTAが集まった。", says="no space between", settings="[style.ja]\nlatin_space = true"),
        Good("The PTA met.", "PTA が集まった。", why="the house has no policy and the article but one place"),
        Good("George Chen", "ジョージ チェン", why="a name may be parted by a space"),
        Good("Spring Festival 2025", "春の祭典　2025", why="a full-width space parts the lines of a headline"),
        Good("Run `a  b` now.", "`a  b` を実行。", why="code keeps its spaces"),
        Good("市長は笑った。", "The mayor smiled.", why="one space between words"),
        Good("彼は*笑った*。", "He *smiled*.", why="emphasis leaves no space behind"),
        Good("The PTA met.", "**PTA**が集まった。", why="emphasis is no space"),
        Good(
            "The [PTA](p.md) met.",
            "その[PTA](p.md)が集まった。",
            why="a bracket of a link is no space",
            settings="[style.ja]\nlatin_space = false",
        ),
        Good("PTA, NPO, NGO and 3 firms", "PTAとNPOとNGOと 3 社", why="digits are another matter"),
        Good(
            "The *PTA* met.",
            "その*PTA*が集まった。",
            why="a mark of emphasis is between",
            settings="[style.ja]\nlatin_space = true",
        ),
        Bad("Name: ", "名前：", says="the space at either end"),
        Bad("He sang. He left.", "彼は歌った。 そして帰った。", says="a space too many"),
        Good("Use Rails, too.", "Ruby 、 Rails も使う。", why="the spaces of Latin words"),
        Good("A word.\n", "語。\n", why="the same line end"),
    ),
)
