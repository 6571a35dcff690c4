"""What the lists of articles say of one, as JSON can hold it, from one build to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from markupsafe import Markup

from taiyaku.editions.pages import Entry, Link
from taiyaku.editions.rendering import Field, Mark

_CLASSES = {kind.__name__: kind for kind in (Entry, Field, Link, Mark)}


def to_json(value: object) -> Any:
    """Return a value of which an entry consists. Raises TypeError for one of another class."""
    if isinstance(value, Markup):
        return ["html", str(value)]
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, dt.date):
        return ["date", value.isoformat()]
    if isinstance(value, (tuple, list)):
        return ["several", *map(to_json, value)]
    if isinstance(value, Mapping):
        return {str(key): to_json(one) for key, one in value.items()}
    if is_dataclass(value) and type(value).__name__ in _CLASSES:
        return [type(value).__name__, *(to_json(getattr(value, one.name)) for one in fields(value))]
    raise TypeError(value)


def from_json(value: Any) -> Any:
    """Return what `to_json` was given. Raises ValueError, TypeError or KeyError for what it did not give."""
    if isinstance(value, dict):
        return {key: from_json(one) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    kind, *parts = value
    if kind == "html":
        return Markup(*parts)  # noqa: S704 (our own, of an earlier build)
    if kind == "date":
        return dt.date.fromisoformat(*parts)
    if kind == "several":
        return tuple(map(from_json, parts))
    return _CLASSES[kind](*map(from_json, parts))
