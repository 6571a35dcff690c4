"""Bytes -> text, never guessed into mojibake.

The bytes are read in all the encodings that articles come in. A reading is taken where it is a million times likelier
than any other (`decode_likelihood`), keeps every byte, and is sound in itself. Else a person is asked.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from taiyaku.errors import Phrase, UnreadableError, UsageError
from taiyaku.importers.decode_codecs import LOST, Reading, read_as, ungarbled, without_escapes
from taiyaku.importers.decode_likelihood import UNFIT, bits, strangeness, unfit
from taiyaku.importers.decode_remarks import NAMES, remarks_on
from taiyaku.importers.imported import Remark
from taiyaku.importers.limits import refuse_long_text
from taiyaku.span import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAMPLE = 200_000
"""So many bytes are weighed, from the first on that is not ASCII: what is longer is long decided."""

MARGIN = 20
"""So many bits must lie between a reading and the next one: a million to one."""

STRANGE = 12, 12
STRANGE_IF_PROVEN = 18, 60
"""A reading is unsound if its characters beyond ASCII cost more bits than this: each, and once for all of them.

The bytes of UTF-8 and ISO-2022-JP prove the encoding by themselves, so that only nonsense is unsound in them.
"""

BARE_KANJI = 12
"""So many kanji and no kana at all are no Japanese: they are Chinese or Korean, misread."""

_WITNESS = 12
"""So many bits a declaration in the file is worth: 4,000 to one. It errs often, so the text itself weighs more."""

_CANDIDATES = {
    "utf-8": 0,
    "iso-2022-jp": 0,
    "cp932": 10,
    "euc-jp": 12,
    "cp1252": 12,
    "utf-16-le": 20,
    "utf-16-be": 20,
    "mac-roman": 26,
}
"""What is tried, and how much less likely each is than the first, in bits, before the text is looked at."""

_SHORT_OF_ASCII = 12
"""So many bits less UTF-16 is handicapped where the bytes are all ASCII: `Yes.` may be 奥献, and nobody could tell."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?i)(?:<\?xml\b[^>]*\bencoding|<meta\b[^>]*\bcharset)\s*=\s*["']?\s*([\w.:-]+)""")
_WESTERN, _WESTERN_LETTERS = frozenset({"cp1252", "mac-roman"}), 4
"""Of so many characters, one at most lies beyond ASCII in texts of the West."""

_PROVEN = frozenset({"utf-8", "iso-2022-jp"})
_HALF_WIDTH = re.compile("[｡-ﾟ]")
_WHOLE_WIDTH = re.compile("[ぁ-ヺ\u4e00-\u9fff]")
_KANA = re.compile("[ぁ-ヺｦ-ﾝ]")
_HEAD = 4096
_BEYOND_ASCII = re.compile(rb"[\x1b\x80-\xff]")
_END_OF_DOS = "\x1a"
_SHOWN, _NEAR, _SAMPLE = 4, 2 * MARGIN, 44

