"""The memory's look-up: what it finds, in which order, and that it follows its sources."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.memory.units import Files, unit

from taiyaku.memory import store
from taiyaku.memory.store import MINIMUM, Content, Memory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from taiyaku.memory.unit import TranslationUnit

HARBOR = unit("The harbor opened on Wednesday.", "港は水曜日に開いた。")
BREAD = unit("Everyone liked the bread of the old bakery.", "古いパン屋のパンは誰からも愛された。")


@pytest.fixture
def files() -> Files:
    """Return no files yet."""
    return Files()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where a database may be."""
    return tmp_path / "memory.sqlite"


def found(memory: Memory, text: str, source: str = "en", target: str = "ja", **more: object) -> list[tuple[str, float]]:
    """Return the translations that a memory finds, with their scores, and let go of it."""
    with closing(memory):
        matches = memory.find(text, source, target, **more)  # type: ignore[arg-type]
        return [(match.unit.target, round(match.score, 2)) for match in matches]


def test_the_very_text_scores_one(files: Files, place: Path) -> None:
    """The very text is found with 1.0, and everything that is known of it."""
    when = datetime(2024, 8, 10, 3, 0, tzinfo=UTC)
    known = unit(
        "Share", "共有", context="cell", changed=when, created=when, note="short\nas on the button", obsolete=True
    )
    files.save("a", known, BREAD)
    with closing(Memory(place, files.sources())) as memory:
        (match,) = memory.find("Share", "en", "ja", context="cell")
    assert match.score == 1.0
    assert match.exact
    assert match.unit == unit("Share", "共有", **{**_more(known), "origin": "from a"})


def _more(known: TranslationUnit) -> dict[str, object]:
    names = ("context", "changed", "created", "note", "obsolete")
    return {name: getattr(known, name) for name in names}


def test_a_similar_text_scores_less(files: Files, place: Path) -> None:
    """A changed day is found, another sentence is not."""
    files.save("a", HARBOR, BREAD)
    ((target, score),) = found(Memory(place, files.sources()), "The harbor opened on Thursday.")
    assert target == HARBOR.target
    assert MINIMUM < score < 1.0


def test_case_alone_is_not_the_very_text(files: Files, place: Path) -> None:
    """A text in capitals is no exact match."""
    files.save("a", HARBOR)
    assert found(Memory(place, files.sources()), HARBOR.source.upper()) == [(HARBOR.target, 0.99)]


def test_both_directions(files: Files, place: Path) -> None:
    """What was translated into Japanese serves a Japanese article."""
    files.save("a", HARBOR)
    assert found(Memory(place, files.sources()), HARBOR.target, "ja", "en") == [(HARBOR.source, 1.0)]
    ((target, score),) = found(Memory(place, files.sources()), "港は木曜日に開いた。", "ja", "en")
    assert (target, score < 1.0) == (HARBOR.source, True)


def test_languages_are_kept_apart(files: Files, place: Path) -> None:
    """An English text that stands on the Japanese side too is looked for on the side that was asked for."""
    files.save("a", unit("OK", "了解"), unit("確認", "OK", source_locale="ja", target_locale="en"), unit("Yes", "OK"))
    memory = Memory(place, files.sources())
    assert sorted(found(memory, "OK")) == [("了解", 1.0), ("確認", 1.0)]
    assert found(Memory(place, files.sources()), "OK", "ja", "en") == [("Yes", 1.0)]
    assert found(Memory(place, files.sources()), "OK", "en", "en") == []


def test_regions_need_not_agree(files: Files, place: Path) -> None:
    """British English serves American English; the very locale comes first."""
    british = unit("Harbour opens", "Xを開く", source_locale="en-GB", target_locale="ja-JP")
    files.save("a", british, unit("Harbour opens", "港が開く", source_locale="en-GB"))
    assert found(Memory(place, files.sources()), "Harbour opens", "en-US") == [("港が開く", 1.0), ("Xを開く", 1.0)]


