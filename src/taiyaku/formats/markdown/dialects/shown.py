"""What readers see of the tags of dialects where no program of the site's puts something in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.formats.markdown.dialects.parameters import parameters

if TYPE_CHECKING:
    from taiyaku.formats.markdown.dialects.token import Token

# They decide what is shown, which only the site knows; what they stand around is shown as it is.
_CONTROL = frozenset(
    [
        "if",
        "elif",
        "else",
        "elsif",
        "unless",
        "case",
        "when",
        "for",
        "block",
        "with",
        "filter",
        "autoescape",
        "capture",
        "macro",
        "set",
        "call",
        "trans",
        "import",
        "from",
        "extends",
        "assign",
        "cycle",
        "increment",
        "decrement",
        "tablerow",
        "layout",
        "load",
    ]
)
_FIGURES = frozenset({"figure", "img", "image", "imgproc", "picture", "video-figure"})
_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "youtubelite": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "gist": "https://gist.github.com/{}",
}
_IMAGE = re.compile(r"(?i)\.(?:png|jpe?g|gif|svg|webp|avif|bmp)\Z")
_WORD = re.compile(r"[^a-z0-9-]+")


class Shown(NamedTuple):
    """What is shown instead of a tag: one of these kinds.

    `box` begins what its counterpart ends, under `text` as its title; `end` ends it; `figure` is the image at `address`
    with the alternative `text` and `caption`; `link` leads to `address`; `text` and `code` are shown as such, `html` as
    HTML; of `nothing` there is nothing to be seen.
    """

    kind: str
    text: str = ""
    address: str = ""
    caption: str = ""


def shown(token: Token) -> Shown | None:
    """Return what readers see instead of a tag, or None if only its site's program could tell."""
    if token.form in {"comment", "attributes"}:
        return Shown("nothing")
    if token.form == "html":
        return Shown("html", token.source)
    if token.form == "code":
        return Shown("code", token.words.strip("\r\n"))
    if token.form == "output":
        return Shown("text", token.words) if token.words and token.dialect == "mdx" else None
    if token.form == "link":
        return _link(token)
    return _tag(token)


def is_media(token: Token) -> bool:
    """Whether a tag shows a picture or a film."""
    return token.name.lower() in _FIGURES or token.name.lower() in _VIDEOS


def kind_of_box(token: Token) -> str:
    """Return a name for the stylesheet: `tip`, `warning`, `card`."""
    return _WORD.sub("-", token.name.lower()).strip("-") or "note"


def _link(token: Token) -> Shown | None:
    if token.dialect != "wikilinks":
        return Shown("link", token.address, token.address) if token.address else None
    if token.name == "embed":
        if _IMAGE.search(token.address):
            return Shown("figure", "" if token.words == token.address else token.words, token.address)
        return None
    return Shown("text", token.words)


def _tag(token: Token) -> Shown | None:
    name, texts = token.name.lower().rpartition("/")[2], token.texts()
    if token.form == "close":
        return Shown("end") if token.paired and name not in _CONTROL else None
    if name in _CONTROL:
        return None
    given = parameters(token.source)
    image = given.get("src") or given.get("image_path") or given.get("url") or token.address
    if name in _FIGURES or (image and _IMAGE.search(image)):
        caption = texts.get("caption") or texts.get("title", "")
        return Shown("figure", texts.get("alt", ""), image, caption) if image else None
    if name in _VIDEOS and token.address:
        address = _VIDEOS[name].format(token.address)
        return Shown("link", texts.get("title") or address, address)
    if token.paired:
        return Shown("box", texts.get("title") or texts.get("label", ""))
    return None
