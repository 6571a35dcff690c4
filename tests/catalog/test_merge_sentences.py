"""An update puts together what still holds of the translations of changed paragraphs, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog import corrections
from tests.judges import shared_data

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.changes import Suggestion
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import Message
from taiyaku.catalog.po_save import vanished
from taiyaku.catalog.rebuild import rebuild

if TYPE_CHECKING:
    from taiyaku.catalog.changes import Suggest

_OLD = re.compile(r"(en|ja) old: (.*) => (.*)")
_NEW = re.compile(r"new \(([a-z]+)\): (.*) =>(.*)")


@dataclass
class Case:
    """A correction: the old pairs, and the new texts with what became of them."""

    title: str
    source: str = "en"
    old: list[tuple[str, str]] = field(default_factory=list)
    new: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def catalog(self) -> Catalog:
        """The catalog as the translator left it."""
        messages = tuple(Message(text, translation) for text, translation in self.old)
        return Catalog("en" if self.source == "ja" else "ja", (), messages)


def read_cases() -> list[Case]:
    """Return the cases of the file."""
    cases: list[Case] = []
    for line in (Path(__file__).parent / "cases/corrections.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            cases.append(Case(line[3:]))
        elif old := _OLD.fullmatch(line):
            cases[-1].source = old[1]
            cases[-1].old.append((old[2], old[3].replace("|", "\n\n")))
        elif new := _NEW.fullmatch(line):
            cases[-1].new.append((new[1], new[2], new[3].strip().replace("|", "\n\n")))
        else:
            assert not line or line.startswith("#"), line
    return cases


CASES = read_cases()


def template(source: str, *texts: str) -> Catalog:
    """Return a template of paragraphs in a language."""
    return Catalog(None, (("X-Source-Language", source),), tuple(Message(text) for text in texts))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_a_correction_leaves_the_translator_what_still_holds(case: Case) -> None:
    """As the file of cases tells; what was replaced stays, out of use."""
    merged, changes = merge(case.catalog, template(case.source, *[text for _, text, _ in case.new]))
    how = {change.new.msgid: change.how for change in changes.changed}
    for wanted, text, translation in case.new:
        message = merged.by_key()[None, text]
        assert message.msgstr == translation
        assert message.translated == (wanted == "kept")
        assert how.get(text, "kept" if message.msgstr else "new") == (
            "style" if wanted == "kept" and how.get(text) else wanted
        )
        assert (message.previous_msgid is None) == (wanted in {"kept", "new"})
    assert not list(vanished(merged, case.catalog))
    living = {message.msgid for message in merged.active}
    assert {m.msgid for m in merged.messages if m.obsolete} == {text for text, _ in case.old} - living


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_parts_tell_where_everything_stands(case: Case) -> None:
    """Each sentence of the new text in its state, and the place of what translates it."""
    merged, changes = merge(case.catalog, template(case.source, *[text for _, text, _ in case.new]))
    for change in changes.changed:
        last = 0
        for part in change.parts:
            assert part.span.start >= last
            last = part.span.end
            assert part.span.of(change.new.msgid).strip() == part.span.of(change.new.msgid) != ""
            if part.target is not None and part.state == "same" and part.origin is not None:
                assert part.target.of(change.new.msgstr) in change.old[part.origin].msgstr
            assert (part.state == "new") == (part.origin is None)
    assert len(merged.active) == len(case.new)


def test_numbers_are_named() -> None:
    """Those that could not be found in the translation as well."""
    old = Catalog("ja", (), (Message("On Aug. 8 some 200 came.", "8月8日、約200人が来た。"),))
    _, changes = merge(old, template("en", "On Aug. 9 some 250 came."))
    assert [tuple(number) for number in changes.changed[0].numbers] == [("8", "9", False), ("200", "250", True)]


def test_the_previous_text_is_what_the_translation_is_of() -> None:
    """Of joined paragraphs, both, in their old order; so an editor's comparison shows what is really new."""
    old = Catalog(
        "ja", (), (Message("The harbor opened.", "港が開いた。"), Message("It rained all day.", "雨だった。"))
    )
    merged, _ = merge(old, template("en", "It rained all day. The harbor opened."))
    assert merged.active[0].previous_msgid == "The harbor opened. It rained all day."


