"""Footnotes of an edition: numbered by reference, gathered at the end, linked both ways."""

from __future__ import annotations

from taiyaku.formats.markdown.html_attributes import escaped_attribute
from taiyaku.formats.markdown.note_order import NoteOrder
from taiyaku.formats.markdown.tree import Node


class Footnotes(dict[str, int]):
    """The numbers of footnotes by label, in `uses` how often each was referred to so far, in `spellings` its label.

    For a text that is rendered in parts: with a plain dict, a note referred to in two parts would give one id
    twice.
    """

    __slots__ = ("spellings", "uses")

    def __init__(self, numbers: dict[str, int] | None = None) -> None:
        super().__init__(numbers or {})
        self.uses: dict[str, int] = {}
        self.spellings = {label.casefold(): label for label in self}


class NoteSection:
    """The notes met while a text is rendered. Their ids hold numbers, since a label may be Japanese.

    Roles are those of DPUB-ARIA 1.1.
    """

    def __init__(self, numbers: dict[str, int], id_prefix: str, back_label: str) -> None:
        self.backs: list[tuple[int, str]] = []
        notes = numbers if isinstance(numbers, Footnotes) else Footnotes(numbers)
        self._order = NoteOrder(numbers)
        self._uses, self._spellings = notes.uses, notes.spellings
        self._prefix = escaped_attribute(id_prefix)
        self._back_label = escaped_attribute(back_label)

    def number(self, label: str) -> int:
        """Return the number of the note called `label`, the next one for a new label."""
        return self._order.number(label)

    def add(self, definition: Node) -> None:
        """Keep a definition for the end; of two with one label, both are told."""
        self._order.add(self._key(definition.detail), definition.children)

    def reference(self, label: str) -> str:
        """Return the mark of a note, with an id of its own."""
        key = self._key(label)
        number = self.number(key)
        self._uses[key] = self._uses.get(key, 0) + 1
        own_id = self._reference_id(number, self._uses[key])
        link = f'<a href="#{self._prefix}fn-{number}" id="{own_id}" role="doc-noteref">{number}</a>'
        return f'<sup class="footnote-ref">{link}</sup>'

    def take(self) -> Node | None:
        """Return the next note by number, its links back at the end; at last those that nothing refers to."""
        taken = self._order.take()
        if taken is None:
            return None
        key, children = taken
        back = Node("FootnoteBack", key)
        if children and children[-1].kind == "Paragraph":
            children[-1].children.append(back)
        elif key in self._uses:
            children.append(_parent("Paragraph", None, [back]))
        return _parent("FootnoteDefinition", key, children)

    def item(self, note: Node, position: int) -> str:
        """Return the opening tag of a note that is the `position`th of its list, counted from 1."""
        number = self.number(note.detail)
        value = "" if number == position else f' value="{number}"'
        return f'<li id="{self._prefix}fn-{number}"{value}>'

    def back_links(self, key: str) -> str:
        """Return a link to each reference of a note; no arrow shall stand on a line of its own."""
        number, uses = self.number(key), range(1, self._uses.get(key, 0) + 1)
        return "".join(f"\N{NO-BREAK SPACE}{self._back_link(number, use)}" for use in uses)

    def _back_link(self, number: int, use: int) -> str:
        mark, more = ("", "") if use == 1 else (f"<sup>{use}</sup>", f" {use}")  # what is heard has what is seen
        label = f' aria-label="{self._back_label}{more}"' if self._back_label else ""
        target = self._reference_id(number, use)
        return f'<a href="#{target}" class="footnote-back" role="doc-backlink"{label}>↩{mark}</a>'

    def _reference_id(self, number: int, use: int) -> str:
        suffix = "" if use == 1 else f"-{use}"
        return f"{self._prefix}fnref-{number}{suffix}"

    def _key(self, label: str) -> str:
        """Return the first spelling of a label: `[^Note]` refers to `[^note]:`."""
        return self._spellings.setdefault(label.casefold(), label)


def _parent(name: str, value: object, children: list[Node]) -> Node:
    node = Node(name, value)
    node.children = children
    return node
