"""Pages to import: published articles as HTML, inside of what sites put around them; and how they are compared."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.front_matter import read_front_matter
from taiyaku.formats.markdown.html import HtmlOptions, render
from taiyaku.formats.markdown.read import read
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.article.document import Document
    from taiyaku.importers.imported import Imported

SHELLS = Path(__file__).parent / "html" / "shells"


class Article(NamedTuple):
    """An article: its title, its text as HTML, and the document that it was made of."""

    name: str
    title: str
    html: str
    document: Document


class Comparison(NamedTuple):
    """How many segments were expected, those missing and those too many."""

    expected: int
    missing: list[tuple[str, str]]
    extra: list[tuple[str, str]]


def article(path: Path) -> Article:
    """Read an article in Markdown; its dialects are taken off first, since no HTML has them."""
    source = path.read_text(encoding="utf-8")
    locale = "ja" if ".ja." in path.name else "en"
    front = read_front_matter(source, path, locale)
    body = source[front.end :]
    title = front.values.get("title")
    if not isinstance(title, str):  # a page has its headline once, outside of the text
        heading = re.search(r"^# ([^{\n]+).*\n", body, re.MULTILINE)
        title, body = (heading[1].strip(), body.replace(heading[0], "", 1)) if heading else ("An article", body)
    options = HtmlOptions(figures=True, ruby=True, heading_attributes=True, footnote_section=True, locale=locale)
    html = render(events(body), options)
    document = read(body, Path("a.md"), ReadOptions(source_locale=locale))
    return Article(path.name, title, html, document)


def in_shell(article: Article, shell: Path) -> str:
    """Return the page of a site with an article in it, in three parts where the site cuts articles."""
    blocks = re.split(r"\n(?=<h2)", article.html)  # never inside of a list
    third = len(blocks) // 3
    parts = {
        "@TITLE@": escape(article.title),
        "@BODY@": article.html,
        "@BODY1@": "\n".join(blocks[:third]),
        "@BODY2@": "\n".join(blocks[third : 2 * third]),
        "@BODY3@": "\n".join(blocks[2 * third :]),
    }
    return re.sub("|".join(parts), lambda match: parts[match[0]], shell.read_text(encoding="utf-8"))


def document_of(imported: Imported, locale: str) -> Document:
    """Read what was imported as an article, its title in the front matter."""
    title = json.dumps(imported.metadata.get("title", ""), ensure_ascii=False)
    return read(f"---\ntitle: {title}\n---\n\n{imported.body}", Path("a.md"), ReadOptions(source_locale=locale))


def without_addresses(text: tuple[str, str]) -> tuple[str, str]:
    """Return a role and its HTML without the addresses, which a page makes absolute."""
    return text[0], re.sub(r'(?:href|src)="[^"]*"', "", text[1])


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """Yield role and HTML of each segment, so that two ways of writing the same Markdown are equal.

    What is nothing but code is left out: with `{#id}` behind it taiyaku takes it for a text, else not.
    """
    definitions = "\n".join(re.findall(r"^ {0,3}\[[^\]^]+\]:.*(?:\n[ \t]+\S.*)*", document.source, re.MULTILINE))
    for segment in document.segments:
        html = render(events(f"{segment.text}\n\n{definitions}"))
        if not re.fullmatch(r"<p><code>[^<]*</code></p>\s*", html):
            yield segment.role, " ".join(html.replace("\u00a0", " ").split())


def compared(wanted: Document, found: Document) -> Comparison:
    """Compare the segments of two documents."""
    expected, got = Counter(texts(wanted)), Counter(texts(found))
    return Comparison(expected.total(), [*(expected - got).elements()], [*(got - expected).elements()])
