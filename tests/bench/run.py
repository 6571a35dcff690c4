"""The timings that `make bench` prints: whole processes, CPU of this program against its peers in the same run.

Peers are measured where they are installed: po4a (`po4a-updatepo`), translate-toolkit (`md2po` on the path, or named by
the variable MD2PO). Articles are those of ../shared where it is there, else the showcase's own, repeated.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]
PAIRS = ROOT.parent / "shared/data/markdown_pairs"
TAIYAKU = [str(Path(sys.executable).with_name("taiyaku"))]
HELLO = "import click\n@click.command()\ndef hello():\n    '''Say hello.'''\nhello()\n"
PASS = [sys.executable, "-c", "pass"]
LARGEST = 18_000  # bytes; leaves out a few articles, so that the mean is about 9 kB


@dataclass(frozen=True)
class Timing:
    """CPU seconds (user and system, children included) of some runs of one command."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The figure to quote."""
        return statistics.median(self.seconds)


def cpu(command: Sequence[str], cwd: Path) -> float:
    """Run a command and return its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def in_turn(
    commands: Mapping[str, Sequence[str]], cwd: Path, runs: int, clean: Sequence[Path] = ()
) -> dict[str, Timing]:
    """Run the commands one after the other, several rounds, so that a slow moment meets all of them."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _round in range(runs):
        for name, command in commands.items():
            for path in clean:
                path.unlink() if path.is_file() else shutil.rmtree(path, ignore_errors=True)
            seconds[name].append(cpu(command, cwd))
    return {name: Timing(name, tuple(values)) for name, values in seconds.items()}


def show(title: str, timings: dict[str, Timing], ours: str = "taiyaku") -> None:
    """Print a row per command, with its ratio to ours."""
    print(f"\n{title}")
    for name, timing in timings.items():
        ratio = timing.median / timings[ours].median
        low, high = min(timing.seconds), max(timing.seconds)
        print(f"  {name:28} {timing.median:8.3f} s  ({low:.3f} to {high:.3f})   {ratio:6.2f} x {ours}")


def articles(count: int) -> Iterator[tuple[str, str]]:
    """Yield names and texts of articles, each different from the others in its last paragraph."""
    files = sorted(PAIRS.glob("*.en.md")) or sorted((ROOT / "source_text").glob("*.md"))
    texts = [path.read_text(encoding="utf-8") for path in files if path.stat().st_size < LARGEST]
    for number in range(count):
        yield f"article-{number:04}.md", f"{texts[number % len(texts)]}\nThis is article number {number}.\n"


def make_project(folder: Path, count: int) -> Path:
    """Make a project with so many articles."""
    source = folder / "source_text"
    source.mkdir(parents=True)
    (folder / "taiyaku.toml").write_text("", encoding="utf-8")
    size = 0
    for name, text in articles(count):
        (source / name).write_text(text, encoding="utf-8")
        size += len(text.encode())
    print(f"{count} articles, {size / count / 1000:.1f} kB each")
    return folder


def peers(folder: Path) -> dict[str, Sequence[str]]:
    """Return the commands of the peers that are installed, for the articles of a project."""
    found: dict[str, Sequence[str]] = {}
    if shutil.which("po4a-updatepo"):
        masters = [argument for path in sorted((folder / "source_text").iterdir()) for argument in ("-m", str(path))]
        pot = str(folder / "po4a/one.pot")
        script = 'mkdir -p po4a && exec po4a-updatepo -f text -o markdown -o neverwrap -p "$0" "$@"'
        found["po4a-updatepo (one POT)"] = ["sh", "-c", script, pot, *masters]
    md2po = os.environ.get("MD2PO") or shutil.which("md2po")
    if md2po:
        found["md2po"] = [md2po, "--progress=none", "source_text", "md2po"]
    return found


def bench_start(runs: int, cwd: Path) -> None:
    """Time the start of the program over `python -c pass`, beside a program of click that says hello."""
    (cwd / "hello.py").write_text(HELLO, encoding="utf-8")
    commands = {
        "taiyaku": [*TAIYAKU, "--help"],
        "click hello": [sys.executable, "hello.py", "--help"],
        "python -c pass": PASS,
    }
    timings = in_turn(commands, cwd, max(runs * 3, 9))
    show("taiyaku --help", timings)
    nothing = timings["python -c pass"].median
    ratio = (timings["taiyaku"].median - nothing) / (timings["click hello"].median - nothing)
    print(f"  over python -c pass, taiyaku takes {ratio:.2f} times what click hello takes")


