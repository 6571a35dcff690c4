"""The HTML that may reach a page: articles and translations are semi-trusted, and every body passes through here."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

import nh3
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAGS = frozenset(
    [
        "a",
        "abbr",
        "aside",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ]
)
_ATTRIBUTES = {
    "*": {"class", "data-mark", "dir", "id", "lang", "title"},  # data-mark: what stands here instead of a translation
    "a": {"aria-label", "href", "hreflang", "role"},
    "blockquote": {"cite"},
    "del": {"cite", "datetime"},
    "img": {"alt", "height", "loading", "src", "width"},
    "input": {"checked", "disabled", "type"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "q": {"cite"},
    "section": {"role", "aria-label"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_SCHEMES = {"http", "https", "mailto"}
_CHECKBOX = {"type": "checkbox", "disabled": "", "checked": ""}
_INPUT = re.compile(r"<input[^>]*>")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Ids:
    """The ids of one text on a page: each once, `prefix` before it; a link within the text gets the prefix, too.

    A page with texts in two languages needs two prefixes. `taken` are ids that the page itself has.
    """

    def __init__(self, prefix: str = "", taken: Iterable[str] = ()) -> None:
        self.prefix = prefix
        self.taken = set(taken)
        self._cleaners: dict[bool, nh3.Cleaner] = {}

    def cleaner(self, links: bool) -> nh3.Cleaner:
        """Return the sanitizer that keeps these ids; making one costs more than a paragraph's cleaning."""
        if links not in self._cleaners:
            self._cleaners[links] = _make_cleaner(self, links)
        return self._cleaners[links]

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        """Return the value to write for an attribute, None to leave it out."""
        if name == "id":
            value = self.prefix + value.strip()
            if value == self.prefix or re.search(r"\s", value) or value in self.taken:
                return None
            self.taken.add(value)
        elif name == "href" and tag == "a" and value.startswith("#") and value != "#":
            return f"#{self.prefix}{value[1:]}"
        elif name == "headers":
            return " ".join(self.prefix + header for header in value.split())
        return value


def sanitized(html: str, ids: Ids | None = None, *, links: bool = True) -> Markup:
    """Return `html` with nothing in it that could run or load something unasked.

    Scripts, styles, forms (but for the checkboxes of task lists), frames, event handlers, comments, control
    characters, and links to anything but http, https, mailto and relative addresses are taken out. So are ids that
    occur twice, and all of them without `ids`. Without `links`, of a link only its text is left.
    """
    cleaner = _cleaner_without_ids(links) if ids is None else ids.cleaner(links)
    clean = cleaner.clean(_CONTROLS.sub("", html))
    return Markup(_INPUT.sub(_ordered, clean))  # noqa: S704 (this is where it becomes safe)


def _make_cleaner(ids: Ids | None, links: bool) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_TAGS) if links else set(_TAGS) - {"a"},
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items() if links or tag != "a"},
        attribute_filter=partial(_attribute, ids),
        set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


@cache
def _cleaner_without_ids(links: bool) -> nh3.Cleaner:
    return _make_cleaner(None, links)


def _attribute(ids: Ids | None, tag: str, name: str, value: str) -> str | None:
    if tag == "input":
        return _CHECKBOX.get(name)
    if ids is not None:
        return ids.attribute(tag, name, value)
    return None if name in {"id", "headers"} else value


def _ordered(box: re.Match[str]) -> str:
    """Return a checkbox with its attributes in one order; nh3 has a new one at each run."""
    checked = ' checked=""' if ' checked=""' in box[0] else ""
    return f'<input type="checkbox" disabled=""{checked}>'