def test_order_of_equally_similar_ones(files: Files, place: Path) -> None:
    """The same context comes first, then what is in use, then the newest, then what has any date."""
    files.save(
        "a",
        unit("Open", "undated"),
        unit("Open", "older", changed=datetime(2023, 1, 1, tzinfo=UTC)),
        unit("Open", "newer", changed=datetime(2024, 1, 1, tzinfo=UTC)),
        unit("Open", "out of use", changed=datetime(2025, 1, 1, tzinfo=UTC), obsolete=True),
        unit("Open", "in a cell, out of use", context="cell", obsolete=True),
        unit("Open", "in a cell", context="cell"),
    )
    cell = ["in a cell", "in a cell, out of use"]
    plain = ["newer", "older", "undated", "out of use"]
    for context, wanted in ((None, plain), ("cell", cell)):
        matches = found(Memory(place, files.sources()), "Open", context=context, limit=9)
        assert [target for target, _ in matches][: len(wanted)] == wanted
    assert len(found(Memory(place, files.sources()), "Open", limit=2)) == 2


def test_each_pair_comes_once(files: Files, place: Path) -> None:
    """A pair that many files hold is found once, from its newest place."""
    files.save("old", HARBOR)
    files.save("new", unit(HARBOR.source, HARBOR.target, changed=datetime(2024, 1, 1, tzinfo=UTC)))
    with closing(Memory(place, files.sources())) as memory:
        (match,) = memory.find(HARBOR.source, "en", "ja")
        assert match.unit.origin == "from new"
        assert memory.contents() == [Content("from new", "en", "ja", 1), Content("from old", "en", "ja", 1)]


def test_only_the_very_text(files: Files, place: Path) -> None:
    """With a minimum of 1.0, what is merely similar stays away."""
    files.save("a", HARBOR)
    assert found(Memory(place, files.sources()), HARBOR.source, minimum=1.0) == [(HARBOR.target, 1.0)]
    assert found(Memory(place, files.sources()), f"{HARBOR.source}!", minimum=1.0) == []


@pytest.mark.parametrize("text", ["", " ", "a", "あ", "a\ud800", "\x00", "no such thing anywhere"])
def test_odd_questions(files: Files, place: Path, text: str) -> None:
    """Nothing that can be asked is too short or too odd, in an empty memory and in another."""
    assert found(Memory(place, files.sources()), text) == []
    files.save("a", HARBOR, unit("b", "び"))
    assert found(Memory(place, files.sources()), text) == []


def test_short_texts_are_found(files: Files, place: Path) -> None:
    """A text of one character is in the index like any other, its case apart."""
    files.save("a", unit("A", "あ"))
    assert found(Memory(place, files.sources()), "A") == [("あ", 1.0)]
    assert found(Memory(place, files.sources()), "a") == [("あ", 0.99)]


