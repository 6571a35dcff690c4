"""taiyaku preview as it is typed: what it prints, how it ends, what it refuses."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from tests.preview.asking import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Newsroom

# A shell that starts something in the background lets it ignore Ctrl-C; who runs these tests may be such a one.
_PROGRAM = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from taiyaku.cli import main; main()"
)


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the command in the current folder, and yield it with the address that it prints."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, "preview", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.fullmatch(r"Preview: (http://127\.0\.0\.1:\d+/\S*) \(Ctrl-C ends it\)\n", line)
        assert found is not None, line or process.communicate()
        yield process, found[1]
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    """A project with one article and its catalog."""
    newsroom.write("source_text/harbor.md", "# Harbor opens\n")
    assert newsroom.run("update").exit_code == 0
    return newsroom


def test_it_serves_until_it_is_interrupted(desk: Newsroom) -> None:
    """Ctrl-C is how it ends: with a word, and exit code 0."""
    with started("--port", "0") as (process, url):
        address = urlsplit(url)
        assert b"Harbor opens" in ask(address.port or 0, "GET", address.path).body
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "The preview has ended.\n", "")


def test_an_article_is_where_it_begins(desk: Newsroom) -> None:
    """Given an article, the address is that of its page with both languages."""
    with started("harbor", "--port", "0") as (_, url):
        assert url.endswith("/bilingual/harbor/")


def test_a_broken_article_does_not_keep_it_from_starting(desk: Newsroom) -> None:
    """The page tells what is wrong with it."""
    desk.write("source_text/harbor.md", "---\ntitle: [\n---\n")
    with started("source_text/harbor.md", "--port", "0") as (_, url):
        assert url.endswith("/en/harbor/")


def test_a_taken_port_is_told_and_the_next_one_used(desk: Newsroom) -> None:
    """Two previews can run side by side."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with started("--port", str(port)) as (process, url):
            assert int(url.split(":")[2].rstrip("/")) > port
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=20)[1] == f"Port {port} is taken.\n"


WRONG = {
    ("nowhere",): "no article “nowhere”",
    ("--editor", "no-such-editor"): "no program “no-such-editor”",
    ("--port", "70000"): "70000",
}


@pytest.mark.parametrize("arguments", WRONG)
def test_what_cannot_be_meant_is_refused(desk: Newsroom, arguments: tuple[str, ...]) -> None:
    """A usage error, told before anything is served."""
    result = desk.run("preview", *arguments)
    assert result.exit_code == 2
    assert WRONG[arguments] in result.stderr


def test_an_article_without_a_slug_of_its_own_is_told(desk: Newsroom) -> None:
    """Two articles with one slug have no page."""
    desk.write("source_text/harbor.txt", "Harbor opens\n")
    result = desk.run("preview", "harbor")
    assert result.exit_code == 3
    assert "the slug “harbor” is also that of" in result.stderr


def test_outside_of_a_project_there_is_nothing_to_show(newsroom: Newsroom) -> None:
    """As with every command that needs a project."""
    (newsroom.root / "taiyaku.toml").unlink()
    assert newsroom.run("preview").exit_code == 2
