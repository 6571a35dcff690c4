"""What is said of a passage and of an article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from taiyaku.catalog.passages import ArticleChanges, ChangedNumber, Passage
from taiyaku.catalog.rebuild import Part
from taiyaku.errors import Phrase
from taiyaku.reporters.words import remarks, role_of, summary, waiting, what_happened, what_waits
from taiyaku.span import Span

PLAIN = Passage((None, "One."), 1, "text", "same", "translated", "One.", "一。")
STANDS = Part("same", Span(0, 4), "One.", Span(0, 2))
NEW = Part("new", Span(5, 9), "", None)
EDITED = replace(PLAIN, kind="edited", state="fuzzy", parts=(STANDS, NEW))
NUMBERS = replace(PLAIN, kind="numbers", state="fuzzy", parts=(NEW,), numbers=(ChangedNumber("1", "2", found=True),))
NOT_FOUND = replace(NUMBERS, numbers=(ChangedNumber("1", "2", found=False),))
SUGGESTED = replace(PLAIN, kind="new", state="fuzzy")
UNTRANSLATED = replace(PLAIN, kind="new", state="untranslated", translation="")
GONE = replace(PLAIN, kind="removed", state="removed", number=None)


@pytest.mark.parametrize(
    ("passage", "happened", "to_do"),
    [
        (PLAIN, "", None),
        (replace(PLAIN, moved=True), "moved", None),
        (replace(PLAIN, old_translation="壱。"), "translated anew", None),
        (replace(PLAIN, state="fuzzy"), "not approved", "to be reworked"),
        (EDITED, "edited", "to be reworked: 1 of 2 sentences stand"),
        (replace(EDITED, parts=(NEW,), moved=True), "edited moved", "to be reworked"),
        (replace(EDITED, kind="split", parts=(STANDS,)), "split off", "to be approved: all of its sentences stand"),
        (replace(EDITED, kind="joined", state="translated"), "joined", None),
        (NUMBERS, "numbers changed", "to be approved: the translation has the new numbers"),
        (NOT_FOUND, "numbers changed", "to be reworked"),
        (replace(PLAIN, state="untranslated", problem=Phrase("bad")), "not approved", "to be translated: bad"),
        (SUGGESTED, "new", "to be reworked: a suggestion of the memory"),
        (UNTRANSLATED, "new", "to be translated"),
        (GONE, "removed", None),
    ],
)
def test_what_is_said_of_a_passage(passage: Passage, happened: str, to_do: str | None) -> None:
    """What happened to it, and what there is to do."""
    assert " ".join(map(str, what_happened(passage))) == happened
    said = what_waits(passage)
    assert (None if said is None else str(said)) == to_do


def test_roles() -> None:
    """Running text has no role to name; one that is not known is named as the catalog does."""
    assert role_of(PLAIN) is None
    assert str(role_of(replace(PLAIN, role="alt"))) == "text for an image"
    assert str(role_of(replace(PLAIN, role="item"))) == "list item"
    assert str(role_of(replace(PLAIN, role="kicker"))) == "kicker"


def article(*passages: Passage, **values: object) -> ArticleChanges:
    """Return an article with these passages."""
    paths = Path("source_text/a.md"), Path("locales/ja/LC_MESSAGES/a.po")
    return ArticleChanges("a", "A", paths[0], "en", "ja", paths[1], passages, **values)  # type: ignore[arg-type]


def test_what_waits_by_what_there_is_to_do() -> None:
    """First what has no translation, then what needs work, then what needs a look; not what waited before."""
    waited = replace(PLAIN, state="untranslated", waited=True)
    found = waiting(article(NUMBERS, EDITED, PLAIN, UNTRANSLATED, NOT_FOUND, waited, GONE))
    assert [(str(work), passages) for work, passages in found] == [
        ("to be translated", (UNTRANSLATED,)),
        ("to be reworked", (EDITED, NOT_FOUND)),
        ("to be approved", (NUMBERS,)),
    ]


def test_the_summary_leaves_out_what_there_is_none_of() -> None:
    """Counts of what there is, and nothing else."""
    waited = replace(PLAIN, state="untranslated", waited=True)
    said = summary(article(EDITED, replace(PLAIN, moved=True), PLAIN, waited, GONE))
    assert (
        ", ".join(map(str, said)) == "edited: 1, removed: 1, moved: 1, waiting since before: 1, sentences that stand: 1"
    )
    assert summary(article(PLAIN)) == ()


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, []),
        ({"added": True}, ["The article was not there then."]),
        ({"old_path": Path("source_text/b.md")}, ["The article was source_text/b.md then."]),
        ({"catalog_state": "missing"}, ["There is no catalog yet: type `taiyaku update`."]),
        (
            {"catalog_state": "behind"},
            ["The catalog is behind its article: this is what `taiyaku update` will make of it."],
        ),
    ],
)
def test_remarks(values: dict[str, object], says: list[str]) -> None:
    """What has to be known first."""
    assert [str(remark) for remark in remarks(article(PLAIN, **values))] == says
