"""Months in the life of a catalog, at random: an author's edits, a translator's, and updates through real files.

Whatever happens in between, a text that returns has its translation and its comments again, and nothing is approved
that the translator has not approved for that very text. With TAIYAKU_MORE set, the lives are many and long.
"""

from __future__ import annotations

import os
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import Message
from taiyaku.catalog.po import dump, read, save
from taiyaku.catalog.template import new_catalog
from taiyaku.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.catalog.message import Key

MORE = bool(os.environ.get("TAIYAKU_MORE"))
SENTENCES = {
    "en": (
        "The harbor opened on Wednesday.",
        "Some 200 guests came to the hall.",
        "“We shall meet again,” Mayor Chen said.",
        "The ferry takes 40 minutes.",
        "It rained all day.",
        "Nobody minded.",
        "The two towns have been friends since 1983.",
        "A second boat is being built at the yard of Bizen.",
        "He left at 3 p.m. on Saturday.",
        "Bread was sold out by noon.",
    ),
    "ja": (
        "港は水曜日に開いた。",
        "会場には200人が集まった。",
        "「またお会いしましょう」と陳町長は話した。",
        "船で40分かかる。",
        "雨は一日中降り続いた。",
        "気にする人はいなかった。",
        "両町の友好は1983年に始まった。",
        "二隻目の船が備前の造船所で造られている。",
        "土曜日の午後3時に出発した。",
        "パンは昼までに売り切れた。",
    ),
}
POOL = st.integers(0, len(SENTENCES["en"]) - 1)
PLACE = st.integers(0, 60)
Paragraph = tuple[str | None, tuple[str, ...]]  # its role and its sentences


class Known(NamedTuple):
    """What the translator last saw of a message."""

    msgstr: str
    fuzzy: bool
    comments: tuple[str, ...]


