"""YAML front matter: read as texts with their places, written back without touching what is not translated.

Read with PyYAML's events, so that every scalar keeps its span and nothing is resolved: `no` is the text "no". Aliases
and explicit tags are refused, and so is more than 64 kB.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from taiyaku.errors import ArticleError, Phrase
from taiyaku.formats.markdown.plain_front_matter import plain_values
from taiyaku.span import LineIndex, Span
from taiyaku.text.lines import joint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import yaml

    from taiyaku.article.document import Value
    from taiyaku.span import Position

LIMIT = 64 * 1024
"""Front matter longer than this many code points is refused."""

DEPTH = 32
"""Front matter with more mappings and lists inside each other is refused."""

_FENCE = re.compile(r"\A\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_KEY_LINE = r"(?<![^\r\n])[\w\"'][^\r\n]*?:(?=[ \t\r\n]|\Z)"  # compiled for faults only
_NOT_TEXT = re.compile(r"~|\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?")
_NOT_TEXTS = frozenset({"null", "true", "false"})
_YAML_UNPRINTABLE = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"  # breaks lines, or refused


class Scalar(NamedTuple):
    """A scalar of the front matter: its dotted key (`image.alt`; list items share theirs), text and span.

    `span` covers quotation marks and block indicators too; `style` is YAML's: "", "'", '"', "|" or ">".
    """

    key: str
    text: str
    span: Span
    style: str
    in_flow: bool

    @property
    def is_text(self) -> bool:
        """Whether a person wrote words here: not a date, a boolean, a null."""
        if self.style == "" and (self.text.lower() in _NOT_TEXTS or _NOT_TEXT.fullmatch(self.text)):
            return False
        return bool(self.text.strip())


class FrontMatter(NamedTuple):
    """The front matter of an article. `end` is the offset (code points) at which the article's body begins."""

    values: Mapping[str, Value]
    scalars: tuple[Scalar, ...]
    end: int


def read_front_matter(source: str, path: Path, locale: str | None = None) -> FrontMatter:
    """Read the front matter of `source`, an empty one if there is none.

    `locale` is the article's if known: in Japanese, the lines of a folded text are joined without a space.
    Raises ArticleError where front matter was meant but is not closed, not YAML, unsafe or too long.
    """
    start = 1 if source.startswith("\ufeff") else 0
    fence = _FENCE.match(source)
    if fence is None:
        return FrontMatter({}, (), start)
    closing = _CLOSING.search(source, fence.end())
    if closing is None:
        if re.compile(_KEY_LINE).match(source, fence.end()):
            raise ArticleError(
                Phrase("the front matter is not closed"),
                path=path,
                position=LineIndex(source).position(start),
                hint=Phrase("end it with a line of three hyphens: ---"),
            )
        return FrontMatter({}, (), start)
    reader = _Reader(source, fence.end(), closing.start(), path, locale)
    if reader.values is None:
        return FrontMatter({}, (), start)
    return FrontMatter(reader.values, tuple(reader.scalars), closing.end())


