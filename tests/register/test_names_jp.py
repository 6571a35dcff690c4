"""Japanese persons and places of the data beside the repository."""

from __future__ import annotations

import json

from tests.judges import shared_data
from tests.register.pairs import pair_of

from taiyaku.register.article import names_of
from taiyaku.termbase.termbase import EMPTY

_TEXTS = {
    "person": ("Yesterday {en}, who smiled, came.", "昨日、笑顔の{ja}さんが来た。"),
    "place": ("They live in {en} with her.", "彼らは彼女と{ja}で暮らす。"),
}


def test_most_are_proposed_and_none_wrongly() -> None:
    """At least two of three are found in a sentence, and nothing else is proposed for any of them."""
    rows = [json.loads(line) for line in shared_data("names_jp.jsonl").read_text(encoding="utf-8").splitlines()]
    found = 0
    for row in rows:
        english, japanese = (text.format(**row) for text in _TEXTS[row["kind"]])
        sure = [pair for pair in names_of([pair_of(english, japanese)], EMPTY).pairs if pair.sure]
        for pair in sure:
            assert pair.by.english in row["en"], row
            assert pair.by.japanese in row["ja"], row
        found += bool(sure)
    assert found >= len(rows) * 2 / 3
