"""git calls taiyaku to merge catalogs: through real repositories, in every way in which git merges."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import polib
import pytest
from tests.catalog.histories import PATH, commit_history, conflicted, faults, generate, git, merge_branches, resolved
from tests.judges import judge

from taiyaku.catalog import po
from taiyaku.workflow.git_setup import set_up_git
from taiyaku.workflow.merge_driver import merge_files

SEEDS = range(10_000, 10_000 + int(os.environ.get("TAIYAKU_HISTORIES", "15")))
"""Those of the full measure: TAIYAKU_HISTORIES=1000."""

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ja\\n"\n'
BASE = f'{HEADER}\nmsgid "Boats"\nmsgstr ""\n\nmsgid "Bread"\nmsgstr ""\n'
OURS = BASE.replace('"Boats"\nmsgstr ""', '"Boats"\nmsgstr "船"')
THEIRS = BASE.replace('"Bread"\nmsgstr ""', '"Bread"\nmsgstr "パン"')
BOTH = OURS.replace('"Bread"\nmsgstr ""', '"Bread"\nmsgstr "パン"')
OTHER = BASE.replace('"Boats"\nmsgstr ""', '"Boats"\nmsgstr "ボート"')


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a repository whose catalogs are merged by taiyaku."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    set_up_git(tmp_path)
    return tmp_path


def commit(clone: Path, text: str | bytes, title: str = "work") -> None:
    """Commit the catalog."""
    (clone / PATH).parent.mkdir(parents=True, exist_ok=True)
    (clone / PATH).write_bytes(text if isinstance(text, bytes) else text.encode())
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "-m", title)


def branch(clone: Path, base: str | bytes, ours: str | bytes, theirs: str | bytes) -> None:
    """Make the branches `main` and `theirs`; main is checked out."""
    commit(clone, base)
    git(clone, "checkout", "--quiet", "-b", "theirs")
    commit(clone, theirs)
    git(clone, "checkout", "--quiet", "main")
    commit(clone, ours)


def text(clone: Path) -> str:
    """Return the catalog in the work tree."""
    return (clone / PATH).read_bytes().decode()


@pytest.mark.parametrize("seed", SEEDS)
def test_generated_histories(clone: Path, seed: int) -> None:
    """No word is lost, and no pair approved that nobody approved: clean, or in conflict and settled either way."""
    history = generate(seed)
    commit_history(history, clone)
    merge_branches(clone)
    found = faults(history, (clone / PATH).read_bytes(), clean=not conflicted(clone))
    assert (*found.lost, *found.stale, found.unreadable) == ("",)


def test_a_merge(clone: Path) -> None:
    """Either side has translated a message."""
    branch(clone, BASE, OURS, THEIRS)
    assert merge_branches(clone) == 0
    assert text(clone) == BOTH


@pytest.mark.parametrize(
    "command", ["rebase theirs", "cherry-pick theirs", "merge --squash theirs", "pull --no-rebase . theirs"]
)
def test_other_ways_to_merge(clone: Path, command: str) -> None:
    """They all go through the driver."""
    branch(clone, BASE, OURS, THEIRS)
    git(clone, *command.split())
    assert text(clone) == BOTH


def test_work_that_was_stashed(clone: Path) -> None:
    """It meets what came in meanwhile."""
    commit(clone, BASE)
    (clone / PATH).write_text(OURS, encoding="utf-8")
    git(clone, "stash")
    commit(clone, THEIRS)
    git(clone, "stash", "pop")
    assert text(clone) == BOTH


def test_a_merge_without_a_work_tree(clone: Path) -> None:
    """As a forge does it."""
    branch(clone, BASE, OURS, THEIRS)
    tree = git(clone, "merge-tree", "--write-tree", "main", "theirs").stdout.decode().strip()
    assert git(clone, "cat-file", "blob", f"{tree}:{PATH.as_posix()}").stdout.decode() == BOTH


def test_a_conflict_is_refused_by_every_reader(clone: Path) -> None:
    """Until a person has settled it; git tells which file, the driver which line."""
    branch(clone, BASE, OURS, OTHER)
    merged = git(clone, "merge", "--no-edit", "theirs", check=False)
    assert merged.returncode == 1
    said = (merged.stdout + merged.stderr).decode()
    line = text(clone).split("\n").index("<<<<<<< ours") + 1
    assert f"{PATH.as_posix()}:{line}:1: two translations of “Boats”; keep one of the two messages" in said
    with pytest.raises(OSError, match="Syntax error"):
        polib.pofile(str(clone / PATH))
    refused = subprocess.run([judge("msgfmt"), "-o", "/dev/null", clone / PATH], capture_output=True, check=False)
    assert refused.returncode == 1
    settled = resolved((clone / PATH).read_bytes(), "theirs")
    assert po.parse(settled, PATH).catalog.messages[0].msgstr == "ボート"


def test_updates_name_the_conflict(newsroom_clone: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With its line, and without touching the file."""
    branch(newsroom_clone, BASE, OURS, OTHER)
    merge_branches(newsroom_clone)
    before = text(newsroom_clone)
    subprocess.run(["git", "status"], cwd=newsroom_clone, check=True, capture_output=True)
    from taiyaku.cli import main

    with pytest.raises(SystemExit) as left:
        main(["update"])
    assert left.value.code == 3
    assert f"{PATH}:6:1: an unresolved conflict of a merge" in capfd.readouterr().err
    assert text(newsroom_clone) == before


