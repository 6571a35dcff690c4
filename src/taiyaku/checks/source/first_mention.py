"""A person who is named for the first time by the family name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.names.english_vocabulary import is_no_name, is_wordlike
from taiyaku.checks.names.known_places import english_place
from taiyaku.english.names import capitalized_names
from taiyaku.errors import Phrase
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_SAID = "said|says|told|added|adds|explained|recalled|noted|replied|stressed|argued|wrote|joked|insisted"
_SPEAKER = lazy_pattern(
    rf"(?<![\w.’'-])(?P<name>[A-Z][a-z]{{2,}}) (?:{_SAID})\b"
    rf"|,[”\"] (?:{_SAID}) (?P<other>[A-Z][a-z]{{2,}})(?=[.,]| [a-z])"
)
_POLITE = lazy_pattern(
    "(?<![一-鿿々ァ-ヴー・＝])(?<![ァ-ヴー][ 　])(?P<name>[一-鿿々]{1,3}|[ァ-ヴー]{2,})(?=さん|氏(?![名族子]))"
)
_NO_PERSON_WORDS = (
    "He She They It We You Who One Nobody Everyone Officials Police Reuters Experts Critics Reports Sources "
    "Authorities Residents Witnesses Scientists Researchers Organizers Prosecutors Investigators Others Many Some "
    "Another Somebody Someone Parents Teachers Students Today Congress Parliament Washington Tokyo Beijing Moscow "
    "Legend Neither Both Google Apple Microsoft Amazon Facebook Twitter"
)
_NO_PERSON = frozenset(_NO_PERSON_WORDS.split())
_TITLED = lazy_pattern("[一-鿿々ァ-ヴー・＝]")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find whoever speaks, or has さん or 氏, by one name before the article has named anybody so with more words.

    A title before the name, in Japanese behind it, does as well. Where the full name comes later, that is the fault.
    """
    told: set[str] = set()
    before = ""
    introduced: set[str] = set()
    japanese = bitext.languages[0] == "ja"
    for index, pair in enumerate(bitext.pairs):
        text = pair.source.masked
        if not japanese:
            full = [name for name in capitalized_names(text) if len(name.words) > 1 or name.titles]
            introduced.update(word for name in full for word in name.words)
        for match in (_POLITE if japanese else _SPEAKER).finditer(text):
            group = "name" if match["name"] else "other"
            name, span = match[group], Span(*match.span(group))
            if japanese:
                is_known = not _is_family(pair.source, span) or _is_introduced(name, before + text[: span.start])
            else:
                is_known = name in introduced or _is_nobody(name)
            if name not in told and not is_known:
                told.add(name)
                message = Phrase("“{name}” is named here for the first time, without first name or title", name=name)
                yield Finding(CHECK.name, "note", message, index, (Mark("source", *span),), (name,))
        before += f"{text}\n"


def _is_nobody(name: str) -> bool:
    """Whether a word is surely no family name: a pronoun, a plural, a place."""
    return (
        name in _NO_PERSON
        or (name.endswith("s") and is_wordlike(name))
        or (english_place(name) is not None or is_no_name(name))
    )


def _is_family(passage: Passage, span: Span) -> bool:
    """Whether the dictionary takes a word for a family name, or it is in katakana and not in the dictionary."""
    inside = [token for token in passage.tokens if token.span.start >= span.start and token.span.end <= span.end]
    return len(inside) == 1 and (inside[0].part_of_speech[2:] == ("人名", "姓") or not inside[0].known)


def _is_introduced(name: str, before: str) -> bool:
    """Whether a name stands in a longer one, or with a title, before."""
    place = before.find(name)
    while place >= 0:
        end = place + len(name)
        if _TITLED.match(before, end) or before[place - 1 : place] in {"・", "＝"}:
            return True
        place = before.find(name, end)
    return False


CHECK = Check(
    name="first-mention",
    family="source",
    severity="note",
    summary=Phrase("The source names a person for the first time without first name or title."),
    find=find,
    scope="source",
    examples=(
        Bad("Yoshimura said he liked it.", "", says="“Yoshimura” is named here for the first time"),
        Bad("“I like it,” said Yoshimura.", "", says="“Yoshimura” is named here for the first time"),
        Bad("吉村さんは喜んだ。", "", says="“吉村” is named here for the first time"),
        Good("Takeshi Yoshimura came.\n\nYoshimura said he liked it.", "", why="named in full before"),
        Good("Mayor Yoshimura came.\n\nYoshimura said he liked it.", "", why="named with a title before"),
        Good("Officials said they liked it.", "", why="nobody’s name"),
        Good("吉村武司さんが来た。\n\n吉村さんは喜んだ。", "", why="named in full before"),
        Good("吉村市長が来た。\n\n吉村氏は喜んだ。", "", why="named with a title before"),
        Good("お客さんは喜んだ。", "", why="nobody’s name"),
    ),
)
