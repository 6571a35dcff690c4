"""Tables in a paste."""

from __future__ import annotations

import pytest

from taiyaku.importers.paste import from_paste


@pytest.mark.parametrize(
    ("lines", "table"),
    [
        (
            "Team   W   L\nBears  2   1\nLions  1   2",
            "| Team | W | L |\n| --- | --- | --- |\n| Bears | 2 | 1 |\n| Lions | 1 | 2 |",
        ),
        ("Bears\t2\t1\nLions\t1\t2", "| Bears | 2 | 1 |\n| --- | --- | --- |\n| Lions | 1 | 2 |"),
        ("大会\t1回\t2回\n備前\t3\t0", "| 大会 | 1回 | 2回 |\n| --- | --- | --- |\n| 備前 | 3 | 0 |"),
        ("A|B   2   1\nLions  1   2", "| A\\|B | 2 | 1 |\n| --- | --- | --- |\n| Lions | 1 | 2 |"),
    ],
)
def test_rows_become_a_table(lines: str, table: str) -> None:
    """Neighbours with as many cells, most of them numbers, are the rows of a table; the first is its head."""
    imported = from_paste(f"Harbor opens\n\nThe harbor opened at noon.\n\n{lines}\n\nIt closed again.", "en")
    assert imported.body == f"The harbor opened at noon.\n\n{table}\n\nIt closed again.\n"
    assert imported.roles["cell"] == sum(
        line.count("|") - 1 for line in table.replace("\\|", "").splitlines() if "---" not in line
    )


@pytest.mark.parametrize(
    "text",
    [
        "It  was  noon.  Ships  came  in.",
        "One.  Two.  Three.",
        "Bears   2   1",
        "The   ship   came\ninto   the   harbor.",
    ],
)
def test_text_with_wide_spaces_is_no_table(text: str) -> None:
    """Two spaces after a full stop, justified lines and a row alone stay text."""
    assert "---" not in from_paste(f"Harbor opens\n\nThe harbor opened at noon.\n\n{text}", "en").body


@pytest.mark.parametrize("line", ["Sunday   Closed", "Sunday\tClosed", "> It also approved"])
def test_what_is_no_crosshead(line: str) -> None:
    """Words far apart and quoted lines do not head a paragraph; no table is counted where there is none."""
    imported = from_paste(f"Harbor opens\n\nThe harbor opened at noon.\n\n{line}\n\nIt closed again.", "en")
    assert "##" not in imported.body
    assert "cell" not in imported.roles


def test_a_deck_stands_above_the_first_crosshead() -> None:
    """What stands below a cross-head is no deck of the article."""
    imported = from_paste(
        "広報の五月号\n■センターの案内\n日　時　五月二十日\nところ　センター\n無料で参加できます。", "ja"
    )
    assert "deck" not in imported.metadata


def test_a_break_of_asterisks() -> None:
    """Asterisks between two parts of a text become a break, as Markdown has it."""
    assert "\n\n* * *\n\n" in from_paste("Harbor opens\n\nIt opened.\n\n* * *\n\nIt closed.", "en").body
