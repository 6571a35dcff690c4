"""What `taiyaku update` prints about a catalog: counts, and what a person should know at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from taiyaku.cli.output import _
from taiyaku.text.width import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.catalog.changes import Change, Changes, NotMinor

_SHOWN = 12
"""So many lines of one kind are shown; one screen has no room for more."""
_COLUMNS = 48


def counts(changes: Changes) -> str:
    """Return how many messages met which fate."""
    how = Counter(change.how for change in changes.changed)
    approved = sum(change.how == "memory" and not change.new.fuzzy for change in changes.changed)
    kinds = [
        (_("{count} new"), len(changes.new)),
        (_("{count} changed"), how["edited"] + how["other-context"]),
        (_("{count} split"), how["split"]),
        (_("{count} joined"), how["joined"]),
        (_("{count} with other numbers"), how["numbers"]),
        (_("{count} in another style"), how["style"]),
        (_("{count} minor"), how["minor"]),
        (_("{count} from the memory"), how["memory"] - approved),
        (_("{count} from the memory, approved"), approved),
        (_("{count} revived"), len(changes.revived)),
        (_("{count} moved"), len(changes.moved)),
        (_("{count} kept"), len(changes.kept)),
        (_("{count} obsolete"), len(changes.obsolete)),
    ]
    return ", ".join(template.format(count=count) for template, count in kinds if count)


def details(changes: Changes) -> Iterator[str]:
    """Yield the lines about numbers that changed, and about what a minor correction left as it was, or could not."""
    yield from _few([line for change in changes.changed for line in _numbers(change)])
    yield from _few([_("  kept: {old} → {new}").format(**_texts(c)) for c in changes.changed if c.how == "minor"])
    refused = [c for c in changes.changed if c.not_minor is not None]
    yield from _few(
        [
            _("  not minor, {reason}: {old} → {new}").format(reason=_reason(c.not_minor), **_texts(c))
            for c in refused
            if c.not_minor is not None
        ]
    )


def _few(lines: list[str]) -> Iterator[str]:
    yield from (visible(line) for line in lines[:_SHOWN])
    if len(lines) > _SHOWN:
        yield _("  and more: {count}; `taiyaku changes` shows all").format(count=len(lines) - _SHOWN)


def _numbers(change: Change) -> Iterator[str]:
    carried = _("  number changed: {old} → {new}, in the translation as well")
    left = _("  number changed: {old} → {new}, not yet in the translation: {text}")
    for number in change.numbers:
        template = carried if number.carried else left
        yield template.format(old=number.old, new=number.new, text=shortened(change.new.msgid, _COLUMNS))


def _reason(reason: NotMinor) -> str:
    return {
        "numbers": _("a number, a day, a “not” or the like changed"),
        "markup": _("an address, code or other mark-up changed"),
        "sentences": _("sentences came, went or moved"),
        "different": _("too much changed"),
        "unapproved": _("the translation was not approved before"),
    }[reason]


def _texts(change: Change) -> dict[str, str]:
    """Return the old and the new text, both from a little before the place where they begin to differ."""
    old, new = change.old[0].msgid, change.new.msgid
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(same - _COLUMNS // 4, 0)
    mark = "…" if start else ""
    return {"old": shortened(mark + old[start:], _COLUMNS), "new": shortened(mark + new[start:], _COLUMNS)}
