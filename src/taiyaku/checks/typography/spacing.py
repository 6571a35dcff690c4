"""Spaces that should not be there: double ones, those beside Japanese marks, those at the ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets, translated
from taiyaku.checks.typography.repairs import Repair, finding, repaired, repairs
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage
    from taiyaku.errors import Severity

_BESIDE = f"[{HIRAGANA}{KANJI}ァ-ヺー]"
_JAPANESE = re.compile(
    rf"(?<={_BESIDE})[ ]+(?=[、。，．」』）])|(?<=[「『（])[ ]+(?={_BESIDE})"
    rf"|(?<=[{HIRAGANA}、。])[ ]+(?={_BESIDE})"
)
_ENGLISH = re.compile(r"(?<=\S)[ ]{2,}(?=\S)|(?<=[A-Za-z0-9])[ ]+(?=[,;](?:\s|$)|[.!?:]$)")
_MIXED = re.compile(rf"(?<={_BESIDE})[ ]?(?=[A-Za-z])|(?<=[A-Za-z])[ ]?(?={_BESIDE})")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find spaces inside and at the ends of texts, and one finding for the policy beside Latin letters."""
    english = bitext.languages[1] == "en"
    for index, pair in translated(bitext):
        yield from _ends(index, pair)
        passage = pair.target
        if " " in passage.text:
            yield from _inside(index, passage, _ENGLISH if english else _JAPANESE)
    if not english:
        yield from _policy(bitext)


def _inside(index: int, passage: Passage, pattern: re.Pattern[str]) -> Iterator[Finding]:
    """Spaces that mark-up left behind when it was masked are none, so each must be one in the text itself."""
    text = passage.text

    def right(match: re.Match[str]) -> str:
        return " " if pattern is _ENGLISH and _kept(match) else ""

    found = [
        repair
        for repair in repairs(passage, pattern, right)
        if text[repair.start : repair.end].isspace() and "\\" not in text[max(0, repair.start - 1) : repair.end + 1]
    ]
    if found:
        yield finding(CHECK.name, "warning", Phrase("a space too many"), (index, passage), found)


def _kept(match: re.Match[str]) -> bool:
    """Whether one space stays: between words, not before a comma."""
    return match.string[match.end()] not in ",;.!?:"


def _ends(index: int, pair: Pair) -> Iterator[Finding]:
    """What surrounds a message is the program's or the page's: both must begin and end with the same white space."""
    source, target = pair.source.text, pair.target.text
    if not source or not (source[0].isspace() or source[-1].isspace() or target[0].isspace() or target[-1].isspace()):
        return
    words = source.strip()
    before, _, after = source.partition(words) if words else ("", "", "")
    right = f"{before}{target.strip()}{after}"
    if right != target:
        message = Phrase("the white space at its ends is not that of the source")
        marks = (Mark("target", 0, len(target)),)
        yield Finding(CHECK.name, "warning", message, index, marks, (target,), right)


_SOME = 3


def _policy(bitext: Bitext) -> Iterator[Finding]:
    """The space between Japanese and Latin letters: as the house has it, else as the article mostly has it."""
    places: dict[str, list[tuple[int, int]]] = {" ": [], "": []}
    passages = dict(targets(bitext, "ja"))
    for index, passage in passages.items():
        for match in _MIXED.finditer(passage.masked):
            # Between text and mark-up only the text's own spaces count.
            between = match[0] if passage.text[match.start() : match.end()] == match[0] else " "
            places[between].append((index, match.start()))
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
        marks = (Mark("target", max(0, start - 1), start + 2),)
        severity: Severity = "note" if bitext.style.latin_space is None else "warning"
        evidence = (passages[index].text[max(0, start - 1) : start + 2],)
        right = repaired(passages[index].text, found)
        yield Finding(CHECK.name, severity, message, index, marks, evidence, right)


CHECK = Check(
    name="spacing",
    family="typography",
    severity="warning",
    summary=Phrase("A space is too many, or the policy of spaces is not kept."),
    find=find,
    examples=(
        Bad("The mayor smiled.", "市長は笑った 。", says="a space too many"),
        Bad("“The mayor smiled,” he said.", "「 市長は笑った」と語った。", says="a space too many"),
        Bad("市長は笑った。", "The mayor  smiled.", says="a space too many"),
        Bad("市長は笑い、帰った。", "The mayor smiled , and left.", says="a space too many"),
        Bad("The mayor smiled.", "市長は笑った。 ", says="the white space at its ends"),
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
        Good("PTA, NPO, NGO and 3 firms", "PTAとNPOとNGOと 3 社", why="digits are another matter"),
        Good("Use Rails, too.", "Ruby 、 Rails も使う。", why="the spaces of Latin words"),
        Good("A word.\n", "語。\n", why="the same line end"),
    ),
)
