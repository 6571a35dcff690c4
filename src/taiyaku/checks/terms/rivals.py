"""Another concept's word in the place of a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.checks.mentions import Mentions
    from taiyaku.termbase.occurrences import Occurrence


def rival(found: Mentions, missing: Occurrence) -> Occurrence | None:
    """Return a term in the target that no term of the source accounts for and that a missing one must have become.

    It has a part in common with what is wanted: 友好都市 for 姉妹都市, sister city for friendship city.
    """
    wanted = missing.entry.preferred(found.pair.target.language)
    mentioned = {id(item.entry) for item in found.source}
    for item in found.target:
        if item.entry.is_name or not item.term.allowed or id(item.entry) in mentioned:
            continue
        if any(id(other.entry) in mentioned and other.span == item.span for other in found.within):
            continue
        if _akin(wanted, item.term.text, found.pair.target.language):
            return item
    return None


def _akin(wanted: str, text: str, language: str) -> bool:
    if language == "en":
        return bool(set(wanted.lower().split()) & set(text.lower().split()))
    return any(wanted[start : start + 2] in text for start in range(len(wanted) - 1))
