"""What the program prints where the terminal, or the file that the output goes to, cannot hold every character."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

ARTICLE = "# T\n\nHello there all of you, {} men – “café”.\n"


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    """Return a project with an article that was corrected."""
    newsroom.write("source_text/a.md", ARTICLE.format(200))
    newsroom.run("update")
    newsroom.translate("a", {"T": "題", ARTICLE.format(200).splitlines()[2]: "やあ、200人。"})
    newsroom.write("source_text/a.md", ARTICLE.format(250))
    return newsroom


def printed(newsroom: Newsroom, encoding: str, *arguments: str) -> bytes:
    """Return what the program prints in an encoding, for a reader of Japanese."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LANG": "ja_JP.UTF-8"}
    command = [sys.executable, "-c", "from taiyaku.cli import main; main()", *arguments]
    result = subprocess.run(command, cwd=newsroom.root, env=environment, capture_output=True, check=False)
    assert (result.returncode, b"Traceback" in result.stderr) == (0, False), result.stderr
    return result.stdout


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp932", "{+250+} men \\u2013 “caf\\xe9”."), ("latin-1", "{+250+} men \\u2013 \\u201ccafé\\u201d.")],
)
def test_text_in_other_encodings(desk: Newsroom, encoding: str, text: str) -> None:
    """What the encoding does not have is printed as an escape, and nothing fails."""
    assert text in printed(desk, encoding, "changes").decode(encoding)
    assert "200" in printed(desk, encoding, "update", "--dry-run").decode(encoding)


@pytest.mark.parametrize("encoding", ["cp932", "latin-1", "utf-8"])
def test_json_is_utf_8(desk: Newsroom, encoding: str) -> None:
    """Whatever the terminal has, a program reads UTF-8."""
    for command in ("changes", "status"):
        value = json.loads(printed(desk, encoding, command, "--format", "json").decode("utf-8"))
        assert value["version"]
    assert "<meta charset" in printed(desk, encoding, "changes", "--format", "html", "--output", "-").decode("utf-8")
