"""Word documents -> an article.

Mammoth makes HTML of the document, and the importer of HTML makes the article of that, so that both come out alike.
What Mammoth drops is made into what it reads before that (`docx_prepare`), and its letters are counted after.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from taiyaku.errors import Phrase, UnreadableError
from taiyaku.importers.docx_changes import remarks_on_changes, remarks_on_comments
from taiyaku.importers.docx_package import packed, read_package
from taiyaku.importers.docx_pictures import Pictures, drop_foreign, targets
from taiyaku.importers.docx_prepare import RUBY, prepare
from taiyaku.importers.docx_properties import remarks_on_properties
from taiyaku.importers.docx_styles import Styles
from taiyaku.importers.docx_xml import W, excerpt, parse, text_of, tostring
from taiyaku.importers.imported import Imported, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from taiyaku.importers.docx_xml import Element

_MAIN_TYPE = "/officeDocument"
_READ = re.compile(r"(?:document|footnotes|endnotes|comments|styles|numbering)\d*\.xml")
_FURNITURE = re.compile(r"(?:header|footer)\d*\.xml")
_STORIES = frozenset({f"{W}document", f"{W}footnotes", f"{W}endnotes"})
_STYLE_MAP = """
p[style-name='Title'] => p.taiyaku-title:fresh
p[style-name='Subtitle'] => p.taiyaku-deck:fresh
p[style-name='byline'] => p.taiyaku-byline:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='preformatted'] => pre:separator('\\n')
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
r[style-name='Emphasis'] => em
r[style-name='Subtle Emphasis'] => em
r[style-name='Intense Emphasis'] => strong
r[style-name='強調'] => em
r[style-name='強調太字'] => strong
"""
_INSIDE = "https://inside.invalid/"
"""Stands before the paths of images, so that they are not taken for links that lead nowhere."""

_HEADING = re.compile(r"<(/?)h([1-6])>")
_KEYS = ("title", "deck", "byline")
_KEPT = re.compile(r'<p class="taiyaku-(title|deck|byline)">(.*?)</p>', re.DOTALL)
_BREAK = re.compile(r"(?:<br />\s*)+")
_TAG = re.compile(r"<[^>]*>")
_LETTER = re.compile(r"[^\W_]")
_UNKNOWN_SYMBOL = re.compile(r"A w:sym element with an unsupported character was ignored: char (\w+) in font (.*)")


def from_docx(content: bytes, *, path: Path | None = None) -> Imported:
    """Read a Word document. `path` is for messages only.

    Raises UnreadableError for what is no Word document, is protected, damaged, or not safe to unpack.
    """
    parts = read_package(content, path)
    xml = {name: parse(part, path) for name, part in parts.items() if name.endswith((".rels", "[Content_Types].xml"))}
    main = _main_part(xml, parts, path)
    folder = posixpath.dirname(main)
    for name in parts:
        base = posixpath.basename(name)
        if name == main or (
            posixpath.dirname(name) == folder and (_READ.fullmatch(base) or _FURNITURE.fullmatch(base))
        ):
            xml[name] = parse(parts[name], path)
    if "docProps/core.xml" in parts:
        xml["docProps/core.xml"] = parse(parts["docProps/core.xml"], path)
    pictures = Pictures()
    remarks = [*_prepared(xml, main, parts, path)]
    source, told = _html(xml, {name: part for name, part in parts.items() if not name.endswith(".xml")}, pictures, path)
    imported = _from_html(source)
    title = imported.metadata.get("title", "")
    remarks += [*told, *pictures.remarks, *_furniture(xml)]
    remarks += remarks_on_properties(xml.get("docProps/core.xml"), title if isinstance(title, str) else "")
    if any(posixpath.basename(name).lower() == "vbaproject.bin" for name in parts):
        remarks.append(Remark(Phrase("the macros in the document were left out, and not run")))
    return Imported(
        imported.metadata, imported.body, (*remarks, *imported.remarks), tuple(pictures.found.values()), imported.roles
    )


def _main_part(xml: Mapping[str, Element], parts: Mapping[str, bytes], path: Path | None) -> str:
    """Return the name of the part that holds the text."""
    for relation in xml.get("_rels/.rels", ()):
        if relation.get("Type", "").endswith(_MAIN_TYPE):
            name = relation.get("Target", "").lstrip("/")
            if name in parts:
                return name
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise UnreadableError(
        Phrase("there is no text in the document"),
        path=path,
        hint=Phrase("open it in Word, which may mend it, and save it"),
    )


def _prepared(xml: dict[str, Element], main: str, parts: Mapping[str, bytes], path: Path | None) -> Iterator[Remark]:
    """Make the stories ready for the converter, in place."""
    folder = posixpath.dirname(main)
    styles = Styles(xml.get(f"{folder}/styles.xml"))
    stories = [name for name, root in xml.items() if root.tag in _STORIES]
    for name in sorted(stories, key=lambda name: name != main):
        story = xml[name]
        yield from remarks_on_changes(story)
        if name == main:
            yield from remarks_on_comments(story, xml.get(f"{folder}/comments.xml"))
        relations = xml.get(f"{folder}/_rels/{posixpath.basename(name)}.rels")
        yield from drop_foreign(story, targets(relations, folder, path), parts)
        yield from prepare(story, styles)


def _html(
    xml: Mapping[str, Element], media: Mapping[str, bytes], pictures: Pictures, path: Path | None
) -> tuple[str, list[Remark]]:
    """Convert the document. The converter sees only what was parsed, and images."""
    import mammoth

    def saved(image: Any) -> dict[str, str]:
        with image.open() as opened:
            return {"src": _INSIDE + pictures.take(opened.read(), image.alt_text or "")}

    archive = packed({**media, **{name: tostring(root, "utf-8") for name, root in xml.items()}})
    try:
        result = mammoth.convert_to_html(
            archive,
            style_map=_STYLE_MAP,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(saved),
        )
    except (AttributeError, IndexError, KeyError, OSError, RecursionError, TypeError, ValueError) as error:
        raise UnreadableError(
            Phrase("the document is not put together as Word documents are ({reason})", reason=error),
            path=path,
            hint=Phrase("open it in Word, which may mend it, and save it"),
        ) from error
    return result.value, [*_symbols(result.messages), *_lost(xml, result.value)]


def _symbols(messages: list[Any]) -> Iterator[Remark]:
    for message in messages:
        match = _UNKNOWN_SYMBOL.match(message.message)
        if match:
            what = Phrase(
                "a symbol was left out, which only its font knows: {code} of {font}", code=match[1], font=match[2]
            )
            yield Remark(what, doubtful=True)


def _lost(xml: Mapping[str, Element], source: str) -> Iterator[Remark]:
    """Yield the paragraphs of which letters did not come through."""
    out = _letters(html.unescape(_TAG.sub("", source)))
    stories = [root for root in xml.values() if root.tag in _STORIES]
    texts = [_letters(_kept_text(paragraph)) for story in stories for paragraph in story.iter(f"{W}p")]
    if not Counter("".join(texts)) - Counter(out):
        return
    for story in stories:
        for paragraph in story.iter(f"{W}p"):
            text = _kept_text(paragraph)
            if _letters(text) not in out:
                yield Remark(Phrase("not all of this came through: “{text}”", text=excerpt(text, 400)), doubtful=True)


def _kept_text(paragraph: Element) -> str:
    """Return the text of a paragraph as it should come through: without deletions and what stands in boxes."""
    gone = {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}pPr"}
    texts: list[str] = []
    path = [paragraph]
    while path:
        part = path.pop()
        if part.tag == f"{W}t":
            texts.append(part.text or "")
        path.extend(child for child in reversed([*part]) if child.tag not in gone)
    return "".join(texts)


def _letters(text: str) -> str:
    return "".join(_LETTER.findall(text))


def _from_html(source: str) -> Imported:
    """Make the article, with title, deck and byline where the styles say what they are."""
    from taiyaku.importers.docx_opening import read_opening
    from taiyaku.importers.html import from_html

    before, between, after = RUBY
    said: dict[str, list[str]] = {}
    for key, inner in _KEPT.findall(source):
        text = html.unescape(_TAG.sub("", _BREAK.sub(" ", inner))).strip(" \t\n\u3000")
        text = text.replace(before, "{").replace(between, "|").replace(after, "}")
        if text:
            said.setdefault(key, []).append(text)
    body = _KEPT.sub("", source).replace(before, "<ruby>").replace(between, "<rt>").replace(after, "</rt></ruby>")
    if "title" in said or body.count("<h1>") > 1:  # else the only one is the headline
        body = _HEADING.sub(lambda tag: f"<{tag[1]}h{min(int(tag[2]) + 1, 6)}>", body)
    opening = read_opening(body, frozenset(said) | ({"title"} if "<h1>" in body else frozenset()))
    imported = from_html(opening.body)
    metadata = {**imported.metadata, **opening.values, **{key: " ".join(said[key]) for key in _KEYS if key in said}}
    remarks = (*opening.remarks, *imported.remarks)
    return Imported(metadata, imported.body.replace(_INSIDE, ""), remarks, (), imported.roles)


def _furniture(xml: Mapping[str, Element]) -> Iterator[Remark]:
    """Yield what stood at the head and the foot of every page."""
    roots = [root for name, root in xml.items() if _FURNITURE.fullmatch(posixpath.basename(name))]
    for text in dict.fromkeys(excerpt(text_of(root), 200) for root in roots):
        if _LETTER.search(text):
            yield Remark(Phrase("the head or foot of the pages was left out: “{text}”", text=text))
