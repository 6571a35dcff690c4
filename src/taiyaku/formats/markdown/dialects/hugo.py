"""Hugo: shortcodes, `{{< figure src="a.png" caption="..." >}}` and `{{% note %}}...{{% /note %}}`.

https://gohugo.io/content-management/shortcodes/
"""

from __future__ import annotations

import re

from taiyaku.formats.markdown.dialects.parameters import parameters, reader_values
from taiyaku.formats.markdown.dialects.token import Dialect, Form, Token

_STRING = r'"(?:\\.|[^"\\])*+"|`[^`]*+`'
_SHORTCODE = re.compile(
    rf"""\{{\{{(?P<mark>[<%])-?\s*(?P<close>/)?\s*(?P<name>[\w./-]+)
         (?:{_STRING}|(?!\{{\{{[<%]|[>%]\}}\}}|"|`).)*+ [>%]\}}\}}""",
    re.VERBOSE | re.DOTALL,
)
_COMMENT = re.compile(r"\{\{[<%]\s*/\*.*?\*/\s*[>%]\}\}", re.DOTALL)
_VERBATIM = frozenset({"highlight", "mermaid", "math", "katex", "chem", "diagram", "goat", "plantuml", "comment"})
_ADDRESSES = frozenset({"ref", "relref", "link"})
_FIRST_WORD = re.compile(r"""\s*(?:"([^"]*)"|`([^`]*)`|([^\s"`=>%]+)(?=\s|[>%]\}))""")


def _read(text: str, at: int) -> Token | None:
    shown = _COMMENT.match(text, at)
    if shown is not None:  # a shortcode that is written about, or a comment
        form: Form = "output" if re.match(r"\{\{[<%]\s*/\*\s*[\w./]", shown[0]) else "comment"
        return Token("hugo", form, "", shown[0], at)
    found = _SHORTCODE.match(text, at)
    if found is None:
        return None
    name, source = found["name"].strip("/"), found[0]
    if found["close"]:
        return Token("hugo", "close", name, source, at)
    if name in _VERBATIM:
        end = re.compile(rf"\{{\{{[<%]-?\s*/\s*{re.escape(name)}\s*[>%]\}}\}}").search(text, found.end())
        if end is not None:
            form = "comment" if name == "comment" else "code"
            return Token("hugo", form, name, text[at : end.end()], at, words=text[found.end() : end.start()])
    after = found.end("name") - at
    first = _FIRST_WORD.match(source, after)
    argument = next(filter(None, first.groups()), "") if first else ""
    named = parameters(source)
    address = named.get("src") or named.get("path") or named.get("id") or argument
    form = "link" if name in _ADDRESSES else "output" if name == "param" else "tag"
    values = reader_values(source, name, after, ('\\"', ""))
    return Token("hugo", form, name, source, at, values=values, address=address)


DIALECT = Dialect("hugo", r"\{\{[<%]", _read, r"\{\{[<%]-?[ \t]*/?[ \t]*[A-Za-z][^{}\n]*[>%]\}\}", ("{{<", "{{%"))
