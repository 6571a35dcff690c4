"""Reference links in translations: `[label]` translated must still be a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.formats.markdown.tree import descendants
from taiyaku.formats.written import Refusal

if TYPE_CHECKING:
    from collections.abc import Collection

    from taiyaku.formats.markdown.tree import Node

_BRACKET = re.compile(r"(?<!\\)\[(?P<text>(?:[^\[\]\\]|\\.)+)\](?:\[(?P<label>(?:[^\[\]\\]|\\.)*)\])?(?!\()")
_REFERENCES = frozenset({"Reference", "Collapsed", "Shortcut"})


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def relinked(translation: str, leaf: Node, defined: Collection[str]) -> tuple[str, Refusal | None, Refusal | None]:
    """Return the translation with its reference links whole, why it cannot be, and what it lost.

    `[label]` whose text was translated is written `[訳][label]`, where there is no doubt which one is meant: one
    bracket that leads nowhere and one label of the source that is missing. `defined` are the document's labels.
    """
    labels = {
        _folded(inline.detail["id"]): inline.detail["id"]
        for inline in descendants(leaf)
        if inline.kind in {"Link", "Image"} and inline.detail["link_type"] in _REFERENCES
    }
    notes = {inline.detail for inline in descendants(leaf) if inline.kind == "FootnoteReference"}
    if not labels and not notes:
        return translation, None, None
    known = {_folded(label) for label in defined}
    brackets = list(_BRACKET.finditer(translation))
    used = {_folded(match["label"] or match["text"]) for match in brackets}
    lost = [label for folded, label in labels.items() if folded not in used]
    stray = [
        match
        for match in brackets
        if not match["text"].startswith("^") and _folded(match["label"] or match["text"]) not in known
    ]
    if len(lost) == 1 and len(stray) == 1:
        match = stray[0]
        end = match.end("text") + 1
        return f"{translation[:end]}[{lost[0]}]{translation[match.end() :]}", None, None
    if lost and stray:
        return translation, _stray(lost), None
    missing = [f"[{label}]" for label in lost]
    missing += sorted(f"[^{note}]" for note in notes if f"[^{note}]" not in translation)
    return translation, None, _lost(missing) if missing else None


def _stray(lost: list[str]) -> Refusal:
    return Refusal(
        Phrase("the translation no longer links to {labels}", labels=", ".join(f"[{label}]" for label in lost)),
        Phrase("write the translated words and the label: [訳][{label}]", label=lost[0]),
    )


def _lost(missing: list[str]) -> Refusal:
    return Refusal(
        Phrase("the translation has no {labels}, which its source has", labels=", ".join(missing)),
        Phrase("put it back where it belongs, if it was not left out on purpose"),
    )