class _Reader:
    """Walks the events of one front matter. `values` is None where it is no mapping: two rules, not front matter."""

    def __init__(self, source: str, start: int, end: int, path: Path, locale: str | None) -> None:
        self.source, self.offset, self.path, self.locale = source, start, path, locale
        self.text = source[start:end]
        self.scalars: list[Scalar] = []
        self.flow = self.depth = 0
        self.values: dict[str, Value] | None = None
        if len(self.text) > LIMIT:
            raise self.error(Phrase("the front matter is longer than {limit} characters", limit=LIMIT), 0)
        if not self.read_plain():
            self.read_yaml()

    def read_plain(self) -> bool:
        """Read without YAML what can be read so: loading its parser takes longer than the rest."""
        plain = plain_values(self.text)
        if plain is None:
            return False
        self.values = {}
        for key, text, (start, end), style, in_list in plain:
            self.values[key] = (*self.values.get(key, ()), text) if in_list else text
            self.scalars.append(Scalar(key, text, Span(self.offset + start, self.offset + end), style, in_list))
        return True

    def read_yaml(self) -> None:
        import yaml

        try:
            self.read()
        except yaml.YAMLError as error:
            if re.search(_KEY_LINE, self.text):
                raise self.yaml_error(error) from error

    def read(self) -> None:
        import yaml

        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        self.events: Iterator[Any] = iter(yaml.parse(self.text, Loader=loader))
        value: Value = {}
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                value = self.node(event, "")
            elif isinstance(event, yaml.DocumentStartEvent) and event.explicit:
                return
        if isinstance(value, dict):
            self.values = value

    def node(self, event: Any, key: str) -> Value:
        import yaml

        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self.refusal(Phrase("anchors and aliases are not allowed in front matter"), event)
        if event.tag is not None and event.tag != "!":
            raise self.refusal(Phrase("the tag {tag} is not allowed in front matter", tag=event.tag), event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, key)
        if self.depth == DEPTH:
            raise self.refusal(Phrase("the front matter is nested too deeply"), event)
        self.depth += 1
        self.flow += event.flow_style is True
        value = self.mapping(key) if isinstance(event, yaml.MappingStartEvent) else self.sequence(key)
        self.flow -= event.flow_style is True
        self.depth -= 1
        return value

    def mapping(self, parent: str) -> dict[str, Value]:
        import yaml

        values: dict[str, Value] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refusal(Phrase("a key of the front matter must be a text"), event)
            name = event.value
            if name in values:
                raise self.refusal(Phrase("the key “{key}” stands twice in the front matter", key=name), event)
            values[name] = self.node(next(self.events), f"{parent}.{name}" if parent else name)
        return values

    def sequence(self, key: str) -> tuple[Value, ...]:
        import yaml

        values: list[Value] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self.node(event, key))
        return tuple(values)

    def scalar(self, event: Any, key: str) -> str:
        start, end = event.start_mark.index, event.end_mark.index
        raw = self.text[start:end]
        style = event.style or ""
        end = start + len(raw.rstrip(" \t\r\n"))
        text: str = event.value.rstrip("\n")
        if style != "|" and "\n" in raw.strip().replace("\r", "\n"):
            text = _refolded(text, raw, self.locale)
        self.scalars.append(Scalar(key, text, Span(self.offset + start, self.offset + end), style, self.flow > 0))
        return text

    def refusal(self, what: Phrase, event: Any) -> ArticleError:
        return self.error(what, event.start_mark.index)

    def error(self, what: Phrase, index: int) -> ArticleError:
        return ArticleError(
            what,
            path=self.path,
            position=LineIndex(self.source).position(self.offset + index),
            hint=Phrase("write plain keys and texts there"),
        )

    def yaml_error(self, error: yaml.YAMLError) -> ArticleError:
        import yaml

        if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
            what: object = error.problem
            index = error.problem_mark.index
        else:
            what = getattr(error, "reason", error)
            unprintable = yaml.reader.Reader.NON_PRINTABLE.search(self.text)
            index = unprintable.start() if unprintable else 0
        return ArticleError(
            Phrase("the front matter is not YAML: {what}", what=what),
            path=self.path,
            position=self._position(index),
            hint=Phrase("put a text that holds a colon or begins with a special character in quotation marks"),
        )

    def _position(self, index: int) -> Position:
        return LineIndex(self.source).position(min(self.offset + index, len(self.source)))


def _refolded(text: str, raw: str, locale: str | None) -> str:
    """Take out the spaces that YAML's folding put where Japanese lines meet; line ends are looked up in `raw`."""
    lines = [line.strip(" \t") for line in re.split(r"\r\n|\n|\r", raw)]
    position = 0
    for before, after in pairwise(lines):
        if not before or not after or joint(before, after, locale) == " ":
            continue
        found = text.find(f"{before[-1]} {after[0]}", position)
        if found >= 0:
            text = f"{text[: found + 1]}{text[found + 2 :]}"
            position = found + 1
    return text


def encode_scalar(scalar: Scalar, text: str) -> str:
    """Return YAML for `text` in the place of `scalar`, in its style where that holds the text, else in double quotes.

    Any YAML reader must see a text: `no`, `2024` or `12:30` written plain would be read as something else.
    """
    candidates = {
        "": text,
        "'": "'" + text.replace("'", "''") + "'",
    }
    candidate = candidates.get(scalar.style)
    if candidate is not None and "\n" not in text and _reads_as(candidate, text, in_flow=scalar.in_flow):
        return candidate
    import json

    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(_YAML_UNPRINTABLE, lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _reads_as(candidate: str, text: str, *, in_flow: bool) -> bool:
    import yaml

    try:
        node = yaml.compose(f"[{candidate}]" if in_flow else f"k: {candidate}\nl: m", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    values: list[Any] = []
    if isinstance(node, yaml.SequenceNode):
        values = node.value
    elif isinstance(node, yaml.MappingNode):
        values = [value for _, value in node.value]
    if len(values) != (1 if in_flow else 2):
        return False
    value = values[0]
    return isinstance(value, yaml.ScalarNode) and value.tag == "tag:yaml.org,2002:str" and value.value == text
