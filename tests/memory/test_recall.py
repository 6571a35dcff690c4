"""The look-up against comparing with everything, on translated news that nothing was tuned on."""

from __future__ import annotations

import json
import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.judges import shared_data
from tests.memory.units import Files, unit

from taiyaku.memory.store import MINIMUM, Memory
from taiyaku.text.similarity import grams, similarity

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = 60


def edited(text: str, texts: list[str], chance: random.Random) -> str:
    """Return a text in which a tenth was replaced by the beginning of another."""
    size = max(2, len(text) // 10)
    start = chance.randrange(max(len(text) - size, 1))
    return text[:start] + chance.choice(texts)[:size] + text[start + size :]


@pytest.mark.parametrize("pair", [("en", "ja"), ("ja", "en")])
def test_the_best_match_is_found(tmp_path: Path, pair: tuple[str, str]) -> None:
    """Of edited sentences, at least 98 % find what comparing with every sentence finds as the best."""
    lines = shared_data("ntrex_a.jsonl").read_text(encoding="utf-8").splitlines()
    units = [unit(row["src"], row["tgt"]) for row in map(json.loads, lines)]
    files = Files()
    files.save("news", *units)
    texts = [each.source if pair[0] == "en" else each.target for each in units]
    indexed = [grams(text) for text in texts]
    chance = random.Random(20240810)  # noqa: S311 (nothing secret)
    found = wanted = 0
    with closing(Memory(tmp_path / "memory.sqlite", files.sources())) as memory:
        for text in chance.sample(texts, QUESTIONS):
            question = edited(text, texts, chance)
            best = max(similarity(grams(question), other) for other in indexed)
            matches = memory.find(question, *pair, limit=1)
            wanted += best >= MINIMUM
            found += best >= MINIMUM and bool(matches) and matches[0].score >= min(best, 0.99)
    assert wanted > QUESTIONS / 2
    assert found >= 0.98 * wanted
