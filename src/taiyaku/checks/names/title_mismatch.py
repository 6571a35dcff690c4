"""A person's title that is another one in the translation: 市長 that became 町長, a 副 that was dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark, on_both_sides
from taiyaku.checks.mentions import mentions
from taiyaku.checks.names.titles import TITLE_AFTER, VICE_WORD, is_other_in_source, titles_before
from taiyaku.checks.names.vices import vices_lost
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.mentions import Mentions
    from taiyaku.termbase.occurrences import Occurrence

_PEOPLE_WHO_PLAY = frozenset(["選手", "投手", "捕手", "内野手", "外野手", "主将"])


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find titles behind registered persons that are none of theirs on the article's day, and a vice or deputy lost."""
    told: set[int] = set()
    for found in mentions(bitext):
        for item in found.target:
            if item.entry.titles:
                judge = _other_title if bitext.languages[1] == "ja" else _other_english_title
                for finding in judge(bitext, found, item):
                    told.add(found.number)
                    yield finding
    for index, pair in translated(bitext):
        if index not in told and pair.english is not None and pair.japanese is not None:
            for english, japanese in vices_lost(pair):
                yield _lost(index, pair, english, japanese)


def _other_title(bitext: Bitext, found: Mentions, item: Occurrence) -> Iterator[Finding]:
    pair = found.pair
    match = TITLE_AFTER.match(pair.target.masked, item.span.end)
    if match is None or match[0] in _PEOPLE_WHO_PLAY:
        return
    known = [form for title in item.entry.titles_on(bitext.date) for form in title.ja]
    if not known or match[0] in known or any(form.endswith(match[0]) and form[0] not in "前元副新" for form in known):
        return
    if is_other_in_source(match[0], pair) and not _has_its_title(found, item, bitext):
        return
    yield _wrong(found, item, Span(*match.span()), known[0])


def _wrong(found: Mentions, item: Occurrence, span: Span, wanted: str) -> Finding:
    wrong = span.of(found.pair.target.text)
    name = item.entry.preferred(item.term.language)
    message = Phrase("the title of “{name}” is “{wanted}”, not “{wrong}”", name=name, wanted=wanted, wrong=wrong)
    return Finding(CHECK.name, "error", message, found.number, (Mark("target", *span),), (item.term.text, wrong))


def _has_its_title(found: Mentions, item: Occurrence, bitext: Bitext) -> bool:
    """Whether the source has a person's registered title right beside the name, and no more of a title than that."""
    text, language = found.pair.source.masked, found.pair.source.language
    forms = [form for title in item.entry.titles_on(bitext.date) for form in title.of(language)]
    for other in found.source:
        if other.entry is item.entry:
            if language == "ja" and any(text.startswith(form, other.span.end) for form in forms):
                return True
            if language == "en" and titles_before(text, other.span.start)[0].lower() in {
                form.lower() for form in forms
            }:
                return True
    return False


def _other_english_title(bitext: Bitext, found: Mentions, item: Occurrence) -> Iterator[Finding]:
    """Find an English title before a person's name that is another one than the source has behind it."""
    forms = [form for title in item.entry.titles_on(bitext.date) for form in title.en]
    title, span = titles_before(found.pair.target.masked, item.span.start)
    if not forms or not title or title.lower() in {form.lower() for form in forms}:
        return
    longer = any(title.lower().endswith(f" {form.lower()}") for form in forms)
    if (not longer or VICE_WORD.match(title)) and _has_its_title(found, item, bitext):
        yield _wrong(found, item, span, forms[0])


def _lost(index: int, pair: Pair, english: Span, japanese: Span) -> Finding:
    both = on_both_sides(pair, english, japanese)
    message = Phrase("“{source}” became “{target}”", source=both.source, target=both.target)
    return Finding(CHECK.name, "error", message, index, both.marks, both.words)


_TERMBASE = """
[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }
title = [
    { en = "Mayor", ja = "市長", until = 2025-04-09 },
    { en = "former Mayor", ja = "前市長", from = 2025-04-10 },
]

[[entry]]
kind = "person"
en = "Emi Kuroda"
ja = { text = "黒田恵美", reading = "くろだ えみ" }
title = { en = "Professor", ja = "教授" }

[[entry]]
kind = "person"
en = "Kenji Morita"
ja = { text = "森田健二", reading = "もりた けんじ" }
title = { en = "Prosecutor General", ja = "検事総長" }
"""

CHECK = Check(
    name="title-mismatch",
    family="names",
    severity="error",
    summary=Phrase("A person's title differs."),
    find=find,
    examples=(
        Bad(
            "Bizen Mayor Takeshi Yoshimura spoke.",
            "備前町の吉村武司町長があいさつした。",
            "the title of “吉村武司” is “市長”, not “町長”",
            _TERMBASE,
            date="2024-08-10",
        ),
        Bad(
            "Mayor Yoshimura spoke.",
            "吉村市長があいさつした。",
            "is “前市長”, not “市長”",
            _TERMBASE,
            date="2026-08-10",
        ),
        Bad("Vice Mayor Sato spoke.", "佐藤市長があいさつした。", "“Vice Mayor” became “市長”"),
        Bad("副知事が出席した。", "The governor attended.", "“副知事” became “governor”"),
        Bad("Professor Emi Kuroda spoke.", "黒田恵美准教授が話した。", "is “教授”, not “准教授”", _TERMBASE),
        Bad("黒田恵美教授が話した。", "Dean Emi Kuroda spoke.", "is “Professor”, not “Dean”", _TERMBASE),
        Bad("黒田教授が話した。", "Assistant Professor Kuroda spoke.", "not “Assistant Professor”", _TERMBASE),
        Good("黒田教授が話した。", "Dr. Kuroda spoke.", "no office", _TERMBASE),
        Good("黒田元教授が話した。", "Former Professor Kuroda spoke.", "as the source has it", _TERMBASE),
        Good("Prosecutor General Kenji Morita spoke.", "森田健二検事総長が話した。", "as the source has it", _TERMBASE),
        Good(
            "Mayor Yoshimura spoke.", "吉村市長があいさつした。", "the title of that year", _TERMBASE, date="2024-08-10"
        ),
        Good("Yoshimura spoke.", "吉村氏があいさつした。", "氏 is no office", _TERMBASE),
        Good(
            "Former Mayor Yoshimura spoke.",
            "吉村元市長があいさつした。",
            "as the source has it",
            _TERMBASE,
            "2024-08-10",
        ),
        Good("The deputy mayor and the mayor spoke.", "市長と副市長があいさつした。", "both are there"),
        Good("The vice president resigned.", "副社長が辞任した。", "another word for president"),
        Good("Deputy Mayor Sato spoke.", "佐藤助役があいさつした。", "an older word for it"),
    ),
)
