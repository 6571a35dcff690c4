"""What an edition may ask of the HTML writer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class HtmlOptions:
    """What an edition adds to plain CommonMark.

    `ruby`: `{漢字|かんじ}` becomes ruby; in an `alt` or `title` attribute only its base is left.
    `figures`: a paragraph of one image, bare or in a link, becomes a figure, captioned by the image's title.
    `heading_attributes`: `# Title {#id .class name=value}`: taken off the text and set on the element.
    `attributes`: further attributes of a leaf block, asked for by the byte range of its inlines (see
    `tree.inline_range`). Paragraphs (or their figures), headings, cells and defined terms carry them; inlines
    bare in an item of a list or in a definition get a `span`. The author's own attributes win, classes join.
    `url`: rewrites every destination of a link or an image (of mail with its `mailto:`) before it is escaped.
    `footnote_section`: notes are gathered at the end in the order of their references, with links back.
    `footnote_back`: the label of such a link for those who hear it, in the language of the page.
    `id_prefix`: stands before the ids of footnotes; a page of two languages needs distinct ones.
    `locale`: of the text; in Japanese, wrapped lines are joined without a line end, which browsers show as a space.
    `dialects`: of Markdown, in which the titles of containers are written.
    `align_classes`: cells are aligned by `class="align-right"`, for pages whose policy forbids inline styles.
    """

    ruby: bool = False
    figures: bool = False
    heading_attributes: bool = False
    attributes: Callable[[int, int], Mapping[str, str]] | None = None
    url: Callable[[str], str] | None = None
    footnote_section: bool = False
    footnote_back: str = ""
    id_prefix: str = ""
    locale: str | None = None
    dialects: tuple[str, ...] = ()
    align_classes: bool = False
