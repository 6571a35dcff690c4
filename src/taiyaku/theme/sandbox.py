"""The sandbox of a theme's templates: no way into Python, and no page that takes for ever or fills the memory.

Jinja2's sandbox closes the way into Python. What it lets through is counted here: each turn of a loop, each call, each
text that is printed or put together costs steps, of which a page has so many. What would be too large is refused before
it is made, and what neither helps a page nor can be counted is not there.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer

from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

STEPS = 500_000
"""A page has so many steps: a turn of a loop, a call, or a hundred characters."""

SIZE = 5_000_000
"""No text that a template makes is longer, in code points, and no list holds longer ones together."""

ITEMS = 100_000
"""No list that a template makes has more items, those of its lists counted."""

_BITS = 4096  # of a whole number
_CONTAINERS = (list, tuple, dict, set, frozenset)
_FILTERS = frozenset(
    [
        "abs",
        "capitalize",
        "count",
        "d",
        "default",
        "dictsort",
        "e",
        "escape",
        "first",
        "float",
        "forceescape",
        "groupby",
        "int",
        "items",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "reverse",
        "select",
        "selectattr",
        "sort",
        "string",
        "striptags",
        "title",
        "trim",
        "truncate",
        "unique",
        "upper",
        "urlencode",
        "wordcount",
    ]
)
_GLOBALS = frozenset({"dict", "namespace", "range"})
_OF_TEXTS = frozenset(
    [
        "capitalize",
        "casefold",
        "count",
        "endswith",
        "find",
        "format",
        "index",
        "isalnum",
        "isalpha",
        "isascii",
        "isdecimal",
        "isdigit",
        "islower",
        "isnumeric",
        "isspace",
        "istitle",
        "isupper",
        "join",
        "lower",
        "lstrip",
        "partition",
        "removeprefix",
        "removesuffix",
        "replace",
        "rfind",
        "rindex",
        "rpartition",
        "rsplit",
        "rstrip",
        "split",
        "splitlines",
        "startswith",
        "striptags",
        "strip",
        "swapcase",
        "title",
        "upper",
    ]
)
_WIDE = re.compile(r"\d{5}|\{[^{}]*:[^{}]*\{")  # a width of five digits, or one that is given later


class RefusedError(TemplateRuntimeError):
    """A template asks for what it cannot have. `hint` says what to do, if anything."""

    def __init__(self, phrase: Phrase, hint: Phrase | None = None) -> None:
        super().__init__(str(phrase))
        self.phrase, self.hint = phrase, hint


class UnknownNameError(UndefinedError):
    """A template uses a name that nothing has. `known` are those there are, empty for one of the page's own."""

    def __init__(self, message: str | None, name: str, known: tuple[str, ...]) -> None:
        super().__init__(message)
        self.name, self.known = name, known


