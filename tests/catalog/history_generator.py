"""The histories themselves: who did what to a catalog on two branches, from a seed."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polib

from taiyaku.catalog import po
from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.header import REVISION_DATE, with_field
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATH = Path("locales/ja/LC_MESSAGES/harbor.po")
ARTICLE = Path("source_text/harbor.md")
TOKEN = re.compile("〔[0-9]+〕")

Pair = tuple[str, str]

_WORDS = re.findall(
    r"[a-z]+",
    "harbor town mayor boat bread bridge market spring council ferry winter school letter captain river visitor "
    "station island garden festival teacher window library evening village",
)
_VERBS = ["opened", "closed", "returned", "waited", "changed", "moved", "stayed", "began"]
_HEADER = (
    ("Project-Id-Version", "harbor"),
    ("POT-Creation-Date", "2026-11-22 09:00+0900"),
    ("PO-Revision-Date", "2026-11-22 09:00+0900"),
    ("Last-Translator", ""),
    ("Language", "ja"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=1; plural=0;"),
    ("X-Source-Language", "en"),
)


class Commit(NamedTuple):
    """The catalog's file and the article after one commit."""

    catalog: bytes
    article: str


class History(NamedTuple):
    """`approved` are the pairs (msgid, msgstr) that a person, or an update that may, ever approved."""

    seed: int
    base: Commit
    ours: tuple[Commit, ...]
    theirs: tuple[Commit, ...]
    approved: frozenset[Pair]


def generate(seed: int) -> History:
    """Return the history of a seed: always the same one."""
    return _Generator(seed).history()


@dataclass
class _Branch:
    """A catalog at work: the texts of its article, in order, and those that were taken out of it."""

    texts: list[str]
    catalog: Catalog
    data: bytes
    gone: list[str] = field(default_factory=list)

    def copy(self) -> _Branch:
        return _Branch([*self.texts], self.catalog, self.data, [*self.gone])


