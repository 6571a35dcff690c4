"""Published translations as corpora: what is measured on, read from the data beside the repository."""

from __future__ import annotations

import io
import json
import tarfile
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pytest
from tests.judges import shared_data

from taiyaku.alignment import align_documents
from taiyaku.catalog import po
from taiyaku.formats import parse
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from taiyaku.article.document import Segment

Half = Literal["tuned", "held out"]
HALVES: tuple[Half, Half] = ("tuned", "held out")
EVERY = 8
"""Of the library's catalogs one in so many is measured."""


class Texts(NamedTuple):
    """A text and its translation; `segment` where the original is an article."""

    source: str
    target: str
    segment: Segment | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of a corpus. Its running number decides whether checks may be tuned on it."""

    name: str
    texts: tuple[Texts, ...]
    half: Half


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents in two languages, `locales` those of source and target."""

    name: str
    papers: tuple[Paper, ...]
    locales: tuple[str, str] = ("en", "ja")
    is_news: bool = False
    is_technical: bool = False
    missing: str = field(default="", kw_only=True)

    @property
    def direction(self) -> str:
        """From which language into which."""
        return "→".join(locale.upper() for locale in self.locales)


def swapped(corpus: Corpus) -> Corpus:
    """Return a corpus read in the other direction. Segments of the original do not fit, and are left out."""
    papers = tuple(
        replace(paper, texts=tuple(Texts(target, source) for source, target, _ in paper.texts))
        for paper in corpus.papers
    )
    return replace(corpus, papers=papers, locales=(corpus.locales[1], corpus.locales[0]))


def sample(corpus: Corpus, one_in: int) -> Corpus:
    """Return a corpus of one in so many of the documents of each half."""
    return replace(corpus, papers=tuple(paper for n, paper in enumerate(corpus.papers) if n // 2 % one_in == 0))


def find(relative: str) -> Path | None:
    """Return a file of the data, None where it is not here."""
    try:
        return shared_data(relative)
    except pytest.skip.Exception:
        return None


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def half_of(number: int) -> Half:
    """Return the half that a running number, from 0, belongs to."""
    return HALVES[number % 2]


def papers_of(texts: Iterable[tuple[str, Texts]]) -> tuple[Paper, ...]:
    """Return texts with the names of their documents as documents, numbered in order of appearance."""
    documents: dict[str, list[Texts]] = {}
    for name, text in texts:
        documents.setdefault(name, []).append(text)
    return tuple(Paper(name, tuple(found), half_of(number)) for number, (name, found) in enumerate(documents.items()))


def _from_lines(path: Path, key: str = "doc") -> tuple[Paper, ...]:
    return papers_of((row[key], Texts(row["src"], row["tgt"])) for row in rows(path))


def _from_posts(manifest: Path) -> tuple[Paper, ...]:
    return papers_of((row["slug"], text) for row in rows(manifest) for text in _aligned(manifest.parent, row["slug"]))


def _aligned(folder: Path, slug: str) -> Iterator[Texts]:
    """Yield the texts of a post with their translations, where it is sure which is whose."""
    original, translation = (
        parse((folder / f"{slug}.{locale}.md").read_bytes().decode(), Path("x.md"), ReadOptions(locale))
        for locale in ("en", "ja")
    )
    for pair in align_documents(original, translation).pairs:
        if len(pair.original) == len(pair.translation) == 1 and (not pair.doubtful or pair.contradictory):
            segment = original.segments[pair.original[0]]
            yield Texts(segment.text, translation.segments[pair.translation[0]].text, segment)


def _from_catalog(path: Path) -> tuple[Paper, ...]:
    """Return the translated entries of a catalog, by the last of the files in which each is found."""
    return papers_of(
        (message.references[-1].partition(":")[0] if message.references else "", Texts(message.msgid, message.msgstr))
        for message in po.read(path).catalog.messages
        if message.msgid and message.msgstr and not message.fuzzy and not message.obsolete
    )


def _from_archive(path: Path) -> tuple[Paper, ...]:
    """Return every so many of an archive's catalogs."""
    texts = []
    with tarfile.open(path) as archive, tempfile.TemporaryDirectory() as folder:
        members = sorted((member for member in archive if member.name.endswith(".po")), key=lambda one: one.name)
        for member in members[::EVERY]:
            stream = archive.extractfile(member) or io.BytesIO()
            catalog = Path(folder) / "one.po"
            catalog.write_bytes(stream.read())
            texts += [(member.name, text) for paper in _from_catalog(catalog) for text in paper.texts]
    return papers_of(texts)


_SETS: tuple[tuple[str, str, Callable[[Path], tuple[Paper, ...]]], ...] = (
    ("news (NTREX)", "ntrex_a.jsonl", _from_lines),
    ("technical posts (OpenTelemetry)", "otel_blog_to2024.jsonl", _from_lines),
    ("technical articles", "md_articles.jsonl", _from_lines),
    ("Markdown posts", "markdown_pairs/manifest.jsonl", _from_posts),
    ("meetings (AMI)", "ami.jsonl", _from_lines),
    ("a course (Comprehensive Rust)", "po/comprehensive-rust.ja.po", _from_catalog),
    ("Python's library", "po/python-docs-library.tar.xz", _from_archive),
    ("names (CLDR)", "names_cldr.jsonl", lambda path: _from_lines(path, "category")),
)


def corpora(wanted: str = "") -> Iterator[Corpus]:
    """Yield the corpora with a word in their names; one that is not here has no papers, and says what is missing."""
    for name, relative, read in _SETS:
        if wanted.lower() not in name.lower():
            continue
        path = find(relative)
        if path is None:
            yield Corpus(name, (), missing=relative)
        else:
            kinds = relative.startswith("ntrex"), relative.startswith(("otel", "md_"))
            yield Corpus(name, read(path), is_news=kinds[0], is_technical=kinds[1])