def bench_extract(runs: int, folder: Path) -> None:
    """Time `extract` of 200 and of 2,000 articles, against the peers."""
    small = make_project(folder / "small", 200)
    made = [small / name for name in ("locales", "po4a", "md2po")]
    ours = [*TAIYAKU, "extract"]
    timings = in_turn({"taiyaku": ours, **peers(small)}, small, runs, made)
    show("extract 200 articles", timings)
    large = make_project(folder / "large", 2000)
    big = in_turn({"taiyaku": ours}, large, max(runs // 2, 1), [large / "locales"])
    show("extract 2,000 articles", big)
    print(f"  {big['taiyaku'].median / timings['taiyaku'].median:.1f} times the 200")


def bench_day(runs: int, folder: Path) -> None:
    """Time the commands of a day in a project of 200 articles."""
    project = make_project(folder / "day", 200)
    subprocess.run([*TAIYAKU, "update"], cwd=project, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([*TAIYAKU, "build"], cwd=project, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    commands = {name: [*TAIYAKU, *name.split()] for name in ("update", "status", "build", "build article-0001")}
    show("200 articles, nothing to do", in_turn(commands, project, runs), "update")


def bench_catalogs(runs: int, folder: Path) -> None:
    """Time reading all catalogs of a large documentation, changing their headers and writing them, against polib."""
    archive = ROOT.parent / "shared/data/po/python-docs-library.tar.xz"
    if not archive.exists():
        return
    subprocess.run(["tar", "-xf", archive, "-C", folder], check=True)
    start = "import sys, pathlib; path = pathlib.Path(sys.argv[1]); files = sorted(path.rglob('*.po')); "
    ours = (
        "from dataclasses import replace\n"
        "from taiyaku.catalog import po\n"
        "from taiyaku.catalog.header import with_field\n"
        "for path in files:\n"
        "    file = po.read(path)\n"
        "    header = with_field(file.catalog.header, 'X-Bench', str(path.stat().st_mtime_ns))\n"
        "    path.with_suffix('.new').write_bytes(po.updated(file, replace(file.catalog, header=header)))\n"
    )
    anew = ours.replace("po.updated(file, replace(file.catalog, header=header))", "po.dump(file.catalog).encode()")
    polib = "import polib\nfor path in files: polib.pofile(str(path)).save(str(path.with_suffix('.new')))\n"
    scripts = {"taiyaku": ours, "taiyaku, all written anew": anew, "polib": polib}
    commands = {name: [sys.executable, "-c", start + script, str(folder)] for name, script in scripts.items()}
    show("read and write the catalogs of Python's library reference", in_turn(commands, folder, runs))


def bench_status(runs: int, folder: Path) -> None:
    """Time `status` of 200 and of 2,000 articles: with nothing remembered, and with nothing changed."""
    for count in (200, 2000):
        project = make_project(folder / f"status-{count}", count)
        subprocess.run([*TAIYAKU, "update"], cwd=project, check=True, stdout=subprocess.DEVNULL)
        status = [*TAIYAKU, "status"]
        cpu(status, project)  # the journals begin
        time.sleep(3)  # what has just changed is not remembered
        first = in_turn({"taiyaku": status}, project, 1, [project / ".taiyaku/status.json"])["taiyaku"].median
        commands = {"taiyaku": status, "taiyaku --help": [*TAIYAKU, "--help"], "python -c pass": PASS}
        timings = in_turn(commands, project, max(runs, 9))
        show(f"status of {count:,} articles, nothing changed", timings, "taiyaku --help")
        print(f"  with nothing remembered {first:.2f} s, {first / timings['taiyaku'].median:.1f} times that")


def main() -> None:
    """Print all timings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each command; the median is shown")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        bench_start(runs, path)
        bench_extract(runs, path)
        bench_day(runs, path)
        bench_status(runs, path)
        bench_catalogs(runs, path)
    for name in ("checks", "build"):
        subprocess.run([sys.executable, "-m", f"tests.bench.{name}", "--runs", str(runs)], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
