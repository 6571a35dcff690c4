"""What a translation must keep of the tags of its source."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.formats.markdown.dialects.pairs import paired, unbalanced
from taiyaku.formats.markdown.dialects.scan import tokens
from taiyaku.formats.written import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.formats.markdown.dialects.token import Token


def tags_kept(source: str, translation: str, names: Sequence[str]) -> tuple[Refusal | None, Refusal | None]:
    """Return why a translation cannot be written because of its tags, and which ones it lost.

    A tag that the source does not have, or not so often, could run something or break the page, and so does one that is
    opened and not closed. One that is missing may have been left out on purpose.
    """
    given = paired(tokens(source, names))
    found = paired(tokens(translation, names))
    wanted, got = Counter(token.identity for token in given), Counter(token.identity for token in found)
    if wanted == got:
        return None, None
    lost, foreign = list((wanted - got).elements()), list((got - wanted).elements())
    if foreign and lost:
        what = Phrase("the translation has {tag}, where its source has {lost}", tag=foreign[0], lost=lost[0])
        return Refusal(what, Phrase("tags are not translated: copy them from the source as they are")), None
    if foreign:
        what = Phrase("the translation has {tag}, which its source does not have, or not so often", tag=foreign[0])
        return Refusal(what, Phrase("take it out; a brace that is text is written \\{{")), None
    broken = unbalanced(_without(given, found))
    if broken:
        what = Phrase("the translation has half of the tag “{name}”: {tag} is missing", name=broken[0], tag=lost[0])
        return Refusal(what, Phrase("copy both halves from the source as they are")), None
    what = Phrase("the translation has no {labels}, which its source has", labels=", ".join(lost))
    return None, Refusal(what, Phrase("put it back where it belongs, if it was not left out on purpose"))


def _without(given: list[Token], found: list[Token]) -> list[Token]:
    """The tags that are given and not found."""
    left = Counter(token.identity for token in found)
    missing = []
    for token in given:
        if left[token.identity]:
            left[token.identity] -= 1
        else:
            missing.append(token)
    return missing