class _Generator:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.random = random.Random(seed)  # noqa: S311 (no secret, and the same for the same seed)
        self.tokens = 0
        self.minutes = 0
        self.approved: set[Pair] = set()
        self.dated = self.random.random() < 0.2  # an editor that writes the date, on which git's merge stumbles
        self.lay_out = self.random.choice([_unwrapped, _wrapped, _wrapped])

    def history(self) -> History:
        texts = [self.paragraph() for _ in range(self.random.randint(4, 12))]
        branch = _Branch(texts, Catalog("ja", _HEADER), b"")
        self.update(branch)
        for _ in range(self.random.randint(6, 14)):
            self.step(branch)
        self.edit_article(branch)  # what it leaves fuzzy is what git's merge by lines goes wrong about
        base = self.commit(branch)
        ours, theirs = branch.copy(), branch.copy()
        if self.seed % 3 == 0:
            self.meet(ours, theirs)
        sides = tuple(
            tuple(self.worked(side) for _ in range(self.random.choice([1, 1, 2, 3]))) for side in (ours, theirs)
        )
        return History(self.seed, base, sides[0], sides[1], frozenset(self.approved))

    def meet(self, ours: _Branch, theirs: _Branch) -> None:
        """Let a translator approve what the author changes once more: the case in which git's merge goes wrong."""
        found = [message for message in ours.catalog.active if message.fuzzy and message.msgid.count(". ") > 1]
        if not found:
            return
        message = self.random.choice(found)
        words = message.msgstr if self.random.random() < 0.5 else self.translation(message)
        self.put(ours, message, words, fuzzy=False)
        place = theirs.texts.index(message.msgid)
        theirs.texts[place] = self.changed(message.msgid)
        self.update(theirs)

    def worked(self, branch: _Branch) -> Commit:
        for _ in range(self.random.choice([1, 1, 2])):
            self.step(branch)
        return self.commit(branch)

    def commit(self, branch: _Branch) -> Commit:
        """Write the catalog down, as the next program reads it."""
        self.minutes += 1
        if self.dated:
            date = f"2026-11-22 {10 + self.minutes // 60}:{self.minutes % 60:02}+0900"
            branch.catalog = replace(branch.catalog, header=with_field(branch.catalog.header, REVISION_DATE, date))
        branch.data = self.lay_out(branch.data, branch.catalog)
        branch.catalog = po.parse(branch.data, PATH).catalog
        return Commit(branch.data, "\n\n".join(branch.texts) + "\n")

    def step(self, branch: _Branch) -> None:
        """Let somebody do something."""
        actions: dict[Callable[[_Branch], None], int] = {
            self.translate: 4,
            self.correct: 3,
            self.approve: 3,
            self.edit_article: 5,
            self.comment: 1,
            self.prune: 1,
            self.doubt: 1,
        }
        self.random.choices([*actions], [*actions.values()])[0](branch)

    def translate(self, branch: _Branch) -> None:
        """Translate what is not translated."""
        self.typed(branch, [m for m in branch.catalog.active if not m.has_translation], approve=0.8)

    def correct(self, branch: _Branch) -> None:
        """Write a translation anew, fuzzy or not."""
        self.typed(branch, [m for m in branch.catalog.active if m.has_translation], approve=0.7)

    def approve(self, branch: _Branch) -> None:
        """Take the fuzzy flag off, the words as they are."""
        found = [m for m in branch.catalog.active if m.fuzzy and m.has_translation]
        if found:
            message = self.random.choice(found)
            self.put(branch, message, message.msgstr, fuzzy=False)

    def doubt(self, branch: _Branch) -> None:
        """Mark a translation as fuzzy."""
        found = [m for m in branch.catalog.active if m.translated]
        if found:
            message = self.random.choice(found)
            self.exchange(branch, message, replace(message, flags=("fuzzy", *message.flags)))

    def comment(self, branch: _Branch) -> None:
        """Leave a note."""
        message = self.random.choice(branch.catalog.messages)
        note = f"ask the desk {self.random.randint(1, 99)}"
        self.exchange(branch, message, replace(message, translator_comments=(*message.translator_comments, note)))

    def prune(self, branch: _Branch) -> None:
        """Remove what is out of use, or some of it."""
        keep = self.random.random() < 0.5
        kept = tuple(m for m in branch.catalog.messages if not m.obsolete or (keep and self.random.random() < 0.5))
        branch.catalog = replace(branch.catalog, messages=kept)

    def edit_article(self, branch: _Branch) -> None:
        """Let the author change, add, remove, bring back or move paragraphs; then update."""
        for _ in range(self.random.randint(1, 2)):
            place = self.random.randrange(len(branch.texts))
            edit = self.random.choice(["change", "change", "change", "add", "remove", "return", "move"])
            if edit == "change":
                branch.gone.append(branch.texts[place])
                branch.texts[place] = self.changed(branch.texts[place])
            elif edit == "add":
                branch.texts.insert(place, self.paragraph())
            elif edit == "remove" and len(branch.texts) > 2:
                branch.gone.append(branch.texts.pop(place))
            elif edit == "return" and branch.gone:
                branch.texts.insert(place, branch.gone.pop(self.random.randrange(len(branch.gone))))
            elif edit == "move":
                branch.texts.insert(self.random.randrange(len(branch.texts)), branch.texts.pop(place))
        self.update(branch)

    def update(self, branch: _Branch) -> None:
        """Do what `taiyaku update` does: a text that stands twice has one message."""
        branch.texts = list(dict.fromkeys(branch.texts))
        messages = tuple(
            Message(text, references=(ARTICLE.as_posix(),), extracted_comments=("paragraph",)) for text in branch.texts
        )
        branch.catalog, _ = merge(branch.catalog, Catalog(None, messages=messages))
        self.approved |= set(approved_pairs(branch.catalog))

    def typed(self, branch: _Branch, messages: list[Message], approve: float) -> None:
        if messages:
            message = self.random.choice(messages)
            self.put(branch, message, self.translation(message), fuzzy=self.random.random() > approve)

    def put(self, branch: _Branch, message: Message, msgstr: str, *, fuzzy: bool) -> None:
        """Give a message a translation as an editor does: approved, it has no previous text."""
        flags = tuple(flag for flag in message.flags if flag != "fuzzy")
        words = replace(message, msgstr=msgstr)
        if fuzzy:
            self.exchange(branch, message, replace(words, flags=("fuzzy", *flags)))
            return
        approved = replace(words, flags=flags, previous_msgid=None, previous_msgctxt=None)
        self.approved.add((approved.msgid, approved.msgstr))
        self.exchange(branch, message, approved)

    def exchange(self, branch: _Branch, old: Message, new: Message) -> None:
        messages = tuple(new if message is old else message for message in branch.catalog.messages)
        branch.catalog = replace(branch.catalog, messages=messages)

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.random.choice([1, 1, 2, 3, 5])))

    def sentence(self) -> str:
        one, two, three = self.random.sample(_WORDS, 3)
        verb, number = self.random.choice(_VERBS), self.random.randint(2, 99)
        return f"The {one} and the {two} {verb} after {number} days near the old {three}."

    def changed(self, text: str) -> str:
        """Return a paragraph with a word, or a sentence, exchanged, added or removed."""
        sentences = text.split(". ")
        place = self.random.randrange(len(sentences))
        kind = self.random.random()
        if kind < 0.7:
            return re.sub(r"\b(?:opened|closed|returned|waited|changed|moved|stayed|began)\b", self.verb, text, count=1)
        if kind < 0.85:
            return f"{text} {self.sentence()}"
        return ". ".join([*sentences[:place], self.sentence().rstrip("."), *sentences[place + 1 :]]).rstrip(".") + "."

    def verb(self, found: re.Match[str]) -> str:
        return self.random.choice([verb for verb in _VERBS if verb != found[0]])

    def translation(self, message: Message) -> str:
        """Return a new translation, sentence by sentence; some sentences of the old one stay, some start a line."""
        old = message.msgstr.split("。")[:-1]
        sentences = []
        for number in range(message.msgid.count(". ") + 1):
            if number < len(old) and self.random.random() < 0.4:
                sentences.append(f"{old[number]}。")
                continue
            self.tokens += 1
            line = "\n\n" if number and self.random.random() < 0.15 else ""
            filler = "港と町と市場と学校の話がここで続いていく" * self.random.randint(1, 2)
            sentences.append(f"{line}〔{self.tokens}〕{filler}。")
        return "".join(sentences)


def approved_pairs(catalog: Catalog) -> Iterator[Pair]:
    """Yield the approved pairs of a catalog, those out of use included."""
    for message in catalog.messages:
        if message.translated and message.msgid:
            yield message.msgid, message.msgstr


def _unwrapped(data: bytes, catalog: Catalog) -> bytes:
    return po.updated(po.parse(data, PATH), catalog) if data else po.dump(catalog).encode()


def _wrapped(data: bytes, catalog: Catalog) -> bytes:
    """Lay a catalog out as `msgcat` does, or, where gettext is not there, as polib does."""
    del data
    text = po.dump(catalog)
    if msgcat := shutil.which("msgcat"):
        return subprocess.run([msgcat, "-"], input=text.encode(), capture_output=True, check=True).stdout
    wrapped = polib.pofile(text)
    wrapped.wrapwidth = 78
    return f"{wrapped}\n".encode()
