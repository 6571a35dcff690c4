"""The source copied instead of a translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import has_japanese
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage

_PROSE = lazy_pattern(r"(?<![\w.\-/@])[a-z]{3,}(?![\w\-/@])")
_LINK = lazy_pattern(r"!?\[[^\[\]]*\](?:\([^)]*\)|\[[^\[\]]*\])|`[^`<>]*<[^<>]*>`__?")
_WORDS, _LOWER = 3, 2
_LITERAL = lazy_pattern(r"""\s*b?(["'])(?P<inside>.*)\1[,;)]*\s*""", re.DOTALL)
"""A string of a program, which is often left as it is: what it prints."""

_PROGRAM = lazy_pattern(r"[{}\\]|%[sdi]|\$\(|::|->|=>|\(\)|;\s*$")
_SENTENCE_END = (".", "!", "?")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find translations that are the source again, where the source is prose and no name, code or number.

    A row of them, as in a list of changes that was left as it is, is one finding.
    """
    row: list[int] = []
    for index, pair in translated(bitext):
        if not is_copy(pair) or not _is_prose(pair.source):
            continue
        if row and row[-1] != index - 1:
            yield _finding(bitext, row)
            row = []
        row.append(index)
    if row:
        yield _finding(bitext, row)


def is_copy(pair: Pair) -> bool:
    """Whether the words of the translation are those of the source; only an address may differ."""
    source, target = pair.source, pair.target
    if source.language == target.language:
        return False
    same = source.text == target.text or source.text.strip() == target.text.strip()
    return same or ("](" in source.text and source.masked.split() == target.masked.split())


def _finding(bitext: Bitext, row: list[int]) -> Finding:
    text = bitext.pairs[row[0]].target.text
    message = Phrase("the translation is the same as the source")
    if len(row) > 1:
        message = Phrase("the translation is the same as the source (texts in a row: {count})", count=len(row))
    return Finding(CHECK.name, "warning", message, row[0], (Mark("target", 0, len(text)),))


def _is_prose(passage: Passage) -> bool:
    """Whether there is something to translate: Japanese, or English with more than names; few words may be one."""
    if passage.language == "ja":
        return has_japanese(passage.masked)
    literal = _LITERAL.fullmatch(passage.text)
    if literal and (_PROGRAM.search(passage.text) or not _is_sentence(literal["inside"])):
        return False
    if passage.text.lstrip().startswith("//") and _PROGRAM.search(passage.text):
        return False
    # What is linked may be the title of a text that was not translated either.
    text = (
        _LINK.sub(lambda match: " " * len(match[0]), passage.text)
        if "](" in passage.text or ">`_" in passage.text
        else passage.text
    )
    words = "".join(one if other != " " else " " for one, other in zip(text, passage.masked, strict=True))
    return len(words.split()) >= _WORDS and len(_PROSE.findall(words)) >= _LOWER


def _is_sentence(text: str) -> bool:
    return text[:1].isupper() and text.rstrip().endswith(_SENTENCE_END)


CHECK = Check(
    name="same-as-source",
    family="completeness",
    severity="warning",
    summary=Phrase("The translation is the same as the source."),
    find=find,
    examples=(
        Bad("The students sang together.", "The students sang together.", says="the same as the source"),
        Bad("生徒たちが合唱した。", "生徒たちが合唱した。", says="the same as the source"),
        Bad(
            "Fix the lock. [12](https://example.org/a/12)",
            "Fix the lock. [12](https://example.org/b/12)",
            says="the same as the source",
        ),
        Good("Fuji Rock Festival", "Fuji Rock Festival", why="a name may stay"),
        Good("`pip install taiyaku`", "`pip install taiyaku`", why="code is not translated"),
        Good('"lost the connection to {host}"', '"lost the connection to {host}"', why="a string of a program"),
        Good("// use std::thread::spawn;", "// use std::thread::spawn;", why="a program, commented out"),
        Good("https://example.org/", "https://example.org/", why="an address is not translated"),
        Good("6-3", "6-3", why="there is no word in it"),
        Good("A. Nagai and B. Sato: May 2021", "A. Nagai and B. Sato: May 2021", why="names and a date"),
        Good(
            "[How to sing](https://example.org/a)",
            "[How to sing](https://example.org/a)",
            why="a title of another text",
        ),
    ),
)
