"""What an alignment must not be sure of: numbers that contradict, passages that belong elsewhere, other articles."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.judges import shared_data

from taiyaku.alignment import align_documents
from taiyaku.alignment.figures import contradiction
from taiyaku.alignment.language import is_prose
from taiyaku.article.splice import splice
from taiyaku.formats import parse
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from taiyaku.article.document import Document

LINES = (Path(__file__).parent / "cases/contradictions.txt").read_text(encoding="utf-8").splitlines()
NUMBERS = [line.split(" | ") for line in LINES if line and not line.startswith("#")]


def document(text: str, locale: str) -> Document:
    """Parse a text."""
    return parse(text, Path("x.md"), ReadOptions(locale))


@pytest.mark.parametrize(("original", "translation", "expected"), NUMBERS, ids=[line[0] for line in NUMBERS])
def test_contradicting_numbers(original: str, translation: str, expected: str) -> None:
    """A contradiction names the numbers of both sides; another way to say a number is none, in either direction."""
    found, turned = contradiction(original, translation), contradiction(translation, original)
    told = "-" if found is None else " / ".join(", ".join(side) for side in found).strip()
    assert told == expected
    assert (found and found[::-1]) == turned


def test_numbers_in_prose_are_compared() -> None:
    """A pair of which the numbers contradict each other is doubtful, and says which."""
    (pair,) = align_documents(
        document("Sales rose by 12% to $3,400.\n", "en"), document("売り上げは15%増えて5,600ドルになった。\n", "ja")
    ).pairs
    assert "12, 3,400 against 15, 5,600" in str(pair.reason)
    assert (
        not align_documents(document("Sales rose by 12%.\n", "en"), document("売り上げは12%増えた。\n", "ja"))
        .pairs[0]
        .doubtful
    )


TABLE = "| {} | {} |\n| --- | --- |\n| {} | {} |\n| {} | {} |\n"


def test_rows_of_a_table_in_another_order() -> None:
    """No cell of a row is approved in which the numbers contradict each other; the head is."""
    original = document(TABLE.format("Name", "Age", "Tanaka", "42", "Sato", "35"), "en")
    translation = document(TABLE.format("名前", "年齢", "佐藤", "35", "田中", "42"), "ja")
    pairs = align_documents(original, translation).pairs
    doubtful = {original.segments[index].text for pair in pairs if pair.doubtful for index in pair.original}
    sure = {original.segments[index].text for pair in pairs if not pair.doubtful for index in pair.original}
    assert not sure & {"Tanaka", "42", "Sato", "35"}
    assert not doubtful & {"Name", "Age"}
    right = document(TABLE.format("名前", "年齢", "田中", "42", "佐藤", "35"), "ja")
    assert not any(pair.doubtful for pair in align_documents(original, right).pairs)


@pytest.mark.parametrize(
    "text",
    ["Getting started", "Second item here", "Questions", "Read the docs of `taiyaku`", "Read [more](/x).", "See you"],
)
def test_prose(text: str) -> None:
    """These words a translation does not leave as they are."""
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "React",
        "npm",
        "`npm install it`",
        "Bank of America",
        "OpenTelemetry Collector",
        "v2.0",
        "42",
        "https://a.org/b",
        "string",
        "Kubernetes",
        "src/main.py",
        "[React](/en/react)",
        "<img alt=x>",
        "a@example.org",
        "$HOME",
    ],
)
def test_names_and_code(text: str) -> None:
    """These a translation may leave as they are."""
    assert not is_prose(text)


def test_what_was_left_in_english_is_untranslated() -> None:
    """A heading and an item in the original's words are no translations; a name is one."""
    original = document("# Getting started\n\n- First came rain\n- Second item here\n- Kubernetes\n", "en")
    translation = document("# Getting started\n\n- まず雨が来た\n- Second item here\n- Kubernetes\n", "ja")
    pairs = align_documents(original, translation).pairs
    assert [pair.untranslated for pair in pairs] == [True, False, True, False]


@cache
def both(slug: str) -> tuple[Document, Document]:
    """Read a real post and its translation."""
    texts = [shared_data(f"markdown_pairs/{slug}.{locale}.md").read_bytes().decode() for locale in ("en", "ja")]
    return document(texts[0], "en"), document(texts[1], "ja")


POSTS = ("otel_blog__blog-2022-k8s-metadata", "vue_docs__src-guide-components-provide-inject")


@pytest.mark.parametrize("slug", POSTS)
@pytest.mark.parametrize("first", [0, 2])
def test_paragraphs_in_each_others_places(slug: str, first: int) -> None:
    """Four long paragraphs of a translation go round: none is approved where it stands now."""
    original, translation = both(slug)
    assert [one.role for one in original.segments] == [one.role for one in translation.segments]
    long = [
        index
        for index, one in enumerate(translation.segments)
        if one.role == "paragraph" and one.span.start >= translation.body and len(one.text) > 40
    ]
    moved = long[first::2][:4]
    spans = [translation.segments[index].span for index in moved]
    texts = [span.of(translation.source) for span in spans]
    turned = document(splice(translation.source, dict(zip(spans, texts[1:] + texts[:1], strict=True))), "ja")
    pairs = align_documents(original, turned).pairs
    sure = [
        index for pair in pairs if not pair.doubtful and pair.original == pair.translation for index in pair.original
    ]
    assert not set(moved) & set(sure)
    assert len(sure) > len(original.segments) / 2


@pytest.mark.parametrize(("slug", "other"), [POSTS, POSTS[::-1]])
def test_another_articles_translation(slug: str, other: str) -> None:
    """Next to nothing goes together, and nothing is approved, not even the headline."""
    alignment = align_documents(both(slug)[0], both(other)[1])
    assert alignment.unrelated
    assert all(pair.doubtful for pair in alignment.pairs)
    assert not align_documents(*both(slug)).unrelated


def test_a_paragraph_of_something_else() -> None:
    """What stands in a paragraph's place without a word of it is in doubt, or not its partner."""
    original, translation = both(POSTS[0])
    rain = (
        "今日は朝から雨が降り、港では漁師たちが船の手入れをしていた。町の人々は傘をさして市場へ向かい、魚を買い求めた。"
    )
    long = [one for one in translation.segments if one.role == "paragraph" and len(one.text) > 60]
    for segment in long[:3]:
        changed = document(splice(translation.source, {segment.span: rain}), "ja")
        pairs = align_documents(original, changed).pairs
        assert all(
            pair.doubtful for pair in pairs for index in pair.translation if changed.segments[index].text == rain
        )
