"""The harness counts what it says, and shows nothing of the half that is held out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.judges import shared_data
from tests.quality import labelled, recall
from tests.quality.alarms import alarms
from tests.quality.corpora import HALVES, Corpus, Texts, corpora, papers_of, rows, sample, swapped
from tests.quality.expected import BEYOND, DEMETR, right_families
from tests.quality.injection import digit_changed
from tests.quality.measure import Injected, Judgement, Measured
from tests.quality.page import BEGIN, END, with_figures
from tests.quality.recall import KINDS, Kind, termbase_of
from tests.quality.showing import missed, shown
from tests.quality.table import Table, as_markdown, as_text, percent, share
from tests.quality.tables import tables

from taiyaku.checks.registry import FAMILIES

SOUND = Texts("The hall seats 250 people.", "会場は250人収容だ。")
WRONG = Texts("The hall seats 250 people.", "会場は260人収容だ。")
OTHER = Texts("It rained all day long.", "雨が一日中降っていた。")


def corpus(*papers: tuple[str, Texts]) -> Corpus:
    """Return a corpus of named documents."""
    return Corpus("made up", papers_of(papers), is_news=True)


def test_documents_are_numbered_in_order_of_appearance() -> None:
    """Every second one is held out, and a sample takes as many of each half."""
    made = corpus(*((str(number), OTHER) for number in range(8)), ("0", SOUND))
    assert [paper.half for paper in made.papers[:3]] == ["tuned", "held out", "tuned"]
    assert len(made.papers[0].texts) == 2
    assert Counter(paper.half for paper in sample(made, 2).papers) == {"tuned": 2, "held out": 2}


def test_a_swapped_corpus_is_read_the_other_way() -> None:
    """Source and translation change places, and so do their languages."""
    turned = swapped(corpus(("a", SOUND)))
    assert turned.direction == "JA→EN"
    assert turned.papers[0].texts[0].source == SOUND.target


@pytest.mark.parametrize("turned", [False, True])
def test_flagged_texts_are_counted_by_halves_and_shown_of_one(*, turned: bool) -> None:
    """Both halves are counted; the texts of the one held out are shown nowhere."""
    held_out = Texts("The port took 731 ships in.", "港は732隻を受け入れた。")
    made = corpus(("a", WRONG), ("a", OTHER), ("b", held_out))
    made = swapped(made) if turned else made
    halves = alarms(made, "catalog")
    assert [(half.segments, half.flagged("facts"), half.flagged()) for half in halves.values()] == [
        (2, 1, 1),
        (1, 1, 1),
    ]
    assert halves["tuned"].flagged(check="number-changed") == 1
    assert halves["tuned"].flagged(family="markup") == 0
    told = "".join(shown(Measured(alarms=[Judgement(made, "catalog", halves)])))
    assert "260" in told
    assert "732" not in told


def test_injected_faults_are_found_and_those_missed_are_shown_of_one_half() -> None:
    """A changed digit is found; what a check of another family would have to find is missed."""
    made = corpus(("a", SOUND), ("b", SOUND))
    digits = recall.recall(made, Kind("digits", digit_changed, frozenset({"facts"}), on_news=True))
    assert (digits.made, digits.found) == (digits.found, Counter({"tuned": 1, "held out": 1}))
    blind = recall.recall(made, Kind("digits", digit_changed, frozenset({"markup"}), on_news=True, rounds=2))
    assert blind.found.total() == 0
    assert blind.made == {"tuned": 2, "held out": 2}
    assert len(blind.missed) == 2
    assert sum(1 for _ in missed(Measured(injected=[Injected(KINDS[0], "EN→JA", blind)]))) == 2


def test_what_was_told_before_is_no_discovery() -> None:
    """A text that is flagged anyway counts as found only for something new."""
    same = Kind("nothing", lambda setting, _: f"{setting.texts.target} ", frozenset({"facts"}), on_news=True)
    assert recall.recall(corpus(("a", WRONG)), same).found.total() == 0


def test_neighbours_are_not_both_made_wrong() -> None:
    """A number may move to the text beside, and would hide there."""
    made = corpus(*(("a", SOUND) for _ in range(9)))
    faulty = recall._faulty(made.papers[0], made, (KINDS[0], ()), 0)
    assert faulty
    assert all(number + 1 not in faulty for number in faulty)


def test_the_families_of_faults_are_families() -> None:
    """Every family that is called right exists, and the termbases that faults are made from can be read."""
    known = {*FAMILIES, BEYOND}
    assert all(kind.families <= known for kind in DEMETR.values())
    assert all(kind.families <= known for kind in KINDS)
    assert right_families("number.changed") == {"facts"}
    with pytest.raises(KeyError):
        right_families("weather")
    for kind in KINDS:
        termbase = termbase_of(kind.names)
        assert (termbase is None) == (not kind.names)


def test_labelled_faults_have_all_been_judged() -> None:
    """Each kind of fault in the labelled pairs has a right family."""
    for row in rows(shared_data("pairs.jsonl")):
        if row["fault"]:
            assert right_families(row["fault"])


def test_our_own_pairs_are_complete() -> None:
    """Each says its half, and each of their faults has a right family."""
    folder = Path(__file__).parent / "pairs"
    pairs = [row for path in sorted(folder.glob("*.jsonl")) for row in rows(path)]
    assert {row["half"] for row in pairs} == set(HALVES)
    assert len({row["id"] for row in pairs}) == len(pairs)
    assert all(right_families(row["fault"]) for row in pairs if row["fault"])


def test_a_group_of_labelled_pairs_is_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two spellings of one word are seen only side by side."""
    shared_data("pairs.jsonl")
    judged = {one.name: one for one in labelled.labelled()}
    assert judged["p095"].is_found
    monkeypatch.setattr(labelled, "_articles", lambda pairs: ([pair] for pair in pairs))
    assert not {one.name: one for one in labelled.labelled()}["p095"].is_found


