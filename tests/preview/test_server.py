"""Whom the preview's server answers, and what it never gives away."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from tests.preview.asking import ask

from taiyaku.errors import UsageError
from taiyaku.preview.editor import Editor
from taiyaku.preview.server import NEXT_PORTS, open_server

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Newsroom
    from tests.preview.conftest import Preview

JA = "/ja/harbor/"


def test_it_listens_on_loopback_only(preview: Preview) -> None:
    """No other machine can reach it."""
    assert preview.server.server_address[0] == "127.0.0.1"


STRANGERS = [
    "evil.example",
    "evil.example:{port}",
    "127.0.0.1",
    "127.0.0.1:1",
    "127.0.0.1.evil.example:{port}",
    "",
    "[::1]",
]
PATHS = ["/", JA, "/_preview/preview.css", "/_preview/events", "/assets/taiyaku.css"]


def test_other_hosts_are_refused(preview: Preview) -> None:
    """A name that leads here does not make its page one of ours (DNS rebinding)."""
    for host in STRANGERS:
        for path in PATHS:
            reply = preview.get(path, Host=host.format(port=preview.server.server_port))
            assert (reply.status, reply.body) == (421, b"421 Misdirected Request\n"), (host, path)


def test_our_own_names_are_answered(preview: Preview) -> None:
    """The address that was printed, and the name that people type."""
    for host in ("127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"):
        assert preview.get(JA, Host=host.format(port=preview.server.server_port)).status == 200


def test_other_origins_are_refused(preview: Preview) -> None:
    """A page of another site may send requests here; it gets nothing."""
    for origin in ("https://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:{port}"):
        assert preview.get(JA, Origin=origin.format(port=preview.server.server_port)).status == 421


OUTSIDE = [
    "/../secret.txt",
    "/ja/harbor/../../../secret.txt",
    "/ja/harbor/%2e%2e/%2e%2e/secret.txt",
    "/ja/harbor/..%2f..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "//secret.txt",
    "/ja//harbor/",
    "/ja/./harbor/",
    "/ja/harbor/%00",
    "/taiyaku.toml",
    "/source_text/harbor.md",
    "/.taiyaku/checks.json",
    "/en/harbor/images/linked.svg",
    "/en/harbor/images/unlinked.svg",
    "http://[::bad/",
    "/\\secret.txt",
]


def test_nothing_is_served_but_the_editions(preview: Preview, desk: Newsroom) -> None:
    """No path leads to a file that is no part of an edition, through links neither."""
    secret = desk.root.parent / f"{desk.root.name}-secret.txt"
    secret.write_text("secret\n")
    desk.write("source_text/images/unlinked.svg", "secret\n")
    (desk.root / "source_text/images/linked.svg").symlink_to(secret)
    preview.edit("source_text/harbor.md", "- Boats", "![A](images/linked.svg) ![B](../../secret.txt)")
    for path in OUTSIDE:
        reply = preview.get(path)
        assert reply.status == 404, path
        assert b"secret\n" not in reply.body


def test_a_file_that_becomes_a_link_is_not_followed(preview: Preview, desk: Newsroom) -> None:
    """What was an image when the page was made may lead out of the project when it is asked for."""
    image, pages = desk.root / "source_text/images/crane.svg", preview.server.pages
    assert preview.get("/en/harbor/images/crane.svg").status == 200
    secret = desk.root.parent / f"{desk.root.name}-secret.svg"
    secret.write_text("secret")
    with pages.saved:  # nobody looks meanwhile
        image.unlink()
        image.symlink_to(secret)
        pages.desk.look = lambda: False  # type: ignore[method-assign]  # nor before the file is sent
    assert preview.get("/en/harbor/images/crane.svg").status == 404


def test_an_article_that_is_a_link_out_is_refused(preview: Preview, desk: Newsroom) -> None:
    """No text from elsewhere becomes a page."""
    secret = desk.root.parent / f"{desk.root.name}-secret.md"
    secret.write_text("# secret\n")
    (desk.root / "source_text/linked.md").symlink_to(secret)
    assert preview.get("/en/linked/").status == 404
    assert any("leads out of the project" in problem["text"] for problem in preview.data("/en/")["problems"])


def test_a_theme_with_a_link_out_is_refused(preview: Preview, desk: Newsroom) -> None:
    """A stylesheet from elsewhere is not served."""
    secret = desk.root.parent / f"{desk.root.name}-secret.css"
    secret.write_text("secret")
    (desk.root / "theme").mkdir()
    (desk.root / "theme/taiyaku.css").symlink_to(secret)
    desk.write("taiyaku.toml", '[editions]\ntheme = "theme"\n')
    reply = preview.get("/assets/taiyaku.css")
    assert reply.status == 500
    assert reply.headers["Content-Type"].startswith("text/html")


def test_files_of_authors_run_nothing(preview: Preview) -> None:
    """An SVG could hold a script; opened by itself, it has no part in the preview's origin."""
    policy = preview.get("/en/harbor/images/crane.svg").headers["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy


def test_pages_are_not_kept_shared_or_framed(preview: Preview) -> None:
    """Browsers keep nothing of a preview, and give nothing of it to other sites."""
    headers = preview.get(JA).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize(("method", "status"), [("PUT", 501), ("DELETE", 501), ("OPTIONS", 501), ("POST", 405)])
def test_only_get_is_known(preview: Preview, method: str, status: int) -> None:
    """Nothing can be written."""
    assert ask(preview.server.server_port, method, JA).status == status


def test_head_is_get_without_the_body(preview: Preview) -> None:
    """As HTTP has it."""
    reply = ask(preview.server.server_port, "HEAD", JA)
    assert (reply.status, reply.body) == (200, b"")
    assert int(reply.headers["Content-Length"]) == len(preview.get(JA).body)


def test_a_page_without_its_slash_leads_to_it(preview: Preview) -> None:
    """Links within the page count from its folder."""
    reply = preview.get("/ja/harbor")
    assert (reply.status, reply.headers["Location"]) == (302, "/ja/harbor/")
    assert preview.get("/ja/nowhere").status == 404


def test_news_come_when_the_page_has_changed(preview: Preview) -> None:
    """Who waits hears of the next save; who has an old page hears at once."""
    version = preview.data(JA)["version"]
    assert "data: saved" in preview.get(f"/_preview/events?page={JA}&version=old").text
    stream = socket.create_connection(("127.0.0.1", preview.server.server_port), 10)
    with stream:
        host = f"127.0.0.1:{preview.server.server_port}"
        stream.sendall(f"GET /_preview/events?page={JA}&version={version} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
        received = b""
        while b": here" not in received:
            received += stream.recv(4096)
        assert b"data" not in received
        preview.edit("locales/ja/LC_MESSAGES/harbor.po", "次は", "この次")
        while part := stream.recv(4096):
            received += part
    assert b"data: saved" in received


def test_a_browser_that_goes_away_is_let_go(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that is closed while it waits leaves no trace on the terminal."""
    version = preview.data(JA)["version"]
    with socket.create_connection(("127.0.0.1", preview.server.server_port), 10) as stream:
        host = f"127.0.0.1:{preview.server.server_port}"
        stream.sendall(f"GET /_preview/events?page={JA}&version={version} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
        stream.recv(4096)
    for old, new in (("次は", "この次"), ("この次", "その次"), ("その次", "次の次")):
        preview.edit("locales/ja/LC_MESSAGES/harbor.po", old, new)
        assert preview.get(JA).status == 200
    assert capsys.readouterr().err == ""


# The editor


@pytest.fixture
def notebook(tmp_path: Path) -> tuple[Editor, Path]:
    """An editor that writes down how it was called."""
    note = tmp_path / "called.json"
    program = tmp_path / "editor.py"
    program.write_text(
        "import json, os, sys\n"
        f"with open({str(note)!r} + '.new', 'w') as file:\n    json.dump(sys.argv[1:], file)\n"
        f"os.rename({str(note)!r} + '.new', {str(note)!r})\n"
    )
    return Editor((sys.executable, str(program), "--goto", "{path}:{line}:{column}")), note


def posted(preview: Preview, asked: object, token: str = "secret", **headers: str) -> int:  # noqa: S107 (not one)
    """Ask for a file to be opened, and return the status."""
    body = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
    sent = {"X-Taiyaku-Token": token, **headers}
    return ask(preview.server.server_port, "POST", "/_preview/open", sent, body).status


def called(note: Path) -> list[str]:
    """Return the words that the editor was called with, as soon as it was."""
    end = time.monotonic() + 20
    while not note.exists():
        assert time.monotonic() < end, "the editor was not called"
        time.sleep(0.02)
    words: list[str] = json.loads(note.read_text())
    return words


def test_the_editor_opens_at_the_line(
    with_editor: Callable[[Editor], Any], notebook: tuple[Editor, Path], desk: Newsroom
) -> None:
    """With the token, the editor is called with the file and the line that the page shows."""
    editor, note = notebook
    with with_editor(editor) as preview:
        passage = preview.passage(JA, "The harbor opened")
        assert posted(preview, {"slug": "harbor", "locale": "ja", "passage": passage["index"]}) == 204
    line = passage["places"][1]["text"].rpartition(":")[2]
    assert called(note) == ["--goto", f"{desk.root}/locales/ja/LC_MESSAGES/harbor.po:{line}:1"]


REFUSED = {
    "no such article": ({"slug": "nowhere", "locale": "", "passage": 0}, 400),
    "no such locale": ({"slug": "harbor", "locale": "../..", "passage": 0}, 400),
    "no such passage": ({"slug": "harbor", "locale": "ja", "passage": 99}, 400),
    "a passage before the first": ({"slug": "harbor", "locale": "ja", "passage": -1}, 400),
    "a path": ({"path": "/etc/passwd"}, 400),
    "no object": ([1], 400),
    "no JSON": (b"slug=harbor", 400),
    "too much": (b" " * 5_000, 400),
}


@pytest.mark.parametrize("name", REFUSED)
def test_the_editor_opens_nothing_else(
    with_editor: Callable[[Editor], Any], notebook: tuple[Editor, Path], name: str
) -> None:
    """Who asks names a passage and never a path."""
    asked, status = REFUSED[name]
    with with_editor(notebook[0]) as preview:
        assert posted(preview, asked) == status
    assert not notebook[1].exists()


def test_the_editor_opens_for_our_pages_only(
    with_editor: Callable[[Editor], Any], notebook: tuple[Editor, Path]
) -> None:
    """Without the token, or from another origin, nothing is opened."""
    asked = {"slug": "harbor", "locale": "ja", "passage": 0}
    with with_editor(notebook[0]) as preview:
        assert posted(preview, asked, token="") == 403
        assert posted(preview, asked, token="wröng") == 403  # noqa: S106 (no password)
        assert posted(preview, asked, Origin="https://evil.example") == 421
        assert posted(preview, asked, Host="evil.example") == 421
    assert not notebook[1].exists()


def test_an_editor_that_does_not_start_is_told(with_editor: Callable[[Editor], Any]) -> None:
    """The page hears that it failed."""
    with with_editor(Editor((os.devnull + "/nowhere", "{path}"))) as preview:
        assert posted(preview, {"slug": "harbor", "locale": "", "passage": 0}) == 500


def test_without_an_editor_nothing_can_be_posted(preview: Preview) -> None:
    """There is nothing to write to."""
    assert posted(preview, {"slug": "harbor", "locale": "", "passage": 0}) == 405


# The port


def test_a_taken_port_gives_the_next(preview: Preview) -> None:
    """A second preview finds a port of its own."""
    taken = preview.server.server_port
    with open_server(taken, preview.server.pages) as other:
        assert taken < other.server_port < taken + NEXT_PORTS


def test_no_free_port_is_told(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many, the search ends."""
    monkeypatch.setattr("taiyaku.preview.server.NEXT_PORTS", 1)
    with pytest.raises(UsageError, match="no free port from"):
        open_server(preview.server.server_port, preview.server.pages)
