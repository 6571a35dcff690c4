"""The letters of a page's article against those of the Markdown made of it: none may be lost or invented."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.html_attributes import take_heading_attributes
from taiyaku.formats.markdown.tree import descendants, tree
from taiyaku.importers.html.left_out import image_title, is_left_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.importers.html.context import Context, Remarks
    from taiyaku.importers.html.tree import Element


def letters_of_page(elements: Iterable[Element], context: Context) -> Counter[str]:
    """Count the letters and digits that are to be found again."""
    count: Counter[str] = Counter()
    for element in elements:
        for text in element.without(lambda part: is_left_out(part, context)):
            count.update(filter(str.isalnum, text))
        for image in element.all("img"):
            count.update(filter(str.isalnum, image_title(image, context)))
    return count


def letters_of_markdown(markdown: str) -> Counter[str]:
    """Count the letters and digits that taiyaku reads in Markdown: texts, code and captions."""
    count: Counter[str] = Counter()
    for node in descendants(root := tree(events(markdown))):
        if node.kind == "Heading":
            take_heading_attributes(node)
    path = [*root.children]
    while path:
        node = path.pop()
        if node.kind in {"Text", "Code"}:
            count.update(filter(str.isalnum, node.detail))
        elif node.kind == "Image":
            count.update(filter(str.isalnum, node.detail["title"]))
            continue
        path += node.children
    return count


def report_difference(expected: Counter[str], found: Counter[str], remarks: Remarks) -> None:
    """Say how many letters are missing, and how many are too many, if any are."""
    lost, added = expected - found, found - expected
    if lost or added:
        remarks.add(
            Phrase(
                "compare the article with the page: letters missing: {lost} ({missing}), added: {added} ({more})",
                lost=lost.total(),
                missing="".join(sorted(lost))[:40],
                added=added.total(),
                more="".join(sorted(added))[:40],
            ),
            doubtful=True,
        )
