"""Lines become paragraphs, and cut ones become whole again."""

from __future__ import annotations

import textwrap

import pytest
from tests.importers.pastes.press import wrapped_japanese

from taiyaku.importers.paste import from_paste, read_blocks
from taiyaku.importers.paste.joining import joined

_ENGLISH = (
    "The harbor opened on Wednesday after three years of work, and the first ship came in from the island at noon.",
    "Nobody had expected so many people. The mayor, who had planned to speak for ten minutes, spoke for two.",
    "Boats will leave every hour until nine in the evening, and twice as often on Sundays and holidays.",
)
_JAPANESE = (
    "港は三年の工事を終えて水曜日に開き、正午には島からの最初の船が入った。",
    "これほど多くの人が来るとは誰も思っていなかった。十分話すつもりだった市長は、二分で話を終えた。",
    "船は午後九時まで一時間ごとに出る。日曜と祝日には、その二倍の便がある。",
)


def _texts(paste: str, language: str) -> list[str]:
    return [block.text for block in read_blocks(paste, language)[0]]


@pytest.mark.parametrize("width", [48, 60, 72, 80])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_wrapped_english(width: int, between: str) -> None:
    """Lines of a fixed width are joined with spaces, whether blank lines divide the paragraphs or not."""
    paste = between.join(textwrap.fill(text, width) for text in _ENGLISH)
    assert _texts(paste, "en") == list(_ENGLISH)


@pytest.mark.parametrize("width", [20, 27, 32])
@pytest.mark.parametrize("between", ["\n\n", "\n\u3000"])
def test_wrapped_japanese(width: int, between: str) -> None:
    """Japanese lines are joined without spaces; a blank line or an indentation begins a paragraph."""
    paste = "\u3000" * between.endswith("\u3000") + between.join(
        "\n".join(wrapped_japanese(text, width)) for text in _JAPANESE
    )
    assert _texts(paste, "ja") == list(_JAPANESE)


def test_double_spaced_lines() -> None:
    """A blank line behind every line of a wrapped text says nothing; two of them do."""
    paste = "\n\n\n".join(textwrap.fill(text, 60).replace("\n", "\n\n") for text in _ENGLISH)
    assert _texts(paste, "en") == list(_ENGLISH)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("the govern-\nment of the island", "the government of the island"),
        ("the well-\nknown pilot, well-known", "the well-known pilot, well-known"),
        ("the har-\nbor and the old harbor", "the harbor and the old harbor"),
        ("the north-\nshore ferry", "the north-shore ferry"),
        ("the har\u00ad\nbor of the town", "the harbor of the town"),
    ],
)
def test_hyphens_at_line_ends(lines: str, joined: str) -> None:
    """A hyphen goes where the word is known without it, or what follows is no word; otherwise it stays."""
    filler = (
        "They had waited for it since the storm of the last winter broke\n"
        "the pier, and nobody knew when it would be opened again by\n"
    )
    paste = (
        filler
        + "the people and the council of the town for the ships and for\n"
        + lines.replace("\n", "\n", 1)
        + " was glad."
    )
    head, _, tail = lines.partition("\n")
    paste = filler + f"the people of the town and its council, for the ships and {head}\n{tail} was glad."
    assert joined in _texts(paste, "en")[0]


@pytest.mark.parametrize(
    ("divided", "whole"),
    [
        ("The har-\nbor was re-\nbuilt by vol-\nunteers.", "The harbor was rebuilt by volunteers."),
        ("The low-\nlying har-\nbor has three-\nstory sheds.", "The low-lying harbor has three-story sheds."),
        ("On Tues-\nday they came.", "On Tuesday they came."),
    ],
)
def test_hyphens_of_a_typeset_text(divided: str, whole: str) -> None:
    """Where words are divided throughout, a hyphen goes unless its word is of those that have one."""
    text, *lines = divided.split("\n")
    for line in lines:
        text, _ = joined(text, line, divided, "en")
    assert text == whole


def test_a_japanese_headline_is_not_wrapped_into_its_deck() -> None:
    """A line that is not full ends there, also where blank lines divide the paragraphs."""
    body = "\n\n".join("\n".join(wrapped_japanese(text, 20)) for text in _JAPANESE)
    assert _texts(f"三年の工事が終わり開港\n島への船も\n\n{body}", "ja")[:2] == ["三年の工事が終わり開港", "島への船も"]


def test_lines_that_are_paragraphs() -> None:
    """One line a paragraph stays so, with blank lines or without or with some."""
    for paste in ("\n".join(_ENGLISH), "\n\n".join(_ENGLISH), f"{_ENGLISH[0]}\n{_ENGLISH[1]}\n\n{_ENGLISH[2]}"):
        assert _texts(paste, "en") == list(_ENGLISH)


@pytest.mark.parametrize(
    "aside",
    [
        "Children wave paper flags as the ship enters the harbor.",
        "Photo by Ken Ito",
        "From left: Ann Reyes and Tom Oda at the opening",
        "Above: the new pier",
        "Page 3",
    ],
)
def test_cut_english_paragraphs(aside: str) -> None:
    """A paragraph that an aside cut in two is whole again, and it is said."""
    before, after = _ENGLISH[1][:55].strip(), _ENGLISH[1][55:].strip()
    paste = f"{_ENGLISH[0]}\n\n{before}\n\n{aside}\n\n{after}\n\n{_ENGLISH[2]}"
    blocks, _ = read_blocks(paste, "en")
    running = [block for block in blocks if not block.role]
    assert [block.text for block in running] == list(_ENGLISH)
    assert "rejoined with line 7" in str(running[1].said[0])


