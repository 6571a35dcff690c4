"""The source copied instead of a translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import has_japanese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_PROSE = re.compile(r"(?<![\w.\-/@])[a-z]{3,}(?![\w\-/@])")
_LINK = re.compile(r"!?\[[^\[\]]*\](?:\([^)]*\)|\[[^\[\]]*\])")
_WORDS, _LOWER = 3, 2


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find translations that are the source again, where the source is prose and no name, code or number."""
    for index, pair in translated(bitext):
        source, target = pair.source, pair.target
        if source.text.strip() == target.text.strip() and source.language != target.language and _is_prose(source):
            message = Phrase("the translation is the same as the source")
            yield Finding(CHECK.name, "warning", message, index, (Mark("target", 0, len(target.text)),))


def _is_prose(passage: Passage) -> bool:
    """Whether there is something to translate: Japanese, or English with more than names; few words may be one."""
    if passage.language == "ja":
        return has_japanese(passage.masked)
    # What is linked may be the title of a text that was not translated either.
    text = _LINK.sub(lambda match: " " * len(match[0]), passage.text) if "](" in passage.text else passage.text
    words = "".join(one if other != " " else " " for one, other in zip(text, passage.masked, strict=True))
    return len(words.split()) >= _WORDS and len(_PROSE.findall(words)) >= _LOWER


CHECK = Check(
    name="same-as-source",
    family="completeness",
    severity="warning",
    summary=Phrase("The translation is the same as the source."),
    find=find,
    examples=(
        Bad("The students sang together.", "The students sang together.", says="the same as the source"),
        Bad("生徒たちが合唱した。", "生徒たちが合唱した。", says="the same as the source"),
        Good("Fuji Rock Festival", "Fuji Rock Festival", why="a name may stay"),
        Good("`pip install taiyaku`", "`pip install taiyaku`", why="code is not translated"),
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
