"""Generated histories of one catalog on two branches of a git repository.

Each is a base, and for either branch the files of its commits: what translators, updates after an author's edits, and
prunes made of it; laid out unwrapped or wrapped. Every sentence that a translator types holds a token of its own, so
that a lost word can be told from one that was taken back, and every pair that anyone approved is known.

The files also work without the driver: `python -m tests.catalog.histories 100` counts what git's merge by lines does
silently to a hundred of them.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tests.catalog.history_generator import ARTICLE, PATH, TOKEN, Commit, History, Pair, approved_pairs, generate

from taiyaku.catalog import po
from taiyaku.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from taiyaku.catalog.catalog import Catalog

__all__ = [
    "ARTICLE",
    "PATH",
    "Faults",
    "History",
    "approved_pairs",
    "commit_history",
    "conflicted",
    "faults",
    "generate",
    "git",
    "merge_branches",
    "resolved",
    "tokens",
]


class Faults(NamedTuple):
    """What a merge did: whether it was clean, which tokens are gone, which pairs nobody approved are approved."""

    clean: bool
    lost: frozenset[str]
    stale: frozenset[Pair]
    unreadable: str = ""


def commit_history(history: History, folder: Path) -> None:
    """Make a repository in `folder` with the history's two branches, `main` and `theirs`; `main` is checked out.

    Whatever is in the folder already (`.gitattributes`, settings) is part of the first commit.
    """
    git(folder, "init", "--quiet", "--initial-branch=main")
    there = {path.relative_to(folder): path.read_bytes() for path in folder.glob("*") if path.is_file()}
    first = _commit("main", "base", history.base, there)
    ours = [_commit("main", f"ours {number}", commit) for number, commit in enumerate(history.ours)]
    theirs = [_commit("theirs", f"theirs {number}", commit) for number, commit in enumerate(history.theirs)]
    branch = b"reset refs/heads/theirs\nfrom refs/heads/main\n\n"
    git(folder, "fast-import", "--quiet", stdin=b"".join([first, branch, *theirs, *ours]))
    git(folder, "reset", "--quiet", "--hard", "main")


def _commit(branch: str, title: str, commit: Commit, others: Mapping[Path, bytes] = MappingProxyType({})) -> bytes:
    """Return a commit as `git fast-import` reads it."""
    lines = [f"commit refs/heads/{branch}\ncommitter Mori <mori@example.org> 1795305600 +0900\n".encode()]
    lines += [b"data %d\n%s\n" % (len(title), title.encode())]
    for path, data in {**others, PATH: commit.catalog, ARTICLE: commit.article.encode()}.items():
        lines.append(b"M 100644 inline %s\ndata %d\n%s\n" % (path.as_posix().encode(), len(data), data))
    return b"".join([*lines, b"\n"])


def git(
    folder: Path, *arguments: str, check: bool = True, stdin: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, as a person of no consequence and with no settings of this machine."""
    person = ("-c", "user.name=Mori", "-c", "user.email=mori@example.org", "-c", "gc.auto=0", "-c", "core.fsync=none")
    return subprocess.run(["git", *person, *arguments], cwd=folder, capture_output=True, check=check, input=stdin)


def merge_branches(folder: Path) -> int:
    """Merge `theirs` into `main`; return git's exit code. Conflicts of the article are not looked at."""
    return git(folder, "merge", "--no-edit", "theirs", check=False).returncode


def conflicted(folder: Path) -> bool:
    """Whether the catalog is in conflict."""
    return bool(git(folder, "ls-files", "--unmerged", "--", PATH.as_posix()).stdout)


def faults(history: History, result: bytes, *, clean: bool) -> Faults:
    """Judge the file that a merge left; of a conflict, both ways to resolve it."""
    versions = [result] if clean else [resolved(result, "ours"), resolved(result, "theirs")]
    try:
        catalogs = [po.parse(version, PATH).catalog for version in versions]
    except CatalogError as error:
        return Faults(clean, frozenset(), frozenset(), str(error))
    base, ours, theirs = (
        po.parse(commit.catalog, PATH).catalog for commit in (history.base, history.ours[-1], history.theirs[-1])
    )
    wanted = _wanted(base, ours, theirs) | _wanted(base, theirs, ours)
    there = frozenset[str]().union(*(tokens(catalog) for catalog in catalogs))
    stale = {pair for catalog in catalogs for pair in approved_pairs(catalog)} - history.approved
    return Faults(clean, frozenset(wanted - there), frozenset(stale))


def _wanted(base: Catalog, side: Catalog, other: Catalog) -> set[str]:
    """Return the tokens of `side` that are to be there: what was typed on it, and what nobody took away.

    Taken away is a token that the other side removed from the message that holds it, or, where an update took it over
    for a new text, from any message; and one that it removed everywhere.
    """
    old, there = ({message.key: message.msgstr for message in one.messages} for one in (base, other))
    removed = {t for key, text in old.items() for t in TOKEN.findall(text) if t not in there.get(key, "")}
    standing = {
        token
        for message in side.messages
        for token in TOKEN.findall(message.msgstr)
        if token in there.get(message.key, "") or token not in old.get(message.key, "") + "".join(removed)
    }
    return standing - (tokens(base) - tokens(other))


def tokens(catalog: Catalog) -> set[str]:
    """Return the tokens of all sentences in a catalog's translations."""
    return {token for message in catalog.messages for token in TOKEN.findall(message.msgstr)}


def resolved(data: bytes, side: str) -> bytes:
    """Return a file with one side of each conflict kept, as a person would."""
    kept = rb"\1" if side == "ours" else rb"\2"
    return re.sub(rb"^<{7} [^\n]*\n(.*?)^={7}\n(.*?)^>{7} [^\n]*\n", kept, data, flags=re.MULTILINE | re.DOTALL)


def _count_silent_faults(number: int) -> None:
    """Print what git does to histories without a driver."""
    import tempfile

    silent, conflicts, unreadable, lost = 0, 0, 0, 0
    for seed in range(number):
        with tempfile.TemporaryDirectory() as name:
            folder, history = Path(name), generate(seed)
            commit_history(history, folder)
            merge_branches(folder)
            if conflicted(folder):
                conflicts += 1
                continue
            found = faults(history, (folder / PATH).read_bytes(), clean=True)
            silent += bool(found.stale)
            unreadable += bool(found.unreadable)
            lost += bool(found.lost)
    print(  # noqa: T201 (a program that prints figures)
        f"histories {number}, conflicts {conflicts}, clean but unreadable {unreadable}, "
        f"silent stale pairs in {silent}, lost words in {lost}"
    )


if __name__ == "__main__":
    _count_silent_faults(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