def test_an_untouched_rebuilt_translation_is_seen_through() -> None:
    """A sentence that was taken out for an hour is back with its translation; what was edited is still known to be."""
    first = "The harbor opened on Wednesday. Two towns met in the hall. It rained all day."
    old = Catalog("ja", (), (Message(first, "港は水曜日に開いた。二つの町が広間に集まった。雨は一日中降り続いた。"),))
    shorter, _ = merge(old, template("en", "The harbor opened on Friday. It rained all day."))
    assert shorter.active[0].msgstr == "港は水曜日に開いた。雨は一日中降り続いた。"
    longer, changes = merge(
        shorter, template("en", "The harbor opened on Friday. It rained all day. Two towns met in the hall.")
    )
    (message,) = longer.active
    assert message.msgstr == "港は水曜日に開いた。雨は一日中降り続いた。二つの町が広間に集まった。"
    assert (message.fuzzy, message.previous_msgid) == (True, first)
    assert [part.state for part in changes.changed[0].parts] == ["edited", "same", "same"]


def test_a_sentence_that_was_out_of_use_comes_back_with_its_translation() -> None:
    """After the paragraph without it was approved, too."""
    first = Message(
        "The harbor opened on Wednesday. Two towns met in the hall.", "港は水曜日に開いた。二町が集まった。"
    )
    shorter, _ = merge(Catalog("ja", (), (first,)), template("en", "The harbor opened on Wednesday."))
    approved = replace(shorter.active[0], flags=(), previous_msgid=None, previous_msgctxt=None)
    catalog = replace(shorter, messages=(approved, *[m for m in shorter.messages if m.obsolete]))
    merged, _ = merge(catalog, template("en", "The harbor opened on Wednesday. Two towns met in the hall. It rains."))
    assert merged.active[0].msgstr == "港は水曜日に開いた。二町が集まった。"


def test_a_paragraph_that_returns_edited_finds_its_translation() -> None:
    """Though it has been out of use since the last update."""
    old = Catalog("ja", (), (Message("The towns will meet again in May.", "両町は五月に再会する。"),))
    away, _ = merge(old, template("en", "Something else altogether."))
    merged, _ = merge(away, template("en", "Something else altogether.", "The towns will meet again in June."))
    assert merged.active[1].msgstr == "両町は五月に再会する。"


def test_a_fuzzy_translation_of_another_program_is_that_of_its_previous_text() -> None:
    """So its sentences are paired with those of the previous text."""
    fuzzy = Message(
        "It rained all day. The harbor opened.",
        "港が開いた。雨だった。",
        flags=("fuzzy",),
        previous_msgid="The harbor opened. It rained all day.",
    )
    merged, _ = merge(Catalog("ja", (), (fuzzy,)), template("en", "It rained all day."))
    assert merged.active[0].msgstr == "雨だった。"


ANY_TEXT = st.text(alphabet='Ab 1.。！？「」”"\n港', min_size=1, max_size=30)


@given(ANY_TEXT, ANY_TEXT, st.sampled_from([("en", "ja"), ("ja", "en")]))
@settings(deadline=None)
def test_a_text_that_did_not_change_keeps_every_byte(msgid: str, msgstr: str, languages: tuple[str, str]) -> None:
    """Rebuilding is the identity then."""
    assert rebuild(msgid, [(msgid, msgstr)], *languages).msgstr == msgstr


@given(ANY_TEXT, st.lists(st.tuples(ANY_TEXT, ANY_TEXT), min_size=1, max_size=3), st.booleans())
@settings(deadline=None)
def test_nothing_of_ours_is_written(new: str, olds: list[tuple[str, str]], japanese: bool) -> None:
    """Whatever is rebuilt is made of what stood in the old translations, white space and carried numbers aside."""
    languages = ("ja", "en") if japanese else ("en", "ja")
    rebuilt = rebuild(new, olds, *languages)
    letters = {char for _, msgstr in olds for char in msgstr}
    assert {char for char in rebuilt.msgstr if not char.isdigit()} - {" "} <= letters
    for part in rebuilt.parts:
        assert part.target is None or 0 <= part.target.start <= part.target.end <= len(rebuilt.msgstr)


WORDS = ("The harbor opened on Friday.", "It rained all day.", "200 came.", "Nobody minded at all.", "Yes.")
paragraphs = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
articles = st.lists(paragraphs, max_size=4, unique=True)