def test_sets_that_are_not_here_are_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing fails in a user's clone; the tables are made without figures."""
    monkeypatch.setattr("tests.judges._SHARED", Path("/nowhere"))
    found = list(corpora())
    assert found
    assert all(one.missing and not one.papers for one in found)
    assert labelled.labelled() == []
    assert all(as_text(table) for table in tables(Measured()))


def test_figures_go_between_the_marks() -> None:
    """What was written by hand stays, and old figures go; a page without marks is refused."""
    table = Table("Aims", "What for.", ["Measure", "Reached"], [["a|b", "1"]])
    page = f"# Quality\n\nWords.\n\n{BEGIN}\nold\n{END}\n\nMore.\n"
    new = with_figures(page, [table])
    assert new.startswith("# Quality\n\nWords.\n\n")
    assert new.endswith(f"{END}\n\nMore.\n")
    assert "old" not in new
    assert r"| a\|b | 1 |" in new
    assert with_figures(new, [table]) == new
    with pytest.raises(ValueError, match="Quality"):
        with_figures("# Quality", [table])


def test_the_page_in_the_docs_has_its_marks() -> None:
    """`make quality ARGS=--save` finds where to write."""
    page = (Path(__file__).parents[2] / "docs/quality.md").read_text(encoding="utf-8")
    assert with_figures(page, [])


def test_tables_line_up() -> None:
    """Wide characters count two columns; a share of nothing is a dash."""
    table = Table("T", "", ["名前", "n"], [["a", "1"]])
    assert as_text(table) == "T\n  名前  n\n  a     1\n"
    assert as_markdown(table).startswith("### T\n\n| 名前 | n |\n| --- | --- |\n")
    assert (percent(1, 8), percent(0, 0), share(1, 8)) == ("12.5 %", "–", "1 of 8 (12.5 %)")
