"""Articles -> templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.catalog import po
from taiyaku.catalog.template import make_template
from taiyaku.errors import CatalogError, Phrase, SaveError
from taiyaku.files import present_bytes, safe_write
from taiyaku.workflow.articles import for_each, ignore

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.errors import Problem
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.articles import OnProgress, Outcome

_DATES = re.compile(rb'^"(?:POT-Creation|PO-Revision)-Date: .*\n', re.MULTILINE)


class Extracted(NamedTuple):
    """What was done for one article. `old` and `new` are the template's text before and after."""

    article: Article
    path: Path
    status: Literal["new", "changed", "unchanged"]
    messages: int
    old: str
    new: str
    problems: tuple[Problem, ...] = ()


def extract(
    project: Project,
    names: Iterable[str] = (),
    *,
    now: datetime,
    dry_run: bool = False,
    progress: OnProgress = ignore,
) -> Outcome[Extracted]:
    """Write the template of every article that `names` name. With `dry_run` nothing is written."""
    articles, problems = project.select(names)

    def one(article: Article) -> Extracted:
        document = project.read(article)
        return write_template(project, article, document, now=now, dry_run=dry_run)

    outcome = for_each(articles, one, problems, progress)
    outcome.problems.extend(problem for result in outcome.results for problem in result.problems)
    return outcome


def template_of(article: Article, document: Document, now: datetime) -> Catalog:
    """Return the template of an article."""
    return make_template(
        document.segments,
        reference=article.path.as_posix(),
        source_locale=document.locale,
        project=article.slug,
        now=now,
    )


def write_template(
    project: Project, article: Article, document: Document, *, now: datetime, dry_run: bool
) -> Extracted:
    """Write the template of one article, unless it says the same already."""
    path = project.template_path(article.slug)
    file = project.root / path
    template = template_of(article, document, now)
    old = present_bytes(file)
    new = po.dump(template).encode()
    if old is not None and _DATES.sub(b"", old) == _DATES.sub(b"", new):
        new = old  # the dates say when a message last changed
    status: Literal["new", "changed", "unchanged"] = "new" if old is None else "changed" if old != new else "unchanged"
    if status == "changed" and old is not None:
        _refuse_catalog(old, path)
    if status != "unchanged" and not dry_run:
        safe_write(file, new, durable=False)
    texts = (b"" if old is None else old, new)
    shown_old, shown_new = (text.decode("utf-8", "replace") for text in texts)
    return Extracted(article, path, status, len(template.messages), shown_old, shown_new, document.problems)


def _refuse_catalog(old: bytes, path: Path) -> None:
    """Raise SaveError if the file in the template's place holds translations: it is a catalog, and no template."""
    try:
        messages = po.parse(old, path).catalog.messages
    except CatalogError:
        return  # whatever it was, no program could read a translation in it
    if any(message.has_translation for message in messages):
        raise SaveError(
            Phrase("there is a catalog with translations where the template should go"),
            path=path,
            hint=Phrase("move it, or change the setting templates; nothing was written"),
        )
