"""Document + translations -> Markdown, verified by reading it again.

Every translation is encoded for its place and spliced in; then the new text is parsed, and must have the same blocks
and read as the same texts. A translation that does not is refused by itself, its neighbours stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from taiyaku.article.directives import translation_directive
from taiyaku.article.splice import Splice
from taiyaku.errors import Phrase, TaiyakuError
from taiyaku.formats.markdown.body import parse_body
from taiyaku.formats.markdown.cuts import cut_ranges
from taiyaku.formats.markdown.dialects.kept import tags_kept
from taiyaku.formats.markdown.dialects.mask import mask_inline
from taiyaku.formats.markdown.events import labels
from taiyaku.formats.markdown.front_matter import encode_scalar, read_front_matter
from taiyaku.formats.markdown.labels import relinked
from taiyaku.formats.markdown.outline import outline
from taiyaku.formats.markdown.places import encode, settle
from taiyaku.formats.markdown.read import code_points
from taiyaku.formats.markdown.trust import foreign_html, intrusion
from taiyaku.formats.written import EMPTY, Refusal, Written
from taiyaku.span import Span
from taiyaku.text.lines import line_end

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from taiyaku.formats.markdown.front_matter import Scalar
    from taiyaku.formats.markdown.outline import Texts
    from taiyaku.formats.markdown.parts import Part
    from taiyaku.formats.markdown.read import MarkdownDocument, Place
    from taiyaku.formats.markdown.tree import Node

_FIRST_TAG = re.compile(rb"(<[^>]*>).*", re.DOTALL)
_HINT = Phrase("compare its marks with those of the source")


@dataclass(frozen=True, slots=True)
class _Edit:
    """A translation for its place: `texts` as they must read afterwards, none where the segment is left out.

    `after` is what the place needs behind the text: the label of an image.
    """

    texts: tuple[str, ...]
    encoded: str
    after: str = ""


def write(document: MarkdownDocument, translations: Mapping[int, str], locale: str | None = None) -> Written:
    """Write translations (by segment index) into the document.

    A translation is a text, or a directive: omit or joined, which take the segment out. `locale` is the
    translation's; given, it also replaces the article's own in the front matter. Nothing given, nothing changed.
    """
    return _Writer(document, locale or document.locale).write(translations)


class _Writer:
    def __init__(self, document: MarkdownDocument, locale: str) -> None:
        self.document, self.locale = document, locale
        self.newline = line_end(document.source)
        self.refused: dict[int, Refusal] = {}
        self.notices: dict[int, Refusal] = {}
        self.defined: Collection[str] | None = None

    def write(self, translations: Mapping[int, str]) -> Written:
        edits = self.sound(dict(self.edits(translations)))
        spliced, cuts = self.spliced(edits)
        spans: dict[int, Span | None] = {}
        for index, segment in enumerate(self.document.segments):
            start, end = spliced.moved(segment.span)
            after = len(edits[index].after) if index in edits else 0
            spans[index] = None if _inside(segment.span, cuts) else Span(start, end - after)
        notices = {index: notice for index, notice in self.notices.items() if index in edits}
        notices |= self.notes_without_text(edits, spliced.text)
        return Written(spliced.text, spans, self.refused, notices)

    def notes_without_text(self, edits: Mapping[int, _Edit], text: str) -> Iterator[tuple[int, Refusal]]:
        """Tell of notes that were left out while the text still refers to them."""
        gone = {place.leaf: i for i, place in enumerate(self.document.places) if i in edits and not edits[i].texts}
        for block in self.document.root.children:
            if block.kind != "FootnoteDefinition":
                continue
            leaves = list(block.leaves())
            if leaves and all(leaf in gone for leaf in leaves) and f"[^{block.detail}]" in text:
                yield (
                    gone[leaves[0]],
                    Refusal(
                        Phrase("the note is left out, and the text still refers to it: [^{label}]", label=block.detail),
                        Phrase("take [^{label}] out of the translation that holds it", label=block.detail),
                    ),
                )

    def edits(self, translations: Mapping[int, str]) -> Iterator[tuple[int, _Edit]]:
        for index, translation in translations.items():
            segment = self.document.segments[index]
            if translation == segment.text:
                continue
            directive = translation_directive(translation)
            if not translation.strip():
                self.refused[index] = EMPTY
            elif directive is None:
                edit = self.edit(index, translation)
                if edit is not None:
                    yield index, edit
            elif directive.name in {"omit", "joined"}:
                yield index, _Edit((), "")
            else:
                self.refused[index] = Refusal(
                    Phrase("unknown directive “{name}” as a translation", name=directive.name),
                    Phrase("known are: <!-- taiyaku: omit: reason --> and <!-- taiyaku: joined -->"),
                )

    def edit(self, index: int, translation: str) -> _Edit | None:
        part, leaf, scalar = self.document.places[index]
        if scalar is not None:
            (text,) = settle(translation, "metadata")
            return _Edit((text,), encode_scalar(scalar, text))
        if part is None or leaf is None:
            raise AssertionError(index)
        masks = None
        if self.document.dialects:
            refusal, lost = tags_kept(self.document.segments[index].text, translation, self.document.dialects)
            if refusal is not None:
                self.refused[index] = refusal
                return None
            if lost is not None:
                self.notices[index] = lost
            masks = mask_inline(translation, self.document.dialects)
            translation = masks.view
        if not part.is_value:
            translation, refusal, notice = relinked(translation, leaf, self.labels())
            if refusal is not None:
                self.refused[index] = refusal
                return None
            if notice is not None:
                self.notices[index] = notice
        joiner = "\u3000" if self.locale.partition("-")[0] == "ja" else " "
        texts = tuple(settle(translation, part.kind, joiner=joiner))
        encoded = self.encoded(part, texts, index)
        if masks is not None:
            texts, encoded = tuple(map(masks.restored, texts)), masks.restored(encoded)
        return _Edit(texts, encoded, f"][{part.label}" if part.label else "")

    def labels(self) -> Collection[str]:
        if self.defined is None:
            self.defined = labels(self.document.parsed.view.decode())
        return self.defined

    def encoded(self, part: Part, texts: Iterable[str], index: int) -> str:
        raw = self.document.segments[index].span.of(self.document.source)
        mark = "  " if "  \n" in raw or "  \r" in raw else "\\"
        hard = mark + self.newline + part.prefix
        blank = self.newline + part.prefix.rstrip(" \t") + self.newline + part.prefix
        return blank.join(encode(text, part.kind, part.quote).replace("\n", hard) for text in texts)

    def sound(self, edits: Mapping[int, _Edit], sure: Mapping[int, _Edit] | None = None) -> dict[int, _Edit]:
        """Return those of `edits` that can be written together and with the `sure` ones, refusing the others.

        Halves are tried, so that a few bad translations cost a few more parses only.
        """
        together = {**(sure or {}), **edits}
        fault = self.fault(together)
        if fault is None:
            return together
        if len(edits) == 1:
            self.refused |= dict.fromkeys(edits, fault)
            return dict(sure or {})
        items = list(edits.items())
        half = len(items) // 2
        return self.sound(dict(items[half:]), self.sound(dict(items[:half]), sure))

    def fault(self, edits: Mapping[int, _Edit]) -> Refusal | None:
        """Say why the text with these edits is not read as it should be, or None."""
        if not edits:
            return None
        spliced, _ = self.spliced(edits)
        document = self.document
        try:
            front = read_front_matter(spliced.text, document.path, document.locale)
        except TaiyakuError as error:
            return Refusal(error.problem.what, _HINT)
        if [(s.key, s.text) for s in front.scalars] != self.expected_scalars(edits):
            return Refusal(Phrase("the translation cannot stand in the front matter"), _HINT)
        body = parse_body(spliced.text[front.end :], math=document.math, dialects=document.dialects)
        changed = self.changed_leaves(edits)
        expected = outline(document.parsed, document.locale, changed)
        found = outline(body, document.locale)
        if expected != found:
            return _difference(expected, found)
        return self.intrusions(changed, body.root)

    def expected_scalars(self, edits: Mapping[int, _Edit]) -> list[tuple[str, str]]:
        document = self.document
        texts = {
            place.scalar: "".join(edits[index].texts)
            for index, place in enumerate(document.places)
            if index in edits and place.scalar is not None
        }
        texts |= {scalar: self.locale for scalar in document.scalars if self.is_own_locale(scalar)}
        return [(scalar.key, texts.get(scalar, scalar.text)) for scalar in document.scalars]

    def is_own_locale(self, scalar: Scalar) -> bool:
        return scalar.key == "locale" and scalar.text == self.document.locale != self.locale

    def changed_leaves(self, edits: Mapping[int, _Edit]) -> dict[Node, tuple[Texts, ...]]:
        """Return what the edited leaves must read as; see `outline`."""
        changed: dict[Node, tuple[Texts, ...]] = {}
        document = self.document
        for leaf, places in groupby(enumerate(document.places), key=lambda item: item[1].leaf):
            parts = [(index, place.part) for index, place in places if place.part is not None]
            if leaf is None or not any(index in edits for index, _ in parts):
                continue
            index, part = parts[0]
            if part.is_value:
                changed[leaf] = (_image_texts(parts, edits),)
            else:
                versions = tuple(((part.kind, text),) for text in edits[index].texts)
                changed[leaf] = versions or (((),) if leaf.kind == "TableCell" else ())
        return changed

    def intrusions(self, changed: Mapping[Node, tuple[Texts, ...]], root: Node) -> Refusal | None:
        """Hold each leaf of the new text against the source's leaf that it came from."""
        written = root.leaves()
        for leaf in self.document.root.leaves():
            versions = changed.get(leaf)
            became = [next(written) for _ in range(1 if versions is None else len(versions))]
            refusal = None if versions is None else intrusion(leaf, became)
            if refusal is not None:
                return refusal
        return None

    def spliced(self, edits: Mapping[int, _Edit]) -> tuple[Splice, list[Span]]:
        """Return the new text, and the spans that were cut out of the source."""
        document = self.document
        replacements = {
            scalar.span: encode_scalar(scalar, self.locale) for scalar in document.scalars if self.is_own_locale(scalar)
        }
        gone: set[Node] = set()
        for index, edit in edits.items():
            leaf = None if edit.texts else _leaf_to_cut(document.places[index])
            if leaf is not None:
                gone.add(leaf)
            else:
                nothing = '""' if document.places[index].scalar else ""
                replacements[document.segments[index].span] = edit.encoded + edit.after or nothing
        cuts = self.cuts(gone)
        replacements |= dict.fromkeys(cuts, "")
        return Splice(document.source, replacements), cuts

    def cuts(self, gone: Collection[Node]) -> list[Span]:
        if not gone:
            return []
        document = self.document
        ranges = list(cut_ranges(document.data, document.root, gone))
        offset = code_points(document.data, document.body, [edge for pair in ranges for edge in pair])
        return [Span(offset[start], offset[end]) for start, end in ranges]