@given(articles, st.lists(articles, min_size=1, max_size=3), st.data())
@settings(max_examples=150, deadline=None)
def test_corrections_lose_and_approve_nothing(first: list[str], steps: list[list[str]], data: st.DataObject) -> None:
    """Through any sequence: no translation is missing, nothing stale is approved, and a second update does nothing."""
    catalog, _ = merge(Catalog("ja", ()), template("en", *first))
    approved = {}
    messages = []
    for message in catalog.messages:
        msgstr = data.draw(st.sampled_from(["", "一。二。", "<!-- taiyaku: joined -->", "約200人。三。"]))
        messages.append(replace(message, msgstr=msgstr))
        approved[message.msgid] = msgstr
    catalog = replace(catalog, messages=tuple(messages))
    for step in steps:
        merged, _ = merge(catalog, template("en", *step))
        assert not list(vanished(merged, catalog))
        assert all(approved.get(message.msgid) == message.msgstr for message in merged.active if message.translated)
        again, changes = merge(merged, template("en", *step))
        assert (again, changes.any) == (merged, False)
        catalog = merged


@pytest.mark.parametrize("source", ["en", "ja"])
def test_most_unchanged_sentences_are_recovered(source: str) -> None:
    """From split, joined and edited paragraphs of news articles, at least 95 of 100; and nothing else comes along."""
    documents = corrections.documents(shared_data("ntrex_a.jsonl"), source)
    other = [text for document in documents[::2] for text, _ in document if corrections.is_sentence(text)]
    count = corrections.Tally()
    for number, document in enumerate(documents[1::2]):
        random = Random(number)  # noqa: S311 (to be repeated, not to be secret)
        article = corrections.paragraphs(document, random)
        new = corrections.Desk(random, other, " " if source == "en" else "").corrected(article)
        old = corrections.translated(article, source)
        merged, _ = merge(old, corrections.template(new, source))
        every = {sentence.translation for paragraph in article for sentence in paragraph}
        corrections.tally(old, merged, new, " " if source == "en" else "", count, every)
    assert count.unchanged > 200
    assert count.recovered >= 0.95 * count.unchanged
    assert count.in_place >= 0.9 * count.edited
    assert len(count.stray) <= 0.01 * count.unchanged
    assert count.approved == 0


def suggesting(suggestion: Suggestion | None) -> Suggest:
    """Return a memory that always has the same to say."""

    def suggest(message: Message, *, exact: bool = False) -> Suggestion | None:
        return suggestion if suggestion is None or not exact or suggestion.msgid == message.msgid else None

    return suggest


@pytest.mark.parametrize(
    ("suggestion", "flags", "previous"),
    [
        (Suggestion("Boats", "船", "harbor", approved=True), (), None),
        (Suggestion("Boats", "船", "harbor", approved=False), ("fuzzy",), None),
        (Suggestion("Boat", "船", "harbor", approved=False), ("fuzzy",), "Boat"),
        (Suggestion("Boat", "船", "harbor", approved=True), ("fuzzy",), "Boat"),
    ],
)
def test_a_suggestion_tells_where_it_comes_from(
    suggestion: Suggestion, flags: tuple[str, ...], previous: str | None
) -> None:
    """Once, however often the catalog is updated; what is not of this very text is never approved."""
    merged, changes = merge(Catalog("ja", ()), template("en", "Boats"), suggest=suggesting(suggestion))
    (message,) = merged.active
    assert (message.msgstr, message.flags, message.previous_msgid) == ("船", flags, previous)
    assert message.translator_comments == ("memory: harbor",)
    assert [change.how for change in changes.changed] == ["memory"]
    again, changes = merge(merged, template("en", "Boats"), suggest=suggesting(suggestion))
    assert (again, changes.any) == (merged, False)


def test_the_memory_is_asked_only_where_the_catalog_knows_nothing() -> None:
    """Its own words come first; and an empty suggestion is none."""
    old = Catalog("ja", (), (Message("The harbor opened.", "港が開いた。"),))
    asked: list[str] = []

    def suggest(message: Message, *, exact: bool = False) -> Suggestion | None:
        asked.append(message.msgid)
        return Suggestion("x", "", "harbor", approved=True)

    merged, _ = merge(old, template("en", "The harbor opened again.", "Boats"), suggest=suggest)
    assert asked == ["Boats"]
    assert [message.msgstr for message in merged.active] == ["港が開いた。", ""]


def test_a_changed_copy_is_no_matter_for_the_memory() -> None:
    """What stood twice, and still stands once, is known to the catalog itself: the old text, and the number."""
    old = Catalog("ja", (), (Message("10 people", "10人"), Message("Boats", "船")))
    never = suggesting(Suggestion("10 people", "10人", "harbor", approved=False))
    merged, changes = merge(old, template("en", "10 people", "Boats", "11 people"), suggest=never)
    message = merged.active[-1]
    assert (message.msgstr, message.fuzzy, message.previous_msgid) == ("11人", True, "10 people")
    assert message.translator_comments == ()
    assert [tuple(number) for change in changes.changed for number in change.numbers] == [("10", "11", True)]
    assert [m.translated for m in merged.active] == [True, True, False]


