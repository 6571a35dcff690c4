"""How well pastes are understood: made by program of articles, and written as newsrooms get them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importers.pastes.measure import half, score, shown

from taiyaku.importers.paste import language_of, read_blocks

_NEWSROOM = Path(__file__).parent / "pastes" / "newsroom"


@pytest.mark.parametrize("held_out", [False, True])
def test_made_pastes(held_out: bool) -> None:
    """Of thirty pastes, at least 95 of 100 pieces come out whole and in their role."""
    scores = [score(paste) for paste in half(30, held_out=held_out)]
    right, total = sum(s.right for s in scores), sum(len(s.paste.truth) for s in scores)
    assert right >= 0.95 * total, f"{right} of {total}"
    assert not any(s.lost for s in scores)


@pytest.mark.parametrize("path", sorted(_NEWSROOM.glob("*.txt")), ids=lambda path: path.stem)
def test_newsroom_pastes(path: Path) -> None:
    """What newsrooms get is understood: each piece by its role, its beginning and its end."""
    text = path.read_text(encoding="utf-8")
    language = language_of(text)
    pieces = [shown(block, language) for block in read_blocks(text, language)[0]]
    for line in path.with_suffix(".roles").read_text(encoding="utf-8").splitlines():
        role, begins, ends = line.split("|")
        assert any(p.role == role and p.text.startswith(begins) and p.text.endswith(ends) for p in pieces), line
