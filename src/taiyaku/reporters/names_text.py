"""The register of names for the terminal: two lines each, in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.register.listed import STATES
from taiyaku.text.width import padded, visible, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taiyaku.register.listed import Listed, Register, State
    from taiyaku.termbase.concept import Kind

HEADINGS: dict[State, Phrase] = {
    "proposed": Phrase("Proposed for the termbase"),
    "unpaired": Phrase("Unpaired: not surely known in both languages"),
    "unverified": Phrase("Registered, but not verified"),
    "verified": Phrase("Verified"),
}
KINDS: dict[Kind | None, Phrase] = {
    "person": Phrase("person"),
    "place": Phrase("place"),
    "organization": Phrase("organization"),
    "work": Phrase("work"),
    "term": Phrase("term"),
    None: Phrase("name"),
}


def names_text(
    register: Register, gettext: Callable[[str], str], styled: Callable[[str, str], str], place: Callable[[Listed], str]
) -> Iterator[str]:
    """Yield the lines. `styled` gives a text the look of "bold" or "dim"; `place` tells the first use."""
    indent = max(width(phrase.translated(gettext)) for phrase in KINDS.values()) + 4
    for state in STATES:
        names = register.of(state)
        if names:
            yield styled(f"{HEADINGS[state].translated(gettext)} ({len(names)})", "bold")
        for listed in names:
            yield from _name(listed, indent, gettext, styled, place)
        if names:
            yield ""
    counts = {f"{state}": len(register.of(state)) for state in STATES}
    yield gettext("proposed: {proposed}, unpaired: {unpaired}, unverified: {unverified}, verified: {verified}").format(
        **counts
    )


def _name(
    listed: Listed,
    indent: int,
    gettext: Callable[[str], str],
    styled: Callable[[str, str], str],
    place: Callable[[Listed], str],
) -> Iterator[str]:
    kind = padded(f"  {KINDS[listed.kind].translated(gettext)}", indent)
    yield visible(f"{kind}{line_of(listed, gettext)}")
    told = [*(phrase.translated(gettext) for phrase in listed.evidence), counts_of(listed)]
    if listed.verified:
        told.append(listed.verified)
    where = place(listed)
    yield styled(visible(" " * indent + "; ".join([*told, where] if where else told)), "dim")


def line_of(listed: Listed, gettext: Callable[[str], str]) -> str:
    """Return a name in both languages with its reading and titles, in a line."""
    forms = [" / ".join(form for form in side) for side in (listed.english, listed.japanese) if side]
    if listed.reading:
        draft = gettext("{reading}, a draft").format(reading=listed.reading) if listed.draft else listed.reading
        forms[-1] += f"（{draft}）"
    titles = [", ".join(side) for side in listed.titles if side]
    told = " – ".join(forms)
    if listed.romanization:
        told += f" [{listed.romanization}]"
    return f"{told}  {' – '.join(titles)}" if titles else told


def counts_of(listed: Listed) -> str:
    """Return how often a name is mentioned in each language that it is mentioned in."""
    return ", ".join(f"{tag} {count}" for tag, count in zip(("en", "ja"), listed.counts, strict=True) if count)