_ANEW = Phrase("get the file anew from where it comes from, or save it as UTF-8; nothing was written")
_HARM = {
    "iso-2022-jp": Phrase("ISO-2022-JP that lost its escape characters on the way"),
    "utf-8": Phrase("UTF-8 that was taken for another encoding and saved so: all is garbled"),
}
"""What is wrong with a text that reads well only after a repair."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was in, and what a person should know of the reading."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()


class _Weighed(NamedTuple):
    """A reading, its cost in bits, and whether the bytes had to be repaired for it."""

    cost: float
    reading: Reading
    is_repaired: bool

    @property
    def is_sound(self) -> bool:
        """Whether somebody may have written this, damages apart."""
        encoding, text = self.reading.encoding, self.reading.text.replace(LOST, "")
        is_proven = encoding in _PROVEN
        each, once = STRANGE_IF_PROVEN if is_proven else STRANGE
        cost, count = strangeness(text)
        if encoding in _WESTERN and count * _WESTERN_LETTERS > len(text):
            return False
        return cost <= each * count + once and (is_proven or not _is_soup(text))


def _is_soup(text: str) -> bool:
    """Whether a text is all kanji, or half-width katakana for the most part."""
    halves, wholes = len(_HALF_WIDTH.findall(text)), len(_WHOLE_WIDTH.findall(text))
    return halves > max(wholes, 1) or (wholes >= BARE_KANJI and not _KANA.search(text))


def decode(content: bytes, encoding: str | None = None, *, path: Path | None = None) -> Decoded:
    """Return the text of `content`. `encoding` is what a person says it is in; `path` is for messages only.

    Raises UnreadableError where more than one encoding fits, with a sample of each, and where bytes are damaged, with
    the place; UsageError for an encoding that nobody knows.
    """
    refuse_long_text(content, path)
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    name = encoding or marked
    if name is not None:
        return _as_told(content, name, path)
    declared = _declared(content)
    weighed = sorted(_weighed(_sampled(content), declared), key=lambda one: one.cost)
    best = weighed[0]
    if len(UNFIT.findall(best.reading.text[:_HEAD])) > _HEAD // 100:
        raise UnreadableError(
            Phrase("this is no text, but a picture or another kind of file"),
            path=path,
            hint=Phrase("give the file that holds the article"),
        )
    if (weighed[1:] and weighed[1].cost - best.cost < MARGIN) or not best.is_sound:
        _ask(weighed, path)
    if best.is_repaired:
        raise UnreadableError(_HARM[best.reading.encoding], path=path, hint=_ANEW)
    reading = read_as(content, best.reading.encoding)
    at = unfit(reading.text.removesuffix(_END_OF_DOS))
    if at is not None:
        _damaged(reading, at, path)
    return _decoded(reading, declared)


def _sampled(content: bytes) -> bytes:
    """Return what is weighed. It begins within ASCII, at an even place, so that no character is cut there."""
    first = _BEYOND_ASCII.search(content)
    start = max(0, first.start() - _HEAD) & ~1 if first and len(content) > SAMPLE else 0
    return content[start : start + SAMPLE]


def _as_told(content: bytes, encoding: str, path: Path | None) -> Decoded:
    """Read as told. Characters that no text has pass with a remark, if the bytes are good."""
    try:
        reading = read_as(content, encoding)
    except LookupError:
        raise UsageError(
            Phrase("nobody knows the encoding “{name}”", name=encoding),
            path=path,
            hint=Phrase("known are {names}, and those of Python", names=", ".join(NAMES)),
        ) from None
    reading = reading._replace(text=reading.text.removeprefix("\ufeff"))
    if not reading.faithful:
        _damaged(reading, reading.text.index(LOST), path)
    return _decoded(reading)


def _decoded(reading: Reading, declared: str | None = None) -> Decoded:
    remarks = remarks_on(reading)
    if declared is not None and not reading.text.isascii() and _family(declared) != reading.encoding:
        what = Phrase("the file says that it is in {declared}, and is not", declared=declared)
        remarks = (*remarks, Remark(what))
    return Decoded(reading.text.removesuffix(_END_OF_DOS), reading.encoding, remarks)


def _weighed(content: bytes, declared: str | None) -> Iterator[_Weighed]:
    """Weigh each different text that the bytes can be read as."""
    seen = set()
    for reading, handicap, is_repaired in _readings(content):
        if reading.text not in seen:
            seen.add(reading.text)
            witness = _WITNESS if declared is not None and _family(declared) == reading.encoding else 0
            yield _Weighed(bits(reading.text) + handicap - witness, reading, is_repaired)


def _readings(content: bytes) -> Iterator[tuple[Reading, float, bool]]:
    """Yield each reading, how much less likely it is than others, and whether the bytes had to be repaired for it."""
    for encoding, handicap in _CANDIDATES.items():
        if encoding != "iso-2022-jp" or b"\x1b" in content:
            is_hidden = encoding.startswith("utf-16") and content.isascii()
            reading = read_as(content, encoding)
            if len(content) == SAMPLE:  # the last character may be cut
                reading = reading._replace(text=reading.text.rstrip(LOST))
            yield reading, handicap - (_SHORT_OF_ASCII if is_hidden else 0), False
    stripped = without_escapes(content)
    if stripped is not None:
        yield stripped, 0, True
    utf_8 = read_as(content, "utf-8")
    if utf_8.faithful:
        yield from ((before, 0, True) for before in ungarbled(utf_8.text))


def _declared(content: bytes) -> str | None:
    """Return the encoding that HTML or XML says it is in."""
    found = _DECLARED.search(content[:_HEAD])
    return found[1].decode("ascii", "replace") if found else None


def _family(name: str) -> str:
    """Return the encoding by which a declared one is read, as browsers do: Shift_JIS as CP932."""
    try:
        encoding = read_as(b"", name).encoding
    except LookupError:
        return ""
    return "cp932" if encoding == "shift_jis" else encoding


def _damaged(reading: Reading, at: int, path: Path | None) -> NoReturn:
    """Say where a text cannot be read that is otherwise in the encoding of `reading`."""
    name = NAMES.get(reading.encoding, reading.encoding)
    character = reading.text[at]
    if reading.faithful:
        what = Phrase(
            "the character U+{code} stands in no text (read as {encoding})", code=f"{ord(character):04X}", encoding=name
        )
        hint = Phrase("take it out, or keep it with --encoding {encoding}", encoding=reading.encoding)
    else:
        is_end = at >= len(reading.text.rstrip(LOST + "\r\n\x1a"))
        what = (
            Phrase("the file ends in the middle of a character (read as {encoding})", encoding=name)
            if is_end
            else Phrase("bytes that are no character (read as {encoding})", encoding=name)
        )
        hint = _ANEW
    raise UnreadableError(what, path=path, position=LineIndex(reading.text).position(at), hint=hint)


def _ask(weighed: list[_Weighed], path: Path | None) -> NoReturn:
    """List what the text may be, a sample of each."""
    near = [one.reading for one in weighed if one.cost - weighed[0].cost < _NEAR]
    shown = [reading for reading in near if reading.faithful] or near
    lines = "".join(f"\n    {reading.encoding:<12} {_sample(reading.text)}" for reading in shown[:_SHOWN])
    raise UnreadableError(
        Phrase("the encoding of the text is not certain"),
        path=path,
        hint=Phrase("choose the right one with --encoding:{candidates}", candidates=lines),
    )


def _sample(text: str) -> str:
    """Return a line in which readings differ: the first that is not all ASCII, from a little before that."""
    found = re.search(r"[^\x00-\x7f]", text)
    start = max(found.start() - _SAMPLE // 4, 0) if found else 0
    line = text[start : start + _SAMPLE].strip().splitlines() or [""]
    chosen = next((part for part in line if not part.isascii()), line[0])
    return "".join(character if character.isprintable() else LOST for character in chosen)