class Unknown(StrictUndefined):
    """What stands for an unknown name until it is used, which raises UnknownNameError."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if hint is None and isinstance(name, str):
            self._undefined_exception = partial(UnknownNameError, name=name, known=_names_of(obj))  # type: ignore[assignment]  # it is only called


def _names_of(obj: Any) -> tuple[str, ...]:
    if obj is missing or isinstance(obj, (str, int, float, list, tuple)):
        return ()
    names = obj if isinstance(obj, dict) else dir(obj)
    return tuple(sorted(name for name in names if isinstance(name, str) and not name.startswith("_")))


class LimitedEnvironment(ImmutableSandboxedEnvironment):
    """The environment of a theme. `begin` gives the next page its steps."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, undefined=Unknown, finalize=self._printed)
        self.globals = {name: value for name, value in self.globals.items() if name in _GLOBALS}
        kept = {name: _measuring(self, function) for name, function in self.filters.items() if name in _FILTERS}
        kept["join"] = _measuring(self, self.filters["join"], self._joinable)
        self.filters = {**kept, "_counted": self._counted, "_measured": self.measured}
        self.begin()

    def begin(self) -> None:
        """Give the next page its steps."""
        self._left = STEPS

    def spend(self, steps: int) -> None:
        """Take steps from those of the page. Raises RefusedError where there are none left."""
        self._left -= max(steps, 1)
        if self._left < 0:
            raise RefusedError(
                Phrase("the page takes more than {limit} steps: loops in loops, or texts without end", limit=STEPS)
            )

    def measured(self, value: Any) -> Any:
        """Return what a template has made, if it is not too large. Raises RefusedError."""
        if isinstance(value, str):
            _refuse_size(len(value))
            self.spend(len(value) // 100)
        elif isinstance(value, _CONTAINERS):
            self._measure(value)
        return value

    def _measure(self, value: Any) -> None:
        size, items, waiting = 0, 0, [value]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                size += len(item)
                _refuse_size(size)
            elif isinstance(item, _CONTAINERS):
                items += len(item)
                _refuse_items(items)
                waiting += [*item, *item.values()] if isinstance(item, dict) else item
        self.spend((size + items) // 100)

    def _printed(self, value: Any) -> Any:
        if isinstance(value, _CONTAINERS):
            raise RefusedError(Phrase("a list is not printed as a whole; print what is in it, in a loop"))
        self.spend(1 + len(value if isinstance(value, str) else str(value)) // 100)
        return value

    def _counted(self, items: Iterable[Any], weight: int) -> Iterator[Any]:
        for item in items:
            self.spend(weight)
            yield item

    def _joinable(self, items: Iterable[Any], separator: str = "", attribute: object = None) -> list[Any]:
        kept, size = [], 0
        for item in items:
            self.spend(1)
            size += len(separator) + (
                len(item) if isinstance(item, str) else SIZE if isinstance(item, _CONTAINERS) else 100
            )
            _refuse_size(0 if attribute else size)
            kept.append(item)
        return kept

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805, PYI063 (as in Jinja2)
        """Call what a template calls."""
        __self.spend(1)
        method = getattr(__obj, "__wrapped__", __obj)  # of format Jinja2 has made one of its own
        owner = getattr(method, "__self__", None)
        if isinstance(owner, str):
            __self.spend(len(owner) // 100)
            args = __self._bounded(owner, getattr(method, "__name__", ""), args)
        elif isinstance(owner, dt.date) and any(
            _WIDE.search(argument) for argument in args if isinstance(argument, str)
        ):
            raise RefusedError(Phrase("a number in the format is too large"))
        return __self.measured(super().call(__context, __obj, *args, **kwargs))

    def _bounded(self, text: str, method: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the arguments of a text's method, if what it gives cannot be too large."""
        if method == "replace" and len(args) > 1:
            _refuse_size(len(text) + text.count(str(args[0])) * len(str(args[1])))
        if method == "join" and args:
            return (self._joinable(args[0], text), *args[1:])
        if method == "format" and _WIDE.search(text):
            raise RefusedError(Phrase("a number in the format is too large"))
        return args

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether templates may see it: of texts what is counted, of numbers nothing."""
        if isinstance(obj, str):
            return attr in _OF_TEXTS
        return not isinstance(obj, (int, float, bytes)) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Calculate, if the result is not too large."""
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * abs(right) if operator == "**" else left.bit_length() + right.bit_length()
            if bits > _BITS:
                raise RefusedError(Phrase("a number is too large"))
        elif operator == "%" and isinstance(left, str):
            raise RefusedError(Phrase("texts are put together with ~ or format, and not with %"))
        elif operator == "*":
            for one, times in ((left, right), (right, left)):
                if isinstance(one, (str, *_CONTAINERS)) and isinstance(times, int):
                    (_refuse_size if isinstance(one, str) else _refuse_items)(len(one) * times)
        elif operator == "+" and isinstance(left, (str, *_CONTAINERS)) and isinstance(right, (str, *_CONTAINERS)):
            _refuse_size(len(left) + len(right))
        return self.measured(super().call_binop(context, operator, left, right))

    def compile(
        self, source: Any, name: str | None = None, filename: str | None = None, *args: Any, **kwargs: Any
    ) -> Any:
        """Compile a template whose loops and texts are counted. Raises TemplateSyntaxError."""
        tree = self.parse(source, name, filename) if isinstance(source, str) else source
        return super().compile(_Counting(name, filename).visit(tree), name, filename, *args, **kwargs)


class _Counting(NodeTransformer):
    """Puts the counting into a template."""

    def __init__(self, name: str | None, filename: str | None) -> None:
        self.name, self.filename = name, filename

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 (the names of Jinja2's nodes)
        self.generic_visit(node)
        literal = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        weight = 1 + literal // 100 + 50 * sum(1 for _ in node.find_all(nodes.Include))
        node.iter = _filtered(cast("nodes.Expr", node.iter), "_counted", nodes.Const(weight))
        return node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.AssignBlock:  # noqa: N802
        self.generic_visit(node)
        node.filter = _filtered(node.filter, "_measured")
        return node

    def measured(self, node: nodes.Expr) -> nodes.Expr:
        """Measure what an expression makes, unless it names where something is put."""
        self.generic_visit(node)
        return node if getattr(node, "ctx", "load") != "load" else _filtered(node, "_measured")

    visit_Concat = visit_List = visit_Tuple = visit_Dict = measured  # noqa: N815

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier) -> nodes.Node:  # noqa: N802
        raise TemplateSyntaxError("escaping cannot be switched off", node.lineno, self.name, self.filename)


def _filtered(node: nodes.Expr | None, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    made = nodes.Filter(node, name, list(arguments), [], None, None)
    if node is not None:
        made.set_lineno(node.lineno)
    return made


def _measuring(
    environment: LimitedEnvironment, function: Callable[..., Any], prepared: Callable[..., Any] | None = None
) -> Callable[..., Any]:
    """Return a filter whose result is measured; `prepared` gives its input instead of the value."""
    at = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def measuring(*args: Any, **kwargs: Any) -> Any:
        environment.spend(1)
        if prepared is not None:
            args = (
                *args[:at],
                prepared(*args[at:], **{k: v for k, v in kwargs.items() if k == "attribute"}),
                *args[at + 1 :],
            )
        elif isinstance(args[at], _CONTAINERS):
            environment.measured(args[at])
        return environment.measured(function(*args, **kwargs))

    return measuring


def _refuse_size(size: int) -> None:
    if size > SIZE:
        raise RefusedError(Phrase("a text or list grows larger than {limit}", limit=SIZE))


def _refuse_items(count: int) -> None:
    if count > ITEMS:
        raise RefusedError(Phrase("a text or list grows larger than {limit}", limit=ITEMS))
