"""`update` on the day of a correction: what the screen says, and what `--minor` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.catalog import po

if TYPE_CHECKING:
    from tests.conftest import Newsroom

    from taiyaku.catalog.message import Message

PO = "locales/ja/LC_MESSAGES/harbor.po"
ARTICLE = """\
# Harbor opens

The harbor opened on Wednesday. About 200 guests came. “It is a good day,” the mayor said.

The ferry takes 40 minutes. Tickets cost 1,200 yen.

It rained all day.

The the bread was sold out by noon, everybody was happy.
"""
TRANSLATIONS = {
    "Harbor opens": "港が開く",
    "The harbor opened on Wednesday. About 200 guests came. “It is a good day,” the mayor said.": (
        "港は水曜日に開いた。約200人の客が訪れた。「良い日だ」と市長は話した。"
    ),
    "The ferry takes 40 minutes. Tickets cost 1,200 yen.": "船で40分かかる。切符は1200円。",
    "It rained all day.": "雨は一日中降り続いた。",
    "The the bread was sold out by noon, everybody was happy.": "パンは昼までに売り切れ、皆が喜んだ。",
}


def prepared(newsroom: Newsroom) -> None:
    """Make an article whose every message is translated and approved."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert newsroom.run("update").exit_code == 0
    newsroom.translate("harbor", TRANSLATIONS)


def found(newsroom: Newsroom, text: str) -> Message:
    """Return the message in use that begins with a text."""
    (message,) = [m for m in po.read(newsroom.root / PO).catalog.active if m.msgid.startswith(text)]
    return message


def test_the_screen_tells_what_became_of_each(newsroom: Newsroom) -> None:
    """Splits, joins, numbers and style, each counted; the numbers by name."""
    prepared(newsroom)
    article = ARTICLE.replace(" “It is a good day,” the", '\n\n"It is a good day," the')
    article = article.replace("1,200", "1,500").replace("yen.\n\nIt", "yen. It").replace("noon,", "noon, ")
    newsroom.write("source_text/harbor.md", article.replace("# Harbor opens", "# Harbor  opens"))
    result = newsroom.run("update")
    assert result.exit_code == 0
    summary, *details = result.stdout.splitlines()
    assert summary.endswith("2 split, 1 joined, 2 in another style, 5 obsolete")
    assert details[:-1] == ["  number changed: 1,200 → 1,500, in the translation as well"]
    assert details[-1].startswith("Next: type `taiyaku changes`")
    assert found(newsroom, "The ferry").msgstr == "船で40分かかる。切符は1500円。雨は一日中降り続いた。"
    assert found(newsroom, '"It is').msgstr == "「良い日だ」と市長は話した。"


def test_style_alone_is_no_change_of_the_translation(newsroom: Newsroom) -> None:
    """Straight quotation marks for curly ones leave the paragraph approved."""
    prepared(newsroom)
    newsroom.write("source_text/harbor.md", ARTICLE.replace("“", '"').replace("”", '"'))
    result = newsroom.run("update")
    assert "1 in another style" in result.stdout
    assert "100%" in result.stdout
    assert found(newsroom, "The harbor opened").translated


def test_a_number_that_is_not_in_the_translation_is_named(newsroom: Newsroom) -> None:
    """With the text that it stands in."""
    prepared(newsroom)
    newsroom.write(PO, newsroom.read(PO).replace("船で40分", "船で四十分"))
    newsroom.write("source_text/harbor.md", ARTICLE.replace("40 minutes", "50 minutes"))
    result = newsroom.run("update")
    assert "  number changed: 40 → 50, not yet in the translation: The ferry takes 50 minutes." in result.stdout
    assert found(newsroom, "The ferry").msgstr == "船で四十分かかる。切符は1200円。"


def test_minor_corrections_stay_approved_and_are_told(newsroom: Newsroom) -> None:
    """What is none becomes fuzzy, and the screen says why."""
    prepared(newsroom)
    article = ARTICLE.replace("The the bread", "The bread").replace("About 200", "About 250")
    newsroom.write(
        "source_text/harbor.md", article.replace("It rained all day.", "It rained all day. Nobody minded it.")
    )
    result = newsroom.run("update", "--minor", "harbor")
    assert result.exit_code == 0
    assert "  kept: The the bread was sold out by noon, everybody w… → The bread was sold out" in result.stdout
    assert "  not minor, a number, a day, a “not” or the like changed: …day. About 200 guests" in result.stdout
    assert "  not minor, sentences came, went or moved: " in result.stdout
    assert found(newsroom, "The bread").translated
    assert found(newsroom, "The bread").msgstr == "パンは昼までに売り切れ、皆が喜んだ。"
    assert found(newsroom, "The harbor").fuzzy
    assert found(newsroom, "It rained").fuzzy
    obsolete = {m.msgid for m in po.read(newsroom.root / PO).catalog.messages if m.obsolete}
    assert "The the bread was sold out by noon, everybody was happy." in obsolete


def test_minor_needs_an_article(newsroom: Newsroom) -> None:
    """A correction of one article says nothing about the others."""
    prepared(newsroom)
    newsroom.write("source_text/harbor.md", ARTICLE.replace("The the bread", "The bread"))
    before = newsroom.read(PO)
    result = newsroom.run("update", "--minor")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--minor needs the article" in result.stderr
    assert newsroom.read(PO) == before


def test_a_long_list_fits_one_screen(newsroom: Newsroom) -> None:
    """Twelve numbers are shown, the rest counted."""
    lines = [f"Boat number {n} carries {n + 20} people over the river." for n in range(20)]
    newsroom.write("source_text/harbor.md", "\n\n".join(lines))
    newsroom.run("update")
    newsroom.translate("harbor", {line: f"{n}号は{n + 20}人を運ぶ。" for n, line in enumerate(lines)})
    newsroom.write("source_text/harbor.md", "\n\n".join(lines).replace(" carries ", " carries 1"))
    result = newsroom.run("update")
    assert result.stdout.count("number changed") == 12
    assert "  and more: 8; `taiyaku changes` shows all" in result.stdout
