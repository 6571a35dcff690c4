"""Passages whose translation stands in that of a passage before them, as the directive `joined` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.article.directives import translation_directive
from taiyaku.article.document import BODY_ROLES
from taiyaku.text.lines import joint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from taiyaku.catalog.message import Key, Message

_ENDING = frozenset({"headline", "heading"})
"""Roles behind which running text begins anew: a passage is not joined with one of the chapter before."""


def is_joined(message: Message) -> bool:
    """Whether the translation of a message is the directive `joined`."""
    directive = translation_directive(message.msgstr)
    return directive is not None and directive.name == "joined"


def holders(messages: Iterable[Message]) -> Iterator[tuple[Message, Message | None]]:
    """Yield the joined ones of an article's messages, each with the one that holds its translation, in order.

    Of running text that is the running text before it, back to a heading, captions and the like left aside; of
    anything else, whatever stands before it. None where there is nothing.
    """
    last: Message | None = None
    running: Message | None = None
    for message in messages:
        role = (message.msgctxt or "paragraph").partition(":")[0]
        if is_joined(message):
            yield message, running if role in BODY_ROLES else last
            continue
        last = message
        if role in BODY_ROLES:
            running = message
        elif role in _ENDING:
            running = None


def holds_words(message: Message | None) -> bool:
    """Whether a message has a translation that can hold that of another one: words, and not a directive."""
    return message is not None and bool(message.msgstr.strip()) and translation_directive(message.msgstr) is None


def unsettled(
    before: Sequence[Message], after: Sequence[Message], names: Mapping[Key, Key], language: str
) -> dict[Key, str | None]:
    """Return which approved messages of `after` are so no longer, since what they were joined with has changed.

    When one of those that a translation holds is gone, edited, or elsewhere, the one that holds it says too much or too
    little, and so do the others. The value is the text that the translation was made for, None if that is not known.
    `names` has the former key of those that have another one now, and the same meaning; `language` is the original's.
    """
    was = _runs(before, {})
    now = _runs(after, names)
    if was == now:
        return {}
    texts = {message.key: message.msgid for message in before}
    found: dict[Key, str | None] = {}
    for message in after:
        name = names.get(message.key, message.key)
        concerned = is_joined(message) or (name in was and holds_words(message))
        if message.translated and concerned and was.get(name) != now.get(name):
            found[message.key] = _together([texts[key] for key in was.get(name, ())], language) or None
    return found


def _runs(messages: Sequence[Message], names: Mapping[Key, Key]) -> dict[Key, tuple[Key, ...]]:
    """Return for each message that holds others, and for each joined one, all that hang together, by former keys."""
    runs: dict[Key, list[Key]] = {}
    members: dict[Key, list[Key]] = {}
    for message, holder in holders(messages):
        name = names.get(message.key, message.key)
        first = names.get(holder.key, holder.key) if holder is not None else name
        run = runs.setdefault(first, [first])
        run += [] if holder is None else [name]
        members[first] = members[name] = run
    return {name: tuple(run) for name, run in members.items()}


def _together(texts: Iterable[str], language: str) -> str:
    whole = ""
    for text in texts:
        whole += joint(whole, text, language) + text
    return whole