class Newsroom(RuleBasedStateMachine):
    """An author, a translator and the catalog between them."""

    @initialize(language=st.sampled_from(["en", "ja"]), paragraphs=st.lists(st.lists(POOL, min_size=1, max_size=3)))
    def begin(self, language: str, paragraphs: list[list[int]]) -> None:
        """Write the article and make its catalog."""
        memory = Path("/dev/shm")  # noqa: S108 (a place for temporary files where no save waits for a disk)
        self.folder = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
        self.path = Path(self.folder.name) / "x.po"
        self.language = language
        self.other_language = "ja" if language == "en" else "en"
        self.article: list[Paragraph] = [(None, self.sentences(numbers)) for numbers in paragraphs]
        self.removed: list[Paragraph] = []
        self.known: dict[Key, Known] = {}
        self.approved: set[tuple[str, str]] = set()
        self.roles: dict[str, set[str | None]] = {}
        self.translations = 0
        save(self.path, new_catalog(self.template(), Locale.parse(self.other_language)), None)
        self.update()

    def teardown(self) -> None:
        """Remove the files."""
        if hasattr(self, "folder"):
            self.folder.cleanup()

    # the author

    @rule(place=PLACE, numbers=st.lists(POOL, min_size=1, max_size=3))
    def write(self, place: int, numbers: list[int]) -> None:
        """Insert a paragraph."""
        self.insert(place, (None, self.sentences(numbers)))

    @precondition(lambda self: self.article)
    @rule(place=PLACE, count=st.integers(1, 4))
    def remove(self, place: int, count: int) -> None:
        """Remove paragraphs."""
        start = place % len(self.article)
        self.removed += self.article[start : start + count]
        del self.article[start : start + count]

    @precondition(lambda self: self.removed)
    @rule(which=PLACE, place=PLACE)
    def bring_back(self, which: int, place: int) -> None:
        """Bring a paragraph back that was removed or edited, as it was."""
        self.insert(place, self.removed[-1 - which % len(self.removed)])

    @precondition(lambda self: self.article)
    @rule(place=PLACE, to=PLACE)
    def move(self, place: int, to: int) -> None:
        """Move a paragraph."""
        self.insert(to, self.article.pop(place % len(self.article)))

    @precondition(lambda self: self.article)
    @rule(place=PLACE, to=PLACE)
    def duplicate(self, place: int, to: int) -> None:
        """Let a paragraph occur twice."""
        self.insert(to, self.article[place % len(self.article)])

    @precondition(lambda self: self.article)
    @rule(place=PLACE)
    def change_role(self, place: int) -> None:
        """Make a heading of a paragraph, or a paragraph of a heading."""
        role, sentences = self.article[place % len(self.article)]
        self.article[place % len(self.article)] = ("heading" if role is None else None, sentences)

    @precondition(lambda self: self.article)
    @rule(place=PLACE, sentence=PLACE, new=POOL, how=st.sampled_from(["another", "more", "less", "word", "number"]))
    def edit(self, place: int, sentence: int, new: int, how: str) -> None:
        """Edit a paragraph: another sentence, one more, one less, a word, a number."""
        place %= len(self.article)
        role, sentences = self.article[place]
        at = sentence % len(sentences)
        (added,) = self.sentences([new])
        changed = {
            "another": [*sentences[:at], added, *sentences[at + 1 :]],
            "more": [*sentences[:at], added, *sentences[at:]],
            "less": [*sentences[:at], *sentences[at + 1 :]] or [added],
            "word": [
                *sentences[:at],
                {"en": "Yes, ", "ja": "実は"}[self.language] + sentences[at],
                *sentences[at + 1 :],
            ],
            "number": [re.sub("[0-9]+", str(new + 11), text) for text in sentences],
        }[how]
        self.replaced(place, 1, (role, tuple(changed)))

    @precondition(lambda self: self.article)
    @rule(place=PLACE)
    def split(self, place: int) -> None:
        """Make two paragraphs of one."""
        place %= len(self.article)
        role, sentences = self.article[place]
        if len(sentences) > 1:
            self.replaced(place, 1, (role, sentences[:1]), (role, sentences[1:]))

    @precondition(lambda self: len(self.article) > 1)
    @rule(place=PLACE)
    def join(self, place: int) -> None:
        """Make one paragraph of two."""
        place %= len(self.article) - 1
        (role, sentences), (_, more) = self.article[place : place + 2]
        self.replaced(place, 2, (role, sentences + more))

    # the translator

    @rule(which=PLACE)
    def translate(self, which: int) -> None:
        """Translate a message, or translate it anew, and approve it."""
        self.edit_catalog(which, self.translated)

    @rule()
    def translate_all(self) -> None:
        """Translate whatever has no translation."""
        self.update()
        for number, message in enumerate(read(self.path).catalog.active):
            if not message.has_translation:
                self.edit_catalog(2 * number, self.translated)

    def translated(self, message: Message) -> Message:
        """Return a message with a new translation, of as many sentences, and with the numbers."""
        self.translations += 1
        name = "".join("アイウエオカキクケコ"[int(digit)] for digit in str(self.translations))
        latin = "".join("abcdefghij"[int(digit)] for digit in str(self.translations)).capitalize()
        count = max(1, len(re.findall("[.。]", message.msgid)))
        numbers = [*re.findall("[0-9]+", message.msgid), *[""] * count]
        form = {"ja": "{name}の{number}ほどであった。", "en": "{latin} was about {number} then. "}[self.other_language]
        texts = [form.format(name=name, latin=latin, number=numbers[at]) for at in range(count)]
        return self.approve_(replace(message, msgstr="".join(texts).strip()))

    @rule(which=PLACE)
    def approve(self, which: int) -> None:
        """Take the fuzzy flag off, the translation as it is."""
        self.edit_catalog(which, lambda message: self.approve_(message) if message.has_translation else message)

    @rule(which=PLACE)
    def doubt(self, which: int) -> None:
        """Set the fuzzy flag."""

        def doubted(message: Message) -> Message:
            return replace(message, flags=("fuzzy",)) if message.has_translation else message

        self.edit_catalog(which, doubted)

    @rule(which=PLACE, comment=st.sampled_from(["表記を確認", "see the style guide", "?"]))
    def comment(self, which: int, comment: str) -> None:
        """Write a comment."""

        def commented(message: Message) -> Message:
            return replace(message, translator_comments=tuple({*message.translator_comments, comment}))

        self.edit_catalog(which, commented)

    # the program

    @rule()
    def update(self) -> None:
        """Bring the catalog up to date, and look at it."""
        file = read(self.path)
        merged, _ = merge(file.catalog, self.template())
        save(self.path, merged, file)
        catalog = read(self.path).catalog
        note(dump(catalog))
        assert catalog == merged
        assert [message.key for message in catalog.active] == [message.key for message in self.template().messages]
        again, _ = merge(catalog, self.template())
        assert again == catalog, "an update that has nothing to do changes nothing"
        for message in catalog.active:
            self.roles.setdefault(message.msgid, set()).add(message.msgctxt)
        for message in catalog.active:
            assert not message.translated or (message.msgid, message.msgstr) in self.approved, "stale and approved"
        for key, known in self.known.items():
            self.look_for(key, known, catalog)
        for message in catalog.active:
            self.remember(message)

    def look_for(self, key: Key, known: Known, catalog: Catalog) -> None:
        """What was known of a message is there still: in use if its text is, obsolete if not."""
        _, msgid = key
        if len(self.roles[msgid]) > 1:  # then its words may be those of its twin
            texts = [message.msgstr for message in catalog.messages if message.msgid == msgid]
            assert not known.msgstr or known.msgstr in texts, f"the words of {key} are gone"
            return
        message = next((message for message in catalog.messages if message.key == key), None)
        assert message is not None, f"{key} is gone"
        assert set(known.comments) <= set(message.translator_comments), f"the comments of {key} are gone"
        if known.msgstr:
            assert (message.msgstr, message.fuzzy) == known[:2], f"{key} has not what it had"

    def remember(self, message: Message) -> None:
        """Note what the translator sees of a message."""
        if message.has_translation or message.translator_comments:
            self.known[message.key] = Known(message.msgstr, message.fuzzy, message.translator_comments)

    def template(self) -> Catalog:
        """Return the template of the article as it is."""
        header = (("Content-Type", "text/plain; charset=UTF-8"), ("X-Source-Language", self.language))
        space = " " if self.language == "en" else ""
        keys = dict.fromkeys((role, space.join(sentences)) for role, sentences in self.article)
        return Catalog(None, header, tuple(Message(text, msgctxt=role, references=("x.md",)) for role, text in keys))

    def sentences(self, numbers: list[int]) -> tuple[str, ...]:
        """Return sentences of the pool."""
        return tuple(SENTENCES[self.language][number] for number in numbers)

    def insert(self, place: int, paragraph: Paragraph) -> None:
        """Insert a paragraph."""
        self.article.insert(place % (len(self.article) + 1), paragraph)

    def replaced(self, place: int, count: int, *paragraphs: Paragraph) -> None:
        """Put other paragraphs in the place of some, which may come back one day."""
        self.removed += self.article[place : place + count]
        self.article[place : place + count] = paragraphs

    def approve_(self, message: Message) -> Message:
        """Return the message approved, and note that it was."""
        self.approved.add((message.msgid, message.msgstr))
        return replace(message, flags=(), previous_msgid=None, previous_msgctxt=None)

    def edit_catalog(self, which: int, function: Callable[[Message], Message]) -> None:
        """Edit a message that is in use, as an editor does: read all, write all; mostly after an update."""
        if which % 2:
            self.update()
        catalog = read(self.path).catalog
        active = [number for number, message in enumerate(catalog.messages) if not message.obsolete]
        if not active:
            return
        number = active[which // 2 % len(active)]
        message = catalog.messages[number]
        edited = function(message)
        messages = (*catalog.messages[:number], edited, *catalog.messages[number + 1 :])
        self.path.write_text(dump(replace(catalog, messages=messages)), encoding="utf-8")
        self.remember(edited)
        keys = {message.key for message in messages}
        for key, known in list(self.known.items()):
            # the message moved here from another role, so that these words, which she changed, were its only ones
            if key[1] == message.msgid and key not in keys and known.msgstr == message.msgstr:
                del self.known[key]


def test_texts_come_back_and_nothing_stale_is_approved() -> None:
    """Through whatever the machine thinks of."""
    lives = settings(
        max_examples=400 if MORE else 20,
        stateful_step_count=80 if MORE else 25,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    run_state_machine_as_test(Newsroom, settings=lives)
