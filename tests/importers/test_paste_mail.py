"""A mail around an article: head, signs of quotation and signature are left out, and told of."""

from __future__ import annotations

import pytest

from taiyaku.importers.paste.lines import lines_of
from taiyaku.importers.paste.mail import without_mail

_HEAD = "From: Ann Lee <ann@example.com>\nTo: desk@example.com\nSubject: The harbor\n\n"
_KOPF = "差出人：李 安\n宛先：デスク\n件名：港の記事\n\n"


@pytest.mark.parametrize(
    ("mail", "kept"),
    [
        (_HEAD + "The harbor opened.\n\n-- \nAnn Lee\nHarbor Times", ["The harbor opened."]),
        (_KOPF + "港が開いた。\n--\n李 安", ["港が開いた。"]),
        (
            _HEAD + "See below.\n> Harbor opens\n>\n> It was noon.\n> Ships came.",
            ["Harbor opens", "It was noon.", "Ships came."],
        ),
        (
            _HEAD + "> Can you send it?\nYes.\nThe harbor opened.\nShips came.",
            ["> Can you send it?", "Yes.", "The harbor opened.", "Ships came."],
        ),
        ("> Harbor opens\n>\n> It was noon.", ["Harbor opens", "It was noon."]),
        (">> Harbor opens\n>> It was noon.\nSent by Ann", ["Harbor opens", "It was noon.", "Sent by Ann"]),
        (_HEAD + "> ---- Forwarded message ----\n> From: Ken\n> Subject: Story\n>\n> It was noon.", ["It was noon."]),
        ("From: Tokyo to Torrance\n\nA journey.", ["From: Tokyo to Torrance", "A journey."]),
        ("Date: March 4\nTo: all readers\nA letter.", ["Date: March 4", "To: all readers", "A letter."]),
        ("The harbor opened.\n--\nShips came.", ["The harbor opened.", "--", "Ships came."]),
    ],
)
def test_what_is_left_of_a_mail(mail: str, kept: list[str]) -> None:
    """Only a head with a sender makes a mail; what is mostly quoted is the article, and the rest is told of."""
    lines, _ = lines_of(mail)
    left, remarks = without_mail(lines)
    assert [line.text for line in left] == kept
    told = [str(remark.what.parameters["removed"]) for remark in remarks if "removed" in remark.what.parameters]
    whole = "".join([*kept, *told]).replace(">", "").replace(" ", "")
    assert sorted(whole) == sorted("".join(line.text for line in lines).replace(">", "").replace(" ", ""))


def test_quoted_blank_lines_divide_paragraphs() -> None:
    """A line with the sign alone is a blank line."""
    left, _ = without_mail(lines_of("> One.\n>\n> Two.\n> Three.")[0])
    assert [(line.text, line.gap) for line in left] == [("One.", 0), ("Two.", 1), ("Three.", 0)]
