"""Which segments of a translation made by hand translate which of the original."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.alignment import align_documents
from taiyaku.formats import parse
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.alignment import Alignment
    from taiyaku.article.document import Document


class Case(NamedTuple):
    """A case of the file: two texts and the pairs in words."""

    name: str
    original: str
    translation: str
    pairs: list[str]


def cases() -> Iterator[Case]:
    """Read the case file."""
    text = (Path(__file__).parent / "cases/pairs.txt").read_text(encoding="utf-8")
    for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        name, *texts = re.split(r"^--- (?:original|translation|pairs)\n", block, flags=re.MULTILINE)
        original, translation, pairs = (text.strip("\n") + "\n" for text in texts)
        yield Case(name.strip(), original, translation, pairs.split("\n")[:-1])


CASES = list(cases())


def document(text: str, locale: str, name: str = "x.md") -> Document:
    """Parse a text."""
    return parse(text, Path(locale) / name, ReadOptions(locale))


def told(alignment: Alignment) -> set[str]:
    """Put an alignment into the words of the case file."""

    def side(indexes: tuple[int, ...]) -> str:
        return "+".join(str(index + 1) for index in indexes) or "-"

    pairs = {
        f"{side(pair.original)} = {side(pair.translation)}{' ?' if pair.doubtful else ''}" for pair in alignment.pairs
    }
    pairs |= {f"{index + 1} = -" for index in alignment.left_out}
    return pairs | {f"- = {index + 1}" for index in alignment.additions}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    """What belongs together is found; what does not is told."""
    alignment = align_documents(document(case.original, "en"), document(case.translation, "ja"))
    assert told(alignment) == set(case.pairs)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_from_japanese(case: Case) -> None:
    """A Japanese original finds the same segments' partners, whatever it thinks of them."""
    alignment = align_documents(document(case.translation, "ja"), document(case.original, "en"))
    turned = {" = ".join(reversed(pair.removesuffix(" ?").split(" = "))) for pair in case.pairs}
    assert {pair.removesuffix(" ?") for pair in told(alignment)} == turned


BLOCKS = st.sampled_from(
    [
        "# Harbor",
        "## 港",
        "The harbor opened.",
        "港が開いた。",
        "- Boats\n- 船",
        "> He said so.",
        "| a | b |\n| --- | --- |\n| 一 | |",
        "![x](x.png)",
        "```\nprint(1)\n```",
        "[^1]: 注。",
        "200 people[^1] `code` [l](/en/a)",
        "",
    ]
)
TEXTS = st.lists(BLOCKS, max_size=7).map("\n\n".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_segment_is_told_once(first: str, second: str) -> None:
    """Whatever the two texts are: each segment is in one pair, or named as without a partner."""
    original, translation = document(first, "en"), document(second, "ja")
    alignment = align_documents(original, translation)
    ours = [index for pair in alignment.pairs for index in pair.original]
    theirs = [index for pair in alignment.pairs for index in pair.translation]
    assert sorted([*ours, *alignment.left_out]) == list(range(len(original.segments)))
    assert sorted([*theirs, *alignment.additions]) == list(range(len(translation.segments)))
    assert all(0 <= pair.trust <= 1 for pair in alignment.pairs)


def test_plain_text_against_markdown() -> None:
    """A manuscript without any structure finds its Markdown."""
    markdown = "# Harbor opens\n\nThe harbor opened on August 8.\n\n## What comes next\n\n- Boats\n- Bread from Bizen\n"
    plain = "港が開く\n\n港は8月8日に開いた。\n\nこれから\n\n船\n\n備前のパン\n"
    alignment = align_documents(document(markdown, "en"), document(plain, "ja", "x.txt"))
    assert {(pair.original, pair.translation) for pair in alignment.pairs} == {((i,), (i,)) for i in range(5)}
    assert not any(pair.doubtful for pair in alignment.pairs)