def test_numbers_in_words_are_named_too() -> None:
    """They are never written into the translation."""
    old = Catalog("ja", (), (Message("The ferry takes five days.", "船で五日かかる。"),))
    merged, changes = merge(old, template("en", "The ferry takes six days."))
    assert [tuple(number) for number in changes.changed[0].numbers] == [("five", "six", False)]
    assert merged.active[0].msgstr == "船で五日かかる。"


def test_what_waits_is_filled_when_another_article_has_said_it() -> None:
    """With the very text only; and what a translator emptied stays empty."""
    old = Catalog("ja", (), (Message("Boats", translator_comments=("short",)),))
    similar = suggesting(Suggestion("Boat", "船", "harbor", approved=False))
    assert merge(old, template("en", "Boats"), suggest=similar)[0].active[0].msgstr == ""
    same = suggesting(Suggestion("Boats", "船", "harbor", approved=False))
    merged, changes = merge(old, template("en", "Boats"), suggest=same)
    (message,) = merged.active
    assert (message.msgstr, message.flags) == ("船", ("fuzzy",))
    assert message.translator_comments == ("short", "memory: harbor")
    assert ([change.how for change in changes.changed], changes.kept) == (["memory"], [])
    emptied = replace(merged, messages=(replace(message, msgstr="", flags=()),))
    assert merge(emptied, template("en", "Boats"), suggest=same)[0] == emptied


MINOR = [
    ("The the harbor opened on Wednesday, at noon.", "The harbor opened on Wednesday at noon.", None),
    ("About 200 people came to the hall.", "About 250 people came to the hall.", "numbers"),
    ("About two hundred people came to the hall.", "About three hundred people came to the hall.", "numbers"),
    ("The mayor did come to the hall on Friday.", "The mayor did not come to the hall on Friday.", "numbers"),
    ("The harbor opened. It rained all day long.", "It rained all day long. The harbor opened.", "sentences"),
    ("The harbor opened. It rained all day long.", "The harbor opened.", "sentences"),
    ("The harbor opened to visitors.", "The harbor is closed to visitors and ferries again.", "different"),
    ("港が、が開いた。雨が降っていた。", "港が開いた。雨が降っていた。", None),
    ("会場には二百人ほどが集まった。", "会場には三百人ほどが集まった。", "numbers"),
]


def read_minor() -> list[tuple[str, str, str | None]]:
    """Return the corrections of the file, each with the reason why it is not minor."""
    cases: list[tuple[str, str, str | None]] = []
    for line in (Path(__file__).parent / "cases/minor.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            reason, before, after = line.split(" | ")
            cases.append((before, after, None if reason == "minor" else reason))
    return cases


@pytest.mark.parametrize(("before", "after", "reason"), [*MINOR, *read_minor()])
def test_a_minor_correction_costs_no_approval(before: str, after: str, reason: str | None) -> None:
    """Unless it is none, whatever its author says; then the translation is fuzzy, and the reason is told."""
    translation = "一番目の文。二番目。" if ". " in before else "訳文。"
    old = Catalog("ja", (), (Message(before, translation, translator_comments=("ask",)),))
    source = "en" if before.isascii() else "ja"
    merged, changes = merge(old, template(source, after), minor=True)
    (message,) = merged.active
    assert [change.not_minor for change in changes.changed] == [reason]
    assert message.translated == (reason is None)
    assert (changes.changed[0].how == "minor") == (reason is None)
    assert (message.previous_msgid is None) == (reason is None)
    assert message.translator_comments == ("ask",)
    assert not list(vanished(merged, old))


def test_what_was_not_approved_is_not_by_a_minor_correction() -> None:
    """A fuzzy translation stays fuzzy."""
    old = Catalog("ja", (), (Message("The the harbor opened.", "港が開いた。", flags=("fuzzy",)),))
    merged, changes = merge(old, template("en", "The harbor opened."), minor=True)
    assert merged.active[0].fuzzy
    assert changes.changed[0].not_minor == "unapproved"


def test_a_minor_correction_approves_nothing_that_was_out_of_use() -> None:
    """Its translation may have been replaced long ago."""
    away = Message("The the harbor opened on Wednesday.", "港は水曜日に開いた。", obsolete=True)
    merged, changes = merge(Catalog("ja", (), (away,)), template("en", "The harbor opened on Wednesday."), minor=True)
    assert merged.active[0].fuzzy
    assert merged.active[0].msgstr == "港は水曜日に開いた。"
    assert [change.how for change in changes.changed] == ["edited"]