def test_common_grams_do_not_hide_the_best(files: Files, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among many more that begin alike than are looked at, the one with the same end is found: by its rare grams."""
    monkeypatch.setattr(store, "_LIST", 30)
    monkeypatch.setattr(store, "_VISITS", 60)
    many = [unit(f"The harbor of the town opened on day {number} of the year.", f"{number}日") for number in range(200)]
    files.save("a", *many, unit("The harbor of the town opened on Xylophone Quay.", "木琴埠頭"))
    matches = found(Memory(place, files.sources()), "The harbor of the town opens on Xylophone Quay.")
    assert matches[0][0] == "木琴埠頭"


def test_a_text_much_longer_is_not_similar(files: Files, place: Path) -> None:
    """A long text that begins like the question is not even compared with it."""
    files.save("a", unit(f"{HARBOR.source} {BREAD.source * 9}", "長い"))
    assert found(Memory(place, files.sources()), HARBOR.source) == []


def test_unchanged_sources_are_not_read(files: Files, place: Path) -> None:
    """The second time nothing is read, and the database is not written."""
    files.save("a", HARBOR)
    Memory(place, files.sources()).close()
    before = place.stat()
    assert found(Memory(place, files.sources()), HARBOR.source) == [(HARBOR.target, 1.0)]
    assert files.read == ["a"]
    assert (place.stat().st_ino, place.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_source_without_a_stamp_is_read_again(files: Files, place: Path) -> None:
    """An empty stamp says that nothing tells whether the file has changed; its units are there once."""
    files.save("a", unit("Harbor", "港"))
    for _ in range(2):
        sources = [source._replace(stamp="") for source in files.sources()]
        with closing(Memory(place, sources)) as memory:
            assert memory.contents() == [Content("from a", "en", "ja", 1)]
    assert files.read == ["a", "a"]


def test_who_waits_is_told(files: Files, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many units were read, while they are, and that all were; nothing where nothing was read."""
    monkeypatch.setattr(store, "_TOLD", 2)
    files.save("a", *(unit(f"Boat {number}", f"船{number}") for number in range(3)))
    files.save("b", unit("Harbor", "港"), unit("Bread", "パン"))
    told: list[int | None] = []
    for _ in range(2):
        Memory(place, files.sources(), told.append).close()
    assert told == [2, 4, None]


def test_only_changed_sources_are_read(files: Files, place: Path) -> None:
    """A saved file is read again, a removed one forgotten, the others are left alone."""
    for name in ("a", "b", "c"):
        files.save(name, unit(f"The harbor is called {name}.", name), BREAD)
    Memory(place, files.sources()).close()
    files.read.clear()
    files.save("b", unit("The harbor is called beta.", "ベータ"))
    del files.held["c"]
    memory = Memory(place, files.sources())
    assert files.read == ["b"]
    assert [content.origin for content in memory.contents()] == ["from a", "from b"]
    assert found(memory, "The harbor is called beta.")[0] == ("ベータ", 1.0)
    assert found(Memory(place, files.sources()), "The harbor is called c.", minimum=1.0) == []
    assert found(Memory(place, files.sources()), BREAD.source) == [(BREAD.target, 1.0)]


def test_a_broken_source_stays_as_it_was(files: Files, place: Path) -> None:
    """What a file said last is kept while it cannot be read; its problem is told each time; the others are there."""
    files.save("a", HARBOR)
    files.save("b", BREAD)
    Memory(place, files.sources()).close()
    files.save("a", unit("Half of a file.", "半分"))
    files.save("new", unit("Half of a new file.", "半分"))
    files.broken |= {"a", "new"}
    for _ in range(2):
        memory = Memory(place, files.sources())
        assert [str(problem) for problem in memory.problems] == ["the file was cut", "the file was cut"]
        assert found(memory, HARBOR.source) == [(HARBOR.target, 1.0)]
        assert found(Memory(place, files.sources()), "Half of a file.", minimum=1.0) == []
        assert found(Memory(place, files.sources()), BREAD.source) == [(BREAD.target, 1.0)]
    files.broken.clear()
    memory = Memory(place, files.sources())
    assert memory.problems == ()
    assert found(memory, "Half of a file.")[0] == ("半分", 1.0)


texts = st.sampled_from(["Open", "The harbor opened.", "The harbor opens.", "港が開く", "港は開いた。", "x"])
states = st.dictionaries(st.sampled_from("abc"), st.lists(st.builds(unit, texts, texts), max_size=3), max_size=3)


def rows(memory: Memory) -> Iterator[set[tuple[object, ...]]]:
    """Yield what is in the tables of a memory, without the numbers that only this database has."""
    ask = memory._connection.execute
    yield set(ask("SELECT language, digest, content FROM text"))
    yield set(ask("SELECT gram, digest FROM posting JOIN text ON text.id = text"))
    yield {tuple(content) for content in memory.contents()}
    yield set(ask("SELECT path, stamp, origin FROM source"))
    (orphans,) = ask("SELECT count(*) FROM posting WHERE text NOT IN (SELECT id FROM text)").fetchone()
    assert orphans == 0


@settings(max_examples=25, deadline=None)
@given(st.lists(states, min_size=1, max_size=4))
def test_following_is_building_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[dict[str, list[TranslationUnit]]]
) -> None:
    """However files were saved and removed, the database holds what one built from nothing would hold."""
    place = tmp_path_factory.mktemp("memory") / "memory.sqlite"
    files = Files()
    for step in steps:
        files.held = {name: units for name, units in files.held.items() if name in step}
        for name, units in step.items():
            if files.held.get(name) != units:
                files.save(name, *units)
        with closing(Memory(place, files.sources())) as memory, closing(Memory(None, files.sources())) as fresh:
            assert list(rows(memory)) == list(rows(fresh))
