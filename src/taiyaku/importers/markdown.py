"""An article that is Markdown already: taken as it is, its front matter completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import ArticleError, Phrase
from taiyaku.formats.markdown.front_matter import read_front_matter
from taiyaku.importers.front_matter import REQUIRED, entry, question
from taiyaku.importers.imported import Imported
from taiyaku.importers.paste import language_of
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.lines import line_end

if TYPE_CHECKING:
    from pathlib import Path

_TOML = lazy_pattern(r"\ufeff?\+\+\+[ \t]*\r?\n")
_HEADLINE = lazy_pattern(r"(?m)^# +(?P<text>\S.*?)(?: +#+)?[ \t]*$")
_KEPT = ("title", "deck", "description", "byline", "staff", "date", "slug", "locale")


def from_markdown(text: str, path: Path, locale: str | None, given: dict[str, str]) -> tuple[Imported, str]:
    """Return what an article says of itself, and its whole text with the keys that its front matter lacked.

    `given` are keys that the user set. Raises ArticleError for front matter that taiyaku cannot read.
    """
    if _TOML.match(text):
        raise ArticleError(
            Phrase("front matter in TOML is not read"),
            path=path,
            hint=Phrase("write it as YAML between lines of three hyphens: ---"),
        )
    front = read_front_matter(text, path)
    body = text[front.end :]
    values = {key: value for key, value in front.values.items() if key in _KEPT and isinstance(value, str)}
    headline = _HEADLINE.search(body)
    if headline and not values.get("title"):
        values["title"] = headline["text"]
    values.setdefault("locale", locale or language_of(body))
    added = {key: value for key, value in given.items() if key not in front.values}
    if "locale" not in front.values:
        added["locale"] = values["locale"]
    values |= added
    lines = [entry(key, value) for key, value in added.items()]
    for key in REQUIRED:
        if not values.get(key):
            values.pop(key, None)
            comment = "# " + question(key, "", values["locale"])
            lines += [comment] if key in front.values else [comment, f"{key}:"]
    return Imported(values, body), _completed(text, front.end, lines, has_front=bool(front.values))


def _completed(text: str, end: int, lines: list[str], *, has_front: bool) -> str:
    """Add lines before the closing fence of the front matter, or a front matter of them."""
    newline = line_end(text)
    added = "".join(line + newline for line in lines)
    if not has_front:
        return f"---{newline}{added}---{newline}{newline}{text.removeprefix(chr(0xFEFF))}" if lines else text
    head = text[:end].rstrip()
    fence = max(head.rfind("\n"), head.rfind("\r")) + 1
    return text[:fence] + added + text[fence:]
