"""A tag of a dialect: what it is, and what in it is for readers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Form = Literal["tag", "close", "output", "link", "comment", "code", "attributes", "html"]
"""`tag` does something, `close` ends what a tag of its name began, `output` is replaced by a value, `link` shows words
of its own, `code` holds text that is no Markdown, `attributes` belong to what stands before them, `html` is HTML."""

LIMIT = 5_000
"""A tag is not longer than so, in code points; what is opened and never closed is looked through no farther."""


class Value(NamedTuple):
    """A text for readers in a tag: its place in the tag's source, and how its quotation mark is written inside it."""

    role: str
    start: int
    end: int
    escape: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A tag as it stands in a text, from `start` on (code points).

    `key` is what a translation must keep: of most tags all, of a link where it leads. `values` are opened for the
    translator where the tag stands by itself. `words` are what the tag shows; `address` where it leads, or the file
    that it shows. `paired`: another tag closes or opens what this one opens or closes. `rank` tells closing tags
    without a name apart (`:::` and `::::`).
    """

    dialect: str
    form: Form
    name: str
    source: str
    start: int
    values: tuple[Value, ...] = ()
    words: str = ""
    address: str = ""
    key: str = ""
    paired: bool = False
    rank: int = 0

    @property
    def end(self) -> int:
        """Where it ends, in code points."""
        return self.start + len(self.source)

    @property
    def line(self) -> str:
        """The tag on one line."""
        return " ".join(self.source.split()) if "\n" in self.source else self.source

    @property
    def identity(self) -> str:
        """What tells it from other tags, white space apart."""
        return " ".join((self.key or self.source).split())

    @property
    def has_words(self) -> bool:
        """Whether it is a link that shows words of its own, which a translator may put into other words."""
        shows = self.form == "link" and bool(self.key) and (self.name != "embed" or self.words != self.address)
        return shows and any(map(str.isalpha, self.words))

    @property
    def frame(self) -> str:
        """The tag without its texts for readers."""
        frame, position = "", 0
        for value in self.values:
            frame += self.source[position : value.start]
            position = value.end
        return " ".join((frame + self.source[position:]).split())

    def text(self, value: Value) -> str:
        """Return a value as readers see it."""
        return decoded_value(self.source[value.start : value.end], value.escape)

    def texts(self) -> dict[str, str]:
        """Return the values by role."""
        return {value.role: self.text(value) for value in self.values}


class Dialect(NamedTuple):
    """A dialect. `cue` is a pattern of what its tags begin with; `read` returns the tag at a place, if it is one.

    `sign` is a pattern that nothing else looks like within a line, by which an article tells that it is written so;
    a line with none of `marks` in it has none. `indented` reads the first line of a block whose content is indented.
    """

    name: str
    cue: str
    read: Callable[[str, int], Token | None]
    sign: str
    marks: tuple[str, ...]
    indented: Callable[[str, int], Token | None] | None = None


def decoded_value(raw: str, escape: str) -> str:
    """Return a value without the signs that only its quotation marks need."""
    if not escape:
        return raw
    if escape.startswith("\\"):
        return re.sub(rf"\\([\\{escape[1]}])", r"\1", raw)
    return raw.replace(escape, _QUOTES[escape])


def encoded_value(text: str, escape: str) -> str:
    """Return a text as it is written between quotation marks: the inverse of `decoded_value`."""
    if not escape:
        return text
    if escape.startswith("\\"):
        return text.replace("\\", "\\\\").replace(escape[1:], escape)
    return text.replace(_QUOTES[escape], escape)


_QUOTES = {"&quot;": '"', "&#39;": "'"}
