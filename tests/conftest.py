"""What the tests of whole commands share: a project in a temporary folder, and the program run inside it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# How long an example takes says nothing about what is true. In CI the examples are the same for the same code; people's
# runs look for new ones.
settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("TAIYAKU_REQUIRE_JUDGES")))
settings.load_profile("project")

# The program chooses its language when it is imported; the tests read English.
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(_name, None)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.browser import Browser

    from taiyaku.project.project import Project

ARTICLE = """\
---
title: Harbor opens
deck: Two towns meet
byline: By the desk
date: 2026-04-01
tags: [port, sea]
---

The harbor opened on Wednesday.

## What comes next

The towns will meet again in May. They have met twice.

- Boats
- Bread
"""

JAPANESE_ARTICLE = """\
---
title: 港が開く
date: 2026-04-02
locale: ja
---

港は水曜日に
開いた。

次の会合は5月である。
"""


@dataclass
class Result:
    """What a run of the program gave."""

    exit_code: int
    stdout: str
    stderr: str


@dataclass
class Newsroom:
    """A project in a folder, which is also the current one."""

    root: Path
    run: Callable[..., Result]

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file of the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def read(self, path: str) -> str:
        """Return the text of a file of the project, line ends untouched."""
        return (self.root / path).read_bytes().decode()

    def project(self) -> Project:
        """Return the project as the commands see it."""
        from taiyaku.project.project import require_project

        return require_project(self.root)

    def translate(self, slug: str, translations: dict[str, str], locale: str = "ja") -> None:
        """Put translations into a catalog as a translator would, through an editor that keeps the rest."""
        from dataclasses import replace

        from taiyaku.catalog import po

        path = self.root / f"locales/{locale}/LC_MESSAGES/{slug}.po"
        file = po.read(path)
        messages = []
        for message in file.catalog.messages:
            if message.msgid in translations and not message.obsolete:
                flags = tuple(flag for flag in message.flags if flag != "fuzzy")
                message = replace(  # noqa: PLW2901 (the edited one takes its place)
                    message, msgstr=translations[message.msgid], flags=flags, previous_msgid=None, previous_msgctxt=None
                )
            messages.append(message)
        po.save(path, replace(file.catalog, messages=tuple(messages)), file)


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """Return an empty project with default settings."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taiyaku.toml").write_text("", encoding="utf-8")

    def run(*arguments: str) -> Result:
        from taiyaku.cli import main

        capsys.readouterr()
        with pytest.raises(SystemExit) as info:
            main(list(arguments))
        captured = capsys.readouterr()
        code = info.value.code
        return Result(code if isinstance(code, int) else 0 if code is None else 1, captured.out, captured.err)

    return Newsroom(tmp_path, run)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a run that look at pages; tests skip where there is none."""
    from tests.browser import chromium

    with chromium() as running:
        yield running
