"""Films and sounds on a page: no page loads a player unasked, so each becomes a link that says where it leads."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_SUFFIXES_WORDS = ".mp4 .m4v .webm .mov .ogv .mp3 .m4a .aac .ogg .oga .opus .wav .flac"
_SUFFIXES = frozenset(_SUFFIXES_WORDS.split())
_HOSTS_WORDS = (
    "youtube.com youtube-nocookie.com youtu.be vimeo.com nicovideo.jp nico.ms dailymotion.com twitch.tv ted.com "
    "soundcloud.com spotify.com podcasts.apple.com voicy.jp"
)
_HOSTS = tuple(_HOSTS_WORDS.split())

_VALUE = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_PLAYER = re.compile(rf"<(iframe|video|audio)\b({_VALUE})>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(rf"<source\b({_VALUE})>", re.IGNORECASE)
_IMAGE = re.compile(rf"<img\b({_VALUE})/?>")
_ALONE = re.compile(rf"<p((?:\s{_VALUE})?)>\s*<a\b({_VALUE})>((?:(?!</?[ap][\s>]).)*)</a>\s*</p>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\b(src|href|title|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_CLASS = re.compile(r"""(\sclass=["'])""")
_ADDRESSES = re.compile(r"https?://", re.IGNORECASE)


def linked_media(html: str) -> str:
    """Return HTML, not yet sanitized, in which films and sounds are links.

    These are players in raw HTML, images that are no picture, and paragraphs of nothing but a link.
    """
    html = _IMAGE.sub(_of_image, _ALONE.sub(_of_paragraph, html))
    return _PLAYER.sub(_of_player, html)


def is_media(address: str) -> bool:
    """Whether an address leads to a film or a sound: by the name of its file, or by its host."""
    host = _host(address)
    if any(host == known or host.endswith(f".{known}") for known in _HOSTS):
        return True
    return PurePosixPath(_path(address)).suffix.lower() in _SUFFIXES


def _of_player(match: re.Match[str]) -> str:
    around = _attributes(match[2])
    inner = _SOURCE.search(match[3])
    address = around.get("src") or (_attributes(inner[1]).get("src", "") if inner else "")
    if not _ADDRESSES.match(address) and not is_media(address):
        return match[0]  # nothing to lead to; the sanitizer decides
    return f'<p class="media">{_link(address, escape(around.get("title", ""), quote=False))}</p>\n'


def _of_image(match: re.Match[str]) -> str:
    image = _attributes(match[1])
    if not is_media(image.get("src", "")):
        return match[0]
    words = image.get("alt") or image.get("title") or ""
    return f'<span class="media">{_link(image["src"], escape(words, quote=False))}</span>'


def _of_paragraph(match: re.Match[str]) -> str:
    attributes, link, words = match.groups()
    address = _attributes(link).get("href", "")
    if not is_media(address):
        return match[0]
    classed, count = _CLASS.subn(r"\1media ", attributes, count=1)
    if not count:
        classed = f' class="media"{attributes}'
    shown = "" if _ADDRESSES.match(words) else words
    return f"<p{classed}>{_link(address, shown)}</p>"


def _link(address: str, words: str) -> str:
    """Return a link to `address`; `words` are HTML. Without any, the address itself says what it is."""
    host = _host(address)
    name = words or escape(PurePosixPath(_path(address)).name or host, quote=False)
    where = f' <span class="media-host">{escape(host, quote=False)}</span>' if host and name != host else ""
    return f'<a href="{escape(address)}"><span class="media-words">{name}{where}</span></a>'


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # a bracket in it that is no IPv6 address
        return ""


def _path(address: str) -> str:
    way = re.split(r"[?#]", address, maxsplit=1)[0]
    return unquote(way.partition("//")[2].partition("/")[2] if "//" in way else way)


def _attributes(tag: str) -> dict[str, str]:
    return {match[1].lower(): unescape(match[2] or match[3] or "") for match in _ATTRIBUTE.finditer(tag)}
