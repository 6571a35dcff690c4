"""The journal on disk: torn lines, foreign ones, several programs at once, growth."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.test_journal import MESSAGES

from taiyaku.catalog import journal_file
from taiyaku.catalog.journal import Loss, Record
from taiyaku.catalog.journal_file import COMPACT_FROM, append, compact, is_settled, read_journal
from taiyaku.catalog.message import Message

if TYPE_CHECKING:
    from pathlib import Path

NOW = "2026-11-22T09:00:00+00:00"


def record(*messages: Message, digest: str = "d") -> Record:
    """Return a record of messages."""
    return Record(NOW, digest, messages=messages)


def kept(path: Path) -> set[str]:
    """Return the msgstr of all versions in a journal."""
    return {v.message.msgstr for versions in read_journal(path).versions.values() for v in versions}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """All of it; a message that is no longer there is known still."""
    path = tmp_path / "ja" / "harbor.jsonl"
    plural = Message("boat", msgctxt="x", msgid_plural="boats", plural_forms=("船",), obsolete=True)
    half = Message("A", "\ud867\n\x00\u2028", flags=("fuzzy",), previous_msgid="a", translator_comments=("see p. 2",))
    loss = Loss("older", half, ("い",), certain=False)
    append(path, Record(NOW, "one", "c0ffee", (plural, half)))
    append(path, Record(NOW, "two", "decaf", gone=(plural.key,), settled=((half.key, ("い",)),), losses=(loss,)))
    journal = read_journal(path)
    assert {key: version.message for key, version in journal.present.items()} == {half.key: half}
    assert [v.message for v in journal.versions[plural.key]] == [plural]
    assert (journal.losses, journal.settled) == ((loss,), {(half.key, ("い",))})
    assert (journal.digest, journal.head, journal.generation) == ("two", "decaf", 2)
    assert not is_settled(path, "two")  # something is open


@settings(deadline=None)
@given(st.lists(MESSAGES, unique_by=lambda message: message.key))
def test_any_messages(tmp_path_factory: pytest.TempPathFactory, messages: list[Message]) -> None:
    """Come back as they were, in their order."""
    path = tmp_path_factory.mktemp("journal") / "x.jsonl"
    append(path, record(*messages))
    assert [version.message for version in read_journal(path).present.values()] == messages


def test_settled_is_what_the_last_line_says(tmp_path: Path) -> None:
    """And nothing without a journal, or with one of a few bytes."""
    path = tmp_path / "x.jsonl"
    assert not is_settled(path, "one")
    path.write_bytes(b"{}")
    assert not is_settled(path, "one")
    append(path, record(digest="one"))
    assert is_settled(path, "one")
    append(path, record(digest="two"))
    assert (is_settled(path, "one"), is_settled(path, "two")) == (False, True)


def test_a_torn_line_spoils_no_other(tmp_path: Path) -> None:
    """Wherever the program was killed."""
    path = tmp_path / "x.jsonl"
    append(path, record(Message("A", "あ")))
    whole = path.read_bytes()
    append(path, record(Message("B", "い")))
    both = path.read_bytes()
    for end in range(len(whole), len(both)):
        path.write_bytes(both[:end])
        append(path, record(Message("C", "う")))
        assert kept(path) == {"あ", "う"}


@pytest.mark.parametrize(
    "change",
    [
        {"messages": [5]},
        {"messages": [{"msgid": 5}]},
        {"messages": [{"msgid": "A", "msgstr": None}]},
        {"messages": [{"msgid": "A", "colour": "red"}]},
        {"messages": [{"msgid": "A", "flags": 5}]},
        {"messages": None},
        {"gone": ["A"]},
        {"gone": [["A", "B", "C"]]},
        {"settled": [[]]},
        {"losses": [{"kind": "stolen", "message": {"msgid": "A"}, "instead": [], "certain": True}]},
        {"when": "", "digest": ""},
    ],
)
def test_a_line_that_makes_no_sense_is_passed_over(tmp_path: Path, change: dict[str, object]) -> None:
    """Of a later version, or of a hand that went astray."""
    path = tmp_path / "x.jsonl"
    append(path, record(Message("A", "あ")))
    append(path, record(Message("B", "い")))
    lines = path.read_bytes().split(b"\n")
    value = json.loads(lines[2])
    strange = {"messages": []} if "when" in change else value | change
    path.write_bytes(b"\n".join([*lines[:2], json.dumps(strange).encode(), b"[1]", b"\xff", b"[" * 100_000]))
    assert kept(path) == {"あ"}


def test_a_journal_that_cannot_be_read(tmp_path: Path) -> None:
    """Is an error, and no empty one."""
    with pytest.raises(OSError, match="directory"):
        read_journal(tmp_path)


def test_many_at_once_lose_no_line(tmp_path: Path) -> None:
    """Not even where one of them writes the journal anew all the time."""
    path = tmp_path / "x.jsonl"
    long = "港" * 30_000

    def write(number: int) -> None:
        append(path, record(Message(f"{number}", f"{number}")))
        append(path, record(Message("A", long), digest=str(number)))
        compact(path)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(100)))
    assert kept(path) == {long, *map(str, range(100))}
    assert path.stat().st_size < 2 * COMPACT_FROM


def test_killed_writers_lose_no_line(tmp_path: Path) -> None:
    """What a program was told to be written is there, whenever another one is killed."""
    path = tmp_path / "x.jsonl"
    program = (
        "import sys, itertools\nfrom pathlib import Path\n"
        "from taiyaku.catalog.journal import Record\nfrom taiyaku.catalog.journal_file import append, compact\n"
        "from taiyaku.catalog.message import Message\npath = Path(sys.argv[1])\n"
        "for number in itertools.count():\n"
        "    append(path, Record('', '', messages=(Message(f'{sys.argv[2]} {number}', f'{sys.argv[2]} {number}'),)))\n"
        "    print(number, flush=True)\n"
        "    append(path, Record('', '', messages=(Message('A', 'x' * 50_000),)))\n    compact(path)\n"
    )
    told: set[str] = set()
    for run in range(3):
        with subprocess.Popen([sys.executable, "-c", program, path, str(run)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            told |= {f"{run} {int(process.stdout.readline())}" for _ in range(20)}
            os.kill(process.pid, signal.SIGKILL)
    assert kept(path) >= told


def test_a_journal_that_repeats_itself_is_written_anew(tmp_path: Path) -> None:
    """With every text once; one that has much to say is left as it is."""
    path = tmp_path / "x.jsonl"
    texts = [letter * 10_000 for letter in "あいう"]
    append(path, record(Message("gone", "消えた")))
    append(path, Record(NOW, "", gone=((None, "gone"),), settled=(((None, "A"), ("あ",)),)))
    for number in range(20):
        append(path, record(Message("A", texts[number % 3])))
    append(path, Record(NOW, "last", "head", losses=(Loss("gone", Message("A", "あ")),)))
    before = read_journal(path)
    assert path.stat().st_size > COMPACT_FROM
    assert compact(path)
    after = read_journal(path)
    assert path.stat().st_size < COMPACT_FROM
    assert kept(path) == {"消えた", *texts}
    assert {k: v.message for k, v in after.present.items()} == {k: v.message for k, v in before.present.items()}
    for key, versions in before.versions.items():
        assert [(v.message, v.when) for v in after.versions[key]] == [(v.message, v.when) for v in versions]
    assert (after.losses, after.settled, after.head, after.digest) == (
        before.losses,
        before.settled,
        before.head,
        before.digest,
    )
    assert not compact(path)
    append(path, record(*(Message(f"{number}", f"{number}" * 10_000) for number in range(40))))
    assert not compact(path)


def test_without_locks_a_journal_only_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system that has none."""
    monkeypatch.setattr(journal_file, "flock", None)
    path = tmp_path / "x.jsonl"
    for _ in range(40):
        append(path, record(Message("A", "x" * 10_000)))
    assert not compact(path)
    assert kept(path) == {"x" * 10_000}


def test_a_system_that_has_no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Imports the module all the same."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    spec = importlib.util.spec_from_file_location("without_locks", journal_file.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.flock is None


def test_a_journal_replaced_while_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line goes into the new one."""
    path, new = tmp_path / "x.jsonl", tmp_path / "new.jsonl"
    append(path, record(Message("A", "あ")))
    append(new, record(Message("B", "い")))

    def replaced(_file: object, _operation: int) -> None:
        if new.exists():
            new.replace(path)

    monkeypatch.setattr(journal_file, "flock", replaced)
    append(path, record(Message("C", "う")))
    assert kept(path) == {"い", "う"}


def test_whether_to_compact_is_asked_whenever_it_has_doubled(tmp_path: Path) -> None:
    """However often something is added, all of it is read a few times only."""
    path = tmp_path / "a.jsonl"
    asked = [append(path, record(Message("A", "x" * 1000))) for _ in range(200)]
    assert 1 < sum(asked) < 10
