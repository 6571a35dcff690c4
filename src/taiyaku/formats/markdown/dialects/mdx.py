"""MDX: components (`<Card title="...">`), expressions (`{count}`), `import` and `export`.

https://mdxjs.com/docs/what-is-mdx/. HTML of its own is Markdown outside the tags, also without blank lines.
"""

from __future__ import annotations

import re

from taiyaku.formats.markdown.dialects.parameters import parameters, reader_values
from taiyaku.formats.markdown.dialects.scan import begins_line
from taiyaku.formats.markdown.dialects.token import LIMIT, Dialect, Token

_MODULE = re.compile(
    r"import\s+(?:[\w$]+\s*,?\s*)?(?:\{[^{}]*\}|\*\s+as\s+[\w$]+)?\s*from\s*(?:\"[^\"\n]*\"|'[^'\n]*')[ \t]*;?"
    r"|import[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*')[ \t]*;?"
    r"|export[ \t]+(?:default\b|const\b|let\b|var\b|function\b|async\b|class\b|\*|\{)"
)
_NAME = re.compile(r"</?[ \t]*([A-Za-z][\w.:-]*)?(?=[\s/>])")
_HTML_NAME = re.compile(r"[a-z][a-z0-9]*")
_STRING = re.compile(r""""(?:\\.|[^"\\\n])*+"|'(?:\\.|[^'\\\n])*+'|`(?:\\.|[^`\\])*+`|/\*.*?\*/""", re.DOTALL)
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_BRACKETS = re.compile(r"""["'`]|/\*|[{}()\[\]]""")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_DEEPEST = 40


def _read(text: str, at: int) -> Token | None:
    if text[at] == "{":
        return _expression(text, at)
    if text[at] == "<":
        return _element(text, at)
    return _module(text, at)


def _expression(text: str, at: int) -> Token | None:
    end = _balanced(text, at)
    if end is None or not text[at + 1 : end - 1].strip():
        return None
    source = text[at:end]
    inner = source[1:-1].strip()
    if inner.startswith("/*") and inner.endswith("*/"):
        return Token("mdx", "comment", "", source, at)
    if _BLANK_LINE.search(source):
        return None
    quoted = _STRING.fullmatch(inner)
    words = inner[1:-1] if quoted and "\\" not in inner and "${" not in inner else ""  # {" "} is a space
    return Token("mdx", "output", inner, source, at, words=words)


def _element(text: str, at: int) -> Token | None:
    found = _NAME.match(text, at)
    if found is None or (found[1] or "").endswith(":"):  # an address in angle brackets
        return None
    end = _tag_end(text, found.end())
    if end is None:
        return None
    source, name = text[at:end], found[1] or ""
    if name.lower() == "br":
        return None  # a line break, as everywhere
    if _HTML_NAME.fullmatch(name) and "{" not in source:
        values = () if source.startswith("</") else reader_values(source, name, found.end() - at, ("&quot;", "&#39;"))
        return Token("mdx", "html", name, source, at, values=values)
    if source.startswith("</"):
        return Token("mdx", "close", name, source, at)
    values = reader_values(source, name, found.end() - at, ("&quot;", "&#39;"))
    address = parameters(source).get("src") or parameters(source).get("href") or ""
    return Token("mdx", "tag", name, source, at, values=values, address=address)


def _module(text: str, at: int) -> Token | None:
    found = _MODULE.match(text, at)
    if found is None or not begins_line(text, at) or text[text.rfind("\n", 0, at) + 1 : at]:
        return None
    if text.startswith("import", at):
        return Token("mdx", "comment", "import", found[0], at)
    end = _statement_end(text, at)
    return Token("mdx", "comment", "export", text[at:end].rstrip(), at)


def _statement_end(text: str, at: int) -> int:
    """Where a statement ends: at the first line end outside of all brackets, else before the next blank line."""
    position = at
    while position < len(text):
        line_end = text.find("\n", position)
        line_end = len(text) if line_end < 0 else line_end
        bracket = _BRACKETS.search(text, position, line_end)
        if bracket is None:
            return line_end
        end = _skipped(text, bracket)
        if end is None:
            blank = _BLANK_LINE.search(text, at)
            return blank.start() if blank else len(text)
        position = end
    return len(text)


def _tag_end(text: str, at: int) -> int | None:
    """Where the tag ends whose attributes begin at a place; values in braces and quotation marks may hold a >."""
    position, limit = at, at + LIMIT
    pattern = re.compile(r"""["'{<>]|\n[ \t\r]*\n""")
    while True:
        found = pattern.search(text, position, limit)
        if found is None or found[0][0] in "<\n":
            return None
        if found[0] == ">":
            return found.end()
        if found[0] == "{":
            end = _balanced(text, found.start())
        else:
            quoted = _QUOTED.match(text, found.start(), limit)
            end = quoted.end() if quoted else None
        if end is None:
            return None
        position = end


def _balanced(text: str, at: int) -> int | None:
    """Return where the bracket at a place is closed; None if not, or if brackets lie too deep in each other."""
    depth, position, limit = 0, at, at + LIMIT
    while depth <= _DEEPEST:
        found = _BRACKETS.search(text, position, limit)
        if found is None:
            return None
        position = found.end()
        if found[0] in "{([":
            depth += 1
        elif found[0] in "})]":
            depth -= 1
            if depth == 0:
                return position
        else:
            string = _STRING.match(text, found.start(), limit)
            position = string.end() if string else position  # an apostrophe
    return None


def _skipped(text: str, bracket: re.Match[str]) -> int | None:
    if bracket[0] in "{([":
        return _balanced(text, bracket.start())
    string = _STRING.match(text, bracket.start())
    return string.end() if string else bracket.end()


DIALECT = Dialect(
    "mdx",
    r"\{(?!\{)|</?[A-Za-z>]|(?m:^(?:import|export)\b)",
    _read,
    r"^import[ \t]+(?:[\w$*{][^\n]*[ \t]from[ \t]*)?[\"'][^\"'\n]+[\"'][ \t]*;?[ \t]*\r?$"
    r"|\{/\*[^\n]*?\*/\}|^</?[A-Z][a-z]\w*(?:[ \t][^<>\n]*)?>[ \t]*\r?$",
    ("import ", "{/*", "\n<"),
)
