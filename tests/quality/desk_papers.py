"""Articles in one language, as the desk has them before anybody translates: what the source checks are measured on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.quality.corpora import Half, find, half_of, rows

from taiyaku.article.document import Document, Segment
from taiyaku.checks.assemble import House
from taiyaku.checks.registry import chosen
from taiyaku.checks.settings import CheckSettings
from taiyaku.checks.subject import article_subject
from taiyaku.formats import parse
from taiyaku.formats.options import ReadOptions
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taiyaku.checks.report import Found

_HOUSE = House(CheckSettings(), CheckSettings().style)
_SOURCE = tuple(check for check in chosen(_HOUSE.settings) if check.scope == "source")
_ROLES = {"ul/li/p": "item", "ol/li/p": "item", "ul/li/ul/li/p": "item", "blockquote/p": "quote", "p": "paragraph"}


class DeskPaper(NamedTuple):
    """A document in one language: its texts and their roles. `date` is the day of publication, where there is one."""

    name: str
    language: str
    texts: tuple[tuple[str, str], ...]
    half: Half
    date: str = ""

    def with_text(self, index: int, text: str) -> DeskPaper:
        """Return the paper with one text changed."""
        texts = [(text, role) if place == index else (old, role) for place, (old, role) in enumerate(self.texts)]
        return self._replace(texts=tuple(texts))


class DeskSet(NamedTuple):
    """Papers of one kind; `missing` says which file is not here."""

    name: str
    papers: tuple[DeskPaper, ...]
    missing: str = ""


def desk_findings(paper: DeskPaper) -> list[Found]:
    """Return what the source checks say of a paper, by the functions that `taiyaku check` uses; notes, too."""
    from taiyaku.checks.judge import judge

    segments = [
        # A name of its own keeps a text that is there twice from being looked at once.
        Segment(text, Span(0, len(text)), role, name=str(number))
        for number, (text, role) in enumerate(paper.texts)
    ]
    other = "en" if paper.language == "ja" else "ja"
    document = Document(Path("x.md"), paper.language, "", {"date": paper.date}, tuple(segments))
    subject = article_subject(document, "x", {}, other, _HOUSE)
    return list(judge(subject, _HOUSE, frozenset(), _SOURCE).findings)


def desk_sets() -> Iterator[DeskSet]:
    """Yield the sets, each document once in English and once in Japanese, both in the same half."""
    for name, relative, read in (
        ("news (NTREX)", "ntrex_a.jsonl", _from_lines),
        ("technical articles", "md_articles.jsonl", _from_lines),
        ("Markdown posts", "markdown_pairs/manifest.jsonl", _from_posts),
    ):
        path = find(relative)
        yield DeskSet(name, tuple(read(path)) if path else (), "" if path else relative)


def _from_lines(path: Path) -> Iterator[DeskPaper]:
    documents: dict[str, list[dict[str, str]]] = {}
    for row in rows(path):
        documents.setdefault(row["doc"], []).append(row)
    for number, (name, lines) in enumerate(documents.items()):
        roles = [_ROLES.get(row.get("block", "p"), "heading") for row in lines]
        for language, key in (("en", "src"), ("ja", "tgt")):
            texts = tuple(zip((row[key] for row in lines), roles, strict=True))
            yield DeskPaper(name, language, texts, half_of(number))


def _from_posts(manifest: Path) -> Iterator[DeskPaper]:
    for number, row in enumerate(rows(manifest)):
        for language in ("en", "ja"):
            path = manifest.parent / f"{row['slug']}.{language}.md"
            document = parse(path.read_bytes().decode(), Path("x.md"), ReadOptions(language))
            texts = tuple((segment.text, segment.role) for segment in document.segments)
            yield DeskPaper(row["slug"], language, texts, half_of(number))


def of_half(papers: Iterable[DeskPaper], half: Half, language: str) -> list[DeskPaper]:
    """Return the papers of a half in a language."""
    return [paper for paper in papers if paper.half == half and paper.language == language]
