"""Document + catalog -> the article in the catalog's locale, by the edition's policy for what is not translated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from taiyaku.article.directives import translation_directive
from taiyaku.article.equivalents import equivalents
from taiyaku.catalog.joins import holders, holds_words, is_joined
from taiyaku.catalog.merge import suggestions
from taiyaku.catalog.message import Message
from taiyaku.errors import Phrase, Problem
from taiyaku.formats import with_addresses, write
from taiyaku.formats.written import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Key
    from taiyaku.checks.remark import Remark
    from taiyaku.span import Position, Span

State = Literal["translated", "faulty", "older", "source", "omitted", "joined", "left-out"]
"""What stands in the place of a segment: its translation, one with an error that readers are told of, an older one, the
source text, nothing on the translator's word (omitted, or joined with the one before), or nothing by policy
(left-out)."""

_LEAVE_OUT = "<!-- taiyaku: omit: by policy -->"
_OUTDATED = Phrase("the translation is outdated, and the edition's policy is to refuse")
ALONE = Refusal(
    Phrase("“joined”, but no passage before it has a translation that could hold this one’s"),
    Phrase("translate it, or translate the passage before it first"),
)
PLURAL = Refusal(
    Phrase("a message with plural forms, which articles do not have"),
    Phrase("take msgid_plural out and give it one msgstr"),
)


@dataclass(frozen=True, slots=True)
class Policy:
    """What to do with segments that have no approved translation.

    `untranslated`: `source`, `omit` or `refuse`; `outdated` (fuzzy): also `older`, the translation it had. What the
    memory suggests from another article was never the translation of this one: until it is approved, there is none.
    """

    untranslated: str = "source"
    outdated: str = "older"


@dataclass(frozen=True, slots=True)
class Translation:
    """An article in another locale.

    `source` is its text in the article's format, `states` and `spans` (code points of `source`) are by segment.
    `refused` says that by policy this edition must not be published. Untranslated, it is the original itself.
    `doubtful` says that a translation waits for review, be it one that leaves its passage out.
    """

    document: Document
    locale: str
    source: str
    states: tuple[State, ...]
    spans: Mapping[int, Span | None]
    problems: tuple[Problem, ...] = ()
    refused: bool = False
    doubtful: bool = False

    @property
    def is_original(self) -> bool:
        """Whether this is the article as its author wrote it."""
        return self.locale == self.document.locale

    @property
    def current(self) -> bool:
        """Whether every segment has an approved translation of the present text."""
        return self.is_original or not (self.doubtful or {"faulty", "source", "left-out"}.intersection(self.states))

    def text(self, index: int) -> str:
        """Return what stands in the place of a segment, as its format writes it; "" where it was left out."""
        span = self.spans[index]
        return span.of(self.source) if span is not None else ""


def original(document: Document) -> Translation:
    """Return a document as the edition of its own locale."""
    spans = {index: segment.span for index, segment in enumerate(document.segments)}
    states: tuple[State, ...] = tuple("translated" for _ in spans)
    return Translation(document, document.locale, document.source, states, spans)


@dataclass(slots=True)
class _Choice:
    """The texts to be written, and the states that follow from them."""

    texts: dict[int, str] = field(default_factory=dict)
    states: list[State] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refused: bool = False
    doubtful: bool = False


def translate(
    document: Document,
    catalog: Catalog,
    locale: str,
    policy: Policy = Policy(),
    *,
    catalog_path: Path | None = None,
    position: Callable[[Key], Position | None] = lambda _: None,
) -> Translation:
    """Return the document with the catalog's translations.

    `catalog_path` and `position` (the place of a message's translation in it) serve the problems that are reported.
    A translation that cannot stand in its place is a problem, and treated as if there were none.
    """
    translator = _Translator(document, catalog, policy, catalog_path, position)
    alone = _alone(document, catalog)
    if policy.outdated != "older":
        alone = {index: refusal for index, refusal in alone.items() if not translator.is_outdated(index)}
    choice = translator.choose(alone)
    written = write(document, choice.texts, locale)
    if written.refused:
        choice = translator.choose({**alone, **written.refused})
        written = write(document, choice.texts, locale)
    problems = choice.problems + [translator.problem(i, notice, "warning") for i, notice in written.notices.items()]
    table = equivalents(document.metadata, locale)
    source, spans = with_addresses(document, written.source, written.spans, table)
    return Translation(
        document,
        locale,
        source,
        tuple(choice.states),
        spans,
        tuple(problems),
        choice.refused,
        choice.doubtful,
    )


def with_errors(translation: Translation, remarks: Iterable[Remark], policy: str) -> Translation:
    """Return a translation as the policy for errors has it: published as it is, marked where they are, or refused."""
    errors = [remark for remark in remarks if remark.severity == "error"]
    if not errors or policy == "publish":
        return translation
    problems = (*translation.problems, *(_told(remark, policy) for remark in errors))
    if policy == "refuse":
        return replace(translation, problems=problems, refused=True)
    keys = {remark.key for remark in errors}
    states: list[State] = [
        "faulty" if state == "translated" and segment.key in keys else state
        for segment, state in zip(translation.document.segments, translation.states, strict=True)
    ]
    return replace(translation, problems=problems, states=tuple(states))


def _told(remark: Remark, policy: str) -> Problem:
    """Return an error as the reason why an edition is refused, or a passage marked."""
    told = {"message": remark.problem.what, "check": remark.check}
    what = Phrase("{message} [{check}], and the page says that the passage is being checked", **told)
    if policy == "refuse":
        what = Phrase("{message} [{check}], and the edition's policy is to refuse", **told)
    answer = Phrase("correct it, or answer it: taiyaku waive {fingerprint}", fingerprint=remark.fingerprint)
    return replace(remark.problem, what=what, hint=answer, severity="error" if policy == "refuse" else "warning")


def refusals(document: Document, catalog: Catalog, locale: str) -> dict[Key, Refusal]:
    """Return which translations cannot stand in their places, approved or not, and why: they count as none."""
    messages = catalog.by_key()
    found = [messages.get(segment.key) for segment in document.segments]
    texts = {index: message.msgstr for index, message in enumerate(found) if message and message.has_translation}
    refused = {**_alone(document, catalog), **write(document, texts, locale).refused}
    return {
        message.key: PLURAL if message.msgid_plural is not None else refused[index]
        for index, message in enumerate(found)
        if message is not None and index in refused
    }


def _alone(document: Document, catalog: Catalog) -> dict[int, Refusal]:
    """Return which segments are said to be joined with one before that has no words: they would be in no edition."""
    messages = catalog.by_key()
    found = [messages.get(s.key, Message(s.text, msgctxt=s.context)) for s in document.segments]
    joined = [index for index, message in enumerate(found) if is_joined(message)]
    return {index: ALONE for index, (_, holder) in zip(joined, holders(found), strict=True) if not holds_words(holder)}


class _Translator:
    def __init__(
        self,
        document: Document,
        catalog: Catalog,
        policy: Policy,
        path: Path | None,
        position: Callable[[Key], Position | None],
    ) -> None:
        self.document, self.policy, self.path, self.position = document, policy, path, position
        self.messages = catalog.by_key()
        self.suggested = suggestions(catalog)

    def is_outdated(self, index: int) -> bool:
        """Whether a segment has a fuzzy translation."""
        message = self.messages.get(self.document.segments[index].key)
        return message is not None and message.fuzzy

    def choose(self, refused: Mapping[int, Refusal]) -> _Choice:
        """Decide for every segment what is written. `refused` ones have a translation that cannot be."""
        choice = _Choice()
        for index, segment in enumerate(self.document.segments):
            message = self.messages.get(segment.key)
            if index in refused:
                plural = message is not None and message.msgid_plural is not None
                choice.problems.append(self.problem(index, PLURAL if plural else refused[index], "error"))
            if index in refused or message is None or not message.has_translation or message.key in self.suggested:
                self.by_policy(choice, index, self.policy.untranslated)
            elif message.fuzzy and self.policy.outdated != "older":
                self.by_policy(choice, index, self.policy.outdated, outdated=True)
            else:
                choice.doubtful |= message.fuzzy
                choice.texts[index] = message.msgstr
                choice.states.append(_state(message))
        return choice

    def by_policy(self, choice: _Choice, index: int, policy: str, *, outdated: bool = False) -> None:
        if policy == "omit":
            choice.texts[index] = _LEAVE_OUT
            choice.states.append("left-out")
            return
        choice.states.append("source")
        if policy == "refuse":
            choice.refused = True
            what = _OUTDATED if outdated else Phrase("not translated, and the edition's policy is to refuse")
            choice.problems.append(Problem(what, self.path, self.position(self.document.segments[index].key)))

    def problem(self, index: int, refusal: Refusal, severity: Literal["error", "warning"]) -> Problem:
        key = self.document.segments[index].key
        return Problem(refusal.what, self.path, self.position(key), refusal.hint, severity)


def _state(message: Message) -> State:
    directive = translation_directive(message.msgstr)
    if directive is not None and directive.name == "joined":
        return "joined"
    if directive is not None and directive.name == "omit":
        return "omitted"
    return "older" if message.fuzzy else "translated"
