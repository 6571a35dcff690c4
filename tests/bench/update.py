"""How long `taiyaku update` takes, and what it finds, for 20,000 messages of which 1,200 are new or edited.

To be run from the root of the repository: `python -m tests.bench.update`.

The messages are those of the Python library's Japanese documentation (../shared), as the paragraphs of one article in
plain text. `msgmerge` does the same work on the same files in the same run: old catalog, new template. CPU of whole
processes, reading and writing included; ours reads the article and writes the template as well.
"""

from __future__ import annotations

import argparse
import shutil
import tarfile
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.bench.run import TAIYAKU, cpu

from taiyaku.catalog import po

LIBRARY = Path(__file__).resolve().parents[3] / "shared/data/po/python-docs-library.tar.xz"
SIZE, EDITED, NEW = 20_000, 1_000, 200
WORDS = 4  # of shorter texts, an edit leaves nothing to know them by
CATALOG = "locales/ja/LC_MESSAGES/library.po"


class Edit(NamedTuple):
    """A changed text, what it was, and the kind of the change."""

    new: str
    old: str
    kind: str


def pairs(folder: Path) -> dict[str, str]:
    """Return the translated messages of the library that are running text, once each."""
    with tarfile.open(LIBRARY) as archive:
        archive.extractall(folder, filter="data")
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.po")):
        for message in po.read(path).catalog.messages:
            plain = message.msgid == " ".join(message.msgid.split()) and message.msgid_plural is None
            if plain and message.msgid and message.translated and not message.obsolete:
                found.setdefault(message.msgid, message.msgstr)
    return found


def edited(text: str, others: list[str], random: Random) -> Edit:
    """Return the text with one or two changes as an editor makes them."""
    words = text.split()
    kind = random.choice(["replaced", "inserted", "deleted", "sentence", "number", "two"])
    if kind == "sentence":
        return Edit(f"{text} {random.choice(others)}", text, kind)
    if kind == "number":
        place = next((n for n, word in enumerate(words) if word.isdigit()), None)
        if place is not None:
            words[place] = str(int(words[place]) + random.randint(1, 90))
            return Edit(" ".join(words), text, kind)
    for _ in range(2 if kind == "two" else 1):
        place = random.randrange(len(words))
        other = random.choice(random.choice(others).split())
        words[place : place + (kind != "inserted")] = [] if kind == "deleted" and len(words) > 1 else [other]
    return Edit(" ".join(words), text, kind)


def project(folder: Path, texts: list[str]) -> None:
    """Make a project with one article."""
    (folder / "source_text").mkdir(parents=True, exist_ok=True)
    (folder / "taiyaku.toml").write_text('articles = ["source_text/*.txt"]\n', encoding="utf-8")
    (folder / "source_text/library.txt").write_text("Library\n\n" + "\n\n".join(texts) + "\n", encoding="utf-8")


def translate(path: Path, translations: dict[str, str]) -> None:
    """Fill in the translations."""
    file = po.read(path)
    messages = (replace(m, msgstr=translations.get(m.msgid, "図書館")) for m in file.catalog.messages)
    po.save(path, replace(file.catalog, messages=tuple(messages)), file)


def recall(path: Path, edits: list[Edit], translations: dict[str, str]) -> dict[str, tuple[int, int]]:
    """Return by kind of edit how many there were, and how many have the translation of what they were."""
    found = po.read(path).catalog.by_key()
    counts: dict[str, tuple[int, int]] = {}
    for edit in edits:
        message = found.get((None, edit.new))
        if message is not None:
            done, all_of = counts.get(edit.kind, (0, 0))
            good = message.previous_msgid == edit.old or translations[edit.old] in message.msgstr
            counts[edit.kind] = (done + good, all_of + 1)
    return counts


def main() -> None:
    """Print the timings and the recall of both programs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each command; the best is shown")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = Random(options.seed)  # noqa: S311 (to be repeated, not to be secret)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        translations = pairs(folder / "library")
        texts = random.sample(sorted(translations), SIZE)
        others = sorted(set(translations) - set(texts)) or texts
        project(folder / "project", texts)
        cpu([*TAIYAKU, "update"], folder / "project")
        translate(folder / "project" / CATALOG, translations)
        shutil.copytree(folder / "project", folder / "before")
        running = [n for n, text in enumerate(texts) if len(text.split()) >= WORDS]
        edits = {n: edited(texts[n], others, random) for n in random.sample(running, EDITED)}
        after = [edits[n].new if n in edits else text for n, text in enumerate(texts)]
        for _ in range(NEW):
            words = [random.choice(random.choice(texts).split()) for _ in range(random.randint(5, 30))]
            after.insert(random.randrange(len(after)), " ".join(words))
        timed(folder, after, list(edits.values()), translations, options.runs)


def timed(folder: Path, after: list[str], edits: list[Edit], translations: dict[str, str], runs: int) -> None:
    """Run both programs in turn."""
    ours, theirs = [], []
    for _ in range(runs):
        shutil.rmtree(folder / "project")
        shutil.copytree(folder / "before", folder / "project")
        project(folder / "project", after)
        ours.append(cpu([*TAIYAKU, "update"], folder / "project"))
        merge = ["msgmerge", "--no-wrap", "-o", "merged.po", f"before/{CATALOG}", "project/locales/library.pot"]
        theirs.append(cpu(merge, folder))
    print(f"taiyaku update {min(ours):.2f} s, msgmerge {min(theirs):.2f} s: {min(ours) / min(theirs):.3f} of it")
    print(f"  over pairs of runs: {', '.join(f'{a / b:.3f}' for a, b in zip(ours, theirs, strict=True))}")
    for name, path in (("taiyaku", folder / "project" / CATALOG), ("msgmerge", folder / "merged.po")):
        counts = recall(path, edits, translations)
        done, total = (sum(column) for column in zip(*counts.values(), strict=True))
        print(f"{name}: {done} of {total} edited ones found ({done / total:.1%});", counts)


if __name__ == "__main__":
    main()