@pytest.mark.parametrize(
    "aside", ["港に入る船に旗を振る子どもたち", "新しい桟橋（高橋健撮影）", "写真：新しい桟橋", "撮影＝高橋健", "- 3 -"]
)
def test_cut_japanese_paragraphs(aside: str) -> None:
    """So is a Japanese one, where no capital tells what goes on."""
    at = _JAPANESE[1].index("十分")
    before, after = _JAPANESE[1][: at + 3], _JAPANESE[1][at + 3 :]
    paste = f"{_JAPANESE[0]}\n\n{before}\n\n{aside}\n\n{after}\n\n{_JAPANESE[2]}"
    assert [block.text for block in read_blocks(paste, "ja")[0] if not block.role] == list(_JAPANESE)


def test_what_is_not_rejoined() -> None:
    """A cross-head before a paragraph, and items of a list, are not halves of anything."""
    paste = f"{_ENGLISH[0]}\n\nThe first ship\n\n{_ENGLISH[1]}\n\n• boats\n• bread\n• tea and a bun"
    assert [block.role for block in read_blocks(paste, "en")[0]] == ["", "heading", "", "item", "item", "item"]


def test_the_order_of_an_opening() -> None:
    """Headline, deck, byline, staff and date stand above the first paragraph, in the front matter afterwards."""
    opening = "HARBOR OPENS\nThe mayor spoke for two minutes\nBy KEN ITO\nHARBOR TIMES STAFF WRITER\nMarch 4, 2025\n"
    paste = f"{opening}OAKHAVEN, Wash. — {_ENGLISH[0]}\n{_ENGLISH[1]}"
    imported = from_paste(paste)
    assert dict(imported.metadata) == {
        "title": "HARBOR OPENS",
        "deck": "The mayor spoke for two minutes",
        "byline": "By KEN ITO",
        "staff": "HARBOR TIMES STAFF WRITER",
        "date": "2025-03-04",
        "place": "Oakhaven, Wash.",
        "authors": ("Ken Ito",),
        "locale": "en",
    }
    assert imported.body.startswith("OAKHAVEN, Wash. — The harbor")


def test_a_japanese_article() -> None:
    """A dateline stays in the text and gives the place; the signature behind the last sentence gives the author."""
    imported = from_paste(
        f"港が開く\n令和8年4月1日\n【ロンドン共同】{_JAPANESE[0]}\n▼市長の言葉\n{_JAPANESE[1]}（佐藤花子）"
    )
    metadata = dict(imported.metadata)
    assert metadata == {
        "title": "港が開く",
        "date": "2026-04-01",
        "place": "ロンドン",
        "authors": ("佐藤花子",),
        "locale": "ja",
    }
    assert "## 市長の言葉" in imported.body
    assert imported.body.rstrip().endswith("（佐藤花子）")


def test_pull_quotes_and_notes() -> None:
    """What is said again is a pull quote, and a note of the editors is one."""
    paste = f"Harbor opens\n\n{_ENGLISH[0]}\n\n“Nobody had expected so many people”\n\n{_ENGLISH[1]}\n\n"
    paste += "Editor’s note: The pier has no name yet."
    body = from_paste(paste).body
    assert "<!-- taiyaku: role: pull-quote -->\n\n“Nobody had" in body
    assert "<!-- taiyaku: role: editors-note -->\n\nEditor’s" in body


def test_a_quotation_with_its_speaker() -> None:
    """A quotation with a line that names its speaker is a pull quote of two lines."""
    paste = f"{_ENGLISH[0]}\n\n“It is our front door.”\n\n— Ann Reyes, mayor\n\n{_ENGLISH[1]}"
    assert [block.role for block in read_blocks(paste, "en")[0]] == ["", "pull-quote", "pull-quote", ""]


def test_what_cannot_be_sure_is_asked() -> None:
    """No year is made up: the text's own words are handed on, and a second date stays where it is."""
    imported = from_paste(f"Harbor opens\nAug. 8\n{_ENGLISH[0]}")
    assert "date" not in imported.metadata
    assert imported.asked == {"date": "Aug. 8"}
    twice = from_paste(f"Harbor opens\nMarch 4, 2025\nUpdated: March 5, 2025\nMarch 6, 2025\n{_ENGLISH[0]}")
    assert (twice.metadata["date"], twice.metadata["updated"]) == ("2025-03-04", "2025-03-05")
    assert "March 6, 2025" in twice.body


def test_a_release() -> None:
    """A dateline with its year gives the date; what stands above every release is left out."""
    imported = from_paste(
        f"FOR IMMEDIATE RELEASE\n\nHarbor Opens\n\nOAKHAVEN, Wash., May 3, 2025 — {_ENGLISH[0]}\n\n{_ENGLISH[1]}\n"
    )
    assert dict(imported.metadata) == {
        "title": "Harbor Opens",
        "date": "2025-05-03",
        "place": "Oakhaven, Wash.",
        "locale": "en",
    }


def test_a_placed_byline() -> None:
    """【東京＝佐藤花子】 in a line of its own is the byline, and says where."""
    metadata = from_paste(f"港が開く\n【東京＝佐藤花子】\n2025年3月4日\n{_JAPANESE[0]}\n{_JAPANESE[1]}").metadata
    assert (metadata["byline"], metadata["place"], metadata["authors"]) == ("【東京＝佐藤花子】", "東京", ("佐藤花子",))


def test_what_is_no_place() -> None:
    """【速報】 before the first sentence is no dateline."""
    assert "place" not in from_paste(f"港が開く\n2025年3月4日\n【速報】{_JAPANESE[0]}\n{_JAPANESE[1]}").metadata


def test_many_short_lines() -> None:
    """Thousands of unfinished lines are read without going deep into each other."""
    assert len(read_blocks("The ships came in the\n\n" * 3000, "en")[0]) == 3000
