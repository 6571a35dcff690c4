"""What `--since` means."""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.judges import judge

from taiyaku.errors import UsageError
from taiyaku.workflow.since import find_since, moment

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime.fromisoformat("2026-11-22T18:30:00").astimezone()


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("18:00", "2026-11-22T18:00"),
        ("7:05", "2026-11-22T07:05"),
        ("18:30", "2026-11-22T18:30"),
        ("19:00", "2026-11-21T19:00"),  # the last time that the clock showed it
        ("today", "2026-11-22T00:00"),
        ("yesterday", "2026-11-21T00:00"),
        ("90m", "2026-11-22T17:00"),
        ("2h", "2026-11-22T16:30"),
        ("2026-11-20", "2026-11-20T00:00"),
        ("2026-11-20T09:15", "2026-11-20T09:15"),
        ("2026-11-20 09:15:30", "2026-11-20T09:15:30"),
        (" 2h ", "2026-11-22T16:30"),
    ],
)
def test_times(text: str, time: str) -> None:
    """Local times as people type them."""
    assert moment(text, NOW) == datetime.fromisoformat(time).astimezone()


def test_days_and_zones() -> None:
    """Three days are 72 hours; a time with a zone is that of its zone."""
    assert moment("3d", NOW) == NOW - timedelta(hours=72)
    assert moment("1w", NOW) == NOW - timedelta(days=7)
    assert moment("2026-11-20T09:00Z", NOW) == datetime.fromisoformat("2026-11-20T09:00+00:00")
    assert moment("2026-11-20T09:00+09:00", NOW) == datetime.fromisoformat("2026-11-20T00:00+00:00")


@pytest.mark.parametrize("text", ["HEAD", "main", "v1.0", "3f2a9c1", "20261122", "noon", "2", "h", "Today", ""])
def test_what_is_no_time(text: str) -> None:
    """Everything else may be a revision."""
    assert moment(text, NOW) is None


@pytest.mark.parametrize("text", ["25:00", "18:60", "2026-13-01", "2026-02-30", "2026-11-20T24:30", "999999w"])
def test_times_that_there_are_none(text: str) -> None:
    """They are told from revisions."""
    with pytest.raises(UsageError, match="no such time"):
        moment(text, NOW)


@pytest.mark.parametrize("text", ["2026-11-23", "2026-11-22T18:31", "2099-01-01"])
def test_times_to_come(text: str) -> None:
    """Nothing is known of them."""
    with pytest.raises(UsageError, match="yet to come"):
        moment(text, NOW)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository whose two commits are of noon and of five on the day of NOW."""
    judge("git")
    _git(tmp_path, "init", "-q")
    for number, hour in enumerate(("12:00", "17:00")):
        (tmp_path / "file").write_text(f"{number}\n", encoding="utf-8")
        _git(tmp_path, "add", ".")
        _git(tmp_path, "commit", "-q", "-m", f"at {hour}", date=f"2026-11-22T{hour}:00")
    return tmp_path


def _git(folder: Path, *arguments: str, date: str = "") -> str:
    local = datetime.fromisoformat(date).astimezone().isoformat() if date else ""
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    environment = {"GIT_COMMITTER_DATE": local, "GIT_AUTHOR_DATE": local} if local else {}
    found = subprocess.run(
        ["git", *identity, *arguments],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder), **environment},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return found.stdout.strip()


def test_the_commit_of_a_time(repository: Path) -> None:
    """A time means the commit that was the latest one then."""
    noon, five = _git(repository, "rev-parse", "HEAD~1"), _git(repository, "rev-parse", "HEAD")
    assert find_since("16:00", repository, NOW).revision == noon
    assert find_since("17:00", repository, NOW).revision == five
    assert find_since("1h", repository, NOW).revision == five
    assert find_since("16:00", repository, NOW).when == datetime.fromisoformat("2026-11-22T16:00").astimezone()


def test_a_revision(repository: Path) -> None:
    """A revision is resolved, and has no time."""
    since = find_since("HEAD~1", repository, NOW)
    assert since.revision == _git(repository, "rev-parse", "HEAD~1")
    assert since.short == since.revision[:9]
    assert since.when is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("11:00", "no commit from before 2026-11-22 11:00"),
        ("nonsense", "neither a revision nor a time: “nonsense”; give a revision of git's, or a time: 18:00, today"),
        ("--all", "neither a revision"),
        ("", "neither a revision"),
    ],
)
def test_what_cannot_be_meant(repository: Path, text: str, says: str) -> None:
    """The error says what would be understood."""
    with pytest.raises(UsageError, match=says):
        find_since(text, repository, NOW)


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository nothing is known of an older state, and the error says what goes without one."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match=r"no git repository here.*without --since"):
        find_since("HEAD", tmp_path, NOW)


def test_no_commit_yet(tmp_path: Path) -> None:
    """So it is before the first commit."""
    judge("git")
    _git(tmp_path, "init", "-q")
    with pytest.raises(UsageError, match="no commit yet"):
        find_since("HEAD", tmp_path, NOW)
