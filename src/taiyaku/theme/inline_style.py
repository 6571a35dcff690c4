"""Styles for mail: a stylesheet of simple rules, and what it says of one element as the text of its `style`.

Programs for mail drop stylesheets, so each element must carry its own. The rules are written as CSS all the same: a
selector is a name, classes and a language (`td.body:lang(ja)`); nothing else can be told of an element by itself.
Which properties are refused, and why: https://www.caniemail.com.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase, SettingsError
from taiyaku.span import LineIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"\s*([^{}]*?)\s*\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?P<name>[a-z][a-z0-9]*|\*)?(?P<classes>(?:\.[A-Za-z_][\w-]*)*)(?::lang\((?P<lang>[a-z]+)\))?")
_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;{}<>\"\\]+)")
_DROPPED_PROPERTIES = re.compile(
    r"position|inset|top|left|right|bottom|float|z-index|(?:flex|grid|animation|transition).*"
)
_DROPPED_VALUES = re.compile(
    r"(?:inline-)?(?:flex|grid)\b|(?:var|url|calc|expression|env|min|max|clamp)\(|@|javascript:", re.IGNORECASE
)


class Selector(NamedTuple):
    """Which elements a rule is for: their name ("" for any), the classes they have, the language they are in."""

    name: str
    classes: frozenset[str]
    lang: str

    @property
    def weight(self) -> tuple[int, int]:
        """What comes later where two rules differ, as CSS has it: classes before names."""
        return len(self.classes) + bool(self.lang), bool(self.name)

    def fits(self, name: str, classes: Collection[str], lang: str) -> bool:
        """Whether an element is meant."""
        return (
            self.name in {"", name}
            and self.classes.issubset(classes)
            and (not self.lang or self.lang == lang.partition("-")[0])
        )


@dataclass(frozen=True, slots=True)
class InlineStyles:
    """The rules of a stylesheet, the weightier ones last."""

    rules: tuple[tuple[Selector, tuple[tuple[str, str], ...]], ...]

    def style(self, name: str, classes: Collection[str], lang: str) -> str:
        """Return the declarations for an element; "" if there are none."""
        found: dict[str, str] = {}
        for selector, declarations in self.rules:
            if selector.fits(name, classes, lang):
                for key, value in declarations:
                    found.pop(key, None)  # what is said last stands last
                    found[key] = value
        return ";".join(f"{key}:{value}" for key, value in found.items())


def read_styles(css: str, path: Path) -> InlineStyles:
    """Read a stylesheet. Raises SettingsError, with its place, for what no element can carry or mail programs drop."""
    text = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), css)
    rules = list(_rules(text, path))
    return InlineStyles(tuple(sorted(rules, key=lambda rule: rule[0].weight)))


def _rules(text: str, path: Path) -> Iterator[tuple[Selector, tuple[tuple[str, str], ...]]]:
    position = 0
    while text[position:].strip():
        rule = _RULE.match(text, position)
        if rule is None:
            at = position + len(text[position:]) - len(text[position:].lstrip())
            raise _fault(text, at, path, Phrase("this is no rule of a stylesheet"))
        position = rule.end()
        declarations = tuple(_declarations(text, rule.start(2), rule.end(2), path))
        for written in rule[1].split(","):
            selector = _SELECTOR.fullmatch(written.strip())
            if selector is None or not selector[0]:
                raise _fault(
                    text, rule.start(1), path, Phrase("“{selector}” is too much for mail", selector=written.strip())
                )
            name = "" if selector["name"] == "*" else selector["name"] or ""
            classes = frozenset(filter(None, selector["classes"].split(".")))
            yield Selector(name, classes, selector["lang"] or ""), declarations


def _declarations(text: str, start: int, end: int, path: Path) -> Iterator[tuple[str, str]]:
    position = start
    for written in text[start:end].split(";"):
        declaration = _DECLARATION.fullmatch(written.strip())
        at = position + len(written) - len(written.lstrip())
        position += len(written) + 1
        if not written.strip():
            continue
        if declaration is None:
            raise _fault(text, at, path, Phrase("this is no declaration of a style"))
        key, value = declaration[1], " ".join(declaration[2].split())
        if _DROPPED_PROPERTIES.fullmatch(key) or _DROPPED_VALUES.search(value):
            raise _fault(text, at, path, Phrase("mail programs drop this: {style}", style=f"{key}: {value}"))
        yield key, value


def _fault(text: str, at: int, path: Path, what: Phrase) -> SettingsError:
    hint = Phrase("write simple rules: names, classes and :lang(), no position, flex, grid, variables or addresses")
    return SettingsError(what, path=path, position=LineIndex(text).position(at), hint=hint)
