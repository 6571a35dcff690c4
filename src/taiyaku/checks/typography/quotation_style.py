"""Quotation marks of the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.repairs import Repair, finding
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.japanese.scripts import HIRAGANA, KANJI, KATAKANA
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_WESTERN = lazy_pattern(r"“([^“”\"]*)”|\"([^“”\"]*)\"")
_LETTER = lazy_pattern(f"[{HIRAGANA}{KATAKANA}{KANJI}]")
_JAPANESE = lazy_pattern(r"[「『][^「」『』]*[」』]?|[」』]")
_ENGLISH_MARKS = str.maketrans("「」『』", "“”“”")
_CURLY = lazy_pattern(r"[“”]")
_STRAIGHT = lazy_pattern(r'(?<!\d)"')


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find “…” around Japanese in a Japanese text, 「…」 in an English one, and quotes that are not the house's."""
    yield from _in_japanese(bitext)
    for index, passage in targets(bitext, "en"):
        if _JAPANESE.search(passage.text) is not None:
            yield from _in_english(index, passage)
    yield from _policy(bitext)


def _in_japanese(bitext: Bitext) -> Iterator[Finding]:
    """Western marks around Japanese. Beside code, straight ones are what programs print: one note for all of them."""
    plain: list[tuple[int, Passage, list[re.Match[str]]]] = []
    for index, passage in targets(bitext, "ja"):
        if "“" not in passage.text and '"' not in passage.text:
            continue
        matches = _western(passage)
        if any(match[0][0] == "“" for match in matches):
            yield _replacing(index, passage, matches)
        elif matches:
            plain.append((index, passage, matches))
    if not plain:
        return
    if not _has_code(bitext):
        for index, passage, matches in plain:
            yield _replacing(index, passage, matches)
        return
    index, passage, matches = plain[0]
    words = matches[0][0]
    count = sum(len(matches) for _, _, matches in plain)
    message = Phrase("{words} takes 「」 in most Japanese texts (places: {count})", words=words, count=count)
    yield Finding(
        CHECK.name, "note", message, index, tuple(Mark("target", *match.span()) for match in matches), (words,)
    )


def _western(passage: Passage) -> list[re.Match[str]]:
    if passage.masked.count('"') % 2 == 1:  # nobody knows which belong together
        return []
    return [match for match in _WESTERN.finditer(passage.masked) if _LETTER.search(match[0])]


_CODE = frozenset({"code", "role", "placeholder"})


def _has_code(bitext: Bitext) -> bool:
    return any(item.kind in _CODE for _, passage in targets(bitext, "ja") for item in passage.markup)


def _replacing(index: int, passage: Passage, matches: list[re.Match[str]]) -> Finding:
    found = []
    for match in matches:
        opening, closing = "『』" if _is_inside(passage.masked[: match.start()]) else "「」"
        found += [Repair(match.start(), match.start() + 1, opening), Repair(match.end() - 1, match.end(), closing)]
    words = passage.text[matches[0].start() : matches[0].end()]
    return finding(
        CHECK.name, "warning", Phrase("{words} takes 「」 in Japanese", words=words), (index, passage), found
    )


def _is_inside(before: str) -> bool:
    return before.count("「") > before.count("」")


def _in_english(index: int, passage: Passage) -> Iterator[Finding]:
    """A comma or full stop follows the American way; only the marks are replaced."""
    text = passage.masked
    found = [
        Repair(place, place + 1, text[place].translate(_ENGLISH_MARKS))
        for match in _JAPANESE.finditer(text)
        for place in range(*match.span())
        if text[place] in "「」『』" and match[0].isascii() is False and _has_latin(match[0])
    ]
    if found:
        first = next(match[0] for match in _JAPANESE.finditer(text) if _has_latin(match[0]))
        yield finding(
            CHECK.name, "warning", Phrase("{words} takes “” in English", words=first), (index, passage), found
        )


_LATIN = lazy_pattern("[A-Za-z]")


def _has_latin(words: str) -> bool:
    """Whether it quotes English: Japanese in brackets is a specimen, in its own marks."""
    return _LATIN.search(words) is not None


def _policy(bitext: Bitext) -> Iterator[Finding]:
    """Straight and curly quotes in one English article: as the house has it, else a note on the rarer."""
    passages = dict(targets(bitext, "en"))
    curly = [(index, match) for index, passage in passages.items() for match in _CURLY.finditer(passage.masked)]
    straight = [(index, match) for index, passage in passages.items() for match in _STRAIGHT.finditer(passage.masked)]
    wanted = bitext.style.quotes
    faults = {"curly": straight, "straight": curly, "": min(curly, straight, key=len)}[wanted]
    if not faults or (not wanted and len(curly) == len(straight)):
        return
    index, match = faults[0]
    message = Phrase("straight and curly quotation marks are mixed (places: {count})", count=len(faults))
    marks = tuple(Mark("target", *other.span()) for place, other in faults if place == index)
    yield Finding(CHECK.name, "warning" if wanted else "note", message, index, marks, (match[0],))


CHECK = Check(
    name="quotation-style",
    family="typography",
    severity="warning",
    summary=Phrase("Quotation marks are those of the other language, or not the house's."),
    find=find,
    examples=(
        Bad("“It was a great day,” he said.", "“最高の一日だった”と語った。", says="takes 「」"),
        Bad("He called it the “best day” ever.", '「まさに"最高の日"だ」と語った。', says="takes 「」"),
        Bad("市長は「最高の一日だ」と語った。", "「It was a great day,」 the mayor said.", says="takes “”"),
        Bad(
            "「そうだ」と彼は言い、「違う」と彼女は言い、皆が笑った。",
            '“Yes,” he said. “Right.” "No," she said, “I think.”',
            says="are mixed (places: 2)",
        ),
        Bad("「そうだ」と彼は言った。", '"Yes," he said.', says="are mixed", settings='[style.en]\nquotes = "curly"'),
        Bad("It is “true” by `a`.", "`a`によると“真”だ。", says="“真” takes 「」 in Japanese"),
        Bad('It is "true" by `a`.', '`a`によると"真"だ。', says="takes 「」 in most Japanese texts (places: 1)"),
        Good("“It was a great day,” he said.", "「最高の一日だった」と語った。", why="marks of Japanese"),
        Good("He sang “Let It Be”.", "“Let It Be”を歌った。", why="an English title may keep its own"),
        Good("The “A” and “B” keys", '"A" と "B" のキー', why="names of keys"),
        Good("旗には「絆」とあった。", "The flag said 「絆」.", why="a specimen of Japanese in its own marks"),
        Good("「そうだ」と彼は言った。", '"Yes," he said.', why="the house has no policy"),
        Good("「そうだ」と彼は言った。", "“Yes,” he said, 6'2\" tall.", why="inches"),
        Good('He typed `"あ"`.', '`"あ"`と入力した。', why="code"),
        Good("He said, “She said ‘yes.’”", "彼は「彼女は『はい』と言った」と話した。", why="marks of Japanese"),
        Good(
            "「そうだ」と彼は言い、「違う」と彼女は言った。",
            "“Yes,” he said. “No,” she said.",
            why="the same throughout",
        ),
    ),
)
