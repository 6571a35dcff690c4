"""A sentence cut in two by the caption of a picture, as a paste from a page has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair

_RUNNING = frozenset({"paragraph", ""})
_OPEN_ENGLISH = lazy_pattern(r"[a-z,]\s*$")
_OPEN_JAPANESE = lazy_pattern(r"(?:[^\W\dA-Za-z_ァ-ヺー]|、)\s*$")
_DANGLES = lazy_pattern(r"\b(?:the|an?|of|and|or|his|her|their|its|our)\s*$")
"""No sentence ends so, whatever comes next."""

_GOES_ON = lazy_pattern(r"\s*[a-z]{2}")
_GOES_ON_JAPANESE = lazy_pattern(r"\s*(?:[をがにではとのへも]|、|た。|だ。|した|する)")
_REACH = (1, 2)
"""How many paragraphs later a sentence may go on."""

_LONG = {"en": 40, "ja": 15}
"""Shorter texts (code points) are labels."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find a paragraph without an end whose sentence goes on in the next, or after a paragraph between."""
    for index, pair in enumerate(bitext.pairs):
        if not _is_cut(pair):
            continue
        for distance in _REACH:
            following = bitext.pairs[index + distance : index + distance + 1]
            if following and (_goes_on(following[0]) or (distance == len(_REACH) and _dangles(pair))):
                message = Phrase("in the source, a sentence is cut in two: it goes on after this paragraph")
                if distance > 1:
                    message = Phrase("in the source, a sentence is cut in two by what may be a caption")
                end = len(pair.source.text)
                marks = (Mark("source", max(0, end - 10), end),)
                yield Finding(CHECK.name, "warning", message, index, marks, (pair.source.text[-20:],))
                break


def _role(pair: Pair) -> str:
    return pair.segment.role if pair.segment is not None else ""


def _is_cut(pair: Pair) -> bool:
    text, language = pair.source.text, pair.source.language
    if _role(pair) not in _RUNNING or len(text) < _LONG.get(language, 40):
        return False
    return bool((_OPEN_JAPANESE if language == "ja" else _OPEN_ENGLISH).search(text))


def _dangles(pair: Pair) -> bool:
    return pair.source.language == "en" and _DANGLES.search(pair.source.masked) is not None


def _goes_on(pair: Pair) -> bool:
    pattern = _GOES_ON_JAPANESE if pair.source.language == "ja" else _GOES_ON
    return _role(pair) in _RUNNING and pattern.match(pair.source.text) is not None


CHECK = Check(
    name="caption-inside",
    family="source",
    severity="warning",
    summary=Phrase("In the source, a sentence is cut in two."),
    find=find,
    scope="source",
    slip=True,
    examples=(
        Bad(
            "The mayor thanked the students who had come from\n\n"
            "The mayor with students. Photo by Nagai\n\nall over the region.",
            "",
            says="cut in two by what may be a caption",
        ),
        Bad(
            "The mayor thanked the students who had come from\n\nall over the region.",
            "",
            says="it goes on after this paragraph",
        ),
        Bad(
            "The list of guests was headed by the chairman of the\n\n"
            "The mayor shakes hands. Photo by Nagai\n\nHarbor Society.",
            "",
            says="cut in two by what may be a caption",
        ),
        Bad(
            "市長は地域の各地から集まった生徒たち\n\nに感謝の言葉を述べた。", "", says="it goes on after this paragraph"
        ),
        Good("The mayor thanked the students of the region.\n\nall are welcome", "", why="the first one ends"),
        Good("The mayor with students from all over the region\n\nThe mayor spoke.", "", why="a caption of its own"),
        Good("Program\n\nsongs and dances", "", why="labels"),
        Good("The mayor spoke to the students from there:\n\nsongs", "", why="a colon"),
    ),
)
