"""What `status` and `build` know of the last check, and when they know nothing of it any more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from taiyaku import cache
from taiyaku.checks.judge import judge
from taiyaku.workflow.check_memory import CheckMemory

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Newsroom

    from taiyaku.checks.report import CheckedArticle
    from taiyaku.checks.subject import Subject

PO = "locales/ja/LC_MESSAGES/harbor.po"
ARTICLE = "# Harbor opens\n\nThe harbor opened on Wednesday.\n\nThere were 1,860 guests.\n"
WRONG = {
    "Harbor opens": "港が開く",
    "The harbor opened on Wednesday.": "港は水曜日に開いた。",
    "There were 1,860 guests.": "客は1680人だった。",
}
ONE_ERROR = {"error": 1, "warning": 0, "note": 0}


@pytest.fixture
def harbor(newsroom: Newsroom) -> Newsroom:
    """Return a project with one article, translated with a wrong number, and checked."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", WRONG)
    assert newsroom.run("check").exit_code == 1
    return newsroom


def known(newsroom: Newsroom) -> Any:
    """Return what `status` knows of the article's findings."""
    return json.loads(newsroom.run("status", "--format", "json").stdout)["articles"][0]["locales"][0]["findings"]


def loaded_by(newsroom: Newsroom, *command: str) -> set[str]:
    """Return the modules that a command loads in a process of its own."""
    code = f"import sys\nfrom taiyaku.cli import main\ntry:\n main({list(command)!r})\nexcept SystemExit:\n pass\n"
    code += "print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=newsroom.root, text=True)
    return set(done.stdout.splitlines()[-1].split())


def test_status_shows_what_the_last_check_found(harbor: Newsroom) -> None:
    """In a column and in the JSON; the total is that of all."""
    lines = harbor.run("status").stdout.splitlines()
    assert lines[0].endswith("E/W/N")
    assert lines[1].split()[-2:] == ["1/0/0", "ready"]
    assert known(harbor) == ONE_ERROR
    assert "Next: type `taiyaku check`" in harbor.run("status").stdout
    harbor.write("source_text/pier.md", "# Pier\n")
    harbor.run("update")
    assert harbor.run("status").stdout.splitlines()[3].split()[-1] == "?"


def test_an_article_that_was_never_checked_has_a_question_mark(newsroom: Newsroom) -> None:
    """Also where another one was."""
    for slug in ("harbor", "pier"):
        newsroom.write(f"source_text/{slug}.md", ARTICLE)
    newsroom.run("update")
    newsroom.run("check", "harbor")
    rows = [line.split() for line in newsroom.run("status").stdout.splitlines()[1:3]]
    assert [row[0] for row in rows] == ["harbor", "pier"]
    assert ["?" in row for row in rows] == [False, True]