def _image_texts(parts: list[tuple[int, Part]], edits: Mapping[int, _Edit]) -> Texts:
    texts = ((part.kind, "".join(edits[index].texts) if index in edits else part.text) for index, part in parts)
    return tuple((kind, text) for kind, text in texts if text)


def _leaf_to_cut(place: Place) -> Node | None:
    """The leaf that goes with its text. A cell stays in its row, an image without its words, a key of front matter."""
    if place.leaf is None or place.leaf.kind == "TableCell" or (place.part is not None and place.part.is_value):
        return None
    return place.leaf


def _inside(span: Span, cuts: list[Span]) -> bool:
    return any(cut.start <= span.start and span.end <= cut.end for cut in cuts)


def _difference(expected: list[tuple[object, ...]], found: list[tuple[object, ...]]) -> Refusal:
    for wanted, got in zip(expected, found, strict=False):
        if wanted != got:
            if wanted[0] == got[0] and len(got) == 3 and isinstance(got[2], tuple) and got[2]:  # noqa: PLR2004 (a leaf)
                return Refusal(Phrase("the translation would be read as “{text}”", text=got[2][0][1]), _HINT)
            if got[0] == "HtmlBlock" and isinstance(got[2], bytes):
                return foreign_html(_FIRST_TAG.sub(rb"\1", got[2]).decode())
            break
    return Refusal(Phrase("the translation would change the structure of the article here"), _HINT)
