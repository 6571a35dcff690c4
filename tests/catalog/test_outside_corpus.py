"""The PO inputs of the test suites of gettext, po4a, translate-toolkit, mdpo, Babel and polib.

They are read from the archive beside the repository and never copied into it.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.judges import judge, shared_data

from taiyaku.catalog.po import PoFile, dump, parse, updated
from taiyaku.errors import CatalogError

# gettext forgets the flags of all but the last `#,` line; we keep them.
READ_WITH_MORE_CARE = {"polib/file/5e11bc4f8079.po"}
# A byte order mark, which gettext refuses and every editor on Windows writes.
READ_NEVERTHELESS = {"polib/file/bf59320ec4e0.po"}


@dataclass(frozen=True)
class Case:
    """One input, and what msgcat says of it."""

    path: str
    data: bytes
    verdict: str
    says: str

    @property
    def accepted(self) -> bool:
        """Whether msgcat accepts it."""
        return self.verdict == "accepts"

    @property
    def broken(self) -> bool:
        """Whether msgcat refuses the syntax, or a message given twice; not an unknown charset, or by a crash."""
        other_reasons = ("charset", "Charset", "Conversion", "malloc", "multibyte")
        return self.verdict == "rejects" and self.says != "" and not any(map(self.says.__contains__, other_reasons))


@cache
def corpus() -> tuple[Case, ...]:
    """Return all inputs of the archive, each with the verdict of its manifest."""
    with tarfile.open(shared_data("po/outside-corpus.tar.xz")) as archive:
        files = {member.name: file.read() for member in archive if (file := archive.extractfile(member)) is not None}
    rows = [json.loads(line) for line in files["outside/manifest.jsonl"].splitlines()]
    return tuple(Case(row["path"], files[f"outside/{row['path']}"], row["msgcat"], row["msgcat_says"]) for row in rows)


def read(case: Case) -> PoFile | None:
    """Return the file, or None where it is refused."""
    try:
        return parse(case.data, Path(case.path))
    except CatalogError:
        return None


def test_all_that_msgcat_accepts_is_read_and_written_without_loss() -> None:
    """An unchanged save is the same bytes; the full text, written anew, is read back as the same catalog."""
    accepted = [case for case in corpus() if case.accepted]
    refused, touched, damaged = [], [], []
    for case in accepted:
        file = read(case)
        if file is None:
            refused.append(case.path)
        elif updated(file, file.catalog) != case.data:
            touched.append(case.path)
        elif parse(dump(file.catalog).encode(), file.path).catalog != file.catalog:
            damaged.append(case.path)
    assert len(accepted) == 2007
    assert (refused, touched, damaged) == ([], [], [])


def test_what_msgcat_finds_broken_is_refused() -> None:
    """None of the 99 broken inputs is accepted, but for a byte order mark."""
    broken = [case for case in corpus() if case.broken]
    assert len(broken) == 99
    assert {case.path for case in broken if read(case) is not None} == READ_NEVERTHELESS


def test_what_is_written_anew_is_the_same_to_msgcat() -> None:
    """A CR at the end of a line is layout to us, and a part of the comment to msgcat."""
    msgcat = judge("msgcat")

    def normal(data: bytes) -> bytes:
        command = [msgcat, "--no-wrap", "--force-po", "-t", "UTF-8", "-"]
        return subprocess.run(command, input=data, capture_output=True, check=True).stdout

    def same(case: Case, file: PoFile) -> bool:
        wanted, written = normal(case.data.replace(b"\r\n", b"\n")), dump(file.catalog).encode()
        return written == wanted or normal(written) == wanted

    accepted = [(case, read(case)) for case in corpus() if case.accepted]
    assert {case.path for case, file in accepted if file is None or not same(case, file)} == READ_WITH_MORE_CARE
