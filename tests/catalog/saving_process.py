"""Programs that save catalogs, to be killed, starved and set against each other.

Called as `python -m tests.catalog.saving_process NAME FILE ...`; each prints what it saw as JSON.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.message import Message
from taiyaku.catalog.po import read, save
from taiyaku.errors import SaveError

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.catalog.po import PoFile

NOBODY = 65534


def catalog_of(count: int) -> Catalog:
    """Return a catalog of so many translated messages, with a header and something obsolete."""
    header = (("Content-Type", "text/plain; charset=UTF-8"), ("Language", "ja"))
    messages = [Message(f"The harbor opened, {number}.", f"港が開いた。{number}") for number in range(count)]
    return Catalog("ja", header, (*messages, Message("Old.", "旧。", obsolete=True)))


def commented(catalog: Catalog, number: int, comment: str) -> Catalog:
    """Return the catalog with one more comment of a translator."""
    messages = list(catalog.messages)
    message = messages[number % len(messages)]
    messages[number % len(messages)] = replace(message, translator_comments=(*message.translator_comments, comment))
    return replace(catalog, messages=tuple(messages))


def with_addition(file: PoFile, text: str = "新しい") -> Catalog:
    """Return the catalog of a file with one more translation."""
    return replace(file.catalog, messages=(*file.catalog.messages, Message("new", text)))


def one(path: Path) -> dict[str, str]:
    """Add a translation; tell how that ended."""
    file = read(path)
    try:
        save(path, with_addition(file), file)
    except SaveError as error:
        return {"error": str(error)}
    return {"error": ""}


def one_as_nobody(path: Path) -> dict[str, str]:
    """Do the same without the rights of root, for which no folder and no file is read-only."""
    import polib  # noqa: F401 (where Python itself lies may be closed to nobody)

    os.chdir(path.parent)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    return one(Path(path.name))


def killed(path: Path, rounds: int, seed: int) -> dict[str, int]:
    """Kill a process that saves without pause, at a random moment, many times; after each look at the file."""
    random_ = random.Random(seed)  # noqa: S311 (moments, not secrets)
    one_, other = catalog_of(300), commented(catalog_of(300), 7, "訳注")
    save(path, one_, None)
    file = read(path)
    texts = {file.data}
    save(path, other, file)
    texts.add(path.read_bytes())
    temporary = path.with_name(f".{path.name}.taiyaku-tmp")
    damaged = caught = 0
    for _ in range(rounds):
        process = os.fork()
        if process == 0:
            while True:
                file = read(path)
                save(path, other if file.catalog == one_ else one_, file)
        time.sleep(random_.uniform(0.002, 0.06))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        damaged += path.read_bytes() not in texts
        caught += temporary.exists()
    piled = len(list(path.parent.iterdir())) - 1
    file = read(path)
    save(path, other if file.catalog == one_ else one_, file)
    left = len(list(path.parent.iterdir())) - 1
    return {"damaged": damaged, "caught": caught, "piled": piled, "left": left}


def starved(path: Path, limits: int) -> dict[str, int]:
    """Save with room for 512 bytes, for 1,024, and so on up to what the file needs."""
    save(path, catalog_of(limits * 512 // 60), None)
    file = read(path)
    new = with_addition(file)
    tried = damaged = silent = 0
    for limit in range(0, min(len(file.data), limits * 512), 512):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        try:
            save(path, new, file)
            silent += 1
        except SaveError as error:
            silent += "File too large" not in str(error)
        tried += 1
        damaged += path.read_bytes() != file.data or len(list(path.parent.iterdir())) > 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return {"tried": tried, "damaged": damaged, "silent": silent, "then": int(save(path, new, file))}


def edits(path: Path, name: str, count: int, told: Path) -> dict[str, int]:
    """Make so many edits of one catalog; put what was saved aside into the folder `told`, under the edit's name."""
    kept = refused = 0
    for number in range(count):
        file = read(path)
        try:
            save(path, commented(file.catalog, number * 7, f"{name}-{number}"), file)
            kept += 1
        except SaveError as error:
            hint = error.problem.hint
            beside = path.with_name(str(hint.parameters["beside"])) if hint else path
            beside.rename(told / f"{name}-{number}")
            refused += 1
    return {"kept": kept, "refused": refused}


def main(arguments: list[str]) -> None:
    """Run one of them: its name, the file, further arguments."""
    name, file, *rest = arguments
    path = Path(file)
    programs: dict[str, Callable[[], dict[str, int] | dict[str, str]]] = {
        "one": lambda: one(path),
        "one_as_nobody": lambda: one_as_nobody(path),
        "killed": lambda: killed(path, int(rest[0]), int(rest[1])),
        "starved": lambda: starved(path, int(rest[0])),
        "edits": lambda: edits(path, rest[0], int(rest[1]), Path(rest[2])),
    }
    sys.stdout.write(json.dumps(programs[name]()))


if __name__ == "__main__":
    main(sys.argv[1:])
