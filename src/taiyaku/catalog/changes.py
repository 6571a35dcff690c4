"""What an update did to a catalog, as values: for the screen, and for the page that a translator works from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from taiyaku.catalog.message import Message
    from taiyaku.catalog.rebuild import Part
    from taiyaku.text.numbers import NumberChange

How = Literal["edited", "split", "joined", "numbers", "style", "minor", "other-context", "memory"]
"""How a message came to its translation:

- `edited`: its text is a changed version of another's, perhaps with sentences of further ones;
- `split`, `joined`: it is one of the pieces of a paragraph, or made of several;
- `numbers`: nothing but numbers changed;
- `style`: nothing but white space or the style of quotation marks changed, so the translation stays approved;
- `minor`: edited, and declared to mean the same, so the translation stays approved;
- `other-context`: its very text stands, or stood, in another context;
- `memory`: it was suggested from outside of this catalog.
"""


NotMinor = Literal["numbers", "markup", "sentences", "different", "unapproved"]
"""Why a change that was declared to be minor is not treated so: numbers (or a negation, a day, a unit and
the like) changed; an address, code or other mark-up did; sentences came, went or moved; the texts have too little in
common; or nobody had approved the translation."""


class Suggestion(NamedTuple):
    """A translation from outside of a catalog, for a message that the catalog itself knows nothing of.

    `msgid` is the text that `msgstr` translates: the message's own, or a similar one. `origin` tells a translator
    where it comes from. `approved` says that it may stand as translated; else it is fuzzy.
    """

    msgid: str
    msgstr: str
    origin: str
    approved: bool


class Suggest(Protocol):
    """What a merge asks for the translation of a message; with `exact`, for that of the very text only."""

    def __call__(self, message: Message, *, exact: bool = False) -> Suggestion | None:
        """Return the best suggestion, None where there is none."""


@dataclass(frozen=True, slots=True)
class Change:
    """A message that took its translation from other texts: `new` as it is now, `old` what it came from.

    The main one of `old` comes first; a suggestion has none. `parts` are the sentences of `new` in order, where they
    were looked at one by one, with the numbers of `old` as their origins; `numbers` are those that changed. `not_minor`
    says why the change is not `minor` although it was declared to be.
    """

    how: How
    old: tuple[Message, ...]
    new: Message
    parts: tuple[Part, ...] = ()
    numbers: tuple[NumberChange, ...] = ()
    not_minor: NotMinor | None = None


@dataclass(slots=True)
class Changes:
    """What an update did, as the messages concerned."""

    new: list[Message] = field(default_factory=list)
    kept: list[Message] = field(default_factory=list)
    moved: list[Message] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    revived: list[Message] = field(default_factory=list)
    obsolete: list[Message] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether something was done to any message."""
        return bool(self.new or self.moved or self.changed or self.revived or self.obsolete)
