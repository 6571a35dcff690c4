"""The names of one article: those of the termbase that it mentions, and the others, paired as far as that goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taiyaku.register.english import english_mentions
from taiyaku.register.japanese import japanese_mentions
from taiyaku.register.names import Name, merged
from taiyaku.register.pairing import NamePair, paired
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taiyaku.checks.bitext import Pair
    from taiyaku.checks.passage import Passage
    from taiyaku.register.mention import Mention
    from taiyaku.termbase.concept import ConceptEntry
    from taiyaku.termbase.termbase import Termbase


@dataclass(slots=True)
class ArticleNames:
    """The names of an article. `registered` has the numbers of the texts that mention an entry, by language."""

    pairs: list[NamePair] = field(default_factory=list)
    unpaired: list[Name] = field(default_factory=list)
    registered: dict[int, tuple[ConceptEntry, dict[str, list[int]]]] = field(default_factory=dict)


def names_of(pairs: Sequence[Pair], termbase: Termbase) -> ArticleNames:
    """Return the names of an article's texts, or of a catalog's; what has no translation counts in its language."""
    found = ArticleNames()
    mentions: dict[str, list[tuple[int, Mention]]] = {"en": [], "ja": []}
    for number, pair in enumerate(pairs):
        for passage in (pair.source, pair.target):
            if not passage.text or passage.language not in mentions:
                continue
            known = _registered(found, number, passage, termbase)
            read = japanese_mentions(passage) if passage.language == "ja" else english_mentions(passage)
            new = [mention for mention in read if not _is_inside(_stem(mention), known)]
            mentions[passage.language] += [(number, mention) for mention in _outermost(new)]
    english, japanese = merged(mentions["en"]), merged(mentions["ja"])
    found.pairs = paired(english, japanese, lambda number: pairs[number].japanese)
    taken = {id(name) for pair in found.pairs for name in (pair.english, pair.japanese)}
    found.unpaired = [name for name in (*english, *japanese) if id(name) not in taken]
    return found


def _registered(found: ArticleNames, number: int, passage: Passage, termbase: Termbase) -> list[Span]:
    """Note the entries that a text mentions, and return where."""
    if not termbase:
        return []
    occurrences = termbase.occurrences(passage.masked, passage.language, passage.tokens)
    for item in occurrences:
        if item.entry.is_name:
            numbers = found.registered.setdefault(id(item.entry), (item.entry, {"en": [], "ja": []}))[1]
            numbers[passage.language].append(number)
    return [item.span for item in occurrences]


def _stem(mention: Mention) -> Span:
    """Return where a name stands without its head: who has registered 倉敷 knows 倉敷市."""
    start, end = mention.span
    ends = mention.kind == "place" and mention.text.endswith(mention.head) and mention.language == "ja"
    return Span(start, end - len(mention.head)) if ends else mention.span


def _is_inside(span: Span, others: Iterable[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions without parts of organizations' names: スタンフォード of スタンフォード大学."""
    outer = [mention.span for mention in mentions if mention.kind == "organization"]
    return [mention for mention in mentions if mention.kind == "organization" or not _is_inside(mention.span, outer)]
