"""Looking at one article and its catalogs: how far each translation is, counted as `build` would see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taiyaku.cache import stamp_of
from taiyaku.catalog.merge import suggestions
from taiyaku.catalog.progress import Progress
from taiyaku.editions.translation import Policy, translate
from taiyaku.errors import TaiyakuError
from taiyaku.locale import Locale
from taiyaku.text.counts import amount
from taiyaku.workflow.signature import source_signature, translation_signature
from taiyaku.workflow.status import ArticleStatus, LocaleStatus

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

    from taiyaku.article.document import Document
    from taiyaku.cache import Stamp
    from taiyaku.catalog.message import Key, Message
    from taiyaku.catalog.po import PoFile
    from taiyaku.editions.translation import Translation
    from taiyaku.errors import Problem
    from taiyaku.project.project import Article, Project
    from taiyaku.project.settings import EditionSettings
    from taiyaku.text.counts import Amount
    from taiyaku.workflow.status import Edition, State

_TRANSLATED, _FUZZY, _UNTRANSLATED = range(3)
_PATIENCE = 3  # readings of a catalog until its journal stands still


def survey(project: Project, article: Article) -> tuple[ArticleStatus, list[Stamp | None]]:
    """Return the state of an article in all its target locales, with the stamp of each catalog's journal.

    A stamp is None where the state may change without a change of the files. Raises ArticleError.
    """
    document = project.read(article)
    texts = _Texts.of(document)
    looks = [_look(project, article, document, texts, locale) for locale in project.target_locales(document)]
    title = document.headline.text if document.headline else article.slug
    states = tuple(state for state, _ in looks)
    return ArticleStatus(article, document.locale, title, states, document.problems), [stamp for _, stamp in looks]


@dataclass(frozen=True, slots=True)
class _Texts:
    """How much the texts of an article hold, one that occurs again once. Of Japanese, words are not counted."""

    sizes: Mapping[Key, Amount]
    has_words: bool

    @classmethod
    def of(cls, document: Document) -> _Texts:
        keys = dict.fromkeys(segment.key for segment in document.segments)
        return cls({key: amount(key[1]) for key in keys}, Locale.parse(document.locale).language != "ja")

    def extent(self, kinds: Mapping[Key, int]) -> tuple[Progress, Progress | None, Progress]:
        """Add up segments, words and characters by kind; a text without a kind is untranslated."""
        segments, words, characters = [0, 0, 0], [0, 0, 0], [0, 0, 0]
        for key, size in self.sizes.items():
            kind = kinds.get(key, _UNTRANSLATED)
            segments[kind] += 1
            words[kind] += size.words
            characters[kind] += size.characters
        return Progress(*segments), Progress(*words) if self.has_words else None, Progress(*characters)


def _look(
    project: Project, article: Article, document: Document, texts: _Texts, locale: str
) -> tuple[LocaleStatus, Stamp | None]:
    path = project.catalog_path(article.slug, locale)
    nothing = texts.extent({})
    editions = project.settings.editions
    try:
        file, problems, stamp = _read(project, article.slug, locale)
        if file is None:
            state = LocaleStatus(locale, path, "missing", *nothing, missing=len(texts.sizes), problems=problems)
            return state, None if problems else stamp
        policy = Policy("source", "older" if editions.outdated == "older" else "source")
        translation = translate(
            document, file.catalog, locale, policy, catalog_path=path, position=file.msgstr_position
        )
    except TaiyakuError as error:
        return LocaleStatus(locale, path, "broken", *nothing, problems=(error.problem,)), None
    state = _state(path, translation, file, texts, editions)
    # What has no place in the file may be the system's complaint, and gone without a change of the file.
    return state, stamp if all(problem.position for problem in state.problems) else None


def _read(project: Project, slug: str, locale: str) -> tuple[PoFile | None, tuple[Problem, ...], Stamp | None]:
    """Read a catalog until the journal, to which reading may add, says what it said before."""
    journal = project.root / project.journal_path(slug, locale)
    for _ in range(_PATIENCE):
        before = stamp_of(journal)
        file = project.read_catalog(slug, locale)
        problems = project.notices(slug, locale, None) if file is None else file.problems
        if stamp_of(journal) == before:
            return file, problems, before
    return file, problems, None


def _state(
    path: Path, translation: Translation, file: PoFile, texts: _Texts, editions: EditionSettings
) -> LocaleStatus:
    messages = file.catalog.by_key()
    suggested = suggestions(file.catalog)
    kinds = _kinds(translation, messages, editions, suggested)
    progress, words, characters = texts.extent(kinds)
    missing, gone = len(texts.sizes.keys() - messages.keys()), len(messages.keys() - texts.sizes.keys())
    state: State = "behind" if missing or gone else "ready" if progress.complete else "in progress"
    edition = _edition(progress, translation, editions, gaps=bool(suggested or progress.untranslated))
    problems = (*file.problems, *translation.problems)
    marks = (source_signature(translation.document), translation_signature(translation.document, file.catalog))
    return LocaleStatus(
        translation.locale, path, state, progress, words, characters, missing, gone, edition, problems, marks
    )


def _kinds(
    translation: Translation, messages: Mapping[Key, Message], editions: EditionSettings, suggested: Container[Key]
) -> dict[Key, int]:
    """Say of each text whether it is translated. What cannot stand where it belongs is not, as in `build`.

    What the memory `suggested` waits for a person as fuzzy, though no edition takes it.
    """
    kinds: dict[Key, int] = {}
    for segment, state in zip(translation.document.segments, translation.states, strict=True):
        message = messages.get(segment.key)
        if message is None or not message.has_translation:
            kind = _UNTRANSLATED
        elif message.fuzzy:
            refused = state == "source" and editions.outdated == "older" and segment.key not in suggested
            kind = _UNTRANSLATED if refused else _FUZZY
        else:
            kind = _UNTRANSLATED if state == "source" else _TRANSLATED
        kinds[segment.key] = max(kind, kinds.get(segment.key, kind))
    return kinds


def _edition(progress: Progress, translation: Translation, editions: EditionSettings, *, gaps: bool) -> Edition:
    if gaps and editions.untranslated == "refuse":
        return "refused"
    if progress.fuzzy and editions.outdated == "refuse":
        return "refused"
    return "current" if translation.current else "not current"
