"""How long `taiyaku check` takes, beside pofilter over the same catalogs, and for one article.

To be run from the root of the repository: `python -m tests.bench.checks`.

The catalogs are those of the Python library's Japanese documentation (../shared); pofilter, of translate-toolkit, runs
all its default filters over them, and takes no notice of Japanese. Both are whole processes, one after the other; what
is compared is their CPU. The pool of processes that `check` uses for as much as this saves no CPU, and costs a little.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tarfile
import tempfile
import time
from pathlib import Path

from tests.bench.run import PASS, ROOT, TAIYAKU, Timing, cpu, in_turn, show

from taiyaku.catalog import po
from taiyaku.catalog.message import Message
from taiyaku.checks.assemble import House, bitexts, catalog_pairs
from taiyaku.checks.registry import all_checks
from taiyaku.checks.run import run_checks

LIBRARY = ROOT.parent / "shared/data/po/python-docs-library.tar.xz"
LONG = 5_000
"""Code points of the shorter of two long texts."""

PIECES = {
    "sentences": ("The mayor (left) met 250 students on May 3. ", "市長（左）は5月3日、生徒250人と会った。"),
    "mark-up": (
        "See `the code` and [a link](https://example.org). ",
        "`the code`と[リンク](https://example.org)を見る。",
    ),
    "number words": ("one two three, north and south ", "一二三、北部と南部"),
    "quotations never closed": ("“Quoted", "「引用"),
    "katakana": ("Aaaa ", "アアアアア"),
    "asterisks": ("**", "**"),
    "control and bidi characters": ("\x01\u202e", "\x01\u200e\u202e\u2066\ufeff"),
}
ARTICLE = "2024-08-torrance-bizen"


def entries(folder: Path) -> int:
    """Return how many translated messages the catalogs below a folder have."""
    messages = (message for path in folder.rglob("*.po") for message in po.read(path).catalog.messages)
    return sum(message.translated and not message.obsolete for message in messages)


def bench_library(runs: int, folder: Path) -> None:
    """Time the default checks over the catalogs, against pofilter."""
    if not LIBRARY.exists():
        print("\nno catalogs to check: ../shared is not there")
        return
    with tarfile.open(LIBRARY) as archive:
        archive.extractall(folder / "catalogs", filter="data")
    count = entries(folder / "catalogs")
    commands = {"taiyaku": [*TAIYAKU, "check", "--fail-on", "never", "--output", "findings.txt", "catalogs"]}
    pofilter = shutil.which("pofilter")
    if pofilter:
        commands["pofilter"] = [pofilter, "--progress=none", "catalogs", "filtered"]
    timings = in_turn(commands, folder, runs, [folder / "filtered", folder / "findings.txt"])
    show(f"all default checks over {count:,} translated entries", timings)
    for name, timing in timings.items():
        print(f"  {name:28} {count / timing.median:8,.0f} entries/s")


def bench_article(runs: int, folder: Path) -> None:
    """Time the check of one article, beside the start of the program and of Python."""
    project = folder / "project"
    project.mkdir()
    shutil.copy(ROOT / "pyproject.toml", project)
    for name in ("source_text", "locales"):
        shutil.copytree(ROOT / name, project / name)
    check = [*TAIYAKU, "check", "--fail-on", "never", ARTICLE]
    subprocess.run(check, cwd=project, check=True, stdout=subprocess.DEVNULL)  # the program is compiled, and remembers
    seconds: dict[str, list[float]] = {"taiyaku": [], "taiyaku --help": [], "python -c pass": []}
    commands = {"taiyaku": check, "taiyaku --help": [*TAIYAKU, "--help"], "python -c pass": PASS}
    for _round in range(max(runs, 9)):
        shutil.rmtree(project / ".taiyaku", ignore_errors=True)
        for name, command in commands.items():
            seconds[name].append(cpu(command, project))
    show("check of one article", {name: Timing(name, tuple(values)) for name, values in seconds.items()}, "taiyaku")


def bench_long() -> None:
    """Tell how the time of all checks grows with texts far longer than any article: 4 is in proportion, 16 a square."""
    print("\nfour times the text")
    for name, (source, target) in PIECES.items():
        times = LONG // len(target)
        short, long = (_seconds(source * count, target * count) for count in (times, 4 * times))
        print(f"  {name:28} {short:8.3f} s  {long:8.3f} s   {long / short:6.2f} x")


def _seconds(source: str, target: str) -> float:
    """Return the CPU seconds of all checks over one pair."""
    house = House()
    pairs = tuple(catalog_pairs([Message(source, target)], ("en", "ja"), house))
    before = time.process_time()
    for bitext in bitexts(pairs, ("en", "ja"), house):
        run_checks(bitext, all_checks())
    return time.process_time() - before


def main() -> None:
    """Print the timings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each command; the median is shown")
    runs = parser.parse_args().runs
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    with tempfile.TemporaryDirectory() as name:
        bench_article(runs, Path(name))
        bench_library(runs, Path(name))
    bench_long()


if __name__ == "__main__":
    main()
