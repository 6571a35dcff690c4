"""Which file is the translation of which article, and in which locale."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import ArticleError, Phrase, Problem, UsageError
from taiyaku.formats import PLAIN_SUFFIXES, parse
from taiyaku.locale import Locale
from taiyaku.project.slugs import fixed_folder
from taiyaku.project.sources import read_source
from taiyaku.text.scripts import has_japanese

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from taiyaku.article.document import Document
    from taiyaku.project.project import Article, Project

PLACEHOLDER = "{locale}"
LOCALE_KEYS = ("locale", "lang", "language")
"""Keys of the front matter that may tell a translation's locale."""
SUFFIXES = PLAIN_SUFFIXES | {".md", ".markdown", ".mdown", ".mkd", ".mdx"}
_KANA = re.compile(r"[\u3041-\u30ff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_LEAST_KANA = 0.1  # of kana to Latin words: a Japanese text full of names and code has more


class Job(NamedTuple):
    """An article and the file of its translation; `locale` is None where the file itself must tell."""

    article: Article
    translation: Path
    locale: str | None


def is_pattern(text: str) -> bool:
    """Whether an argument means many files. A file with such a name, `notes [1].md`, is that file."""
    return (any(sign in text for sign in "*?[") or PLACEHOLDER in text) and not Path(text).exists()


def jobs_of(
    project: Project, original: str, translation: str | None, locales: tuple[str, ...]
) -> tuple[list[Job], list[Problem]]:
    """Return what to align, and a problem for each file without a partner.

    Two files, or two patterns, or one pattern with `{locale}`; patterns are counted from the current folder.
    Raises UsageError where the arguments do not go together.
    """
    locale = locales[0] if len(locales) == 1 else None
    if translation is None:
        if PLACEHOLDER not in original:
            raise UsageError(
                Phrase("no translation given"),
                hint=Phrase("name the file, or give one pattern with {{locale}} in it"),
            )
        return _by_placeholder(project, original, locales)
    if is_pattern(original) != is_pattern(translation):
        raise UsageError(
            Phrase("one file and one pattern do not go together"), hint=Phrase("give two files or two patterns")
        )
    if len(locales) > 1:
        raise UsageError(Phrase("a translation has one locale"), hint=Phrase("give --locale once"))
    if is_pattern(original):
        return _paired(project, original, translation, locale)
    articles, problems = project.select([original])
    if len(articles) > 1:
        raise UsageError(
            Phrase("“{name}” names several articles", name=original),
            hint=Phrase("give one article, or patterns such as 'content/en/**/*.md' 'content/ja/**/*.md'"),
        )
    jobs = [Job(article, Path(translation).absolute(), locale) for article in articles]
    return jobs, problems + _articles_themselves(jobs, _by_file(project))


def _by_placeholder(project: Project, pattern: str, locales: tuple[str, ...]) -> tuple[list[Job], list[Problem]]:
    source = project.settings.source_locale
    jobs: list[Job] = []
    problems: list[Problem] = []
    for locale in locales or tuple(tag for tag in project.settings.locales if tag != source):
        found, faults = _paired(project, _filled(pattern, source), _filled(pattern, locale), locale)
        jobs += found
        problems += faults
    return jobs, problems


def _filled(pattern: str, locale: str) -> str:
    """A pattern for a locale, in the spelling (`en-GB`, `en_GB`, `en-gb`) of which there is any file."""
    spellings = dict.fromkeys([locale, locale.replace("-", "_"), locale.lower()])
    patterns = [pattern.replace(PLACEHOLDER, spelling) for spelling in spellings]
    return next((each for each in patterns if _files(each)), patterns[0])


def _files(pattern: str) -> list[Path]:
    base = Path(fixed_folder(pattern) or ("/" if pattern.startswith("/") else "."))
    rest = pattern.removeprefix(fixed_folder(pattern)).lstrip("/")
    try:
        found = base.glob(rest)
        return sorted(path for path in found if path.is_file())
    except (ValueError, NotImplementedError) as error:
        raise UsageError(
            Phrase("“{pattern}” is no pattern: {why}", pattern=pattern, why=error),
            hint=Phrase("** stands between slashes, as in content/ja/**/*.md"),
        ) from error


def _paired(project: Project, original: str, translation: str, locale: str | None) -> tuple[list[Job], list[Problem]]:
    by_file = _by_file(project)
    tags = {tag.lower() for tag in project.settings.locales} | {
        tag.partition("-")[0].lower() for tag in project.settings.locales
    }
    ours = [path for path in _files(original) if path.resolve() in by_file]
    theirs = _files(translation)
    both = {path.resolve() for path in ours} & {path.resolve() for path in theirs}
    foreign = {path for path in both if _tags_in(path, tags) - _source_tags(project)}
    ours = [path for path in ours if path.resolve() not in foreign]
    theirs = [path for path in theirs if path.resolve() not in both - foreign]
    if not ours:
        raise UsageError(
            Phrase("“{pattern}” matches no article of the project", pattern=original),
            hint=Phrase("the setting articles covers {patterns}", patterns=", ".join(project.settings.articles)),
        )
    keys = _keys(ours, fixed_folder(original), tags)
    partners = _keys(theirs, fixed_folder(translation), tags)
    jobs: list[Job] = []
    problems = project.articles()[1]
    for key, paths in keys.items():
        found = partners.pop(key, [])
        if len(paths) == len(found) == 1:
            jobs.append(Job(by_file[paths[0].resolve()], found[0].absolute(), locale))
        else:
            problems += _without_partner(paths, found)
    problems += [problem for found in partners.values() for problem in _without_partner([], found)]
    return jobs, problems + _articles_themselves(jobs, by_file)


def _by_file(project: Project) -> dict[Path, Article]:
    return {(project.root / article.path).resolve(): article for article in project.articles()[0]}


def _source_tags(project: Project) -> set[str]:
    source = project.settings.source_locale.lower()
    return {source, source.partition("-")[0]}


def _tags_in(path: Path, tags: set[str]) -> set[str]:
    """The locales that a file's name tells, or else its folders."""
    names = {part.lower().replace("_", "-") for part in path.name.split(".")[1:-1]} & tags
    return names or {part.lower().replace("_", "-") for part in path.parts[:-1]} & tags


def _articles_themselves(jobs: Iterable[Job], by_file: Mapping[Path, Article]) -> list[Problem]:
    """Warn of translations that the project would have translated in their turn."""
    what = Phrase("this translation is an article of its own, by the setting articles")
    hint = Phrase("narrow that setting to the originals, as in content/en/**/*.md, or move the translation")
    return [
        Problem(what, job.translation, hint=hint, severity="warning")
        for job in jobs
        if by_file.get(job.translation.resolve(), job.article) != job.article
    ]


def _keys(paths: Iterable[Path], folder: str, tags: set[str]) -> dict[tuple[str, ...], list[Path]]:
    """Files by their path below the folder, without what names a locale: `docs/x.ja.md` and `docs/ja/x.md` are one."""
    keys: defaultdict[tuple[str, ...], list[Path]] = defaultdict(list)
    for path in paths:
        below = path.relative_to(folder) if folder else path
        *folders, name = (part.lower() for part in below.parts)
        stem = [part for part in name.rpartition(".")[0].split(".") if part.replace("_", "-") not in tags]
        keys[(*(part for part in folders if part.replace("_", "-") not in tags), ".".join(stem))].append(path)
    return dict(keys)


def _without_partner(originals: list[Path], translations: list[Path]) -> list[Problem]:
    if originals and translations:
        what = Phrase("several files could be a pair: {names}", names=", ".join(map(str, [*originals, *translations])))
        return [Problem(what, originals[0].absolute(), hint=Phrase("align them one by one"), severity="warning")]
    ours, theirs = Phrase("there is no translation of it"), Phrase("there is no original of it")
    return [Problem(ours, path.absolute(), severity="warning") for path in originals] + [
        Problem(theirs, path.absolute(), severity="warning") for path in translations
    ]


def read_translation(project: Project, original: Document, path: Path, locale: str | None) -> tuple[Document, str]:
    """Read a translation made by hand; return it and what told its locale.

    Raises ArticleError for a file that cannot be read or is no translation of `original`, UsageError where nothing
    tells the locale.
    """
    if path.is_dir():
        raise UsageError(
            Phrase("{path} is a folder", path=path),
            hint=Phrase("give a file, or patterns such as 'content/en/**/*.md' 'content/ja/**/*.md'"),
        )
    if (project.root / original.path).resolve() == path.resolve():
        raise UsageError(Phrase("{path} is the original itself", path=path), hint=Phrase("name its translation"))
    if path.suffix.lower() not in SUFFIXES:
        raise ArticleError(
            Phrase("neither Markdown nor plain text, by its name"),
            path=path,
            hint=Phrase("save it as .md or .txt"),
        )
    if locale == original.locale:
        raise UsageError(
            Phrase("the original is in “{locale}” itself", locale=locale),
            hint=Phrase("give the --locale of the translation"),
        )
    source = read_source(path)
    tag, how = (locale, "--locale") if locale else _guessed(project, original, path, source)
    document = parse(source, path, replace(project.settings.read_options(), source_locale=tag))
    if not document.segments:
        raise ArticleError(Phrase("there is nothing translated in it"), path=path, hint=Phrase("is it the right file?"))
    _check_language(document, tag)
    return document, how


def _guessed(project: Project, original: Document, path: Path, source: str) -> tuple[str, str]:
    """The locale that the front matter, the file's name or the script tells, and which of these told it."""
    targets = project.target_locales(original)
    document = parse(source, path, project.settings.read_options())
    named = [document.metadata.get(key) for key in LOCALE_KEYS]
    told = [(value, "front matter") for value in named if isinstance(value, str)]
    told += [(part, "file name") for part in (*path.name.split(".")[1:-1], *reversed(path.parts[:-1]))]
    told.append((script_of(document) or "", "script"))
    for value, how in told:
        tag = _among(value, targets)
        if tag is not None:
            return tag, how
    if len(targets) == 1:
        return targets[0], "settings"
    raise UsageError(
        Phrase("nothing tells the locale of {path}", path=path),
        hint=Phrase("give --locale: {locales}", locales=", ".join(targets)),
    )


def _among(value: str, targets: Iterable[str]) -> str | None:
    """The target locale that a tag means: the same, or the only one of its language."""
    try:
        wanted = Locale.parse(value)
    except UsageError:
        return None
    same = [tag for tag in targets if Locale.parse(tag).language == wanted.language]
    return wanted.tag if wanted.tag in same else same[0] if len(same) == 1 else None


def script_of(document: Document) -> str | None:
    """Return the language in whose script a document's texts are written, `ja` or `en`; None if there is no letter."""
    text = "\n".join(segment.text for segment in document.segments)
    kana, latin = len(_KANA.findall(text)), len(_LATIN.findall(text))
    if kana > _LEAST_KANA * latin:
        return "ja"
    return "en" if latin else "ja" if has_japanese(text) else None


def _check_language(document: Document, locale: str) -> None:
    """Raise ArticleError for a text that is not in the language it should be in."""
    if document.locale != locale:
        raise ArticleError(
            Phrase("its front matter says locale: {found}, and not {locale}", found=document.locale, locale=locale),
            path=document.path,
            hint=Phrase("correct the front matter, or give --locale"),
        )
    script = script_of(document)
    if script is not None and script != locale.partition("-")[0]:
        raise ArticleError(
            Phrase("it should be in “{locale}”, and reads as “{script}”", locale=locale, script=script),
            path=document.path,
            hint=Phrase("is it the right file, and the right --locale?"),
        )
