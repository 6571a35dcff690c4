"""Which texts that vanished a new one comes from."""

from __future__ import annotations

import pytest

from taiyaku.catalog.origins import find_origins

HARBOR, RAIN, YES = "The harbor opened on Wednesday.", "It rained all day long.", "Yes."
MAYORS = "The mayors of both towns signed the treaty in the hall."
LONG = (
    f"{RAIN} Nobody minded. Everyone stayed for the whole of the long evening in town.",
    f"{HARBOR} Boats left again. Everyone had come to see the new boats in the harbor of the town.",
    f"{MAYORS} They were glad and so on, and left the place early for home.",
)


@pytest.mark.parametrize(
    ("new", "old", "origins"),
    [
        # the most similar text first, then those that more of it stood in
        ([f"{HARBOR} {MAYORS} {RAIN}"], LONG, [(2, 1, 0)]),
        # a short sentence may stand anywhere by chance: a neighbour before or behind it tells
        ([HARBOR, YES], [f"{HARBOR} {YES} {RAIN}"], [(0,), (0,)]),
        ([YES, HARBOR], [f"{HARBOR} {YES} {RAIN}"], [(0,), (0,)]),
        ([MAYORS, YES, HARBOR], [f"{YES} {RAIN}"], [(), (), ()]),
    ],
)
def test_where_a_text_comes_from(new: list[str], old: list[str], origins: list[tuple[int, ...]]) -> None:
    """The numbers of the old texts for each new one, the main one first."""
    assert list(find_origins(new, old, "en").of) == origins
