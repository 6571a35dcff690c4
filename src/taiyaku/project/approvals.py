"""Who has signed off which edition, and what it said then: a committed file that `taiyaku approve` writes.

An approval holds fingerprints of what was approved, and lapses with any of them: nothing has to be deleted when an
article, its translation or what the checks find in it changes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from taiyaku.errors import AnswersError, Phrase
from taiyaku.span import Position
from taiyaku.toml_file import parse_toml, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_HEADING = "# Editions that somebody has signed off. `taiyaku approve` writes this file.\n"
_DELETE = "\x7f"


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's word for the edition of an article in a locale.

    `by` and `note` are as given, `on` is the day (ISO). `source`, `translation` and `findings` are fingerprints of what
    was approved: the article's text, its translation, and the errors and warnings that were open.
    """

    slug: str
    locale: str
    by: str
    on: str
    source: str
    translation: str
    findings: str
    note: str = ""


_FIELDS = ("slug", "locale", "by", "on", "note", "source", "translation", "findings")


def read_approvals(path: Path) -> dict[tuple[str, str], Approval]:
    """Read the approvals by slug and locale; a file that is not there has none.

    Raises AnswersError with the place of what is wrong, as a merge may leave it.
    """
    text = read_text(path, AnswersError, missing="")
    hint = Phrase("texts stand in quotation marks, and each approval begins with [[approval]]")
    data = parse_toml(text, AnswersError, path, hint)
    entries = data.get("approval", [])
    if not isinstance(entries, list) or set(data) - {"approval"}:
        raise AnswersError(Phrase("a file of approvals holds [[approval]] tables, and nothing else"), path=path)
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip().startswith("[[approval]]")]
    found: dict[tuple[str, str], Approval] = {}
    for index, entry in enumerate(entries):
        place = Position(lines[index], 1) if len(lines) == len(entries) else None
        approval = _approval(entry, path, place)
        if (approval.slug, approval.locale) in found:
            raise AnswersError(
                Phrase("“{slug}” is approved twice in {locale}", slug=approval.slug, locale=approval.locale),
                path=path,
                position=place,
                hint=Phrase("keep the newer one"),
            )
        found[approval.slug, approval.locale] = approval
    return found


def _approval(entry: object, path: Path, place: Position | None) -> Approval:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise AnswersError(Phrase("an approval's fields are texts in quotation marks"), path=path, position=place)
    for name in entry:
        if name not in _FIELDS:
            raise AnswersError(
                Phrase("unknown field “{name}”", name=name),
                path=path,
                position=place,
                hint=Phrase("known here: {names}", names=", ".join(_FIELDS)),
            )
    for name in _FIELDS:
        if name != "note" and not entry.get(name, "").strip():
            raise AnswersError(
                Phrase("an approval needs a field “{name}”", name=name),
                path=path,
                position=place,
                hint=Phrase("approve the edition again, and let `taiyaku approve` write it"),
            )
    return Approval(**entry)


def written_approvals(approvals: Iterable[Approval]) -> str:
    """Return the text of a file of approvals, sorted, so that two people's approvals merge; "" for none."""
    blocks = []
    for approval in sorted(approvals, key=lambda one: (one.slug, one.locale)):
        values = asdict(approval)
        lines = [f"{name} = {_quoted(values[name])}\n" for name in _FIELDS if values[name]]
        blocks.append("[[approval]]\n" + "".join(lines))
    return "\n".join([_HEADING, *blocks]) if blocks else ""


def _quoted(text: str) -> str:
    """Return a basic string of TOML: like one of JSON, but that delete is escaped, too."""
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")
