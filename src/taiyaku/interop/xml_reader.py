"""Reading XML that strangers wrote, piece by piece, with a place for every complaint. The only door to expat.

What a document type may declare can eat the memory ("billion laughs") or read other files; so entities that a file
declares are refused, nothing outside of the file is ever opened, and an entity that nobody declared is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from taiyaku.errors import Phrase, TaiyakuError
from taiyaku.files import open_regular
from taiyaku.span import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import Protocol

    class Handler(Protocol):
        """What is told of elements and text, in the order of the file."""

        def start(self, name: str, attributes: Mapping[str, str]) -> None:
            """An element begins. May raise Unexpected."""

        def end(self, name: str) -> None:
            """An element ends."""

        def text(self, text: str) -> None:
            """Text stands there: all of it up to the next tag."""


_CHUNK = 1 << 16


class XmlError(TaiyakuError):
    """A file is not the XML that it should be."""


class Unexpected(Exception):  # noqa: N818 (a word from a handler to the reader, which makes the error of it)
    """What a handler finds wrong with an element: the reader knows the place."""

    def __init__(self, what: Phrase, hint: Phrase | None = None) -> None:
        self.what, self.hint = what, hint
        super().__init__(str(what))


def read_xml(path: Path, handler: Handler) -> Iterator[None]:
    """Read an XML file into a handler; yields after every 64 KiB, for the handler's results to be taken.

    Raises XmlError with the place for what is not well-formed, declares entities or is unexpected to the handler.
    """
    parser, has_begun = _parser(path, handler)
    try:
        with open_regular(path) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk, False)
                yield
        parser.Parse(b"", True)
        yield
    except expat.ExpatError as error:
        position = Position(error.lineno, error.offset + 1)
        raise XmlError(
            Phrase("not well-formed XML ({why})", why=expat.ErrorString(error.code)),
            path=path,
            position=position,
            hint=Phrase("have it written again by the program that it comes from"),
        ) from error
    except (ValueError, LookupError) as error:
        if has_begun():
            raise  # the encoding was good: it is the handler's
        raise XmlError(
            Phrase("in an encoding that cannot be read ({why})", why=error),
            path=path,
            position=Position(1, 1),
            hint=Phrase("save it as UTF-8"),
        ) from error
    except OSError as error:
        raise XmlError(
            Phrase("the file cannot be read ({reason})", reason=error.strerror or error),
            path=path,
            hint=Phrase("see that it is there and that you may read it"),
        ) from error


def _parser(path: Path, handler: Handler) -> tuple[expat.XMLParserType, Callable[[], bool]]:
    """Return a parser, and whether it has met an element yet."""
    parser = expat.ParserCreate()
    begun = False
    parser.buffer_text = True

    def fail(what: Phrase, hint: Phrase | None) -> NoReturn:
        position = Position(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        raise XmlError(what, path=path, position=position, hint=hint)

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal begun
        begun = True
        try:
            handler.start(name, attributes)
        except Unexpected as error:
            fail(error.what, error.hint)

    def refuse(what: Phrase) -> NoReturn:
        fail(what, Phrase("have it written without a document type of its own"))

    parser.StartElementHandler = start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    parser.EntityDeclHandler = lambda name, *_: refuse(Phrase("it declares an entity “{name}”", name=name))
    parser.SkippedEntityHandler = lambda name, _: refuse(Phrase("nothing says what “&{name};” means", name=name))
    return parser, lambda: begun
