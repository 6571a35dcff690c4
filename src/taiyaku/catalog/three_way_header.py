"""The header, and comments, of two catalogs that grew out of one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from taiyaku.catalog.header import CREATION_DATE, REVISION_DATE, time_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.header import Fields

_Value = TypeVar("_Value", bound="Hashable")


def merged_lines(base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines of comments, flags or references: ours, without what they removed, then what they added."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    kept = [line for line in ours if line in theirs or line not in base]
    added = [line for line in theirs if line not in ours and line not in base]
    return (*kept, *added)


def merged_header(base: Catalog, ours: Catalog, theirs: Catalog) -> Catalog:
    """Return our catalog with the header of both: fields one by one, comments line by line.

    Of the two dates the later one holds. A field that both sides changed is that of the side that was saved last
    (`PO-Revision-Date`): it says who that was, and by which program.
    """
    header = _merged_fields(base, ours, theirs)
    merged = replace(
        ours,
        header=header,
        header_comments=merged_lines(base.header_comments, ours.header_comments, theirs.header_comments),
        header_flags=merged_lines(base.header_flags, ours.header_flags, theirs.header_flags),
        header_extra=_changed(base.header_extra, ours.header_extra, theirs.header_extra, ours.header_extra),
        trailing_comments=merged_lines(base.trailing_comments, ours.trailing_comments, theirs.trailing_comments),
    )
    return replace(merged, locale=merged.field("Language") or None)


def _merged_fields(base: Catalog, ours: Catalog, theirs: Catalog) -> Fields:
    old, mine, other = (_by_name(catalog.header) for catalog in (base, ours, theirs))
    last = max((ours, theirs), key=lambda catalog: (_date(catalog.field(REVISION_DATE)), catalog.header))
    fields = []
    for name in {**mine, **other}:
        value = _changed(old.get(name), mine.get(name), other.get(name), _by_name(last.header).get(name))
        both = mine.get(name), other.get(name)
        if name in {CREATION_DATE.lower(), REVISION_DATE.lower()} and both[0] and both[1]:
            value = max(both[0], both[1], key=lambda field: (_date(field[1]), field[1]))
        if value is not None:
            fields.append(value)
    return tuple(fields)


def _by_name(fields: Fields) -> dict[str, tuple[str, str]]:
    """Return the fields by their names; a line that is no field stands for itself."""
    return {name.lower() or line: (name, line) for name, line in fields}


def _changed(base: _Value, ours: _Value, theirs: _Value, both: _Value) -> _Value:
    """Return the value of the side that changed it, `both` if both did, and differently."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else both


def _date(text: str | None) -> float:
    """Return a header's date as seconds since 1970; nothing that can be read as one is earlier than all."""
    time = time_of(text)
    return float("-inf") if time is None else time.timestamp()
