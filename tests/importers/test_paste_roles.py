"""What lines say themselves: roles, page furniture, dates."""

from __future__ import annotations

import pytest
from tests.importers.reading import cases

from taiyaku.importers.paste.block import Block, ends_sentence
from taiyaku.importers.paste.dates import date_line, yearless_date
from taiyaku.importers.paste.furniture import without_furniture
from taiyaku.importers.paste.labelled import labelled
from taiyaku.importers.paste.lines import lines_of
from taiyaku.importers.paste.people import in_print, people_in
from taiyaku.importers.paste.standing import standing_role


@pytest.mark.parametrize("case", cases("standing.txt"))
def test_standing_roles(case: str) -> None:
    """Bylines, credits, dates and notes are known by their wording alone."""
    head, _, text = case.partition("|")
    language, role = head.split()
    assert standing_role(text.strip(), language) == role.replace("-", "", 1 if role == "-" else 0)


@pytest.mark.parametrize("case", cases("furniture.txt"))
def test_page_furniture(case: str) -> None:
    """Page marks are left out and told of; what only looks like one stays."""
    lines, _ = lines_of(f"The harbor opened.\n\n{case[2:]}\n\nIt closed.")
    kept, remarks = without_furniture(lines)
    assert [line.text for line in kept] == ["The harbor opened.", *([case[2:]] if case[0] == "-" else []), "It closed."]
    assert [remark.line for remark in remarks] == ([3] if case[0] == "+" else [])


def test_running_heads() -> None:
    """What comes again at each page's end is left out; the first time it may be the headline."""
    head = "\n\nHarbor Times\n\n"
    text = f"Harbor Times\n\nThe ships came in the{head}morning, and went in the{head}evening.\n"
    kept, remarks = without_furniture(lines_of(text)[0])
    assert [line.text for line in kept] == [
        "Harbor Times",
        "The ships came in the",
        "morning, and went in the",
        "evening.",
    ]
    assert [line.page for line in kept] == [False, False, True, True]
    assert [remark.what.parameters["removed"] for remark in remarks] == ["Harbor Times"] * 2


def test_running_head_beside_a_page_number() -> None:
    """A line that ends with the number of the page beside it belongs to the page."""
    kept, _ = without_furniture(lines_of("One.\n\n- 2 -\nHarbor Times  2\n\nTwo.")[0])
    assert [line.text for line in kept] == ["One.", "Two."]


def test_numbers_that_count_pages() -> None:
    """Bare numbers are page numbers if they go up by one and stand in the middle of a sentence."""
    text = "The ships came in the early\n\n2\n\nmorning. They left again in the\n\n3\n\nevening."
    assert len(without_furniture(lines_of(text)[0])[0]) == 3
    sections = "1\n\nThe ships came.\n\n2\n\nThey left.\n"
    assert len(without_furniture(lines_of(sections)[0])[0]) == 4


@pytest.mark.parametrize("case", cases("dates.txt"))
def test_date_lines(case: str) -> None:
    """A line that says when becomes an ISO date; nothing is filled in that nobody wrote."""
    text, _, wanted = case.rpartition(" | ")
    found = date_line(text.replace("\\|", "|"))
    assert (found.iso if found and found.iso else "?") == wanted


def test_dates_without_a_year() -> None:
    """The first date without a year in a text is found, as it is written."""
    assert yearless_date("It opened on Aug. 8 and closed on May 1.") == "Aug. 8"
    assert yearless_date("8月8日に開いた。") == "8月8日"
    assert yearless_date("It opened on August 8, 2024.") is None
    assert yearless_date("2024年8月8日に開いた。") is None


