"""Word documents -> articles."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importers.docx_builder import docx, image, paragraph, part, png, relations

from taiyaku.formats.markdown.read import read
from taiyaku.formats.options import ReadOptions
from taiyaku.importers.docx import from_docx
from taiyaku.importers.docx_styles import meaning_of

_CASES = tomllib.loads((Path(__file__).parent / "docx" / "cases.toml").read_text(encoding="utf-8"))["case"]
_PARTS = ("comments", "footnotes", "endnotes")


def _said(remarks: Any) -> list[str]:
    return [str(remark.what) for remark in remarks]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """Each construct of Word becomes the Markdown that the table shows, with its remarks and no others."""
    more: dict[str, str | bytes] = {f"word/{name}.xml": part(name, case[name]) for name in _PARTS if name in case}
    imported = from_docx(docx(case["xml"], more))
    assert imported.body.strip() == case["body"]
    said = _said(imported.remarks)
    assert len(said) == len(case.get("says", []))
    assert all(piece in remark for piece, remark in zip(case.get("says", []), said, strict=True))
    assert {key: imported.metadata.get(key) for key in case.get("metadata", {})} == case.get("metadata", {})


def test_pictures_are_saved_beside_the_article_with_alternative_texts_and_captions() -> None:
    """Each picture is kept once, under a name of its own; a paragraph in the style of captions is its caption."""
    body = (
        f"<w:p>{image('rId6', alt='Two mayors')}</w:p>{paragraph('The mayors at the harbor', 'a7')}"
        f"<w:p>{image('rId7')}</w:p><w:p>{image('rId6', alt='Again')}</w:p>"
    )
    imported = from_docx(docx(body))
    first, second = imported.pictures
    assert (first.content, second.content) == (png(1), png(2))
    assert first.path != second.path
    assert imported.body.strip().split("\n\n") == [
        f'![Two mayors]({first.path} "The mayors at the harbor")',
        f"![]({second.path})",
        f"![Again]({first.path})",
    ]
    assert not imported.remarks


def test_a_floating_picture_does_not_cut_the_text_beside_it() -> None:
    """A picture that floats beside a paragraph stands after it."""
    body = f"<w:p><w:r><w:t>The harbor </w:t></w:r>{image('rId6', floating=True)}<w:r><w:t>opened.</w:t></w:r></w:p>"
    imported = from_docx(docx(body + paragraph("On Wednesday", "a7")))
    assert imported.body.strip() == f'The harbor opened.\n\n![]({imported.pictures[0].path} "On Wednesday")'


@pytest.mark.parametrize(
    ("run", "says"),
    [
        (image("rId8"), "an image from elsewhere was left out: https://example.org/spy.png"),
        (image("rId8", way="link"), "an image from elsewhere was left out: https://example.org/spy.png"),
        (image("rId10"), "an image is missing in the document: word/media/absent.png"),
    ],
)
def test_pictures_that_are_not_in_the_document_are_left_out_and_told(run: str, says: str) -> None:
    """Nothing is fetched, and a missing picture does not keep the text from being read."""
    imported = from_docx(docx(f"<w:p><w:r><w:t>Text.</w:t></w:r>{run}</w:p>"))
    assert (imported.body.strip(), imported.pictures) == ("Text.", ())
    assert _said(imported.remarks) == [says]


def test_pictures_that_browsers_do_not_show_and_made_up_texts_are_told() -> None:
    """A drawing of Windows is saved, and is to be converted; an alternative text by a program is to be read."""
    emf = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(20)
    alt = "A boat. Description automatically generated"
    body = f"<w:p>{image('rId6', alt=alt)}{image('rId7')}</w:p>"
    imported = from_docx(docx(body, {"word/media/image1.png": emf, "word/media/image2.png": b"no image"}))
    (picture,) = imported.pictures
    assert picture.path.endswith(".emf")
    assert _said(imported.remarks)[:3] == [
        f"browsers do not show {picture.path}: save it as PNG, and change its name in the article",
        f"a program wrote this alternative text: {alt}",
        "an image of an unknown kind was left out: ",
    ]


def test_properties_of_the_file_are_told_and_not_taken() -> None:
    """Title and author of the properties are candidates that a person decides on."""
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>Minutes</dc:title>'
        "<dc:creator>Templat E. Maker</dc:creator><t:modified>2026-04-01T10:00:00Z</t:modified></c:coreProperties>"
    )
    imported = from_docx(docx(paragraph("Text."), {"docProps/core.xml": core}))
    assert "title" not in imported.metadata
    assert [(str(remark.what), remark.doubtful) for remark in imported.remarks] == [
        ("the file’s properties name a title, which templates keep from other texts: “Minutes”", True),
        ("the file’s properties name an author, who may be that of the template: Templat E. Maker", True),
        ("the file’s properties say when it was saved: 2026-04-01", False),
    ]


def test_the_only_heading_of_the_first_rank_is_the_headline() -> None:
    """One heading 1 is the title; several are headings, below a title that has to be asked for."""
    one = from_docx(docx(paragraph("Harbor opens", "1") + paragraph("Text.")))
    assert (one.metadata["title"], one.body.strip()) == ("Harbor opens", "Text.")
    two = from_docx(docx(paragraph("One", "1") + paragraph("Text.") + paragraph("Two", "1") + paragraph("More.")))
    assert "title" not in two.metadata
    assert two.body.strip() == "## One\n\nText.\n\n## Two\n\nMore."


def test_heads_and_feet_of_pages_and_macros_are_told() -> None:
    """What stands on every page is no text of the article; macros are not kept."""
    more: dict[str, str | bytes] = {
        "word/header1.xml": part("hdr", paragraph("Port Press 3")),
        "word/vbaProject.bin": b"code",
    }
    assert _said(from_docx(docx(paragraph("Text."), more)).remarks) == [
        "the head or foot of the pages was left out: “Port Press 3”",
        "the macros in the document were left out, and not run",
    ]


def test_a_strict_document_is_read_as_any_other() -> None:
    """The names of Strict Office Open XML are other ones; the text is the same."""
    made = docx(paragraph("港が開いた。"))
    strict = docx(
        "",
        {
            "word/document.xml": "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body>"
            f"{paragraph('港が開いた。')}</w:body></w:document>"
        },
    )
    assert from_docx(strict).body == from_docx(made).body


def test_what_the_converter_drops_is_told() -> None:
    """Text within an element that nobody knows does not get lost without a word."""
    unknown = '<x:unknown xmlns:x="urn:x"><w:r><w:t>Swallowed.</w:t></w:r></x:unknown>'
    imported = from_docx(docx(f"<w:p>{unknown}<w:r><w:t>Text.</w:t></w:r></w:p>"))
    assert _said(imported.remarks) == ["not all of this came through: “Swallowed.Text.”"]


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("heading 1", "heading 1"),
        ("見出し 3", "heading 3"),
        ("見出し２", "heading 2"),
        ("Heading 9", "heading 6"),
        ("表題", "Title"),
        ("Intense Quote", "Quote"),
        ("図表番号", "caption"),
        ("目次 2", "toc"),
        ("Normal", ""),
        ("Heading", ""),
    ],
)
def test_names_of_styles(name: str, meaning: str) -> None:
    """A style is known by its name in both languages, widths and case apart."""
    assert meaning_of(name) == meaning


_TEXTS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], max_codepoint=0xFFFD), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=6))
def test_letters_in_are_letters_out(texts: list[str]) -> None:
    """The letters of the segments are those of the document, in their order, whatever the text looks like."""
    body = "".join(paragraph(text.replace("&", "&amp;").replace("<", "&lt;")) for text in texts)
    imported = from_docx(docx(body))
    segments = read(imported.body, Path("x.md"), ReadOptions(source_locale="en")).segments
    assert _letters("".join(_plain(segment.text) for segment in segments)) == _letters("".join(texts))


def _plain(text: str) -> str:
    from taiyaku.formats.markdown.events import events
    from taiyaku.formats.markdown.plain import plain_text

    return plain_text(events(text), links=False)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def test_relations_of_notes_are_their_own() -> None:
    """An image in a footnote is found by the relations of the footnotes."""
    more: dict[str, str | bytes] = {
        "word/footnotes.xml": part(
            "footnotes", f'<w:footnote w:id="1"><w:p><w:r><w:t>See</w:t></w:r>{image("rId1")}</w:p></w:footnote>'
        ),
        "word/_rels/footnotes.xml.rels": relations(("rId1", "image", "media/image2.png")),
    }
    imported = from_docx(docx('<w:p><w:r><w:t>A</w:t><w:footnoteReference w:id="1"/></w:r></w:p>', more))
    assert [picture.content for picture in imported.pictures] == [png(2)]
