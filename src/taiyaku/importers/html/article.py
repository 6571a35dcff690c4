"""HTML -> Imported: what is where, from the page to the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from taiyaku.errors import Phrase, UnreadableError
from taiyaku.importers.html.blocks import BlockWriter
from taiyaku.importers.html.context import Context, Remarks, excerpt
from taiyaku.importers.html.layout import joined, prefixed
from taiyaku.importers.html.locate import article_body, lead_figures
from taiyaku.importers.html.metadata import find_metadata
from taiyaku.importers.html.names import is_hidden
from taiyaku.importers.html.notes import take_notes
from taiyaku.importers.html.proof import letters_of_markdown, letters_of_page, report_difference
from taiyaku.importers.html.prune import prune
from taiyaku.importers.html.tree import parse
from taiyaku.importers.html.weights import letters
from taiyaku.importers.imported import Imported

if TYPE_CHECKING:
    from taiyaku.importers.html.metadata import Found
    from taiyaku.importers.html.notes import Notes
    from taiyaku.importers.html.tree import Element, Page

_MACHINE = re.compile(r"/?wp:|\[if|<!\[|(?:Start|End)Fragment|/?ko\b|\$|/?\w+\Z|[\W_]*\Z")
"""Comments that programs write: of editors, of word processors, of frameworks."""


def from_html(text: str) -> Imported:
    """Import a page, of which the article is taken, or a fragment of one, which is taken whole.

    Nothing is fetched and nothing is run. Raises UnreadableError where the HTML is too long or nested too deeply, or
    where there is no text in it.
    """
    page = parse(text)
    remarks = Remarks(text)
    article = article_body(page.root) if page.is_whole else (page.root.first("body") or page.root)
    found = find_metadata(page, article, remarks)
    for element in found.shown:
        element.remove()
    if page.is_whole:
        _narrowed(article, found, page.root, remarks)
    if found.headline is not None:
        found.headline.remove()
    _report_comments(page, article, remarks)
    notes = take_notes(article, page.root)
    for heading in notes.headings:
        remarks.add(Phrase("the heading of the footnotes was left out: {text}", text=heading))
    context = _context(page, article, notes, remarks, found)
    expected = letters_of_page([article, *notes.bodies.values()], context)
    body = _written(article, notes, context)
    if not body and not found.values.get("title"):
        raise UnreadableError(
            Phrase("there is no text in the HTML"),
            hint=Phrase("where scripts write the text, save the page from the browser as it is shown"),
        )
    if context.relative:
        what = Phrase("links and images have addresses that only the site knows: {count}", count=context.relative)
        remarks.add(what, doubtful=True)
    report_difference(expected, letters_of_markdown(body), remarks)
    return Imported(found.values, body, remarks.all(), tuple(context.pictures.values()), dict(context.roles))


def _narrowed(article: Element, found: Found, root: Element, remarks: Remarks) -> None:
    """Take out of a page's article what is not of it, and tell that and how much was around it."""
    around = letters(root.first("body") or root) - letters(article)
    if around > 0:
        remarks.add(Phrase("left out around the article, letters: {count}", count=around))
    figures = lead_figures(article)
    for dropped in prune(article, found.headline):
        sample = excerpt(" ".join(dropped.element.without(is_hidden)) or dropped.element.text())
        if sample:
            remarks.add(Phrase("left out, {why}: {text}", why=dropped.why, text=sample), doubtful=dropped.doubtful)
    for figure in figures:
        figure.parent = article
    article.children = [*figures, *article.children]


def _report_comments(page: Page, article: Element, remarks: Remarks) -> None:
    """Tell of comments that a person wrote."""
    inside = {*article.elements()}
    for element, comment in page.comments:
        if element in inside and not _MACHINE.match(comment):
            remarks.add(Phrase("a comment was left out: {text}", text=excerpt(comment)), at=comment)


def _context(page: Page, article: Element, notes: Notes, remarks: Remarks, found: Found) -> Context:
    values = found.values
    address, locale, title = (str(values.get(key, "")) for key in ("source_url", "locale", "title"))
    base = page.root.first("base")
    return Context(
        locale=locale or "en",
        remarks=remarks,
        address=address,
        base=urljoin(address, base.get("href")) if base is not None and base.get("href") else address,
        title=title,
        notes=notes.labels,
        anchors=_anchors(article),
    )


def _anchors(article: Element) -> frozenset[str]:
    """Return the ids of headings that the article itself links to."""
    aims = {link.get("href")[1:] for link in article.all("a") if link.get("href").startswith("#") and link.text()}
    headings = article.all("h1", "h2", "h3", "h4", "h5", "h6")
    return frozenset(heading.get("id") for heading in headings if heading.get("id") in aims)


def _written(article: Element, notes: Notes, context: Context) -> str:
    blocks = BlockWriter(context).write(article)
    parts = [joined(blocks)] if blocks else []
    for label, note in notes.bodies.items():
        inside = BlockWriter(context, "footnote").write(note)
        parts.append(prefixed(joined(inside), f"[^{label}]: ", "    "))
    return "\n\n".join(parts) + "\n" if parts else ""
