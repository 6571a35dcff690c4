"""What is wrong in the front matter that pages are made from: readers would not see what its author meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from taiyaku.article.equivalents import KEY
from taiyaku.editions import corrections
from taiyaku.editions.pictures import given
from taiyaku.errors import Phrase, Problem
from taiyaku.formats import addresses_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.article.document import Document

_FORM = Phrase("write it as links: {{ja: {{ADDRESS: ADDRESS}}}}")


def front_matter_faults(document: Document, locales: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each correction and each address for another language that no edition in `locales` has."""
    yield from corrections.faults(document.metadata, locales, document.path)
    tables = document.metadata.get(KEY)
    if not tables:
        return
    if not isinstance(tables, Mapping) or not all(isinstance(table, Mapping) for table in tables.values()):
        what = Phrase("“links” does not say what takes the place of what")
        yield Problem(what, document.path, hint=_FORM, severity="warning")
        return
    known = {*locales, *(locale.partition("-")[0] for locale in locales)}
    here = {*addresses_in(document), *(picture.address for picture in given(document.metadata).values())}
    for locale, table in tables.items():
        if locale not in known:
            what = Phrase("links for {locale}, in which no edition is", locale=locale)
            hint = Phrase("known here: {names}", names=", ".join(locales))
            yield Problem(what, document.path, hint=hint, severity="warning")
        for address in table if isinstance(table, Mapping) else ():
            if address not in here:
                what = Phrase("“links” has {address}, which the article has not", address=address)
                hint = Phrase("write it as the article has it, or take it out")
                yield Problem(what, document.path, hint=hint, severity="warning")
