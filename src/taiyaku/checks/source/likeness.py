"""Whether one spelling may be a slip of another."""

from __future__ import annotations


def is_one_slip(word: str, other: str) -> bool:
    """Whether two words differ by one letter more, less or other, or by two neighbours exchanged; not if they agree."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    start = next((place for place, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), None)
    if start is None:
        return True  # one letter more at the end
    rest, others = word[start:], other[start:]
    if rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]:
        return True
    return rest[2:] == others[2:] and rest[:2] == others[1::-1]
