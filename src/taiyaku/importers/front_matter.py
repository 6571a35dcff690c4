"""The front matter of an imported article, with the questions that a person has to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.formats.markdown.front_matter import Scalar, encode_scalar
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.importers.imported import Imported

REQUIRED = ("title", "date")
"""What every article should have; where it was not found, the front matter asks for it."""

_ORDER = ("title", "deck", "description", "byline", "staff", "authors", "place", "date", "updated", "locale")
_PLAIN = lazy_pattern(r"\d{4}-\d\d-\d\d")
_QUESTIONS = {
    "en": {
        "title": "No headline was found. Write it here:",
        "date": "No date of publication was found. Write it here as YYYY-MM-DD:",
        "date ": "The text says “{text}”, which is no certain day. Write the date of publication here as YYYY-MM-DD:",
    },
    "ja": {
        "title": "見出しが見つからなかった。ここに書く：",
        "date": "掲載日が見つからなかった。ここにYYYY-MM-DDの形で書く：",
        "date ": "本文に「{text}」とあるが、日付を確定できない。掲載日をここにYYYY-MM-DDの形で書く：",
    },
}


def front_matter(imported: Imported) -> str:
    """Return the front matter of an article, fences included. What is asked for has an empty value below a comment."""
    return "---\n" + "".join(f"{line}\n" for line in _lines(imported)) + "---\n"


def missing(imported: Imported) -> tuple[str, ...]:
    """Return the keys that a person has to fill in."""
    return tuple(key for key in REQUIRED if key not in imported.metadata)


def question(key: str, text: str, locale: str) -> str:
    """Return what the comment above an empty key asks. `text` is what the article says of it, "" if nothing."""
    words = _QUESTIONS["ja" if locale.startswith("ja") else "en"]
    return words[f"{key} " if text else key].format(text=" ".join(text.split()))


def entry(key: str, value: str | tuple[str, ...]) -> str:
    """Return one line of front matter."""
    if isinstance(value, tuple):
        return f"{key}: [{', '.join(_scalar(key, text, in_flow=True) for text in value)}]"
    return f"{key}: {_scalar(key, value)}"


def _lines(imported: Imported) -> Iterator[str]:
    metadata = imported.metadata
    locale = str(metadata.get("locale", ""))
    for key in (*_ORDER, *sorted(set(metadata) - set(_ORDER))):
        if key in metadata:
            yield entry(key, metadata[key])
        elif key in REQUIRED:
            yield "# " + question(key, imported.asked.get(key, ""), locale)
            yield f"{key}:"


def _scalar(key: str, text: str, *, in_flow: bool = False) -> str:
    text = " ".join(text.split("\n"))
    if _PLAIN.fullmatch(text):
        return text
    return encode_scalar(Scalar(key, text, Span(0, 0), "", in_flow), text)
