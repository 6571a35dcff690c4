"""How long `taiyaku build` takes for 200 translated articles, beside po4a-translate with a Markdown renderer.

To be run from the root of the repository: `python -m tests.bench.build`.

The articles are those published in both languages (../shared): `align` makes their catalogs, and po4a gets catalogs of
its own segments with the same translations. It translates each article in a process of its own, as it is made to be
used; markdown-it renders both languages, with tables, in one process. What is compared is CPU: of `build` for all HTML
editions (a page in each language, the bilingual page, lists and feeds), of the other two together, and of a second
`build` without changes.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib
from tests.bench.run import LARGEST, PAIRS, TAIYAKU, Timing, cpu, show

COUNT = 200
BUILD = [*TAIYAKU, "build", "--edition", "html", "--edition", "bilingual"]
LOCALE = "locales/ja/LC_MESSAGES"
MARKDOWN = ["-f", "text", "-o", "markdown", "-o", "neverwrap", "-M", "UTF-8"]
TRANSLATE = f"""
for article in source_text/*.md; do
    name=$(basename "$article" .md)
    po4a-translate {" ".join(MARKDOWN)} -k 0 -m "$article" -p "po4a/$name.po" -l "po4a/$name.md" || exit 1
done
"""
RENDER = """
from pathlib import Path
from markdown_it import MarkdownIt
renderer = MarkdownIt("commonmark").enable("table")
for folder in ("source_text", "po4a"):
    for path in Path(folder).glob("*.md"):
        path.with_suffix(".html").write_text(renderer.render(path.read_text()))
"""


def aligned(folder: Path) -> list[str]:
    """Make a project of the articles that are published in both languages; return their slugs."""
    for name in ("source_text", "old"):
        (folder / name).mkdir(parents=True)
    (folder / "taiyaku.toml").write_text("", encoding="utf-8")
    slugs: list[str] = []
    for source in sorted(PAIRS.glob("*.en.md")):
        if source.stat().st_size < LARGEST:
            slugs.append(f"article-{len(slugs):02}")
            shutil.copy(source, folder / f"source_text/{slugs[-1]}.md")
            shutil.copy(source.with_name(source.name.replace(".en.md", ".ja.md")), folder / f"old/{slugs[-1]}.ja.md")
            align = [*TAIYAKU, "align", "--locale", "ja", slugs[-1], f"old/{slugs[-1]}.ja.md"]
            subprocess.run(align, cwd=folder, check=False, capture_output=True)  # it tells of every doubt
    return slugs


def for_po4a(folder: Path, slug: str) -> str:
    """Return a catalog of po4a's segments of an article with the translations that ours has of the same texts."""
    made = folder / f"{slug}.po4a"
    subprocess.run(
        ["po4a-updatepo", *MARKDOWN, "-m", f"source_text/{slug}.md", "-p", str(made)],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    ours = {_plain(entry.msgid): entry.msgstr for entry in polib.pofile(str(folder / LOCALE / f"{slug}.po"))}
    catalog = polib.pofile(str(made))
    catalog.metadata |= {"Content-Type": "text/plain; charset=UTF-8", "Language": "ja"}
    for entry in catalog:
        text = ours.get(_plain(entry.msgid), "").strip()
        if text and not text.startswith("<!--"):
            before, after = ("\n" if edge == "\n" else "" for edge in (entry.msgid[0], entry.msgid[-1]))
            entry.msgstr, entry.flags = before + text + after, []
    return str(catalog)


def _plain(text: str) -> str:
    return " ".join(text.split())


def make_project(folder: Path, originals: Path, slugs: list[str]) -> None:
    """Make a project of 200 articles with their catalogs: the originals again and again, each with a last paragraph."""
    for name in ("source_text", LOCALE, "po4a"):
        (folder / name).mkdir(parents=True)
    (folder / "taiyaku.toml").write_text('base_url = "https://example.org/"\n', encoding="utf-8")
    foreign = {slug: for_po4a(originals, slug) for slug in slugs} if shutil.which("po4a-translate") else {}
    for number in range(COUNT):
        slug, name = slugs[number % len(slugs)], f"article-{number:04}"
        last = f"This is article number {number}."
        message = f'\nmsgid "{last}"\nmsgstr "これは{number}番目の記事です。"\n'
        source = (originals / f"source_text/{slug}.md").read_text("utf-8")
        catalog = (originals / LOCALE / f"{slug}.po").read_text("utf-8")
        (folder / f"source_text/{name}.md").write_text(f"{source}\n{last}\n", "utf-8")
        (folder / LOCALE / f"{name}.po").write_text(catalog + message, "utf-8")
        if foreign:
            (folder / f"po4a/{name}.po").write_text(foreign[slug] + message, "utf-8")


def main() -> None:
    """Print the timings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each command; the median is shown")
    runs = parser.parse_args().runs
    if not PAIRS.is_dir():
        print("\nno translated articles to build: ../shared is not there")
        return
    with tempfile.TemporaryDirectory() as name:
        originals, project = Path(name, "originals"), Path(name, "project")
        make_project(project, originals, aligned(originals))
        subprocess.run([*TAIYAKU, "update"], cwd=project, check=True, capture_output=True)
        seconds: dict[str, list[float]] = {}
        for _round in range(runs):
            for path in (project / "build", project / ".taiyaku/build.json"):
                path.unlink(missing_ok=True) if path.suffix else shutil.rmtree(path, ignore_errors=True)
            seconds.setdefault("taiyaku", []).append(cpu(BUILD, project))
            cpu(BUILD, project)  # reads again what was written a moment ago
            seconds.setdefault("taiyaku, nothing changed", []).append(cpu(BUILD, project))
            if shutil.which("po4a-translate"):
                translated = cpu(["sh", "-c", TRANSLATE], project)
                rendered = cpu([sys.executable, "-c", RENDER], project)
                seconds.setdefault("po4a-translate", []).append(translated)
                seconds.setdefault("po4a-translate, markdown-it", []).append(translated + rendered)
        show(f"build of {COUNT} articles", {name: Timing(name, tuple(found)) for name, found in seconds.items()})


if __name__ == "__main__":
    main()
