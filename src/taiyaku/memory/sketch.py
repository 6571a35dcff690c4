"""A short sketch of a text, by which similar ones are found among a million.

Of the hashed grams (runs of characters) of a text, the smallest few are its sketch. Two similar texts have about
the same share of their sketches in common as of all their grams (A. Broder, "On the resemblance and containment of
documents", 1997), so that an index of sketches finds what an index of all grams would, at a fifth of its size.
"""

from __future__ import annotations

from zlib import crc32

SKETCH = 24
"""So many grams of each text are in the index."""
_LENGTHS = {"ja": 3}
_LENGTH = 4
"""Characters in a gram: a Japanese one says more than a letter."""
_CODE_POINT = 4  # bytes of one in UTF-32


def sketch(text: str, language: str) -> tuple[int, ...]:
    """Return the sketch of a text: up to SKETCH numbers of 32 bits, each once. Case and outer blanks do not count.

    Sketches are compared within one language; those of different languages have nothing in common but by chance.
    """
    data = f" {text.strip().casefold()} ".encode("utf-32-le", "surrogatepass")
    seed = crc32(language.encode())
    length = _CODE_POINT * _LENGTHS.get(language, _LENGTH)
    ends = range(length, max(len(data), length) + 1, _CODE_POINT)  # a short text is one gram
    return tuple(sorted({crc32(data[end - length : end], seed) for end in ends})[:SKETCH])
