"""What somebody said, word for word, and what became his opinion in the translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_ENGLISH = lazy_pattern(r"“([^“”]+)[”]|(?<![\w\"])\"([^\"“”]+)\"(?!\w)")
_JAPANESE = lazy_pattern(r"「([^「」]+)」")
_ANY = lazy_pattern("[「」『』“”\"〈《‘’＂〝]|(?<!\\w)'|'(?!\\w)|^[-―—─–]|[：:]")
_LOWER = lazy_pattern(r"\b[a-z]+\b")
_SAID = lazy_pattern(r"[ぁ-ん]{2}")
_WORDS, _CHARACTERS = 6, 14
"""Less is a title, a nickname or a word with a raised eyebrow."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find quotations of whole sentences where neither the translation nor its neighbours have a quotation mark."""
    for index, pair in translated(bitext):
        quoted = _quoted(pair.source)
        if quoted and not any(_ANY.search(passage.text) for passage in _around(bitext, index)):
            first = quoted[0]
            message = Phrase("the quotation {words} is no quotation in the translation", words=first[0])
            marks = tuple(Mark("source", *match.span()) for match in quoted)
            yield Finding(CHECK.name, "warning", message, index, marks, (first[0],))


def _quoted(passage: Passage) -> list[re.Match[str]]:
    text = passage.masked
    if passage.language == "en":
        if "“" not in text and '"' not in text:
            return []
        return [match for match in _ENGLISH.finditer(text) if _is_said(match[1] or match[2])]
    if "「" not in text:
        return []
    said = [match for match in _JAPANESE.finditer(text) if len(match[1]) >= _CHARACTERS]
    return [match for match in said if _SAID.search(match[1][-4:])]


def _is_said(words: str) -> bool:
    """Whether it is a sentence and no title: most of its words are in lower case."""
    return len(words.split()) >= _WORDS and len(_LOWER.findall(words)) * 2 > len(words.split())


def _around(bitext: Bitext, index: int) -> list[Passage]:
    """The translation, and its neighbours where a sentence may have been moved to."""
    return [pair.target for pair in bitext.pairs[max(0, index - 1) : index + 2]]


CHECK = Check(
    name="quotation-lost",
    family="typography",
    severity="warning",
    summary=Phrase("A quotation became indirect speech."),
    find=find,
    examples=(
        Bad(
            "“We will come back next year with more students,” he said.",
            "来年はもっと多くの生徒と来ると語った。",
            says="is no quotation in the translation",
        ),
        Bad(
            "市長は「来年はもっと多くの生徒と来ます」と語った。",
            "The mayor said he would come with more students next year.",
            says="is no quotation in the translation",
        ),
        Good(
            "“We will come back next year with more students,” he said.",
            "「来年はもっと多くの生徒と来る」と語った。",
            why="still his words",
        ),
        Good("He is called “the bridge” at home.", "地元では懸け橋と呼ばれる。", why="a nickname"),
        Good("She sang “Tie a Yellow Ribbon Round the Ole Oak Tree”.", "幸せの黄色いリボンを歌った。", why="a title"),
        Good("「大谷効果」が続く。", "The Ohtani effect continues.", why="a word with a raised eyebrow"),
        Good(
            "He smiled. “We will come back next year with more students.”\n\nAll cheered.",
            "彼はほほ笑んだ。\n\n「来年はもっと多くの生徒と来る」。皆が歓声を上げた。",
            why="it moved to the next paragraph",
        ),
    ),
)
