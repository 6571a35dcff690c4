"""Where git moves catalogs about: what is lost is told, what is safe in git or was done by a person is not."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from tests.catalog import histories
from tests.catalog.histories import git
from tests.catalog.test_journal import HEADER, entry_text

from taiyaku.project.project import require_project
from taiyaku.project.watch import open_losses

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsroom

PO = "locales/ja/LC_MESSAGES/harbor.po"
LONG = (
    'msgid ""\n"The harbor and the town opened after nine days near the old bridge, and "\n'
    '"the council waited for the captain until the evening near the river, on "\n"{day}."\n'
)
FUZZY = '#, fuzzy\n#| msgid "The harbor and the town."\n'


@pytest.fixture
def repository(newsroom: Newsroom) -> Newsroom:
    """Return a project in a repository, with one catalog that is committed and seen."""
    git(newsroom.root, "init", "-q", "-b", "main")
    newsroom.write("source_text/harbor.md", "# Harbor\n")
    commit(newsroom, "A = あ", "B = い", "C = う")
    assert noticed(newsroom) == []
    return newsroom


def write(newsroom: Newsroom, *entries: str) -> None:
    """Write the catalog, of entries in short or as they stand in a file."""
    texts = [entry if "msgid" in entry else entry_text(entry) for entry in entries]
    newsroom.write(PO, "\n".join([HEADER, *texts]))


def commit(newsroom: Newsroom, *entries: str) -> None:
    """Write the catalog and commit all."""
    write(newsroom, *entries)
    save(newsroom)


def save(newsroom: Newsroom) -> None:
    """Commit all."""
    git(newsroom.root, "add", "-A")
    git(newsroom.root, "commit", "-qm", "work")


def switch(newsroom: Newsroom, *arguments: str) -> None:
    """Check a branch out."""
    git(newsroom.root, "checkout", "-q", *arguments)


def noticed(newsroom: Newsroom) -> list[str]:
    """Return what the next command notices, in short: certain losses first bare, doubtful ones with a mark."""
    project = require_project(newsroom.root)
    file = project.read_catalog("harbor", "ja") if (newsroom.root / PO).exists() else None
    losses = open_losses(project, "harbor", "ja", file)
    return sorted(f"{loss.kind}{'' if loss.certain else '?'} {loss.message.msgid[:11]}" for loss in losses)


def test_another_branch_is_no_loss(repository: Newsroom) -> None:
    """Nor is the way back, whatever the branch has and has not."""
    switch(repository, "-b", "feature")
    commit(repository, "A = ああ", "B =", "D = え")
    assert noticed(repository) == ["emptied? B", "gone? C"]
    repository.run("restore", "--forget")
    for _ in range(2):
        switch(repository, "main")
        assert noticed(repository) == []
        switch(repository, "feature")
        assert noticed(repository) == []


def test_a_branch_without_the_catalog_is_no_loss(repository: Newsroom) -> None:
    """The catalog is where it was."""
    git(repository.root, "checkout", "-q", "--orphan", "empty")
    git(repository.root, "rm", "-rqf", ".")
    repository.write("taiyaku.toml", "")
    repository.write("x.txt", "x")
    save(repository)
    assert noticed(repository) == []
    switch(repository, "main")
    assert noticed(repository) == []


def test_stashed_work_is_safe(repository: Newsroom) -> None:
    """Work that was put aside is in git; when it comes back, a changed text is taken for an older one."""
    write(repository, "A = ああ", "B = い", "C = う", "D = え")
    assert noticed(repository) == []
    git(repository.root, "stash", "-q")
    assert noticed(repository) == []
    git(repository.root, "stash", "pop", "-q")
    assert noticed(repository) == ["older A"]  # once more the older text: so does a file look after a stale save


def test_work_that_was_thrown_away_is_lost(repository: Newsroom) -> None:
    """It never was in git."""
    write(repository, "A = ああ", "B = い", "C = う", "D = え")
    assert noticed(repository) == []
    switch(repository, "--", PO)
    assert noticed(repository) == ["gone D", "older A"]


def test_a_commit_that_was_thrown_away_is_lost(repository: Newsroom) -> None:
    """No branch has it any more."""
    commit(repository, "A = ああ", "B = い", "C = う")
    assert noticed(repository) == []
    git(repository.root, "reset", "-q", "--hard", "HEAD~1")
    assert noticed(repository) == ["older A"]


def test_what_a_colleague_removed_is_one_note(repository: Newsroom) -> None:
    """Her editor may have saved an old copy; but a prune is a prune."""
    commit(repository, "A = ああ", "B = い", "C = う", "#~ D = え")
    assert noticed(repository) == []
    switch(repository, "-b", "hers")
    commit(repository, "A = あ", "B =")
    switch(repository, "main")
    git(repository.root, "merge", "-q", "hers")
    assert noticed(repository) == ["emptied? B", "gone? C", "older? A"]
    assert "note: translations are back at an older text: 1" in repository.run("status").stderr
    repository.run("restore", "--forget")
    switch(repository, "main~1")
    assert noticed(repository) == []
    switch(repository, "main")
    assert noticed(repository) == []


def test_an_approval_that_arrives_by_git_is_a_person_s(repository: Newsroom) -> None:
    """She ran the update, found the old translation right, and committed."""
    switch(repository, "-b", "hers")
    commit(repository, "A = あ", "fuzzy B2 < B = い", "C = う", "#~ B = い")
    commit(repository, "A = あ", "B2 = い", "C = う", "#~ B = い")
    switch(repository, "main")
    git(repository.root, "merge", "-q", "hers")
    assert noticed(repository) == []
    write(repository, "A = あ", "B3 = い", "C = う")  # by nobody
    assert noticed(repository) == ["stale B3"]


@pytest.fixture
def crossing(repository: Newsroom) -> Newsroom:
    """Return a repository where one branch approves what the other one makes an update to."""
    entries = ("A = あ", FUZZY + LONG.format(day="Wednesday") + 'msgstr "港"\n', "C = う", "B = い")
    commit(repository, *entries)
    switch(repository, "-b", "hers")
    commit(repository, entries[0], entries[1].removeprefix(FUZZY), *entries[2:])
    switch(repository, "main")
    commit(repository, entries[0], entries[1].replace("Wednesday", "Thursday"), *entries[2:])
    assert noticed(repository) == []
    return repository


@pytest.mark.parametrize(
    "command",
    [
        ("merge", "-q", "--no-edit", "hers"),
        ("merge", "-q", "--no-commit", "hers"),
        ("rebase", "-q", "hers"),
        ("pull", "-q", "--rebase", ".", "hers"),
        ("cherry-pick", "--no-commit", "hers"),
    ],
)
def test_a_merge_that_approves_for_nobody(crossing: Newsroom, command: tuple[str, ...]) -> None:
    """However git came to put lines of both sides together."""
    git(crossing.root, *command)
    assert "fuzzy" not in crossing.read(PO)
    found = noticed(crossing)
    if command[0] == "cherry-pick":  # it leaves no trace of where the lines come from
        assert found == []
        return
    assert found == ["stale The harbor "]
    assert noticed(crossing) == found
    assert "warning: translations of other texts stand as approved: 1, the first" in crossing.run("status").stderr
    crossing.run("restore")
    assert FUZZY.split("\n", maxsplit=1)[0] in crossing.read(PO)
    assert noticed(crossing) == []


def test_a_clone_without_a_journal_notices_too(crossing: Newsroom) -> None:
    """Until a person has looked at the pair, and approved it."""
    git(crossing.root, "merge", "-q", "--no-edit", "hers")
    commit_more(crossing, "C = う", "C = うう")
    shutil.rmtree(crossing.root / ".taiyaku")
    assert noticed(crossing) == ["stale The harbor "]
    merged = crossing.read(PO)
    crossing.run("restore")
    save(crossing)
    crossing.write(PO, merged)
    save(crossing)
    shutil.rmtree(crossing.root / ".taiyaku")
    assert noticed(crossing) == []


def commit_more(newsroom: Newsroom, old: str, new: str) -> None:
    """Exchange an entry, and commit."""
    newsroom.write(PO, newsroom.read(PO).replace(entry_text(old), entry_text(new)))
    save(newsroom)


def test_an_accepted_pair_is_not_brought_up_again(crossing: Newsroom) -> None:
    """Not by the merge's commit either."""
    git(crossing.root, "merge", "-q", "--no-commit", "hers")
    assert noticed(crossing) != []
    crossing.run("restore", "--forget")
    save(crossing)
    commit_more(crossing, "C = う", "C = うう")
    assert noticed(crossing) == []


