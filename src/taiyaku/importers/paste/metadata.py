"""What the blocks say for the front matter: title, deck, byline, staff, date, place, authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase
from taiyaku.importers.imported import Remark
from taiyaku.importers.paste import english, japanese
from taiyaku.importers.paste.dates import date_line, iso_date, yearless_date
from taiyaku.importers.paste.people import in_print, people_in
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taiyaku.importers.paste.block import Block

_KEYS = {"headline": "title", "deck": "deck", "byline": "byline", "staff": "staff"}
Value = str | tuple[str, ...]


_SIGNATURE = lazy_pattern(r"(?<=[。」])[\s\u3000]*[（(【](?P<name>[^（()【】）]{2,30})[）)】]$")


class Metadata(NamedTuple):
    """What goes into the front matter, the blocks that stay in the body, and what is to be said of both."""

    values: dict[str, Value]
    body: list[Block]
    remarks: list[Remark]
    asked: dict[str, str]


def read_metadata(blocks: Sequence[Block], language: str) -> Metadata:
    """Take out of `blocks` what the front matter holds. Of two of a kind, the second stays where it is."""
    values: dict[str, Value] = {}
    body: list[Block] = []
    remarks: list[Remark] = []
    asked: dict[str, str] = {}
    authors: list[str] = []
    for block in blocks:
        key = _KEYS.get(block.role)
        if block.role == "date":
            remarks.extend(_date(block, values, asked, body))
        elif key and key not in values:
            values[key] = block.text
            remarks.extend(Remark(what, block.line) for what in block.said)
        else:
            body.append(block.taken_for("byline") if key and block.role == "staff" else block)
        if block.role == "byline":
            authors += people_in(block.text, language)
    _signed_text(body, values, authors, language)
    if authors:
        values["authors"] = tuple(dict.fromkeys(authors))
    return Metadata(values, body, remarks, _asked(values, asked, body))


def _date(block: Block, values: dict[str, Value], asked: dict[str, str], body: list[Block]) -> Iterable[Remark]:
    """Put a line that says when into `date` or `updated`, or leave it where it is and ask."""
    found = date_line(block.text)
    key = "updated" if found and found.updated and "date" in values else "date"
    if found is None or found.iso is None:
        body.append(block.taken_for("dateline"))
        asked.setdefault("date", block.text)
        yield Remark(Phrase("no year, or no certain day: “{text}”", text=block.text), block.line, doubtful=True)
    elif key in values:
        body.append(block.taken_for("dateline"))
        yield Remark(Phrase("another date, left in the text: “{text}”", text=block.text), block.line, doubtful=True)
    else:
        values[key] = found.iso
        yield Remark(Phrase("{key} from the line “{removed}”", key=key, removed=block.text), block.line)


def _signed_text(body: Sequence[Block], values: dict[str, Value], authors: list[str], language: str) -> None:
    """Read what the first paragraph begins with, and the last one ends with: 【東京＝山田太郎】 ... （山田太郎）."""
    running = [block.text for block in body if not block.role]
    if not running:
        return
    if language == "ja":
        values |= _japanese_dateline(running[0], authors)
        closing = running[-1]
        signed = _SIGNATURE.search(closing)
        if signed and not authors:
            authors += people_in(f"（{signed['name']}）", language)
    else:
        match = english.DATELINE.match(running[0])
        if match and "date" not in values and match["date"] and (iso := iso_date(match["date"])):
            values["date"] = iso
        if match:
            values["place"] = in_print(match["place"].strip())
    placed = japanese.PLACED.fullmatch(str(values.get("byline", "")))
    if placed and "place" not in values:
        values["place"] = placed["place"]


def _japanese_dateline(text: str, authors: list[str]) -> dict[str, Value]:
    match = japanese.DATELINE.match(text)
    if match is None or match["place"].strip() in japanese.NO_PLACES:
        return {}
    if match["people"] and not authors and match["people"] not in japanese.AGENCIES:
        authors += people_in(match["people"], "ja")
    return {"place": match["place"].strip("　 ・")}


def _asked(values: dict[str, Value], asked: dict[str, str], body: Sequence[Block]) -> dict[str, str]:
    """Return what the text says of the date of publication, if that leaves it open."""
    if "date" in values:
        return {}
    yearless = next((found for block in body if (found := yearless_date(block.text))), None)
    return asked or ({"date": yearless} if yearless else {})
