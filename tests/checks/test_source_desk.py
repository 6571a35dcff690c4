"""The source checks over an article, and the desk's answers to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.judges import shared_data

from taiyaku.checks.assemble import House
from taiyaku.checks.judge import judge
from taiyaku.checks.registry import all_checks, chosen
from taiyaku.checks.settings import CheckSettings
from taiyaku.checks.source.likeness import is_one_slip
from taiyaku.checks.subject import article_subject
from taiyaku.formats import parse
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from taiyaku.checks.report import CheckedArticle

CONFLICT = "Some 250 students sang.\n\n{}The 200 students then left.\n"
NOTE = "<!-- taiyaku: desk: 2026-11-20: 200 is right -->\n\n"


def desk(source: str, locale: str = "en", target: str = "", settings: CheckSettings | None = None) -> CheckedArticle:
    """Return what the source checks say of an article in Markdown."""
    settings = settings or CheckSettings()
    house = House(settings, settings.style)
    document = parse(source, Path("x.md"), ReadOptions(locale))
    target = target or ("en" if locale == "ja" else "ja")
    checks = [check for check in chosen(settings) if check.scope == "source"]
    return judge(article_subject(document, "x", {}, target, house), house, frozenset(), checks)


def names(article: CheckedArticle, *severities: str) -> list[tuple[str, int]]:
    """Return the checks that found something, each with the number of the text."""
    return [(found.finding.check, found.index) for found in article.findings if found.severity in severities]


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("Yoshimura", "Yoshimra", True),
        ("Yoshimura", "Yoshimurra", True),
        ("Yoshimura", "Yosihmura", True),
        ("Chen", "Chan", True),
        ("Chen", "Chens", True),
        ("チェン", "チャン", True),
        ("Chen", "Chen", False),
        ("Chen", "Chain", False),
        ("Yoshimura", "Yoshimmrua", False),
        ("ab", "ba", True),
        ("abc", "cba", False),
    ],
)
def test_one_slip(word: str, other: str, *, expected: bool) -> None:
    """One letter more, less or other, or two exchanged; either way round."""
    assert is_one_slip(word, other) is is_one_slip(other, word) is expected


def test_a_note_before_either_text_answers_a_contradiction() -> None:
    """The finding does not count any more, and is kept with its answer."""
    assert names(desk(CONFLICT.format("")), "warning") == [("number-conflict", 1)]
    for source in (CONFLICT.format(NOTE), NOTE + CONFLICT.format("")):
        article = desk(source)
        assert not article.findings
        assert [found.answer for found in article.waived] == ["desk, 2026-11-20: 200 is right"]


def test_a_note_answers_no_slip() -> None:
    """A word typed twice is put right; the note beside it is for the number."""
    article = desk(CONFLICT.format(NOTE).replace("then left", "then left the the hall"))
    assert names(article, "warning") == [("doubled-word", 1)]


def test_a_note_that_answers_nothing_is_told() -> None:
    """Once, though it stands before both texts; where the checks that it may answer are off, nobody can know."""
    source = NOTE + CONFLICT.format(NOTE).replace("250", "200")
    assert names(desk(source), "note") == [("unused-waiver", 0)]
    for words in ("number-conflict", "source", "unused-waiver"):
        assert not desk(source, settings=CheckSettings(disable=(words,))).findings


def test_a_finding_about_the_source_is_the_same_in_every_translation() -> None:
    """Its fingerprint does not tell into what the article is translated."""
    marks = [[found.fingerprint for found in desk(CONFLICT.format(""), target=tag).findings] for tag in ("ja", "ja-JP")]
    assert marks[0] == marks[1]


def test_a_quotation_runs_over_paragraphs() -> None:
    """Each opens it anew; one that names its speaker did not run on, and one that runs on for ever is a note."""
    speech = "“We sang a song.\n\n“We danced,” the mayor said.\n"
    assert not names(desk(speech), "warning", "note")
    assert names(desk(speech.replace("song.", "song, the mayor said.")), "warning") == [("quotation-open", 0)]
    assert names(desk(speech.replace(",”", "")), "note") == [("quotation-open", 1)]
    assert not names(desk("市長は「歌った。\n\n踊った」と語った。\n", "ja"), "warning", "note")
    assert names(desk("市長は「歌ったと語った。\n\n皆が踊った。\n", "ja"), "warning") == [("quotation-open", 0)]


def test_one_quotation_inside_of_another() -> None:
    """A mark that closes takes the last one that is open."""
    assert names(desk("彼は「市長が「歌う」と述べた。\n", "ja"), "warning", "note") == [("quotation-open", 0)]


def test_a_long_article_without_an_end_of_a_quotation_is_told_once() -> None:
    """After a dozen paragraphs it is sure that nobody closes it any more."""
    source = "“We sang a song.\n\n" + "\n\n".join(f"It was day {number}." for number in range(20))
    assert names(desk(source), "note") == [("quotation-open", 0)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It took 250 students.", "It took 2,500 teachers."),
        ("Of 250 students, all came.", "The other 200 students came."),
        ("About 250 students came.", "The 240 students sang."),
        ("Nearly 250 students came.", "The 243 students sang."),
        ("In 1938, 250 students came.", "The 200 students sang."),
        ("There were 2019 students.", "There were 2020 students."),
        ("生徒250人が来た。", "このうち生徒200人が歌った。"),
        ("生徒250人以上が来た。", "生徒260人が歌った。"),
        ("生徒250人ずつ来た。", "生徒200人が歌った。"),
        ("生徒3万人が来た。", "生徒3万1千人が歌った。"),
    ],
)
def test_numbers_that_agree(first: str, second: str) -> None:
    """Others, rounded ones, and those of other times are no contradiction."""
    locale = "ja" if "。" in first else "en"
    assert ("number-conflict", 1) not in names(desk(f"{first}\n\n{second}\n", locale), "warning", "note")


def test_a_pasted_article_has_its_mistakes_told_and_little_else() -> None:
    """A real newspaper's: the doubled word, the two numbers, and the sentence that a caption cut."""
    text = shared_data("articles/torrance-bizen.raw.txt").read_text(encoding="utf-8")
    article = desk("\n\n".join(line for line in text.split("\n") if line.strip()))
    found = {found.finding.check for found in article.findings if found.severity != "note"}
    assert {"doubled-word", "number-conflict"} <= found <= {"doubled-word", "number-conflict", "caption-inside"}
    assert len(article.findings) <= 4


def test_every_check_of_the_source_is_of_its_family() -> None:
    """What looks at the source alone is switched on and off together."""
    assert {check.name for check in all_checks() if check.scope == "source"} == {
        check.name for check in all_checks() if check.family == "source"
    }