CHANGES: dict[str, Callable[[Newsroom], object]] = {
    "the article": lambda room: room.write("source_text/harbor.md", ARTICLE + "\nMore.\n"),
    "the catalog": lambda room: room.write(PO, room.read(PO).replace("客は", "客が")),
    "the termbase": lambda room: room.write("locales/termbase.toml", '[[entry]]\nen = "harbor"\nja = "港"\n'),
    "a setting of the checks": lambda room: room.write("taiyaku.toml", '[checks]\ndisable = ["facts"]\n'),
    "a point of style": lambda room: room.write("taiyaku.toml", '[style.ja]\nmonths = "か月"\n'),
    "no catalog any more": lambda room: (room.root / PO).unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_has_changed_is_not_known(harbor: Newsroom, change: Callable[[Newsroom], object]) -> None:
    """Not until the next check."""
    change(harbor)
    assert known(harbor) is None
    assert "?" in harbor.run("status").stdout.splitlines()[1].split()
    harbor.run("check")
    assert known(harbor) is not None


def test_the_content_decides_where_the_stamps_differ(harbor: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """After git has brought the same text back; and then the new stamps are remembered."""
    monkeypatch.setattr(cache, "SETTLED", 0)
    os.utime(harbor.root / PO, ns=(1, 1))
    assert known(harbor) == ONE_ERROR
    monkeypatch.setattr(CheckMemory, "_digest", lambda *_: pytest.fail("nothing has to be read again"))
    assert known(harbor) == ONE_ERROR


def test_other_settings_do_not_matter(harbor: Newsroom) -> None:
    """Where the pages go says nothing of the texts."""
    harbor.write("taiyaku.toml", 'output = "public"\n')
    assert known(harbor) == ONE_ERROR


def test_answers_are_taken_into_account_at_once(harbor: Newsroom) -> None:
    """A waiver, and its end; a baseline. Nothing has to be checked again for these."""
    (found,) = json.loads(harbor.run("check", "--format", "json").stdout)["findings"]
    harbor.run("waive", found["fingerprint"], "--reason", "so be it")
    assert known(harbor)["error"] == 0
    (harbor.root / "locales/waivers.toml").unlink()
    assert known(harbor) == ONE_ERROR
    harbor.run("baseline")
    assert known(harbor)["error"] == 0


@pytest.fixture
def clean(harbor: Newsroom) -> Newsroom:
    """Return the project with its number put right, checked, and nothing found."""
    harbor.write(PO, harbor.read(PO).replace("1680", "1860"))
    assert harbor.run("check").exit_code == 0
    return harbor


def test_where_nothing_was_found_nothing_is_searched_for_again(
    clean: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report is the same, in every form; a check by another termbase is another check."""
    forms = ["text", "json", "sarif"]
    (clean.root / "other.toml").write_text("", encoding="utf-8")
    before = [clean.run("check", "--termbase", "other.toml", "--format", form) for form in forms]
    monkeypatch.setattr("taiyaku.workflow.check.judge", lambda *_: pytest.fail("it is known"))
    assert [clean.run("check", "--format", form) for form in forms] == before
    with pytest.raises(pytest.fail.Exception):
        clean.run("check", "--termbase", "other.toml")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_the_article_is_searched(
    clean: Newsroom, change: Callable[[Newsroom], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it was."""
    change(clean)
    searched: list[str] = []

    def judged(subject: Subject, *rest: Any) -> CheckedArticle:
        searched.append(subject.slug)
        return judge(subject, *rest)

    monkeypatch.setattr("taiyaku.workflow.check.judge", judged)
    clean.run("check")
    assert searched == ["harbor"]


def test_what_somebody_has_answered_is_found_again(harbor: Newsroom) -> None:
    """So that it is counted, and that its waiver is known to be needed."""
    (found,) = json.loads(harbor.run("check", "--format", "json").stdout)["findings"]
    harbor.run("waive", found["fingerprint"], "--reason", "so be it")
    told = [harbor.run("check").stdout for _ in range(2)]
    assert ["answered: 1" in report for report in told] == [True, True]


def test_a_check_of_a_part_is_not_the_last_check(harbor: Newsroom) -> None:
    """Neither one with another termbase, nor one of another project's catalog with the article's name."""
    harbor.write("other/harbor.po", harbor.read(PO).replace("1680", "1860"))
    harbor.write("other.toml", '[[entry]]\nen = "harbor"\nja = "港湾"\n')
    harbor.run("check", "other/harbor.po")
    harbor.run("check", "--termbase", "other.toml")
    harbor.run("check", "--fix", "--dry-run")
    assert known(harbor) == ONE_ERROR


def test_what_was_put_right_is_known(harbor: Newsroom) -> None:
    """`--fix` is a check, too."""
    harbor.write(PO, harbor.read(PO).replace("港が開く", "港ｶﾞ開く"))
    assert known(harbor) is None
    harbor.run("check", "--fix")
    assert known(harbor) == ONE_ERROR


def test_a_text_that_changes_while_it_is_checked_is_not_remembered(
    harbor: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found need not be true of what is there now."""

    def slowly(*arguments: Any) -> Any:
        harbor.write(PO, harbor.read(PO).replace("1680", "1860"))
        return judge(*arguments)

    harbor.write(PO, harbor.read(PO).replace("客は", "客が"))
    monkeypatch.setattr("taiyaku.workflow.check.judge", slowly)
    harbor.run("check")
    assert known(harbor) is None


@pytest.mark.parametrize("damage", ["", "{", '{"inputs": 1}', "[]", '{"inputs": "", "entries": {"a": 1}}'])
def test_a_damaged_memory_is_none(harbor: Newsroom, damage: str) -> None:
    """Nothing is known then, and nothing fails."""
    harbor.write("taiyaku.toml", '[editions]\nerrors = "refuse"\n')
    for path in (".taiyaku/checks/ja/harbor.json", ".taiyaku/checks.json"):
        harbor.write(path, damage)
        (harbor.root / ".taiyaku/build.json").unlink(missing_ok=True)  # else nothing would have to be built
        assert harbor.run("build").exit_code == 1
        assert known(harbor) == ONE_ERROR, "build has checked again"


def test_waivers_that_cannot_be_read_are_told(harbor: Newsroom) -> None:
    """Then nobody knows how many findings are left; the rest of `status` is as ever."""
    harbor.write("locales/waivers.toml", "[[waiver]\n")
    result = harbor.run("status")
    assert (result.exit_code, "?" in result.stdout) == (0, True)
    assert "locales/waivers.toml:1:9: warning: not TOML" in result.stderr
    assert harbor.run("check").exit_code == 3


def test_status_and_build_load_nothing_of_the_checks(harbor: Newsroom) -> None:
    """No tokenizer, no check, whatever is remembered; `build` only where its policy asks and nothing is known."""
    assert not [name for name in loaded_by(harbor, "status") if name.startswith(("fugashi", "taiyaku.checks.facts"))]
    harbor.write(PO, harbor.read(PO).replace("客は", "客が"))
    heavy = ("fugashi", "taiyaku.checks.facts", "taiyaku.checks.registry")
    assert not [name for name in loaded_by(harbor, "build") if name.startswith(heavy)]
    harbor.write("taiyaku.toml", '[editions]\nerrors = "refuse"\n')
    assert "taiyaku.checks.registry" in loaded_by(harbor, "build")
    assert not [name for name in loaded_by(harbor, "build") if name.startswith(heavy)]


def test_without_a_cache_folder_it_works_and_knows_nothing(harbor: Newsroom) -> None:
    """A file is in its place."""
    harbor.write("taiyaku.toml", 'cache = "here"\n[editions]\nerrors = "refuse"\n')
    harbor.write("here", "")
    assert harbor.run("check").exit_code == 1
    assert known(harbor) is None
    assert harbor.run("build").exit_code == 1
