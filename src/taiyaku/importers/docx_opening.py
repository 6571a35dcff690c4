"""The opening of a Word document that says by no style what it is: headline, byline and date known by their wording."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from taiyaku.errors import Phrase
from taiyaku.importers.imported import Remark
from taiyaku.importers.paste import language_of
from taiyaku.importers.paste.dates import iso_date
from taiyaku.importers.paste.people import people_in
from taiyaku.importers.paste.standing import standing_role
from taiyaku.importers.paste.wording import could_be_headline

_PARAGRAPH = re.compile(r"\s*<p>((?:(?!</?p[ >]).)*)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_RUNNING = re.compile(r"<p>((?:(?!</?p[ >]|<img|<a[ >]).)*)</p>", re.DOTALL)
_BOLD = re.compile(r"\s*<strong>((?:(?!</?strong>).)*)</strong>\s*", re.DOTALL)
_MOST = 6
_SIGNATURES = frozenset({"byline", "staff", "date"})


class Opening(NamedTuple):
    """What the first paragraphs say for the front matter, and the HTML that is left."""

    values: dict[str, str | tuple[str, ...]]
    body: str
    remarks: list[Remark]


def read_opening(body: str, known: frozenset[str]) -> Opening:
    """Take headline, byline, staff and date out of a document's first paragraphs; `known` are found by their styles.

    The first paragraph is the headline only if a signature comes next, or if it alone is bold.
    """
    language = language_of(_text(body))
    values: dict[str, str | tuple[str, ...]] = {}
    remarks: list[Remark] = []
    pieces = _first(body)
    roles = [standing_role(text, language) for _, text, _ in pieces]
    signed = any(role in _SIGNATURES for role in roles[1:3])
    taken = 0
    for (end, text, bold), role in zip(pieces, roles, strict=True):
        headline = not taken and not role and "title" not in known and (signed or bold)
        key = "title" if headline and could_be_headline(text, language) else role
        value = iso_date(text) if key == "date" else text
        if key not in {"title", *_SIGNATURES} or value is None or key in known or key in values:
            break
        values[key] = value
        taken = end
        if key == "date":
            remarks.append(Remark(Phrase("{key} from the line “{removed}”", key=key, removed=text)))
        if key == "byline" and (people := people_in(text, language)):
            values["authors"] = tuple(people)
    return Opening(values, _captioned(body[taken:], language), remarks)


def _first(body: str) -> list[tuple[int, str, bool]]:
    """Return the first paragraphs that are not empty: where each ends, its text, and whether it is bold."""
    found: list[tuple[int, str, bool]] = []
    at = 0
    while len(found) < _MOST and (match := _PARAGRAPH.match(body, at)) and "<img" not in match[1]:
        at = match.end()
        if text := _text(match[1]):
            found.append((at, text, _BOLD.fullmatch(match[1]) is not None))
    return found


def _captioned(body: str, language: str) -> str:
    """Name the paragraphs whose wording says that they are captions."""
    return _RUNNING.sub(
        lambda match: (
            f'<p class="caption">{match[1]}</p>' if standing_role(_text(match[1]), language) == "caption" else match[0]
        ),
        body,
    )


def _text(source: str) -> str:
    return html.unescape(_TAG.sub("", source)).strip(" \t\n\u3000")
