"""What a pair of names is, a person, a place or an organization, as far as the two languages tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.register.english import is_personal
from taiyaku.register.heads import is_ambiguous
from taiyaku.register.katakana_names import has_given_name, is_common
from taiyaku.register.places import known_place
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.register.evidence import Evidence
    from taiyaku.register.names import Name
    from taiyaku.termbase.concept import Kind

_KATAKANA = lazy_pattern("[ァ-ヴー]{2,}")
_ADJECTIVE = lazy_pattern("(?:ish|ese|ic|ians?|aks)$")
"""What adjectives of places and their peoples end in, which Japanese calls as it does the place."""


def is_name(english: Name, japanese: Name, by: Evidence, kind: Kind) -> bool:
    """Whether nothing speaks for a program, a thing or a common noun, which look the same."""
    if by.sort == "alike":
        if kind == "place":
            return known_place(english.text) is not None
        return kind == "person" or not is_ambiguous(english.head)
    if kind == "person" or by.sort != "sound" or not all(map(_KATAKANA.fullmatch, japanese.pieces)):
        return True
    return known_place(english.text) is not None or not (
        (len(english.pieces) > 1 and is_common(japanese.pieces)) or (english.head and is_ambiguous(english.head))
    )


def kind_of_pair(english: Name, japanese: Name, by: Evidence) -> Kind | None:
    """Return what the two languages together tell a name to be."""
    if by.sort == "place":
        return "place"
    for name in (japanese, english):
        if name.head:
            return name.kind
    if english.kind is not None and japanese.kind is not None and english.kind != japanese.kind:
        if english.titles and "person" in {english.kind, japanese.kind}:
            return "person"
        return japanese.kind if japanese.titles else None
    stated = english.kind or japanese.kind
    if stated == "place" and english.kind is None and _ADJECTIVE.search(english.text) and not known_place(english.text):
        return None
    if stated is None and len(english.pieces) == len(japanese.pieces) > 1 and by.sort == "sound":
        the = any(mention.article for _, mention in english.all)
        hints = english.hints + japanese.hints
        known = has_given_name(japanese.pieces) or (hints["person"] > 0 and not hints["place"])
        local = any(map(_is_place, english.pieces, japanese.pieces))
        return "person" if known and not the and not local and is_personal(english.pieces) else None
    return stated or (_hinted(english, japanese) if by.sort != "alike" else None)


def _is_place(english: str, japanese: str) -> bool:
    """Whether a part of a name is a known place in both languages; Jordan is none where it is ジョーダン."""
    place = known_place(english)
    return place is not None and japanese in place.japanese


def _hinted(english: Name, japanese: Name) -> Kind | None:
    """Return what the words beside a name make likely in both languages, with nothing else as likely in either."""
    hints = english.hints + japanese.hints
    if _ADJECTIVE.search(english.text):
        return None
    kind = next(iter(hints), None) if len(hints) == 1 else None
    return kind if kind and english.hints[kind] and japanese.hints[kind] else None
