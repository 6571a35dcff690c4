"""The tags of dialects as HTML: containers become asides with their titles, figures figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.formats.markdown.html_attributes import escaped_attribute, escaped_body

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from taiyaku.formats.markdown.dialects.shown import Shown
    from taiyaku.formats.markdown.dialects.token import Token
    from taiyaku.formats.markdown.html_attributes import Attribute
    from taiyaku.formats.markdown.tree import Node

    Escape = Callable[[str], str]
    Extra = Callable[[int, int, Sequence[Attribute]], str]


class Asides:
    """Writes the tags that stand by themselves.

    `extra` gives the attributes of a text by its range of bytes; `title`, `body` and `url` write a title in Markdown, a
    text and an address.
    """

    def __init__(self, extra: Extra, title: Escape, body: Escape, url: Escape) -> None:
        self._extra, self._title, self._body, self._url = extra, title, body, url
        self._open = 0

    def html(self, node: Node) -> str:
        """Return the HTML that stands for a tag; of one that nobody can show, its texts."""
        from taiyaku.formats.markdown.dialects.shown import kind_of_box, shown

        token: Token = node.detail
        found = shown(token)
        if found is None:
            return "".join(self._paragraph(node, text) for text in token.texts().values())
        if found.kind == "box":
            self._open += 1
            markdown = token.dialect == "containers"
            title = self._paragraph(node, found.text, markdown=markdown) if found.text else ""
            return f'<aside class="box {kind_of_box(token)}">\n{title}'
        if found.kind == "end":
            if not self._open:
                return ""
            self._open -= 1
            return "</aside>\n"
        if found.kind == "figure":
            return self._figure(node, found)
        if found.kind == "code":
            return f"<pre><code>{escaped_body(found.text)}</code></pre>\n"
        html = _inline(found, self._body, self._url)
        return html if found.kind == "html" or not html else f"<p>{html}</p>\n"

    def _paragraph(self, node: Node, text: str, *, markdown: bool = False) -> str:
        extra = self._extra(node.start, node.end, [("class", "box-title")])
        return f"<p{extra}>{(self._title if markdown else self._body)(text)}</p>\n"

    def _figure(self, node: Node, found: Shown) -> str:
        caption = f"<figcaption>{self._body(found.caption)}</figcaption>" if found.caption else ""
        image = _inline(found, self._body, self._url)
        return f"<figure{self._extra(node.start, node.end, [])}>{image}{caption}</figure>\n"


def inline_tag(token: Token, body: Escape, url: Escape) -> tuple[str, str]:
    """Return the words and the HTML that stand for a tag within a text; of a value unknown here, the tag as code."""
    from taiyaku.formats.markdown.dialects.shown import shown

    found = shown(token)
    if found is None:
        return ("", "") if token.form != "output" else (token.source, f"<code>{escaped_body(token.source)}</code>")
    return found.text if found.kind in {"text", "link", "code"} else "", _inline(found, body, url)


def _inline(found: Shown, body: Escape, url: Escape) -> str:
    if found.kind == "figure":
        return f'<img src="{url(found.address)}" alt="{escaped_attribute(found.text)}" />'
    if found.kind == "link":
        return f'<a href="{url(found.address)}">{body(found.text)}</a>'
    if found.kind == "text":
        return body(found.text)
    if found.kind == "code":
        return f"<code>{escaped_body(found.text)}</code>"
    return found.text if found.kind == "html" else ""
