"""The door to the browser: found, started, and ended."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.judges import judge

from taiyaku.chromium import VARIABLE, PrintError, find_browser, printed
from taiyaku.errors import SettingsError


def _program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_a_path_comes_before_the_environment_and_that_before_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is named must be there: another one is not taken instead."""
    one, two, three = (_program(tmp_path / name, "true") for name in ("one", "two", "chromium"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(VARIABLE, two)
    assert find_browser(one) == one
    assert find_browser() == two
    monkeypatch.delenv(VARIABLE)
    assert find_browser() == three
    with pytest.raises(SettingsError, match="no browser at missing"):
        find_browser("missing")


def test_a_browser_that_prints_nothing_is_told_of_with_its_last_words(tmp_path: Path) -> None:
    """Whatever its exit code is; one that cannot be started, too."""
    with pytest.raises(PrintError, match="no display"):
        printed(_program(tmp_path / "fails", "echo starting >&2; echo no display >&2"), "<p>a")
    with pytest.raises(PrintError, match="silent"):
        printed(_program(tmp_path / "silent", "exit 7"), "<p>a")
    with pytest.raises(PrintError, match="does not start"):
        printed(str(tmp_path / "nothing"), "<p>a")


def test_a_browser_that_hangs_is_ended_with_its_helpers(tmp_path: Path) -> None:
    """Nothing of it is left, not the folder of its profile either."""
    script = f'sleep 60 & echo $! > "{tmp_path}/helper"; echo "$HOME" > "{tmp_path}/home"; wait'
    with pytest.raises(PrintError, match="1 seconds"):
        printed(_program(tmp_path / "hangs", script), "<p>a", seconds=1)
    helper = int((tmp_path / "helper").read_text())
    assert not Path((tmp_path / "home").read_text().strip()).exists()
    end = time.monotonic() + 10
    while _runs(helper):
        assert time.monotonic() < end
        time.sleep(0.02)


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_page_reaches_no_network(tmp_path: Path) -> None:
    """A picture on a server of this machine is not asked for, by name or by number."""
    import http.server
    import threading

    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        addresses = (f"http://{host}:{server.server_port}/{host}" for host in ("127.0.0.1", "localhost", "[::1]"))
        page = "".join(f'<img src="{address}">' for address in addresses)
        assert printed(judge("chromium"), f"<!doctype html><title>a</title>{page}").startswith(b"%PDF")
        server.shutdown()
    assert asked == []
