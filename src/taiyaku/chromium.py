"""The only door to Chromium, or a browser made of it: a program on the user's machine, which may be missing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from taiyaku.errors import Phrase, SettingsError, TaiyakuError

VARIABLE = "TAIYAKU_CHROMIUM"
"""The environment variable with the path of the program, where no setting gives it."""

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no network: whatever a page asks for
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
SECONDS = 120.0
"""A page that is not printed by then never will be."""


class PrintError(TaiyakuError):
    """The browser did not print a page."""


def find_browser(path: str = "") -> str:
    """Return the browser at `path`, at what the environment says, or the first one that is installed.

    Raises SettingsError where there is none.
    """
    named = path or os.environ.get(VARIABLE, "")
    if named:
        found = shutil.which(named)
        if found is None:
            raise SettingsError(
                Phrase("there is no browser at {path}", path=named),
                hint=Phrase("give the path of Chromium, Chrome or Edge"),
            )
        return found
    installed = next(filter(None, map(shutil.which, (*_NAMES, *_PLACES))), None)
    if installed is None:
        raise SettingsError(
            Phrase("PDF is printed by Chromium, Chrome or Edge, and none is installed"),
            hint=Phrase("install one, or say in the setting editions.chromium where it is"),
        )
    return installed


def printed(browser: str, page: str, seconds: float = SECONDS) -> bytes:
    """Return a page, given as HTML that needs no other file, as PDF.

    The browser gets a profile of its own, which is deleted, and no network. Raises PrintError where it fails or takes
    longer than `seconds`.
    """
    return _made(browser, page, "page.pdf", ("--print-to-pdf",), seconds)


def drawn(browser: str, page: str, size: tuple[int, int], seconds: float = SECONDS) -> bytes:
    """Return a page, given as HTML that needs no other file, as PNG of so many pixels. Else as `printed`."""
    window = f"--window-size={size[0]},{size[1]}"
    asked = (window, "--hide-scrollbars", "--force-device-scale-factor=1", "--screenshot")
    return _made(browser, page, "page.png", asked, seconds)


def _made(browser: str, page: str, name: str, asked: tuple[str, ...], seconds: float) -> bytes:
    """Return what a browser makes of a page; the last flag in `asked` gets the path of the file `name`."""
    with tempfile.TemporaryDirectory(prefix="taiyaku-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "page.html"), Path(folder, name)
        source.write_bytes(page.encode())
        flags = [*_FLAGS, *(["--no-sandbox"] if _is_root() else [])]
        flags += [f"--user-data-dir={folder}/profile", *asked[:-1], f"{asked[-1]}={target}"]
        command = [browser, *flags, source.as_uri()]
        said = _run(command, Path(folder), seconds)
        if not target.is_file():
            lines = said.decode("utf-8", "replace").strip().splitlines() or [Path(browser).name]
            raise PrintError(Phrase("the browser did not print the page: {why}", why=lines[-1]))
        return target.read_bytes()


def _run(command: list[str], folder: Path, seconds: float) -> bytes:
    """Run a browser and return what it says. All of its processes end with it."""
    environment = {**os.environ, "HOME": str(folder)}
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        raise PrintError(Phrase("the browser does not start: {why}", why=error.strerror or error)) from error
    try:
        return process.communicate(timeout=seconds)[1]
    except subprocess.TimeoutExpired as error:
        raise PrintError(
            Phrase("the browser has printed nothing in {seconds} seconds", seconds=round(seconds)),
            hint=Phrase("try again; if it stays so, look at the page in the edition `print`"),
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is left of a browser and its helpers."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:  # pragma: no cover (Windows)
        process.kill()
    process.communicate()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