@pytest.fixture
def newsroom_clone(clone: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a project that has one article."""
    (clone / "taiyaku.toml").write_text("", encoding="utf-8")
    (clone / "source_text").mkdir()
    (clone / "source_text/harbor.md").write_text("Boats\n\nBread\n", encoding="utf-8")
    monkeypatch.chdir(clone)
    return clone


def test_a_clone_that_was_not_set_up(clone: Path) -> None:
    """Git merges by lines, as ever: .gitattributes alone breaks nothing."""
    git(clone, "config", "--remove-section", "merge.taiyaku")
    branch(clone, BASE, OURS, OTHER)
    assert merge_branches(clone) == 1
    assert "<<<<<<<" in text(clone)


@pytest.mark.parametrize("program", ["/gone/taiyaku", "false"])
def test_a_program_that_is_gone_or_broken(clone: Path, program: str) -> None:
    """Then git would take our file for the result, and their words would be gone without a marker."""
    driver = git(clone, "config", "merge.taiyaku.driver").stdout.decode().strip()
    _, rest = driver.split(" merge-driver ")
    git(clone, "config", "merge.taiyaku.driver", f"{program} merge-driver {rest}")
    branch(clone, BASE, OURS, OTHER)
    assert merge_branches(clone) == 1
    assert "<<<<<<<" in text(clone)
    assert "ボート" in text(clone)


def test_criss_cross_branches(clone: Path) -> None:
    """Their ancestor is a merge of git's own, with conflicts in it."""
    branch(clone, BASE, OURS, OTHER)
    git(clone, "branch", "ours-before")
    merge_branches(clone)
    commit(clone, OURS, "settled as ours")
    git(clone, "checkout", "--quiet", "theirs")
    git(clone, "merge", "--no-edit", "ours-before", check=False)
    commit(clone, OTHER.replace('"Bread"\nmsgstr ""', '"Bread"\nmsgstr "パン"'), "settled as theirs")
    git(clone, "checkout", "--quiet", "main")
    assert merge_branches(clone) == 1
    assert [
        po.parse(resolved((clone / PATH).read_bytes(), side), PATH).catalog.messages[0].msgstr
        for side in ("ours", "theirs")
    ] == ["船", "ボート"]
    assert 'msgid "Bread"\nmsgstr "パン"' in text(clone)


def merged(folder: Path, base: str | bytes, ours: str | bytes, theirs: str | bytes) -> tuple[bytes, list[str]]:
    """Call the driver as git does; return what it left and what it said."""
    for name, content in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    problems = merge_files(folder / "base", folder / "ours", folder / "theirs", Path("x.po"))
    return (folder / "ours").read_bytes(), [str(problem) for problem in problems]


def test_layouts_stay(tmp_path: Path) -> None:
    """What does not change keeps our bytes: wrapped lines, odd comments, line ends, a byte order mark."""
    ours = OURS.replace('\nmsgid "Boats"', '\n\n#memo\nmsgid ""\n"Bo"\n"ats"')
    data = b"\xef\xbb\xbf" + ours.replace("\n", "\r\n").encode()
    assert merged(tmp_path, BASE, data, THEIRS) == (
        data.replace(b'"Bread"\r\nmsgstr ""', '"Bread"\r\nmsgstr "パン"'.encode()),
        [],
    )


def test_a_conflict_keeps_layout_and_line_ends(tmp_path: Path) -> None:
    """Both messages stand as they stood."""
    data, _ = merged(tmp_path, BASE, OURS.replace("\n", "\r\n"), OTHER.replace('"Boats"', '"Bo"\n"ats"'))
    wanted = '<<<<<<< ours\nmsgid "Boats"\nmsgstr "船"\n=======\nmsgid "Bo"\n"ats"\nmsgstr "ボート"\n>>>>>>> theirs\n'
    assert wanted.replace("\n", "\r\n").encode() in data


def test_a_legacy_charset(tmp_path: Path) -> None:
    """Texts meet, whatever bytes they are in; a changed file is in UTF-8, and says so."""
    legacy = OURS.replace("UTF-8", "EUC-JP").encode("euc-jp")
    assert merged(tmp_path, BASE, legacy, THEIRS) == (BOTH.encode(), [])
    data, _ = merged(tmp_path, BASE, legacy, OTHER)
    assert po.parse(resolved(data, "theirs"), PATH).catalog.messages[0].msgstr == "ボート"


def test_no_line_end_at_the_end(tmp_path: Path) -> None:
    """The markers have lines of their own."""
    data, _ = merged(tmp_path, HEADER, f'{HEADER}\nmsgid "a"\nmsgstr "b"', f'{HEADER}\nmsgid "a"\nmsgstr "c"')
    assert data.decode().endswith(
        '<<<<<<< ours\nmsgid "a"\nmsgstr "b"\n=======\nmsgid "a"\nmsgstr "c"\n>>>>>>> theirs\n'
    )


@pytest.mark.parametrize("base", ["", "msgid", 'msgid "a"\nmsgstr "b'])
def test_no_ancestor_that_can_be_read(tmp_path: Path, base: str) -> None:
    """What both sides have is compared, nothing is taken for removed."""
    renamed = OURS.replace("Boats", "Ships")
    data, problems = merged(tmp_path, base, renamed, THEIRS)
    assert problems == []
    assert [(message.msgid, message.msgstr) for message in po.parse(data, PATH).catalog.messages] == [
        ("Ships", "船"),
        ("Boats", ""),
        ("Bread", "パン"),
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (OURS + 'msgid "cut', THEIRS, "x.po:11:7: merged by lines only, for on our side: the file ends inside a"),
        (
            OURS,
            THEIRS + 'msgid "Boats"\nmsgstr ""\n',
            "x.po:11:1: merged by lines only, for on the other side: the same message as in line 6",
        ),
        (OURS, "", "x.po: merged by lines only, for on the other side: the file is empty"),
        (OURS, f'domain "a"\n{THEIRS}', "several domains"),
    ],
)
def test_a_side_that_cannot_be_read(tmp_path: Path, ours: str, theirs: str, said: str) -> None:
    """The files are merged by lines, as git does it, and a person looks at the result: no word is missing."""
    data, problems = merged(tmp_path, BASE, ours, theirs)
    (problem,) = problems
    assert said in problem
    assert "look at the whole file before you commit it" in problem
    assert "船" in data.decode()
    assert ("パン" in data.decode()) == bool(theirs)


