"""How reading encodings fares: every text in every encoding, whole, cut and damaged, against what it was.

Run as `python -m tests.importers.decode_harness` for the table.
"""

from __future__ import annotations

import codecs
import json
from collections import Counter
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import UnreadableError
from taiyaku.importers.decode import decode
from taiyaku.importers.decode_codecs import TO_WINDOWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SPAN_OF_DAMAGE = 3
"""A wrong byte may become part of so many characters, each of them one that might stand there."""

_HERE = Path(__file__).parent
_SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def _windows(text: str) -> bytes:
    return text.translate(TO_WINDOWS).encode("cp932")


ENCODERS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8 with BOM": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16 with BOM": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "cp932": _windows,
    "euc-jp": lambda text: text.encode("euc_jp"),
    "iso-2022-jp": lambda text: text.encode("iso2022_jp_ext"),
    "cp1252": lambda text: text.encode("cp1252"),
}


class Case(NamedTuple):
    """A text, and its bytes in an encoding."""

    text: str
    encoding: str
    content: bytes


def own_texts() -> list[str]:
    """Return the texts written for the tests."""
    lines = (_HERE / "encodings" / "texts.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("⏎", "\n") for line in lines if line and not line.startswith("#")]


def foreign_texts() -> list[str]:
    """Return texts that nobody looked at when the weights were set: news, posts, names; none where they are not."""
    if not _SHARED.exists():
        return []
    news = _json_lines("ntrex_a.jsonl")
    names = [row["ja"] for row in _json_lines("names_jp.jsonl")] + [
        row["tgt"] for row in _json_lines("names_cldr.jsonl")
    ]
    lines = [row[side] for row in news[::9] for side in ("src", "tgt")]
    pairs = [
        " ".join(row[side] for row in news[at : at + 2]) for at in range(0, len(news), 10) for side in ("src", "tgt")
    ]
    posts = [path.read_text(encoding="utf-8") for path in sorted((_SHARED / "markdown_pairs").glob("*.md"))]
    return [*names, *lines, *pairs, *posts]


def _json_lines(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (_SHARED / name).read_text(encoding="utf-8").splitlines()]


def cases(texts: Iterable[str]) -> Iterator[Case]:
    """Yield every text in each encoding that has all its characters."""
    for text in texts:
        for encoding, encode in ENCODERS.items():
            try:
                content = encode(text)
            except UnicodeEncodeError:
                continue
            if "¥" not in text or encoding not in {"euc-jp", "iso-2022-jp"}:  # Python writes \\ for ¥
                yield Case(text, encoding, content)


def damaged(whole: Iterable[Case]) -> Iterator[Case]:
    """Yield the cases cut in the middle of a character, and with a byte that is wrong."""
    for case in whole:
        high = [at for at, byte in enumerate(case.content) if byte > 0x7F]
        if not high:
            continue
        for at in {high[-1], high[len(high) // 2]}:
            yield Case(case.text, case.encoding, case.content[:at])
        at = high[len(high) // 2]
        for wrong in (b"\xff", b"\x81"):
            yield Case(case.text, case.encoding, case.content[:at] + wrong + case.content[at + 1 :])


def outcome(case: Case) -> str:
    """Return what became of a case: `right`, `asked` or `wrong`."""
    try:
        decoded = decode(case.content)
    except UnreadableError:
        return "asked"
    return "right" if _same(decoded.text, case.text) else "wrong"


def outcome_of_damaged(case: Case) -> str:
    """Return what became of a damaged case: `asked`, `right` but for the damage itself, or `wrong` all over."""
    try:
        text, original = (each.translate(TO_WINDOWS) for each in (decode(case.content).text, case.text))
    except UnreadableError:
        return "asked"
    same = _common(text, original) + _common(text[::-1], original[::-1])
    return "right" if same >= len(text) - _SPAN_OF_DAMAGE else "wrong"


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _same(text: str, original: str) -> bool:
    return text.translate(TO_WINDOWS) == original.translate(TO_WINDOWS)


def is_long(text: str) -> bool:
    """Whether a text has two sentences or more."""
    return sum(text.count(end) for end in ("。", ". ", ".\n", "? ", "! ", "？", "！")) + text.endswith(".") > 1


def table(every: Iterable[Case], judge: Callable[[Case], str] = outcome) -> dict[str, Counter[str]]:
    """Return the outcomes by encoding; `asked, long` counts those asked that have two sentences or more."""
    rows: dict[str, Counter[str]] = {}
    for case in every:
        result = judge(case)
        row = rows.setdefault(case.encoding, Counter())
        row[result] += 1
        row["long"] += is_long(case.text)
        row["asked, long"] += result == "asked" and is_long(case.text)
    return rows


def _print(title: str, every: Iterable[Case], judge: Callable[[Case], str] = outcome) -> None:
    """Print a table."""
    columns = ("right", "asked", "wrong", "long", "asked, long")
    print(f"\n{title:<24}" + "".join(f"{column:>13}" for column in columns))  # noqa: T201 (a program that prints figures)
    for encoding, row in table(every, judge).items():
        print(f"{encoding:<24}" + "".join(f"{row[column]:>13}" for column in columns))  # noqa: T201


if __name__ == "__main__":
    own, foreign = list(cases(own_texts())), list(cases(foreign_texts()))
    _print("own texts", own)
    _print("texts of others", foreign)
    _print("own texts, damaged", damaged(own), outcome_of_damaged)
    _print("texts of others, damaged", damaged(foreign[::7]), outcome_of_damaged)