@pytest.mark.parametrize(
    ("byline", "language", "names"),
    [
        ("By TOMOKO NAGAI and GWEN MCDONALD-O’BRIEN", "en", ["TOMOKO NAGAI", "GWEN MCDONALD-O’BRIEN"]),
        ("By MARIA SANDOVAL, KEN ITO and RUTH MCGEE", "en", ["Maria Sandoval", "Ken Ito", "Ruth McGee"]),
        ("By Jane Doe, Staff Writer", "en", ["Jane Doe"]),
        ("By the taiyaku desk", "en", []),
        ("文・写真＝佐藤花子", "ja", ["佐藤花子"]),
        ("【東京＝佐藤花子】", "ja", ["佐藤花子"]),
        ("（佐藤花子、高橋健）", "ja", ["佐藤花子", "高橋健"]),
        ("佐藤花子記者", "ja", ["佐藤花子"]),
        ("taiyaku編集部", "ja", []),
    ],
)
def test_people(byline: str, language: str, names: list[str]) -> None:
    """A byline names persons; what they are and whom they work for is no name."""
    assert people_in(byline, language) == [in_print(name) for name in names]


def test_labels() -> None:
    """A label gives the role and goes; one that begins a sentence of its own stays."""
    assert (labelled(Block("Headline: Harbor opens", 1)).role, labelled(Block("見出し：港が開く", 1)).text) == (
        "headline",
        "港が開く",
    )
    assert labelled(Block("Story: the harbor opens", 1)).text == "Story: the harbor opens"
    assert labelled(Block("本文：", 1)).text == ""


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("It opened.", True), ("“It opened.”", True), ("It opened[^1].", True), ("It opened.[1]", True),
        ("He met Mr.", False),
        ("It opened on Aug.", False), ("It opened on", False), ("Look:", True), ("開いた。", True),
        ("「開いた」", True),
        ("開いた。（山田太郎）", True), ("「開いた」と", False), ("the “harbor”", False), ("", True),
    ],
)  # fmt: skip
def test_ends_of_sentences(text: str, ended: bool) -> None:
    """Closing marks, notes and signatures may stand behind a full stop; an abbreviation ends nothing."""
    assert ends_sentence(text) is ended


def test_invisible_characters() -> None:
    """Soft hyphens and characters of no width are left out and counted, form feeds end pages."""
    lines, remarks = lines_of("\ufeffHar\u00adbor\u200b opens\x0cIt\u3000did.\r\n\r\n\u3000Then\u2028it closed.")
    assert [(line.text, line.gap, line.page, line.indent) for line in lines] == [
        ("Harbor opens", 0, False, 0), ("It\u3000did.", 0, True, 0), ("Then", 1, False, 2), ("it closed.", 0, False, 0),
    ]  # fmt: skip
    assert [str(remark.what) for remark in remarks] == ["invisible characters left out: 2", "soft hyphens left out: 1"]


@pytest.mark.parametrize(
    ("first", "second", "gone"),
    [
        ("OPINION", "The quiet end of the corner store", True),
        ("Local News", "Harbor opens after three years", True),
        ("【社説】", "港を市民の手に", True),
        ("Sports", "The harbor opened.", False),
        ("Harbor news from the island", "Ships come in at noon every day", False),
    ],
)
def test_the_section_of_the_paper(first: str, second: str, *, gone: bool) -> None:
    """The name of a section above a headline is left out and told of."""
    kept, remarks = without_furniture(lines_of(f"{first}\n\n{second}\n\nIt was noon.")[0])
    assert [line.text for line in kept] == [first, second, "It was noon."][gone:]
    assert [remark.what.parameters["removed"] for remark in remarks] == [first] * gone


def test_a_running_head_at_both_edges_of_the_page_is_no_headline() -> None:
    """The name of the paper and its date, far apart, are left out the first time, too."""
    head = "HARBOR TIMES          Friday, June 6, 2025"
    text = f"{head}\nHarbor opens\nThe ships came in the long awaited\n3\n\n{head}\nmorning of the day.\n4\n"
    kept, _ = without_furniture(lines_of(text)[0])
    assert head not in [line.text for line in kept]