def test_git_takes_a_file_for_binary(tmp_path: Path) -> None:
    """Ours stays; git has theirs in its index."""
    data, problems = merged(tmp_path, BASE, OURS, b"\x00" + THEIRS.encode())
    assert (data, len(problems)) == (OURS.encode(), 1)


def test_templates(tmp_path: Path) -> None:
    """They have no translations, so that no two of them are in conflict."""
    pots = [
        f'#, fuzzy\nmsgid ""\nmsgstr ""\n"POT-Creation-Date: 2026-11-2{day} 09:00+0900\\n"\n\n{texts}'
        for day, texts in (
            (0, 'msgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n'),
            (1, 'msgid "a"\nmsgstr ""\n\nmsgid "c"\nmsgstr ""\n'),
            (2, 'msgid "new"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n'),
        )
    ]
    data, problems = merged(tmp_path, *pots)
    assert problems == []
    catalog = po.parse(data, PATH).catalog
    assert sorted(message.msgid for message in catalog.messages) == ["c", "new"]
    assert catalog.field("POT-Creation-Date") == "2026-11-22 09:00+0900"


def test_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command as a person types it: exit 1, 0 and 2."""
    from taiyaku.cli import main

    monkeypatch.chdir(tmp_path)
    for name, content in (("base.po", BASE), ("ours.po", OURS), ("theirs.po", OTHER)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    codes = []
    for arguments in (["base.po", "ours.po", "theirs.po"], ["base.po", "base.po", "theirs.po"], ["base.po", "gone.po"]):
        with pytest.raises(SystemExit) as left:
            main(["merge-driver", *arguments])
        codes.append(left.value.code)
    assert codes == [1, 0, 2]
    assert "ours.po:6:1: two translations of “Boats”" in capsys.readouterr().err
    assert (tmp_path / "base.po").read_text(encoding="utf-8") == OTHER


def run(*arguments: str) -> None:
    """Run the program; it exits with 0."""
    from taiyaku.cli import main

    with pytest.raises(SystemExit) as left:
        main([*arguments])
    assert not left.value.code


class TestInit:
    """`taiyaku init --git`."""

    def test_a_new_project(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Project and driver in one go, for a folder inside of a repository."""
        git(tmp_path, "init", "--quiet")
        monkeypatch.chdir(tmp_path)
        run("init", "--git", "desk")
        assert (tmp_path / "desk/taiyaku.toml").exists()
        assert (tmp_path / "desk/.gitattributes").read_text() == "*.po merge=taiyaku\n*.pot merge=taiyaku\n"
        driver = git(tmp_path, "config", "merge.taiyaku.driver").stdout.decode()
        assert Path(shlex.split(driver)[0]).is_absolute()

    def test_what_is_there_stays(self, newsroom_clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A second time changes nothing; other attributes stay; an article's folder will do."""
        attributes = newsroom_clone / ".gitattributes"
        attributes.write_bytes(b"*.md text\r\n*.po   merge=taiyaku\r\n*.txt text")
        run("init", "--git", "source_text")
        assert attributes.read_bytes() == b"*.md text\r\n*.po   merge=taiyaku\r\n*.txt text\r\n*.pot merge=taiyaku\r\n"
        assert "added lines to .gitattributes" in capsys.readouterr().out
        run("init", "--git")
        assert "added" not in capsys.readouterr().out
        assert attributes.read_bytes().count(b"merge=taiyaku") == 2

    def test_without_git(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The two lines to type are shown, and do what they should."""
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
        run("init", "--git")
        lines = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("  git config")]
        git(tmp_path, "init", "--quiet", "--initial-branch=main")
        for line in lines:
            subprocess.run(shlex.split(line), cwd=tmp_path, check=True)
        branch(tmp_path, BASE, OURS, THEIRS)
        assert merge_branches(tmp_path) == 0
        assert text(tmp_path) == BOTH

    def test_a_dry_run(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Nothing is written, in the project or in git."""
        git(tmp_path, "init", "--quiet")
        monkeypatch.chdir(tmp_path)
        run("init", "--git", "--dry-run")
        assert "would add lines to .gitattributes" in capsys.readouterr().out
        assert [path.name for path in tmp_path.iterdir()] == [".git"]
        assert b"taiyaku" not in (tmp_path / ".git/config").read_bytes()

    def test_a_configuration_that_cannot_be_written(self, newsroom_clone: Path) -> None:
        """Said, and not passed over."""
        from taiyaku.errors import SaveError

        (newsroom_clone / ".git/config.lock").touch()
        with pytest.raises(SaveError, match="git does not take the setting"):
            set_up_git(newsroom_clone)

    def test_a_program_in_an_odd_place(self, newsroom_clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Blanks and percent signs reach the shell as they are, where nobody's PATH leads to it."""
        import sys

        place = newsroom_clone / "50 % off/bin"
        place.mkdir(parents=True)
        (place / "taiyaku").symlink_to(Path(sys.executable).parent / "taiyaku")
        monkeypatch.setattr(sys, "executable", str(place / "python"))
        set_up_git(newsroom_clone)
        branch(newsroom_clone, BASE, OURS, THEIRS)
        monkeypatch.setenv("PATH", "/usr/bin:/bin")
        assert merge_branches(newsroom_clone) == 0
        assert text(newsroom_clone) == BOTH
