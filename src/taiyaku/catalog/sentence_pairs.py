"""Which sentences of a translation belong to which of its source text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.article.directives import translation_directive
from taiyaku.span import Span
from taiyaku.text.sentences import sentences
from taiyaku.text.width import width

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNEVEN = 2.2
_SLACK = 12  # columns; short sentences vary more


class SentencePair(NamedTuple):
    """Neighbouring sentences of a msgid, and the place in the msgstr that translates them together.

    Spans are half-open, in code points. `target` is None where nothing translates them.
    """

    sources: tuple[Span, ...]
    target: Span | None


def sentence_pairs(
    msgid: str, msgstr: str, source_language: str, target_language: str, *, whole: bool = False
) -> tuple[SentencePair, ...]:
    """Return the pairs that a translated text consists of, in order: all sentences of both sides, each once.

    As many sentences of plausible lengths on both sides are taken for one to one, others are aligned. A directive in
    place of a translation has no words, so nothing translates the sentences here. `whole` makes all one pair.
    """
    sources = sentences(msgid, source_language)
    targets = () if translation_directive(msgstr) else sentences(msgstr, target_language)
    if not targets or not sources:
        return (SentencePair(sources, None),) if sources else ()
    if whole or len(sources) == 1 or len(targets) == 1:
        return (SentencePair(sources, Span(targets[0].start, targets[-1].end)),)
    one, other = [span.of(msgid) for span in sources], [span.of(msgstr) for span in targets]
    if len(one) == len(other) and _plausible(one, other):
        return tuple(SentencePair((source,), target) for source, target in zip(sources, targets, strict=True))
    return _aligned(sources, targets, one, other)


def _plausible(sources: Sequence[str], targets: Sequence[str]) -> bool:
    """Whether no sentence is out of proportion to its partner, by the proportion of the whole."""
    before, after = [width(text) for text in sources], [width(text) for text in targets]
    ratio = sum(after) / sum(before)
    return all(
        (one * ratio + _SLACK) / _UNEVEN < other + _SLACK < (one * ratio + _SLACK) * _UNEVEN
        for one, other in zip(before, after, strict=True)
    )


def _aligned(
    sources: Sequence[Span], targets: Sequence[Span], one: Sequence[str], other: Sequence[str]
) -> tuple[SentencePair, ...]:
    from taiyaku.text.alignment import align  # most translations have as many sentences as their source

    pairs: list[SentencePair] = []
    waiting: int | None = None  # the first target that no source has claimed yet
    for bead in align(one, other):
        own = tuple(sources[bead.source.start : bead.source.end])
        first = bead.target.start if waiting is None else waiting
        target = Span(targets[first].start, targets[bead.target.end - 1].end) if first < bead.target.end else None
        if own:
            pairs.append(SentencePair(own, target))
            waiting = None
        elif pairs and target is not None:  # what the translator added stays with the sentence before
            last = pairs[-1]
            start = target.start if last.target is None else last.target.start
            pairs[-1] = last._replace(target=Span(start, target.end))
        else:
            waiting = first
    return tuple(pairs)
