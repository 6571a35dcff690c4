"""The page of `taiyaku changes`: one file without script, typeset like the bilingual edition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from taiyaku.messages import translator
from taiyaku.reporters.words import is_open, remarks, role_of, summary, waiting, what_happened, what_waits
from taiyaku.text.width import visible
from taiyaku.theme.environment import ASSETS, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from taiyaku.catalog.passages import ArticleChanges, Passage

TEMPLATES = Path(__file__).parent / "templates"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """A passage on the page. `source` and `target` are its parts: (kind, text)."""

    id: str
    number: int | None
    what: tuple[str, ...]
    waits: str
    place: str
    source: tuple[tuple[str, str], ...]
    target: tuple[tuple[str, str], ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Section:
    """An article on the page, for one locale. `groups` are its rows, neighbours that are all changed or all not."""

    id: str
    title: str
    changes: ArticleChanges
    remarks: tuple[str, ...]
    summary: tuple[str, ...]
    waiting: tuple[tuple[str, tuple[Row, ...]], ...]
    numbers: tuple[tuple[str, str, bool, Row], ...]  # old, new, whether it is still to be put into the translation
    groups: tuple[tuple[Row, ...], ...]


def changes_page(
    articles: Iterable[ArticleChanges],
    language: str,
    *,
    now: datetime,
    revision: str = "",
    when: datetime | None = None,
) -> str:
    """Return the page in the reader's `language`. `revision` and `when` are those of `--since`, where it was given."""
    gettext = translator(language)
    sections = [_section(article, gettext) for article in articles if article.any]
    return Theme(templates=TEMPLATES).render(
        "changes.html",
        _=gettext,
        lang=language,
        sections=sections,
        now=f"{now:%Y-%m-%d %H:%M}",
        revision=revision,
        when=f"{when:%Y-%m-%d %H:%M}" if when else "",
        style=Markup(_styles()),  # noqa: S704 (our own stylesheets)
    )


def _styles() -> str:
    sheets = [(ASSETS / name).read_text(encoding="utf-8") for name in ("taiyaku.css", "changes.css")]
    return _COMMENT.sub("", "\n".join(sheets))


def _section(article: ArticleChanges, gettext: Callable[[str], str]) -> Section:
    id_ = f"{article.slug}-{article.locale}"
    rows = [
        (passage, _row(passage, f"{id_}-{passage.number or f'removed-{index}'}", article, gettext))
        for index, passage in enumerate(article.passages, 1)
    ]
    by_key = {passage.key: row for passage, row in rows if passage.number}
    return Section(
        id=id_,
        title=visible(article.title),
        changes=article,
        remarks=tuple(visible(phrase.translated(gettext)) for phrase in remarks(article)),
        summary=tuple(phrase.translated(gettext) for phrase in summary(article)),
        waiting=tuple(
            (work.translated(gettext), tuple(by_key[passage.key] for passage in passages))
            for work, passages in waiting(article)
        ),
        numbers=tuple(
            (number.old, number.new, is_open(passage, number), by_key[passage.key])
            for passage, number in article.numbers
        ),
        groups=tuple(_groups(row for _, row in rows)),
    )


def _groups(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    group: list[Row] = []
    for row in rows:
        if group and group[-1].changed != row.changed:
            yield tuple(group)
            group = []
        group.append(row)
    if group:
        yield tuple(group)


def _row(passage: Passage, id_: str, article: ArticleChanges, gettext: Callable[[str], str]) -> Row:
    said = (role_of(passage), *what_happened(passage))
    waits = what_waits(passage) if passage.changed else None
    return Row(
        id=id_,
        number=passage.number,
        what=tuple(phrase.translated(gettext) for phrase in said if phrase is not None),
        waits=waits.translated(gettext) if waits else "",
        place=_place(passage, article),
        source=tuple((piece.kind, visible(piece.text)) for piece in passage.difference)
        if passage.kind != "same"
        else (("same", visible(passage.source)),),
        target=_target(passage),
        changed=passage.changed,
    )


def _target(passage: Passage) -> tuple[tuple[str, str], ...]:
    if not passage.translation.strip() and not passage.old_translation.strip():
        return ()
    return tuple((f"{kind} look" if look else kind, visible(text)) for kind, text, look in passage.marked_translation)


def _place(passage: Passage, article: ArticleChanges) -> str:
    """Return where to edit a passage: in the catalog, or in the article while the catalog does not have it."""
    if passage.catalog_position:
        return f"{article.catalog.as_posix()}:{passage.catalog_position.line}"
    return f"{article.path.as_posix()}:{passage.article_position.line}" if passage.article_position else ""
