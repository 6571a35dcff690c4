"""What a person should know of how a text was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.decode_codecs import TO_JIS, TO_WINDOWS, TWO_WAYS
from taiyaku.importers.decode_likelihood import unfit
from taiyaku.importers.imported import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.importers.decode_codecs import Reading

NAMES = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp932": "Shift_JIS (CP932)",
    "shift_jis": "Shift_JIS (JIS X 0208)",
    "euc-jp": "EUC-JP",
    "iso-2022-jp": "ISO-2022-JP",
    "cp1252": "Windows-1252",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "mac-roman": "Mac Roman",
}
"""The encodings that articles come in, and what people call them."""

_OTHER_WAY = {
    ("cp932", True): "shift_jis",
    ("shift_jis", False): "cp932",
    ("euc-jp", False): "cp51932",
    ("iso-2022-jp", False): "cp50220",
}
_GAIJI = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_YEN = re.compile(r"\\(?=[0-9])")


def remarks_on(reading: Reading) -> tuple[Remark, ...]:
    """Return the remarks on a reading that was taken."""
    return tuple(_remarks(reading))


def _remarks(reading: Reading) -> Iterator[Remark]:
    text = reading.text
    if not text.isascii() and reading.encoding != "utf-8":
        yield Remark(Phrase("the text was read as {encoding}", encoding=NAMES.get(reading.encoding, reading.encoding)))
    yield from _two_ways(reading)
    gaiji = _GAIJI.search(text)
    if gaiji:
        what = Phrase(
            "characters of private use (gaiji): {count}, the first is U+{code}; only the machine that wrote them knows "
            "what they look like: ask, and write each as a character of Unicode",
            count=len(_GAIJI.findall(text)),
            code=f"{ord(gaiji[0]):04X}",
        )
        yield Remark(what, _line(text, gaiji.start()), doubtful=True)
    yen = _YEN.search(text) if reading.by_windows is not None else None
    if yen:
        what = Phrase(
            "“\\” before a digit is shown as ¥ in Japan; write ¥ if that is meant (places: {count})",
            count=len(_YEN.findall(text)),
        )
        yield Remark(what, _line(text, yen.start()), doubtful=True)
    if text.endswith("\x1a"):
        yield Remark(Phrase("the end mark of DOS (0x1A) was taken off"))
    strange = unfit(text.removesuffix("\x1a"))
    if strange is not None:
        what = Phrase("the character U+{code} stands in no text", code=f"{ord(text[strange]):04X}")
        yield Remark(what, _line(text, strange), doubtful=True)


def _two_ways(reading: Reading) -> Iterator[Remark]:
    """Tell of characters that another mapping reads differently."""
    signs = "".join(dict.fromkeys(TWO_WAYS.findall(reading.text)))
    if reading.by_windows is None or not signs:
        return
    other = _OTHER_WAY.get((reading.encoding, reading.by_windows))
    if other is None:
        yield Remark(Phrase("{signs} are read as Windows does, since other characters are of Windows", signs=signs))
        return
    what = (
        Phrase("{signs} are read as Windows does; with --encoding {other} they are {others}")
        if reading.by_windows
        else Phrase("{signs} are read as JIS says; with --encoding {other} they are {others}")
    )
    others = signs.translate(TO_JIS if reading.by_windows else TO_WINDOWS)
    yield Remark(what.filled(signs=signs, other=other, others=others))


def _line(text: str, at: int) -> int:
    return len(re.findall(r"\r\n|\n|\r", text[:at])) + 1
