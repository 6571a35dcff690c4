"""What stands behind a name in Japanese and shows that it is a person's: 氏, さん, 市長."""

from __future__ import annotations

from taiyaku.checks.names.titles import TITLE_AFTER
from taiyaku.text.lazy_pattern import lazy_pattern

_HONORIFIC = lazy_pattern(r"(?:氏|さん|君|ちゃん|様(?![々子相式態に])|容疑者|被告|夫妻|女史|先生|首相|外相)")


def honorific(text: str, place: int) -> str:
    """Return the honorific or the title that stands at a place, "" if none does."""
    match = _HONORIFIC.match(text, place) or TITLE_AFTER.match(text, place)
    return match[0] if match else ""


def titles_after(text: str, place: int) -> tuple[str, ...]:
    """Return the office that stands behind a name, and none for an honorific."""
    match = TITLE_AFTER.match(text, place)
    return (match[0],) if match else ()
