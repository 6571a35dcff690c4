"""An imported article, read back as taiyaku reads every article."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.formats import parse
from taiyaku.formats.markdown.events import each_event
from taiyaku.formats.markdown.tree import TEXTS, descendants, tree
from taiyaku.formats.options import ReadOptions
from taiyaku.importers.front_matter import front_matter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.article.document import Document
    from taiyaku.importers.imported import Imported


def article_of(imported: Imported) -> Document:
    """Read the article that an import writes."""
    return parse(front_matter(imported) + "\n" + imported.body, Path("article.md"), ReadOptions())


def cases(name: str) -> list[str]:
    """Return the lines of a file of cases, comments left out."""
    path = Path(__file__).parent / "cases" / name
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


def letters(texts: Iterable[str]) -> Counter[str]:
    """Count the letters and digits of texts."""
    return Counter(char for text in texts for char in text if char.isalnum())


def letters_out(imported: Imported) -> Counter[str]:
    """Count the letters that a reader of the article sees, and those that a remark says were taken out."""
    document = article_of(imported)
    values = [imported.metadata.get(key, "") for key in ("title", "deck", "byline", "staff")]
    root = tree(each_event(document.source[document.body :]))
    shown = [node.detail for node in descendants(root) if node.kind in TEXTS]
    removed = [str(remark.what.parameters.get("removed", "")) for remark in imported.remarks]
    return letters([str(value) for value in values] + shown + removed)
