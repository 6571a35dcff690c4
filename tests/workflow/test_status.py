"""What `status` says: as `build` would see it, and from its cache the same as without."""

from __future__ import annotations

import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import ARTICLE, JAPANESE_ARTICLE

from taiyaku import cache

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Newsroom, Result

PO = "locales/ja/LC_MESSAGES/harbor.po"
CACHE = ".taiyaku/status.json"
ALL = {
    "Harbor opens": "港が開く",
    "Two towns meet": "二つの町",
    "By the desk": "編集部",
    "The harbor opened on Wednesday.": "港は水曜日に開いた。",
    "What comes next": "これから",
    "The towns will meet again in May. They have met twice.": "5月にまた会う。二度会った。",
    "Boats": "船",
    "Bread": "パン",
}


@pytest.fixture
def desk(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Return a project with an English and a Japanese article, in which files need no time to settle."""
    monkeypatch.setattr(cache, "SETTLED", 0)
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("source_text/minato.md", JAPANESE_ARTICLE)
    newsroom.run("update")
    return newsroom


def manifest(newsroom: Newsroom, *arguments: str) -> dict[str, Any]:
    """Return what `status --format json` prints."""
    result: dict[str, Any] = json.loads(newsroom.run("status", "--format", "json", *arguments).stdout)
    return result


def state_of(newsroom: Newsroom, slug: str = "harbor") -> dict[str, Any]:
    """Return the state of one article in its one target locale."""
    state: dict[str, Any]
    ((state,),) = [entry["locales"] for entry in manifest(newsroom)["articles"] if entry["slug"] == slug]
    return state


def is_remembered(newsroom: Newsroom, path: str = "source_text/harbor.md") -> bool:
    """Whether the cache holds the state of an article."""
    return path in json.loads(newsroom.read(CACHE))["entries"]


def fresh(newsroom: Newsroom) -> Result:
    """Return what `status` says without its cache, which stays as it is."""
    path = newsroom.root / CACHE
    kept = path.read_bytes() if path.exists() else None
    path.unlink(missing_ok=True)
    result = newsroom.run("status", "--format", "json")
    if kept is not None:
        path.write_bytes(kept)
    return result


# Counts


def test_words_of_english_and_characters_of_japanese(desk: Newsroom) -> None:
    """As translators count them; Japanese has no words."""
    desk.translate("harbor", {"Boats": "船", "The harbor opened on Wednesday.": "港は水曜日に開いた。"})
    harbor, minato = state_of(desk), state_of(desk, "minato")
    assert harbor["words"] == {"total": 29, "translated": 6, "fuzzy": 0, "untranslated": 23}
    assert harbor["characters"]["translated"] == len("BoatsTheharboropenedonWednesday.")
    assert minato["words"] is None
    assert minato["characters"] == {"total": 25, "translated": 0, "fuzzy": 0, "untranslated": 25}


def test_a_text_that_occurs_again_is_counted_once(desk: Newsroom) -> None:
    """It is translated once."""
    before = state_of(desk)["words"]["total"]
    desk.write("source_text/harbor.md", ARTICLE + "\nThe harbor opened on Wednesday.\n")
    assert state_of(desk)["words"]["total"] == before


def test_the_screen_has_a_column_for_each_unit_and_a_total(desk: Newsroom) -> None:
    """Words only where an original is English, characters only where one is Japanese."""
    lines = desk.run("status").stdout.splitlines()
    heads = ["article", "done", "fuzzy", "untranslated", "words", "left", "characters", "left", "E/W/N"]
    assert lines[0].split() == heads
    assert lines[1].split()[4:] == ["-", "8", "29", "-", "?", "in", "progress"]
    assert lines[2].split()[4:] == ["-", "3", "-", "25", "?", "in", "progress"]
    assert lines[3].split() == ["total", "0%", "----------", "-", "11", "29", "25", "?"]
    assert "characters" not in desk.run("status", "harbor").stdout
    assert "words" not in desk.run("status", "minato").stdout
    assert "total" not in desk.run("status", "minato").stdout


def test_twenty_articles_fit_on_a_screen(newsroom: Newsroom) -> None:
    """Of 25 lines and a hundred columns."""
    for number in range(20):
        newsroom.write(f"source_text/2026-11-{number:02}-an-article.md", ARTICLE + f"\nNumber {number}.\n")
    newsroom.run("update")
    lines = newsroom.run("status").stdout.splitlines()
    assert len(lines) <= 25
    assert max(map(len, lines)) <= 100


def test_two_locales_of_one_language(newsroom: Newsroom) -> None:
    """Each row says which it is, in full, below heads that stand where they belong."""
    newsroom.write("taiyaku.toml", 'locales = ["en", "ja", "en-GB"]\n')
    newsroom.write("source_text/a.md", "# A\n")
    newsroom.run("update")
    head, *rows = newsroom.run("status").stdout.splitlines()[:3]
    assert [row.split()[1] for row in rows] == ["en→ja", "en→en-GB"]
    assert {row.index("%") for row in rows} == {head.index("done") + 3}


def test_an_outdated_translation_is_called_so(newsroom: Newsroom) -> None:
    """Where the settings refuse it, the refusal does not speak of one that is missing."""
    newsroom.write("taiyaku.toml", '[editions]\noutdated = "refuse"\n')
    newsroom.write("source_text/a.md", "# A day\n")
    newsroom.run("update")
    newsroom.translate("a", {"A day": "日"})
    newsroom.write("source_text/a.md", "# A day off\n")
    newsroom.run("update")
    assert "the translation is outdated, and the edition's policy is to refuse" in newsroom.run("build").stderr


def test_how_far_a_catalog_is_behind(desk: Newsroom) -> None:
    """Passages that it has not, and such as are gone."""
    desk.write("source_text/harbor.md", ARTICLE.replace("- Boats\n", "") + "\nMore.\n\nAnd more.\n")
    state = state_of(desk)
    assert (state["state"], state["missing"], state["gone"]) == ("behind", 2, 1)
    assert "behind its article: 2 new, 1 gone" in desk.run("status").stdout


def test_without_a_catalog_everything_is_missing(desk: Newsroom) -> None:
    """And there is no edition."""
    (desk.root / PO).unlink()
    state = state_of(desk)
    assert (state["state"], state["missing"], state["untranslated"], state["edition"]) == ("missing", 8, 8, None)


# Agreement with `build`


@pytest.mark.parametrize("blank", [" ", "　", "\\n", "\\t"])
def test_a_translation_of_blanks_is_none(desk: Newsroom, blank: str) -> None:
    """Neither for `status` nor for `build`; both name its place."""
    desk.translate("harbor", ALL)
    desk.write(PO, desk.read(PO).replace('msgstr "船"', f'msgstr "{blank}"'))
    state, result = state_of(desk), desk.run("status")
    assert (state["untranslated"], state["state"]) == (1, "in progress")
    assert "harbor.po:" in result.stderr
    assert "the translation is empty" in result.stderr
    assert result.exit_code == desk.run("build").exit_code == 1


def test_a_translation_that_cannot_stand_in_its_place_is_none(desk: Newsroom) -> None:
    """HTML that its source does not have."""
    desk.translate("harbor", ALL | {"Boats": "<script>alert(1)</script>"})
    state, result = state_of(desk), desk.run("status")
    assert (state["untranslated"], state["edition"]) == (1, "not current")
    assert "the translation holds HTML that its source does not" in result.stderr
    assert result.exit_code == 1


POLICIES = list(itertools.product(("source", "omit", "refuse"), ("older", "source", "omit", "refuse")))
TEXTS = ("船", "", " ", "<b>船</b>", "<!-- taiyaku: omit: x -->", "<!-- taiyaku: joined -->")


@pytest.mark.parametrize(("untranslated", "outdated"), POLICIES)
def test_an_edition_is_what_build_makes_of_it(desk: Newsroom, untranslated: str, outdated: str) -> None:
    """Under every policy, for every kind of translation, fuzzy or not."""
    desk.write("taiyaku.toml", f'[editions]\nuntranslated = "{untranslated}"\noutdated = "{outdated}"\n')
    desk.translate("harbor", ALL)
    whole = desk.read(PO)
    for text, flags in itertools.product(TEXTS, ("", "#, fuzzy\n")):
        translated = whole.replace('msgstr "船"', f'msgstr "{text}"')
        desk.write(PO, translated.replace('msgid "Boats"', f'{flags}msgid "Boats"'))
        built = json.loads(desk.run("build", "harbor", "--dry-run", "--format", "json").stdout)
        assert state_of(desk)["edition"] == built["articles"][0]["locales"][1]["state"], (text, flags)


def test_refused_editions_are_named(desk: Newsroom) -> None:
    """In the row and in the summary."""
    desk.write("taiyaku.toml", '[editions]\nuntranslated = "refuse"\n')
    desk.translate("harbor", ALL)
    lines = desk.run("status").stdout.splitlines()
    assert lines[1].endswith("  ready")
    assert lines[2].endswith("  in progress, edition refused")
    assert "Editions complete: 1, publishable with gaps: 0, refused: 1" in lines


# The cache


@pytest.fixture
def every_state(desk: Newsroom) -> Newsroom:
    """Return a project with something of everything, problems included."""
    desk.translate("harbor", ALL | {"Boats": "<script>x</script>", "Bread": ""})
    desk.write("source_text/ready.md", "# Ready\n")
    desk.write("source_text/behind.md", "# Behind\n\nText.\n\n<!-- taiyaku: skipp -->\n")
    desk.write("source_text/cut.md", "# Cut\n")
    desk.write("source_text/broken.md", "# Broken\n")
    desk.run("update")
    desk.translate("ready", {"Ready": "用意"})
    desk.write("source_text/missing.md", "# Missing\n")
    desk.write("source_text/bad.md", "---\ntitle: x\n")
    desk.write("source_text/behind.md", "# Behind\n\nOther text.\n\n<!-- taiyaku: skipp -->\n")
    desk.write(PO.replace("harbor", "cut"), desk.read(PO.replace("harbor", "cut")).rstrip("\n"))
    desk.write(PO.replace("harbor", "broken"), "<<<<<<< ours\n")
    desk.write("locales/gone.pot", "")
    return desk


def test_from_the_cache_it_is_the_same(every_state: Newsroom) -> None:
    """Every count and every problem, on the screen and in the JSON."""
    for arguments in ((), ("--format", "json"), ("harbor", "cut"), ("--locale", "en")):
        (every_state.root / CACHE).unlink(missing_ok=True)
        runs = [every_state.run("status", *arguments) for _ in range(3)]
        assert runs[0] == runs[1] == runs[2]
        assert all(is_remembered(every_state, path) for path in ("source_text/harbor.md", "source_text/cut.md"))
    assert "unknown directive “skipp”" in every_state.run("status").stderr
    assert "the last line has no line break" in every_state.run("status").stderr


def test_what_cannot_be_read_is_tried_again(every_state: Newsroom) -> None:
    """The reason may be gone without a change of the file."""
    every_state.run("status")
    assert not is_remembered(every_state, "source_text/broken.md")
    assert not is_remembered(every_state, "source_text/bad.md")


def test_nothing_is_read_that_has_not_changed(desk: Newsroom) -> None:
    """Neither the parser nor the reader of catalogs nor SQL is even loaded."""
    desk.run("status")
    code = "import sys\nfrom taiyaku.cli import main\ntry:\n main(['status'])\nexcept SystemExit:\n print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=desk.root, text=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    heavy = {"babel", "jinja2", "nh3", "yaml", "pyromark", "polib", "fugashi", "sqlite3", "rapidfuzz"}
    ours = {f"taiyaku.{name}" for name in ("catalog.po_reader", "text.counts", "project.watch", "workflow.survey")}
    assert not loaded & (heavy | ours)


def _changes(desk: Newsroom) -> Iterator[str]:
    """Change one thing after the other; yield what it was."""
    po, article = desk.root / PO, desk.root / "source_text/harbor.md"
    desk.write(PO, desk.read(PO).replace('msgid "Boats"\nmsgstr ""', 'msgid "Boats"\nmsgstr "船"'))
    yield "a translation"
    before = po.stat()
    desk.write(PO, desk.read(PO).replace('msgstr "船"', 'msgstr "　"'))
    os.utime(po, ns=(before.st_atime_ns, before.st_mtime_ns))
    yield "a translation of the same size, with the time set back"
    desk.write("source_text/harbor.md", desk.read("source_text/harbor.md").replace("Harbor opens", "Harbor closes"))
    yield "the headline"
    desk.write("taiyaku.toml", '[editions]\nuntranslated = "refuse"\n')
    yield "a setting"
    article.rename(article.with_name("pier.md"))
    yield "the slug"
    desk.write("source_text/harbor.md", "# Another\n")
    yield "a new article of the old name"
    po.unlink()
    yield "no catalog"
    desk.write("locales/ja/LC_MESSAGES/other.po", 'msgid ""\nmsgstr ""\n\nmsgid "x"\nmsgstr "x"\n')
    po.symlink_to(po.with_name("other.po"))
    yield "a link"
    other = 'msgid ""\nmsgstr ""\n\nmsgctxt "headline"\nmsgid "Another"\nmsgstr "x"\n'
    desk.write("locales/ja/LC_MESSAGES/other.po", other)
    yield "what it leads to"


def test_every_change_is_seen(desk: Newsroom) -> None:
    """Of the article, the catalog and the settings."""
    seen = [desk.run("status", "--format", "json")]
    for change in _changes(desk):
        seen.append(desk.run("status", "--format", "json"))
        assert seen[-1] != seen[-2], change
        assert seen[-1] == fresh(desk), change


def test_what_another_program_lost_is_told_until_it_is_settled(desk: Newsroom) -> None:
    """The journal's word is remembered with the rest, and forgotten when a person has decided."""
    desk.translate("harbor", ALL)
    desk.run("status")
    desk.write(PO, desk.read(PO).replace('msgstr "船"', 'msgstr ""'))
    first = desk.run("status")
    assert "translations were deleted here: 1, the first of “Boats”" in first.stderr
    assert desk.run("status") == desk.run("status") == first
    assert desk.run("restore", "--forget", "harbor").exit_code == 0
    assert desk.run("status").stderr == ""


def test_a_vanished_catalog_is_told_every_time(desk: Newsroom) -> None:
    """Its translations are in the journal."""
    desk.translate("harbor", ALL)
    desk.run("status")
    (desk.root / PO).unlink()
    first = desk.run("status")
    assert "translations that stood here are gone: 8" in first.stderr
    assert desk.run("status") == first


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_cache_says_the_truth(desk: Newsroom, seed: int) -> None:
    """Articles and catalogs written by authors, translators and commands, in any order."""
    choose = random.Random(seed)  # noqa: S311 (no secret)
    for step in range(12):
        slug = choose.choice(["harbor", "minato"])
        kind = choose.choice(["article", "translate", "update", "other locale", "nothing"])
        if kind == "article":
            desk.write("source_text/harbor.md", ARTICLE + f"\n{choose.choice(['One', 'Two', 'Six'])}.\n")
        elif kind == "translate":
            text, path = ("Boats", PO) if slug == "harbor" else ("港が開く", "locales/en/LC_MESSAGES/minato.po")
            entry = f'(?<=msgid "{text}"\nmsgstr ")[^"]*'
            desk.write(path, re.sub(entry, choose.choice(["訳", "文", "　", ""]), desk.read(path)))
        elif kind != "nothing":
            desk.run("update", *((slug,) if kind == "update" else ("--locale", "ja")))
        told, truth = desk.run("status", "--format", "json"), fresh(desk)
        assert told == truth, (step, kind)


def test_programs_at_the_same_time(desk: Newsroom) -> None:
    """Each says the same, and what they leave is whole."""
    expected = desk.run("status", "--format", "json").stdout
    (desk.root / CACHE).unlink()
    program = "from taiyaku import cache, cli; cache.SETTLED = 0; cli.main(['status', '--format', 'json'])"
    command = [sys.executable, "-c", program]
    running = [subprocess.Popen(command, cwd=desk.root, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert [process.communicate()[0] for process in running] == [expected] * 4
    assert json.loads(desk.read(CACHE))["inputs"]


def test_a_project_without_a_cache_folder(desk: Newsroom) -> None:
    """Nothing can be remembered, and everything is said."""
    expected = desk.run("status", "--format", "json")
    desk.write("taiyaku.toml", 'cache = "source_text/harbor.md"\n')
    assert desk.run("status", "--format", "json") == expected


@pytest.mark.parametrize("link", [".taiyaku", CACHE, ".taiyaku/clock"])
def test_nothing_is_written_through_a_link(desk: Newsroom, tmp_path_factory: pytest.TempPathFactory, link: str) -> None:
    """A project from elsewhere may have one in the place of the cache."""
    expected = desk.run("status", "--format", "json")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.rmtree(desk.root / ".taiyaku")
    (desk.root / link).parent.mkdir(exist_ok=True)
    mine = elsewhere if link == ".taiyaku" else elsewhere / "mine"
    (desk.root / link).symlink_to(mine)
    (elsewhere / "mine").write_text("words", encoding="utf-8")
    os.utime(elsewhere / "mine", (1, 1))
    assert [desk.run("status", "--format", "json") for _ in range(2)] == [expected] * 2
    assert (elsewhere / "mine").read_text(encoding="utf-8") == "words"
    assert (elsewhere / "mine").stat().st_mtime == 1
    assert not (elsewhere / "status.json").exists()


def test_a_foreign_cache_is_replaced(desk: Newsroom) -> None:
    """Whatever stands in it."""
    expected = desk.run("status", "--format", "json")
    for forged in ('{"inputs": 1}', '{"inputs": "x", "entries": {}}', "\0"):
        desk.write(CACHE, forged)
        assert desk.run("status", "--format", "json") == expected
        assert is_remembered(desk)
    whole = json.loads(desk.read(CACHE))
    for value in (None, [], ["en", "t", [], []], ["xx", "t", [], []], ["en", "t", [], [["ja", "done", 1, 2, 3, 4, 5]]]):
        whole["entries"]["source_text/harbor.md"][1] = value
        desk.write(CACHE, json.dumps(whole))
        assert desk.run("status", "--format", "json") == expected
