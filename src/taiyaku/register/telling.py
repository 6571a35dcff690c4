"""What was counted of a name -> what the register says of it: readings, evidence, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.register.heads import ending_of
from taiyaku.register.listed import Listed
from taiyaku.register.readings import hiragana_of, reading_as, reading_of_person, romanized
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from taiyaku.register.found import Found
    from taiyaku.register.listed import Use
    from taiyaku.termbase.concept import ConceptEntry, Kind

_KATAKANA = lazy_pattern("[ァ-ヴ]")


def listed_pair(found: Found, rivals: list[Found], *, sure: bool) -> Listed | None:
    """Return a pair as the register has it, None if it is none for it; `rivals` are all with the same English.

    It is proposed if it is `sure` and one knows what it is.
    """
    if found.by is None:
        return None
    kind = next((kind for kind, _ in found.kinds.most_common(1)), None)
    if kind is None and (found.by.sort == "alike" or not found.named):  # a product or a word, most likely
        return None
    english, japanese = (tuple(form for form, _ in forms.most_common()) for forms in (found.english, found.japanese))
    reading, parts, draft = _read(kind, japanese[0], english[0], found)
    evidence = [*_told(found)]
    also = [other.japanese.most_common(1)[0][0] for other in rivals if other is not found]
    if also:
        evidence.append(Phrase("also: {forms}", forms=", ".join(also)))
    titles = ((found.agreed[0],), (found.agreed[1],)) if found.agreed else _all_titles(found)
    return Listed(
        "proposed" if sure and kind is not None else "unpaired",
        kind,
        english,
        japanese,
        (found.counts[0], found.counts[1]),
        found.first,
        reading,
        draft=draft,
        titles=titles,
        evidence=tuple(evidence),
        parts=parts,
    )


def _read(kind: Kind | None, japanese: str, english: str, found: Found) -> tuple[str, tuple[str, ...], bool]:
    """Return the reading of a pair's Japanese, its parts, and whether the reading is a draft."""
    if not any("一" <= character <= "鿿" for character in japanese):
        return "", (), False
    if kind == "person":
        reading, parts = reading_of_person(japanese, english.split())
        if reading or parts:
            return reading, parts, False
    elif reading := reading_as(japanese, english):
        return reading, (), False
    elif stem := _stem_reading(japanese, english):
        whole = hiragana_of(found.reading)
        return (whole, (), False) if whole.startswith(stem) else ("", (), False)
    draft = hiragana_of(found.reading) if not _KATAKANA.search(japanese) else ""
    return draft, (), bool(draft)


def _stem_reading(japanese: str, english: str) -> str:
    """Return how a place's name is read without its head, as its English says: おかやま of 岡山県."""
    ending = ending_of(japanese, "place")
    words = english.split()
    return reading_as(japanese.removesuffix(ending), " ".join(words[:-1])) if ending and len(words) > 1 else ""


def _all_titles(found: Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    english, japanese = (tuple(title for title, _ in titles.most_common()) for titles in found.titles)
    return english, japanese


def _told(found: Found) -> Iterator[Phrase]:
    """Yield what speaks for a pair, in words."""
    by = found.by
    if by is None:
        return
    if by.sort == "sound":
        yield Phrase("sounds like it: {percent} %", percent=round(by.weight * 100))
    elif by.sort == "heads":
        yield Phrase("the only pair of its kind left in its texts")
    elif by.sort == "position":
        yield Phrase("the only names left in their texts")
    else:
        yield _WORDS[by.sort]
    if found.agreed:
        yield Phrase("title: {english} – {japanese}", english=found.agreed[0], japanese=found.agreed[1])
    if found.together:
        yield Phrase("texts that have both: {count}", count=found.together)


_WORDS = {
    "place": Phrase("a known place"),
    "reading": Phrase("is read so"),
    "gloss": Phrase("stands in brackets behind it"),
    "parts": Phrase("has the same parts"),
    "alike": Phrase("is written alike"),
}


def listed_alone(found: Found, kind: Kind | None) -> Listed:
    """Return a name of one language as the register has it; its reading is a draft."""
    text = _one(found.japanese)
    kanji = any("一" <= one <= "鿿" for one in text) and not _KATAKANA.search(text)
    reading = hiragana_of(found.reading) if kanji else ""
    return Listed(
        "unpaired",
        kind,
        tuple(found.english),
        tuple(found.japanese),
        (found.counts[0], found.counts[1]),
        found.first,
        reading,
        romanized(reading, given_first=kind == "person") if reading else "",
        bool(reading),
        _all_titles(found),
    )


def _one(forms: Counter[str]) -> str:
    return next(iter(forms), "")


def listed_entry(entry: ConceptEntry, counts: tuple[int, int], use: Use) -> Listed:
    """Return an entry of the termbase as the register has it."""
    japanese = entry.allowed("ja")
    return Listed(
        "verified" if entry.verified else "unverified",
        entry.kind,
        tuple(term.text for term in entry.allowed("en")),
        tuple(term.text for term in japanese),
        counts,
        use,
        next((term.reading for term in japanese if term.reading), ""),
        titles=(
            tuple(form for title in entry.titles for form in title.en),
            tuple(form for title in entry.titles for form in title.ja),
        ),
        verified=entry.verified,
    )