def test_broken_versions_are_passed_over(crossing: Newsroom) -> None:
    """Of a side of a merge, of a merge itself, and of HEAD."""
    good = crossing.read(PO)
    crossing.write(PO, good[:-4])
    save(crossing)
    git(crossing.root, "merge", "-q", "--no-commit", "hers", check=False)
    crossing.write(PO, good[:-5])
    save(crossing)
    crossing.write(PO, good)
    assert noticed(crossing) == []
    write(crossing, "A = あ")
    assert noticed(crossing) == ["gone B", "gone C", "gone The harbor "]
    shutil.rmtree(crossing.root / ".taiyaku")
    assert noticed(crossing) == []


def test_a_repository_without_a_commit(newsroom: Newsroom) -> None:
    """And one that git does not know, or that there is no git for."""
    git(newsroom.root, "init", "-q")
    write(newsroom, "A = あ", "B = い")
    assert noticed(newsroom) == []
    write(newsroom, "A = あ")
    assert noticed(newsroom) == ["gone B"]


def test_without_git(repository: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal alone knows enough."""
    monkeypatch.setenv("PATH", "")
    write(repository, "A = あ", "B2 = い")
    assert noticed(repository) == ["gone C", "stale B2"]


def test_a_head_that_is_not_there_any_more(repository: Newsroom) -> None:
    """A journal may be older than the repository."""
    journal = repository.root / ".taiyaku/journal/ja/harbor.jsonl"
    head = git(repository.root, "rev-parse", "HEAD").stdout.decode().strip()
    journal.write_text(journal.read_text().replace(head, "0" * 40))
    commit(repository, "A = あ", "B = い", "C = うう")
    assert noticed(repository) == []


@pytest.mark.parametrize("journal", [True, False])
def test_histories(tmp_path: Path, *, journal: bool) -> None:
    """Generated ones, merged by lines: each stale pair is noticed, and no sound file is taken for a damaged one."""
    number = int(os.environ.get("TAIYAKU_HISTORIES", "12"))
    stale = 0
    # the first of those in which git's merge goes wrong silently, and some others
    for seed in range(number):
        folder, history = tmp_path / str(seed), histories.generate(seed)
        folder.mkdir()
        (folder / "taiyaku.toml").touch()
        histories.commit_history(history, folder)
        if journal:
            assert kinds(folder) == {}
        histories.merge_branches(folder)
        if histories.conflicted(folder):
            continue
        faults = histories.faults(history, (folder / histories.PATH).read_bytes(), clean=True)
        if not faults.unreadable:
            found = kinds(folder)
            assert found.pop("stale", set()) == faults.stale
            # a stale pair has its words from somewhere: the message that misses them may be told as well
            assert not found or faults.lost or faults.stale, (seed, found)
            stale += len(faults.stale)
    assert stale or number < 100


def kinds(folder: Path) -> dict[str, set[tuple[str, str]]]:
    """Return the pairs that are lost, by kind."""
    project = require_project(folder)
    found: dict[str, set[tuple[str, str]]] = {}
    for loss in open_losses(project, "harbor", "ja", project.read_catalog("harbor", "ja")):
        found.setdefault(loss.kind, set()).add((loss.message.msgid, loss.message.msgstr))
    return found
