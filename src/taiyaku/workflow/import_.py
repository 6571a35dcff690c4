"""Importing: what a newsroom gets, made into an article of the project for a person to look over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase, TaiyakuError, UnreadableError, UsageError
from taiyaku.files import present_bytes, safe_write
from taiyaku.importers.front_matter import front_matter, missing
from taiyaku.importers.imported import Imported, Remark
from taiyaku.importers.slug import propose_slug
from taiyaku.importers.sniff import kind_of
from taiyaku.project.slugs import check_slug, fixed_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from taiyaku.importers.sniff import Kind
    from taiyaku.project.project import Project

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user said about an article: its slug, locale, title and date, how to read it, "" for nothing."""

    slug: str = ""
    locale: str = ""
    title: str = ""
    date: str = ""
    encoding: str = ""
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article as imported. `path` is from the project's root, `old` what stands there, None where nothing does.

    `encoding` is "" where the format has none of its own. `asked` are the keys that a person has to fill in.
    """

    path: Path
    text: str
    kind: Kind
    encoding: str
    imported: Imported
    asked: tuple[str, ...]
    old: str | None = None

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was seen and done, doubtful things last."""
        return tuple(sorted(self.imported.remarks, key=lambda remark: remark.doubtful))


def import_article(project: Project, name: str, content: bytes, wishes: Wishes) -> ImportedArticle:
    """Read `content` (of the file `name`, `-` for no file) as an article of the project. Nothing is written.

    Raises TaiyakuError for what cannot be read, and for a place where the article cannot stand.
    """
    kind = wishes.kind or kind_of(content, name)
    source = Path("stdin" if name == STDIN else name)
    try:
        imported, text, encoding = _read(kind, content, source, wishes)
    except TaiyakuError as error:
        if error.problem.path is None:
            error.problem = replace(error.problem, path=source)
        raise
    locale = str(imported.metadata["locale"])
    if locale not in project.settings.locales:
        raise UsageError(
            Phrase("the project has no locale “{locale}”", locale=locale),
            path=source,
            hint=Phrase("it has {locales}; --locale names the article's", locales=", ".join(project.settings.locales)),
        )
    path = _place(project, _slug(imported, wishes, name))
    if not text:
        text = front_matter(imported) + "\n" + imported.body
    old = present_bytes(project.root / path)
    asked = missing(imported)
    return ImportedArticle(
        path, text, kind, encoding, imported, asked, None if old is None else old.decode("utf-8", "replace")
    )


def write_article(project: Project, article: ImportedArticle, *, force: bool) -> tuple[Path, ...]:
    """Write an imported article and its pictures; return their paths from the root.

    Raises UsageError before anything is written if it would take the place of something else, unless `force`.
    """
    files = {article.path.parent / picture.path: picture.content for picture in article.imported.pictures}
    files[article.path] = article.text.encode()
    for path, content in files.items():
        _check_inside(path, article.path.parent)
        present = present_bytes(project.root / path)
        if not force and present not in {None, content}:
            raise UsageError(
                Phrase("{path} exists already", path=path),
                hint=Phrase("--force replaces it, --slug gives the article another name; nothing was changed"),
            )
    for path, content in files.items():
        safe_write(project.root / path, content)
    return tuple(files)


def _check_inside(path: Path, folder: Path) -> None:
    if path.is_absolute() or ".." in path.parts or not path.is_relative_to(folder):
        raise UsageError(Phrase("{path} leads out of the folder of the article", path=path))


def _read(kind: Kind, content: bytes, source: Path, wishes: Wishes) -> tuple[Imported, str, str]:
    """Return the article, its whole text where that is given already, and its encoding."""
    if kind == "docx":
        from taiyaku.importers.docx import from_docx

        return _settled(from_docx(content, path=source), wishes), "", ""
    from taiyaku.importers.decode import decode

    decoded = decode(content, wishes.encoding or None, path=source)
    given = {key: value for key, value in (("title", wishes.title), ("date", wishes.date)) if value}
    text = ""
    if kind == "markdown":
        from taiyaku.importers.markdown import from_markdown

        imported, text = from_markdown(decoded.text, source, wishes.locale or None, given)
    elif kind == "html":
        from taiyaku.importers.html import from_html

        imported = from_html(decoded.text)
    else:
        from taiyaku.importers.paste import from_paste

        imported = from_paste(decoded.text, wishes.locale or None)
        if not imported.roles:
            raise UnreadableError(Phrase("there is no text in it"), path=source)
    imported = replace(imported, remarks=(*decoded.remarks, *imported.remarks))
    return _settled(imported, wishes), text, decoded.encoding


def _settled(imported: Imported, wishes: Wishes) -> Imported:
    """Return an article as the user wishes it, with a locale at any rate."""
    from taiyaku.importers.paste import language_of

    wanted = {"title": wishes.title, "date": wishes.date, "locale": wishes.locale}
    metadata = {**imported.metadata, **{key: value for key, value in wanted.items() if value}}
    metadata.setdefault("locale", language_of(imported.body))
    return replace(imported, metadata=metadata, remarks=(*imported.remarks, *_replaced(imported, wanted)))


def _replaced(imported: Imported, wanted: Mapping[str, str]) -> Iterator[Remark]:
    """Tell of what was found and gave way to what the user said."""
    for key in ("title", "date"):
        found = imported.metadata.get(key)
        if found and wanted[key] and found != wanted[key]:
            yield Remark(
                Phrase("the {key} that was found gave way to the one you gave: “{removed}”", key=key, removed=found)
            )


def _slug(imported: Imported, wishes: Wishes, name: str) -> str:
    if wishes.slug:
        return wishes.slug
    given = imported.metadata.get("slug")
    if given:
        return str(given)
    title, date = (_text(imported.metadata, key) for key in ("title", "date"))
    return propose_slug(title, date, "" if name == STDIN else Path(name).name.partition(".")[0])


def _text(metadata: Mapping[str, str | tuple[str, ...]], key: str) -> str:
    value = metadata.get(key, "")
    return value if isinstance(value, str) else " ".join(value)


def _place(project: Project, slug: str) -> Path:
    """Return where an article of this slug lies by the setting `articles`. Raises UsageError where none can lie."""
    pattern = next((pattern for pattern in project.settings.articles if pattern.endswith(".md")), None)
    if pattern is None:
        raise UsageError(
            Phrase(
                "the setting articles has no pattern for Markdown: {patterns}",
                patterns=", ".join(project.settings.articles),
            ),
            hint=Phrase("add one, as source_text/**/*.md"),
        )
    *folders, file = pattern.split("/")
    below = folders[len([part for part in fixed_folder(pattern).split("/") if part]) :]
    parts = [part.replace("*", slug) for part in below if part != "**"]
    path = Path(fixed_folder(pattern), *parts, file.replace("*", slug))
    check_slug(slug, path)
    articles, _ = project.articles()
    other = next((article for article in articles if article.slug == slug and article.path != path), None)
    if other is not None:
        raise UsageError(
            Phrase("there is an article “{slug}” already: {path}", slug=slug, path=other.path),
            hint=Phrase("choose another name with --slug"),
        )
    return path
