"""An acronym that the article nowhere explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.english.words import words
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_ACRONYM = lazy_pattern(r"(?<![A-Z]['’])(?<![\w.&/@#$+-])[A-Z]{3,6}(?![\w&/.+-]*[a-z0-9]|[\w&/+-])")
_KNOWN_WORDS = """
    UN EU US USA UK UAE NATO UNESCO UNICEF WHO WTO IMF OECD OPEC ASEAN APEC BRICS NASA FBI CIA NSA IRS GOP DNC RNC
    CEO CFO COO CTO PhD MBA DNA RNA HIV AIDS COVID CDC FDA NGO NPO GDP GNP VAT PTA TV DVD CD PC USB PDF HTML URL
    WWW API CPU GPU FAQ SMS GPS LED LGBT LGBTQ BBC CNN NBC ABC CBS PBS NPR ESPN HBO MTV AFP UPI NHK TBS JR JAL ANA
    NTT KDDI JICA JETRO JAXA NBA NFL NHL MLB FIFA UEFA PGA ATP WTA IOC USC UCLA MIT NYU LAPD NYPD ASAP RSVP VIP
    DIY ATM PIN ID IT AI IQ AM PM EST PST GMT UTC JST OK HTTP HTTPS SQL XML JSON CSS PHP IBM BMW SUV UFO USS HMS
    RAF MVP ERA RBI BMI MRI ICU PCR SOS POW MSNBC CBC NASDAQ AWS SDK YAML DOM IDE CDN IRC SSL TLS TCP RFC CVE UI
    UX README TODO MAGA SNL SNP BST EDT PDT CST JPEG PNG GIF RAM ROM SSD WBC NPB LDP CDP QR OS DJ MC
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())
"""Readers know these better than what they stand for."""

_SHOUTED = 3
"""So many words in capitals in one text are shouted, or a headline's."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find the first use of an acronym whose letters begin no words of the article, and that no brackets explain."""
    if bitext.languages[0] != "en":
        return
    initials: str | None = None
    told: set[str] = set()
    known = _registered(bitext) | _KNOWN
    for index, pair in enumerate(bitext.pairs):
        found = [match for match in _ACRONYM.finditer(pair.source.masked) if match[0] not in known]
        if len(found) >= _SHOUTED and len({match[0] for match in found}) >= _SHOUTED:
            continue
        for match in found:
            if match[0] in told:
                continue
            told.add(match[0])
            initials = _initials(bitext) if initials is None else initials
            if match[0].lower() not in initials and not _is_explained(match) and not _is_shouted(match):
                message = Phrase("nothing in the source explains “{word}”", word=match[0])
                yield Finding(CHECK.name, "note", message, index, (Mark("source", *match.span()),), (match[0],))


def _initials(bitext: Bitext) -> str:
    """Return the first letters of the article's words in their order, and its own words: NOT is no acronym.

    The letters are there twice: with small words, and without.
    """
    rows = [words(pair.source.masked) for pair in bitext.pairs]
    common = {word.text.lower() for row in rows for word in row if not word.text.isupper()}
    letters = ["".join(word.plain[0] for word in row if not word.text.isupper()) for row in rows]
    content = [
        "".join(word.plain[0] for word in row if not word.text.isupper() and word.plain not in _SMALL) for row in rows
    ]
    return " ".join((*letters, *content, *common))


_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "by", "&"])


def _is_explained(match: re.Match[str]) -> bool:
    """Whether the acronym stands in brackets, or brackets come right after it: MHLW (the health ministry)."""
    return match.string[match.end() :].lstrip().startswith("(") or match.string[: match.start()].endswith("(")


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether it is written so for its place: beside another word in capitals, in a line of them, or in a dateline.

    So are NIGEL K. FARAGE, UP NEXT and OAKLAND, Calif. —.
    """
    if match.string.isupper() or (not match.start() and _DATELINE.match(match.string, match.end())):
        return True
    return _SHOUTED_AFTER.match(match.string, match.end()) is not None or (
        _SHOUTED_BEFORE.search(match.string, max(0, match.start() - 20), match.start()) is not None
    )


_DATELINE = lazy_pattern(r"(?:, [\w., ]{2,40})?(?: \([\w ]{2,30}\))? ?(?:—|–|--) ?(?=\S)")
_SHOUTED_AFTER = lazy_pattern(r" (?:[A-Z]\. )?(?:[A-Z]['’])?[A-Z]{3,}(?![a-z])")
_SHOUTED_BEFORE = lazy_pattern(r"(?<![A-Za-z])[A-Z]{3,} $")


def _registered(bitext: Bitext) -> frozenset[str]:
    entries = bitext.termbase.entries if bitext.termbase else ()
    return frozenset(term.text for entry in entries for term in entry.of("en"))


CHECK = Check(
    name="acronym-unexplained",
    family="source",
    severity="note",
    summary=Phrase("The source uses an acronym that it does not explain."),
    find=find,
    scope="source",
    examples=(
        Bad("The JSPA opened a school.", "", says="nothing in the source explains “JSPA”"),
        Good("The Japan Society of Potters and Artists (JSPA) opened a school.", "", why="explained"),
        Good("The JSPA opened.\n\nThe Japan Society for Potters and Artists grows.", "", why="explained later"),
        Good("NATO and the UN met NHK.", "", why="readers know these"),
        Good("WE WANT BREAD", "", why="no acronyms"),
        Good("By JANET K. O’DELL", "", why="a name in capitals"),
        Good("UP NEXT", "", why="a line in capitals"),
        Good("BIZEN, Japan (AP) — The kiln opened.", "", why="a dateline"),
        Good("The kilns of Bizen are hot.\n\nCaption: A kiln in BIZEN", "", why="a word of the article"),
        Bad("The JSPA — a school — opened.", "", says="nothing in the source explains “JSPA”"),
    ),
)
