"""What is judged over the article and not over the paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.checks.bitexts import article, japanese

from taiyaku.checks.completeness.do_not_translate import CHECK as KEEP
from taiyaku.checks.markup.url_changed import CHECK as URL
from taiyaku.checks.names.name_form import CHECK as NAME_FORM
from taiyaku.checks.names.name_variant import CHECK as NAME_VARIANT
from taiyaku.checks.run import run_checks
from taiyaku.checks.source.caption_inside import CHECK as CAPTION
from taiyaku.checks.style import Style
from taiyaku.checks.style_ja.register_mixed import CHECK as REGISTER
from taiyaku.checks.typography.brackets_unpaired import CHECK as BRACKETS
from taiyaku.checks.typography.punctuation_style import CHECK as PUNCTUATION
from taiyaku.checks.typography.spacing import CHECK as SPACING
from taiyaku.checks.typography.width import CHECK as WIDTH
from taiyaku.termbase.file import parse_termbase


def test_an_article_has_one_finding_about_its_register() -> None:
    """Three stray sentences are one decision of the editor, told once, at the first."""
    found = list(REGISTER.find(japanese("来た。", "見た。", "歌った。", "踊った。", "帰りました。", "寝ました。")))
    assert [(one.pair, one.message.parameters["count"]) for one in found] == [(4, 2)]


def test_what_somebody_says_over_paragraphs_has_its_own_register() -> None:
    """Inside of a quotation over three paragraphs, the one between has no mark of its own."""
    spoken = ["市長は語った。「歌いました。", "踊りました。", "帰りました」と結んだ。", "皆が拍手した。"]
    assert not list(REGISTER.find(japanese(*spoken)))


def test_a_bracket_may_close_in_a_later_paragraph() -> None:
    """A quotation over paragraphs is closed; one that never closes is found where it opens."""
    assert not list(BRACKETS.find(japanese("彼は「歌い、", "踊り、", "帰った」と語った。")))
    assert [one.pair for one in BRACKETS.find(japanese("来た。", "彼は「歌い、", "踊った。"))] == [1]


def test_a_policy_of_the_house_has_one_finding() -> None:
    """Twenty spaces against the house's policy are one finding that counts them."""
    bitext = article([("A PTA.", "その PTA が来た。")] * 10, style=Style(latin_space=False))
    found = list(SPACING.find(bitext))
    assert [one.message.parameters["count"] for one in found] == [20]
    assert found[0].replacement == "そのPTAが来た。"


@pytest.mark.parametrize("marks", [",.", "，．", "，。", "、。"])
def test_an_article_may_have_whichever_marks_it_likes(marks: str) -> None:
    """The same throughout is a style; a house that has another says so."""
    text = f"市長は笑い{marks[0]}歌い{marks[0]}帰った{marks[1]}"
    assert not list(PUNCTUATION.find(japanese(*[text] * 5)))
    policy = article([("He came.", text)] * 5, style=Style(punctuation="、。"))
    assert len(list(PUNCTUATION.find(policy))) == (0 if marks == "、。" else 5)


@pytest.mark.parametrize("marks", [",.", "，．"])
def test_other_marks_than_the_articles_are_noted_once(marks: str) -> None:
    """Where an article has two ways, the rarer is told once, and nothing is replaced."""
    usual, other = [f"歌い{marks[0]}帰った{marks[1]}"] * 7, ["歌い、帰った。"] * 4
    for texts in (usual + other, other + usual):
        notes = list(PUNCTUATION.find(japanese(*texts)))
        assert [(one.severity, one.replacement) for one in notes] == [("note", None)]
        assert notes[0].message.parameters == {"word": "、", "wanted": marks[0], "count": 8}


@pytest.mark.parametrize("marks", ["、。", "，．"])
def test_a_stray_western_mark_is_a_slip(marks: str) -> None:
    """Among the article's own marks, whichever they are, it is a warning with its repair."""
    texts = [f"歌い{marks[0]}帰った{marks[1]}"] * 12
    found = list(PUNCTUATION.find(japanese(*texts, "笑い, 泣いた.", "笑い,泣いた.", "笑い,泣いた.")))
    assert [one.severity for one in found] == ["warning"] * 3
    assert {one.replacement for one in found} == {f"笑い{marks[0]}泣いた{marks[1]}"}


def test_numbers_of_two_widths_are_noted_once() -> None:
    """The majority decides, and single digits are judged by themselves."""
    notes = list(WIDTH.find(japanese("１５人と30人", "４５人", "60人と70人", "３人")))
    assert [(one.severity, one.pair, one.message.parameters["count"]) for one in notes] == [("note", 0, 2)]
    assert notes[0].message.parameters["wanted"] == "15"
    policy = article([("15 and 30", "１５人と30人")], style=Style(digits="half"))
    assert [one.replacement for one in WIDTH.find(policy)] == ["15人と30人"]


def test_spaces_at_the_ends_and_inside_are_one_finding() -> None:
    """One repair mends both, so that none undoes the other's."""
    found = list(SPACING.find(article([("A name: ", " 名 前 、号：")])))
    assert [one.replacement for one in found] == ["名 前、号： "]


def test_one_change_of_addresses_is_told_once() -> None:
    """A project that moved changes all of its addresses in the same way; another change is another finding."""
    texts = [(f"See https://a.org/old/{n}.", f"https://a.org/new/{n}を参照。") for n in range(5)]
    texts.append(("See https://b.org/x.", "https://b.org/yを参照。"))
    assert [one.pair for one in URL.find(article(texts))] == [0, 5]


def test_kept_words_are_found_once_for_each_word() -> None:
    """The same word twice in a text is one finding."""
    bitext = article([("Edo Times and Edo Times", "江戸時報と江戸時報")], style=Style(keep=("Edo Times", "Kyo")))
    assert [one.evidence for one in KEEP.find(bitext)] == [("Edo Times",)]


def test_a_caption_inside_a_sentence() -> None:
    """A paragraph that goes on after the next is cut by a caption; one that ends is not."""
    cut = "The mayor thanked all the students who had come from"
    assert [
        one.pair for one in CAPTION.find(article([(cut, ""), ("A photo by Nagai", ""), ("the whole region.", "")]))
    ] == [0]
    assert not list(CAPTION.find(article([(f"{cut} it.", ""), ("A photo by Nagai", ""), ("the whole region.", "")])))


def test_the_registered_spelling_is_no_variant() -> None:
    """Where the first of two spellings is wrong by the termbase, only that one is told."""
    texts = [("George Chen spoke.", "ジョージ・チャン氏が話した。"), ("Chen smiled.", "チェン氏は笑顔を見せた。")]
    terms = parse_termbase('[[entry]]\nkind = "person"\nen = "George Chen"\nja = "ジョージ・チェン"\n')
    checks = [NAME_FORM, NAME_VARIANT]
    assert [found.check for found in run_checks(article(texts), checks)] == ["name-variant"]
    found = run_checks(replace(article(texts), termbase=terms), checks)
    assert [(one.check, one.pair) for one in found] == [("name-form", 0)]
