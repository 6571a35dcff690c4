"""What a Word document says of itself. Templates keep titles and authors of others: nothing is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.imported import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.importers.docx_xml import Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TITLE = Phrase("the file’s properties name a title, which templates keep from other texts: “{text}”")
_KINDS = (
    (f"{_DC}creator", Phrase("the file’s properties name an author, who may be that of the template: {text}")),
    (f"{_CP}lastModifiedBy", Phrase("the file’s properties say who saved it last: {text}")),
    (f"{_TERMS}created", Phrase("the file’s properties say when it was begun: {text}")),
    (f"{_TERMS}modified", Phrase("the file’s properties say when it was saved: {text}")),
    (f"{_DC}language", Phrase("the file’s properties name a language: {text}")),
)


def remarks_on_properties(core: Element | None, title: str) -> Iterator[Remark]:
    """Yield what the core properties say, as candidates for the front matter. `title` is that of the text."""
    if core is None:
        return
    said = (core.findtext(f"{_DC}title") or "").strip()
    if said and said != title:
        yield Remark(_TITLE.filled(text=said), doubtful=not title)
    for name, template in _KINDS:
        text = (core.findtext(name) or "").strip()
        if text:
            is_date = name.startswith(_TERMS)
            yield Remark(template.filled(text=text[:10] if is_date else text), doubtful=name == f"{_DC}creator")
