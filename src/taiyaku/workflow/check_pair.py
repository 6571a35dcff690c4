"""Checking an article and a translation of it that were both written by hand, without any catalog."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.alignment import align_documents
from taiyaku.alignment.documents import ROW, SURE
from taiyaku.article.equivalents import equivalents
from taiyaku.catalog.message import Message
from taiyaku.checks.assemble import date_of, pair_of
from taiyaku.checks.completeness.no_original import CHECK as NO_ORIGINAL
from taiyaku.checks.judge import judge
from taiyaku.checks.registry import chosen
from taiyaku.checks.report import worst_of
from taiyaku.checks.subject import Subject, place_in
from taiyaku.errors import ArticleError, Phrase, UsageError
from taiyaku.formats import parse
from taiyaku.formats.options import ReadOptions
from taiyaku.locale import Locale
from taiyaku.project.sources import read_source
from taiyaku.span import LineIndex
from taiyaku.workflow.align_files import LOCALE_KEYS, SUFFIXES, script_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from taiyaku.alignment import Alignment
    from taiyaku.alignment import Pair as Aligned
    from taiyaku.article.document import Document
    from taiyaku.catalog.message import Key
    from taiyaku.checks.report import CheckedArticle, Found
    from taiyaku.span import Position
    from taiyaku.workflow.check import CheckRun
    from taiyaku.workflow.check_targets import PairTarget

_BREAK = "\n\n"  # between passages that became one, or that one became


class _Row(NamedTuple):
    """Passages that belong together, by their indexes in the two documents; and why that is doubtful, if it is."""

    original: tuple[int, ...]
    translation: tuple[int, ...]
    doubt: Phrase | None = None


def check_pair(run: CheckRun, target: PairTarget) -> CheckedArticle:
    """Check two files that `taiyaku.alignment` pairs. What it is not sure of is a note, and no error.

    Raises ArticleError for a file that cannot be read or that is no translation of the other, UsageError where
    nothing tells the languages.
    """
    original, translation = _documents(run, target)
    alignment = align_documents(original, translation)
    if alignment.unrelated or not (alignment.pairs or alignment.left_out):
        raise ArticleError(
            Phrase("hardly a passage of it goes together with {article}", article=target.shown[0].as_posix()),
            path=target.shown[1],
            hint=Phrase("is it the right file?"),
        )
    rows = _rows(alignment)
    subject, additions = _subjects(run, target, (original, translation), rows, alignment.additions)
    checks = chosen(run.house.settings)
    checked = judge(subject, run.house, run.answered, checks)
    findings = tuple(_doubted(found, rows[found.index].doubt) for found in checked.findings)
    added = judge(additions, run.house, run.answered, [check for check in checks if check == NO_ORIGINAL])
    moved = tuple(replace(found, index=found.index + len(checked.states)) for found in added.findings)
    return replace(
        checked,
        states=checked.states + added.states,
        worst=worst_of(findings, len(checked.states)) + added.worst,
        findings=findings + moved,
        waived=checked.waived + added.waived,
        problems=(*original.problems, *translation.problems),
    )


def _documents(run: CheckRun, target: PairTarget) -> tuple[Document, Document]:
    options = run.project.settings.read_options() if run.project else ReadOptions()
    documents = [read_alone(path, shown, options) for path, shown in zip(target.paths, target.shown, strict=True)]
    given = [Locale.parse(tag).tag if tag else "" for tag in target.locales]
    tags = [tag or told_locale(document) for tag, document in zip(given, documents, strict=True)]
    for one, other in ((0, 1), (1, 0)):
        if not tags[one] and tags[other]:
            tags[one] = "en" if Locale.parse(tags[other]).language == "ja" else "ja"
    languages = {Locale.parse(tag).language for tag in tags if tag}
    if len(languages) < len(documents):
        what = Phrase("nothing tells the languages of {path} and {other}", path=target.shown[0], other=target.shown[1])
        if languages:
            what = Phrase("{path} and {other} are in one language", path=target.shown[0], other=target.shown[1])
        raise UsageError(what, hint=Phrase("tell them with --source-locale and --target-locale"))
    original, translation = (in_locale(*each, options) for each in zip(target.paths, documents, tags, strict=True))
    return original, translation


def in_locale(path: Path, document: Document, locale: str, options: ReadOptions) -> Document:
    """Read a document again if it was read as one in another language, in which lines are joined otherwise."""
    if document.locale != locale:
        document = read_alone(path, document.path, replace(options, source_locale=locale))
    return replace(document, locale=locale)


def read_alone(path: Path, shown: Path, options: ReadOptions) -> Document:
    """Read an article that belongs to no project. Raises UsageError and ArticleError for what is none."""
    if path.is_dir():
        raise UsageError(Phrase("{path} is a folder", path=shown), hint=Phrase("name a file"))
    if not path.exists():
        raise UsageError(Phrase("no file {path}", path=shown), hint=Phrase("see that it is spelled right"))
    if path.suffix.lower() not in SUFFIXES:
        what = Phrase("neither Markdown nor plain text, by its name")
        raise ArticleError(what, path=shown, hint=Phrase("save it as .md or .txt"))
    document = parse(read_source(path), shown, options)
    if not document.segments:
        raise ArticleError(Phrase("there is no text in it"), path=shown, hint=Phrase("is it the right file?"))
    return document


def told_locale(document: Document) -> str:
    """Return the locale that the front matter tells, else the script; "" where neither does."""
    for key in LOCALE_KEYS:
        value = document.metadata.get(key)
        if isinstance(value, str):
            with suppress(UsageError):  # `language: Japanese` tells people, and the script tells us
                return Locale.parse(value).tag
    return script_of(document) or ""


def _rows(alignment: Alignment) -> list[_Row]:
    """Return what belongs together in the order of the original; what lacks a translation has nothing beside it."""
    pairs = alignment.pairs
    neighbours = zip((None, *pairs), pairs, (*pairs[1:], None), strict=False)
    rows = [_Row(pair.original, pair.translation, _doubt(before, pair, after)) for before, pair, after in neighbours]
    rows += [_Row((index,), ()) for index in alignment.left_out]
    return sorted(rows, key=lambda row: row.original)


def _doubt(before: Aligned | None, pair: Aligned, after: Aligned | None) -> Phrase | None:
    """Say why a pair may be none. That only its numbers speak against it is what the checks are for."""
    if pair.untranslated or ((pair.contradictory or pair.reason == ROW) and pair.trust >= SURE):
        return None
    return None if pair.contradictory and _is_enclosed(before, pair, after) else pair.reason


def _is_enclosed(before: Aligned | None, pair: Aligned, after: Aligned | None) -> bool:
    """Whether pairs that are sure stand right before and after it in both texts: it can be nothing else."""
    neighbours = [(before, pair)] if before else []
    neighbours += [(pair, after)] if after else []
    sure = all(not (one.doubtful and other.doubtful) and _follows(one, other) for one, other in neighbours)
    return sure and bool(neighbours)


def _follows(before: Aligned, after: Aligned) -> bool:
    sides = (before.original, after.original), (before.translation, after.translation)
    return all(one[-1] + 1 == other[0] for one, other in sides)


def _subjects(
    run: CheckRun,
    target: PairTarget,
    documents: tuple[Document, Document],
    rows: Sequence[_Row],
    additions: Iterable[int],
) -> tuple[Subject, Subject]:
    """Return what is paired, and what of the translation is not."""
    original, translation = documents
    theirs = LineIndex(translation.source)
    seen: Counter[Key] = Counter()
    places: dict[Key, Position] = {}

    def message(row: _Row) -> Message:
        source, words = _texts(original, row.original), _texts(translation, row.translation)
        key = original.segments[row.original[0]].context if row.original else None, source
        context = f"{key[0] or ''}#{seen[key]}" if seen[key] else key[0]
        seen[key] += 1
        if row.translation:
            start = translation.segments[row.translation[0]].span.start
            places[context, source] = theirs.position(start)
        return Message(source, words, msgctxt=context)

    locales = original.locale, translation.locale
    pairs = [pair_of(message(row), locales, run.house, original.segments[row.original[0]]) for row in rows]
    headline = original.headline
    subject = Subject(
        target.shown[0].stem,
        headline.text if headline else target.shown[0].name,
        locales,
        target.shown[1],
        tuple(pairs),
        places.get,
        target.shown[0],
        place_in(original),
        date_of(original.metadata) or date_of(translation.metadata),
        links=equivalents(original.metadata, translation.locale),
    )
    alone = [pair_of(message(_Row((), (index,))), locales, run.house) for index in additions]
    return subject, replace(subject, pairs=tuple(alone))


def _texts(document: Document, indexes: Iterable[int]) -> str:
    return _BREAK.join(document.segments[index].text for index in indexes)


def _doubted(found: Found, doubt: Phrase | None) -> Found:
    """Return a finding as a note that says so, if its passages may not belong together at all."""
    if doubt is None:
        return found
    message = Phrase("{what}; or these passages do not belong together: {why}", what=found.finding.message, why=doubt)
    return replace(found, finding=replace(found.finding, severity="note", message=message))
