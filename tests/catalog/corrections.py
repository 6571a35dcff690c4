"""Corrections as a newsroom makes them, generated from sentences whose translation is known, and what came of them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from random import Random


_ENDS = re.compile(r"[.!?。！？][\"'”’」』)）]*$")


class Sentence(NamedTuple):
    """A sentence as it stands now: what it was, its translation, and whether it still is what it was."""

    text: str
    old: str
    translation: str
    state: str = "same"  # same | edited | new


Paragraph = list[Sentence]


@dataclass
class Tally:
    """What became of the sentences of changed paragraphs."""

    unchanged: int = 0
    recovered: int = 0
    edited: int = 0
    in_place: int = 0
    stray: list[tuple[str, str]] = field(default_factory=list)
    """Translations, with the paragraph that holds them, of sentences that are not in it."""
    missing: list[tuple[str, str, str]] = field(default_factory=list)
    """Unchanged sentences, their paragraph, and its rebuilt translation."""
    approved: int = 0
    """Changed paragraphs that count as translated."""


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, and not as a heading."""
    return _ENDS.search(text) is not None


def documents(path: Path, source: str) -> list[list[tuple[str, str]]]:
    """Return the documents of a file of aligned sentences, each a list of pairs; `source` is `en` or `ja`."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        pair = (row["src"], row["tgt"])
        found[row["doc"]].append(pair if source == "en" else (pair[1], pair[0]))
    return [found[name] for name in sorted(found)]


def paragraphs(pairs: Sequence[tuple[str, str]], random: Random) -> list[Paragraph]:
    """Divide a document into paragraphs of two to five sentences; what ends like none, as a heading, stands alone."""
    found: list[Paragraph] = []
    room = 0
    for text, translation in pairs:
        sentence = Sentence(text, text, translation)
        if not is_sentence(text) or not is_sentence(translation):
            found.append([sentence])
            room = 0
        elif room:
            found[-1].append(sentence)
            room -= 1
        else:
            found.append([sentence])
            room = random.randint(1, 4)
    return found


@dataclass
class Desk:
    """One who corrects an article: `other` are sentences from elsewhere, `blank` stands between the words."""

    random: Random
    other: Sequence[str]
    blank: str

    def corrected(self, article: Sequence[Paragraph], share: float = 0.6) -> list[Paragraph]:
        """Return the article with about that share of its paragraphs corrected, each in one to three ways."""
        new = [list(paragraph) for paragraph in article]
        ways: list[Callable[[list[Paragraph], int], None]] = [
            self.edit, self.edit, self.insert, self.delete, self.split, self.join, self.shift, self.give, self.move,
        ]  # fmt: skip
        for _ in range(int(len(article) * share) + 1):
            for way in self.random.sample(ways, self.random.choice([1, 1, 2])):
                filled = [number for number, paragraph in enumerate(new) if paragraph]
                way(new, self.random.choice(filled))
        return [paragraph for paragraph in new if paragraph]

    def edit(self, article: list[Paragraph], number: int) -> None:
        """Change some words of a sentence."""
        paragraph = article[number]
        place = self.random.randrange(len(paragraph))
        sentence = paragraph[place]
        if sentence.state == "same":
            paragraph[place] = sentence._replace(text=self.words_changed(sentence.text), state="edited")

    def words_changed(self, text: str) -> str:
        """Return the text with one change to each six words (or characters), at least one, the end untouched."""
        words = text.split() if self.blank else list(text)
        vocabulary = self.random.choice(self.other)
        strange = vocabulary.split() if self.blank else list(vocabulary)
        for _ in range(self.random.randint(1, 1 + len(words) // 6)):
            place = self.random.randrange(max(len(words) - 1, 1))
            kind = self.random.choice("rid")
            words[place : place + (kind != "i")] = [] if kind == "d" else [self.random.choice(strange[:-1] or strange)]
        return self.blank.join(words)

    def insert(self, article: list[Paragraph], number: int) -> None:
        """Add a sentence."""
        text = self.random.choice(self.other)
        if _is_running(article[number]):
            article[number].insert(self.random.randint(0, len(article[number])), Sentence(text, "", "", "new"))

    def delete(self, article: list[Paragraph], number: int) -> None:
        """Take a sentence out."""
        if len(article[number]) > 1:
            del article[number][self.random.randrange(len(article[number]))]

    def split(self, article: list[Paragraph], number: int) -> None:
        """Make two paragraphs of one."""
        if len(article[number]) > 1:
            place = self.random.randrange(1, len(article[number]))
            article[number : number + 1] = [article[number][:place], article[number][place:]]

    def join(self, article: list[Paragraph], number: int) -> None:
        """Make one paragraph of two."""
        pair = article[number : number + 2]
        if all(paragraph and is_sentence(paragraph[-1].text) for paragraph in pair):
            article[number : number + 2] = [[sentence for paragraph in pair for sentence in paragraph]]

    def shift(self, article: list[Paragraph], number: int) -> None:
        """Move a sentence within its paragraph."""
        paragraph = article[number]
        sentence = paragraph.pop(self.random.randrange(len(paragraph)))
        paragraph.insert(self.random.randint(0, len(paragraph)), sentence)

    def give(self, article: list[Paragraph], number: int) -> None:
        """Move a sentence to another paragraph."""
        if len(article[number]) > 1:
            sentence = article[number].pop(self.random.randrange(len(article[number])))
            other = self.random.choice([paragraph for paragraph in article if _is_running(paragraph)])
            other.insert(self.random.randint(0, len(other)), sentence)

    def move(self, article: list[Paragraph], number: int) -> None:
        """Move a paragraph."""
        article.insert(self.random.randrange(len(article)), article.pop(number))


def _is_running(paragraph: Paragraph) -> bool:
    """Whether sentences can be added to it, as they cannot to a heading."""
    return all(is_sentence(sentence.text) for sentence in paragraph)


def joined(paragraph: Paragraph, blank: str) -> str:
    """Return the text of a paragraph."""
    return blank.join(sentence.text for sentence in paragraph)


def translated(article: Sequence[Paragraph], source: str) -> Catalog:
    """Return the catalog of an article whose paragraphs are all translated and approved."""
    blank, other = (" ", "") if source == "en" else ("", " ")
    found = {
        joined(paragraph, blank): other.join(sentence.translation for sentence in paragraph) for paragraph in article
    }
    return Catalog("ja" if source == "en" else "en", (), tuple(Message(m, t) for m, t in found.items()))


def template(article: Sequence[Paragraph], source: str) -> Catalog:
    """Return the template of an article."""
    texts = dict.fromkeys(joined(paragraph, " " if source == "en" else "") for paragraph in article)
    return Catalog(None, (("X-Source-Language", source),), tuple(Message(text) for text in texts))


def tally(
    old: Catalog, merged: Catalog, article: Sequence[Paragraph], blank: str, count: Tally, every: set[str]
) -> None:
    """Count what became of the corrected article's sentences, in those paragraphs that changed.

    `every` are the translations of all the sentences that there were.
    """
    known = {message.msgid for message in old.messages}
    messages = merged.by_key()
    for paragraph in article:
        text = joined(paragraph, blank)
        if text in known:
            continue
        message = messages[None, text]
        count.approved += message.translated
        own = {sentence.translation for sentence in paragraph}
        for sentence in paragraph:
            there = bool(sentence.translation) and sentence.translation in message.msgstr
            count.unchanged += sentence.state == "same"
            count.recovered += sentence.state == "same" and there
            count.edited += sentence.state == "edited"
            count.in_place += sentence.state == "edited" and there
            if sentence.state == "same" and not there:
                count.missing.append((sentence.text, text, message.msgstr))
        held = "".join(own)
        count.stray += [(part, text) for part in every - own if part and part in message.msgstr and part not in held]
