"""Names as an article spells them: each with what stands beside it, and which of them may be one name misspelled."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.source.likeness import is_one_slip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from taiyaku.span import Span


class Mention(NamedTuple):
    """A word of a name in an article: the names right before and after it ("" for none), and its title.

    `sure` is false where the word may as well be no name, such as one that opens a sentence.
    """

    pair: int
    span: Span
    word: str
    before: str = ""
    after: str = ""
    title: str = ""
    sure: bool = True


@dataclass(slots=True)
class Spelling:
    """All mentions of a word."""

    word: str
    mentions: list[Mention] = field(default_factory=list)

    def beside(self) -> tuple[set[str], set[str], set[str]]:
        """Return what stands before it, after it, and its titles."""
        befores = {one.before for one in self.mentions} - {""}
        afters = {one.after for one in self.mentions} - {""}
        return befores, afters, {one.title for one in self.mentions} - {""}


class Variant(NamedTuple):
    """Two spellings of what seems to be one name: the rarer or later one, and the other."""

    odd: Spelling
    usual: Spelling


def variants(
    mentions: Iterable[Mention], is_no_slip: Callable[[str, str], bool], shortest: int, lone: int
) -> Iterator[Variant]:
    """Yield the pairs of spellings that seem to be one name's.

    Two names that are alike and stand beside different names are different people's. Words of fewer letters than
    `shortest` are alike by chance, unless they stand beside the same name; those of fewer than `lone`, too, if each is
    there once with nothing beside it.
    """
    spellings: dict[str, Spelling] = {}
    for mention in mentions:
        spellings.setdefault(mention.word, Spelling(mention.word)).mentions.append(mention)
    groups: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings.values():
        groups[spelling.word[0]].append(spelling)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if is_one_slip(one.word, other.word) and not is_no_slip(one.word, other.word):
                usual, odd = sorted((one, other), key=lambda each: -len(each.mentions))
                if _are_one(odd, usual, shortest, lone):
                    yield Variant(odd, usual)


def _are_one(odd: Spelling, usual: Spelling, shortest: int, lone: int) -> bool:
    befores, afters, titles = odd.beside()
    their_befores, their_afters, their_titles = usual.beside()
    if befores & their_befores or afters & their_afters:
        return True
    if (befores and their_befores) or (afters and their_afters):
        return False
    if (befores or afters) and (len(usual.mentions) < _TWICE or len(usual.word) <= shortest + 1):
        return False
    if len(usual.mentions) < _TWICE and {one.pair for one in odd.mentions} & {one.pair for one in usual.mentions}:
        return False  # who writes both in one breath means two: Tainan, Taiwan
    if len(usual.word) < shortest or len(odd.word) < shortest - 1:
        return bool(titles & their_titles) and not (befores or afters) and bool(their_befores)
    if not any(one.sure for one in (*odd.mentions, *usual.mentions)):
        return False
    is_known = len(usual.mentions) > 1 or bool(their_befores or their_afters or their_titles)
    return (is_known or len(usual.word) >= lone) and len(odd.mentions) < max(_TWICE, len(usual.mentions))


_TWICE = 2
"""Where both spellings stand as often, and more than once, they are two names."""
