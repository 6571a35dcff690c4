"""Proposals as entries of the termbase, and as a file that an editor looks through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.termbase.additions import REMARK, Block, entry_text
from taiyaku.termbase.concept import ConceptEntry, Term, Title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from taiyaku.register.listed import Listed
    from taiyaku.termbase.concept import Order


def entry_of(listed: Listed) -> ConceptEntry:
    """Return a name as an entry. A reading that is a draft is left out: nobody has said that it is right."""
    japanese = [
        Term(
            form,
            "ja",
            "admitted" if place else "preferred",
            "" if listed.draft or place else listed.reading,
            listed.parts if not place and not listed.reading else (),
        )
        for place, form in enumerate(listed.japanese)
    ]
    english = [Term(form, "en", "admitted" if place else "preferred") for place, form in enumerate(listed.english)]
    titles = (Title(*listed.titles),) if listed.kind == "person" and all(listed.titles) else ()
    order: Order | None = "family-first" if listed.kind == "person" and _is_family_first(listed) else None
    return ConceptEntry("", listed.kind or "term", (*english, *japanese), order=order, titles=titles)


def _is_family_first(listed: Listed) -> bool:
    """Whether the English has the family name first, as the reading tells: Ikeda Mitsumasa."""
    from taiyaku.japanese.romaji import folded, folded_kana

    reading, words = listed.reading.split(), listed.english[0].split()
    return len(reading) == len(words) == 2 and folded_kana(reading[0]) == folded(words[0]) != folded(words[1])  # noqa: PLR2004 - family and given name


def blocks_of(proposals: Iterable[Listed]) -> list[Block]:
    """Return proposals as they will stand in the termbase."""
    return [Block(entry, entry_text(entry)) for entry in map(entry_of, proposals)]


def review_text(proposals: Iterable[Listed], head: str, gettext: Callable[[str], str]) -> str:
    """Return the file that an editor looks through: `head`, then each entry under what speaks for it."""
    parts = ["".join(f"# {line}\n" for line in head.splitlines())]
    for listed in proposals:
        told = [phrase.translated(gettext) for phrase in listed.evidence]
        if listed.first is not None:
            told.append(f"{listed.first.path.as_posix()}:{listed.first.line}")
        parts.append(f"{REMARK} {'; '.join(told)}\n{entry_text(entry_of(listed))}")
    return "\n".join(parts)
