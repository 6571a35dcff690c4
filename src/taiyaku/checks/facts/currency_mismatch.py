"""An amount of money whose currency became another."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="currency-mismatch",
    family="facts",
    severity="error",
    summary=Phrase("A currency differs."),
    find=find("currency-mismatch"),
    examples=(
        Bad("Tickets cost $25.", "入場券は25円。", "“$25” became “25円”"),
        Bad("それは500ポンドする。", "It costs 500 euros.", "“500ポンド” became “500 euros”"),
        Good("Tickets cost $25.", "入場券は25ドル。", "the same currency"),
        Good("He paid 50 cents.", "0.5ドル払った。", "hundredths"),
        Good("Aid of A$5 million was promised.", "500万豪ドルの支援が約束された。", "a dollar with its country"),
    ),
)
