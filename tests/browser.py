"""A real Chromium for tests, driven through its DevTools protocol. Pages are waited for, never slept on."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.judges import judge
from websockets.sync.client import connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.client import ClientConnection

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
    "--remote-debugging-port=0",
)
_PATIENCE = 30.0
_LEAVING = ("navigated or closed", "context was destroyed", "Cannot find default execution context")
"""What the browser says of a page that is just making way for another."""


class PageError(AssertionError):
    """The page threw an exception, or did not become what was waited for."""


class Tab:
    """A page in the browser. `events` are what the protocol told since it was opened, oldest first."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method of the protocol and return its result. Events that come in between are kept."""
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = self._receive(_PATIENCE)
            if message is None:
                raise PageError(f"the browser does not answer {method}")
            if message.get("id") == number:
                if "error" in message:
                    raise PageError(f"{method}: {message['error']['message']}")
                result: dict[str, Any] = message["result"]
                return result

    def _receive(self, seconds: float) -> dict[str, Any] | None:
        try:
            message: dict[str, Any] = json.loads(self._connection.recv(timeout=seconds))
        except TimeoutError:
            return None
        if "method" in message:
            self.events.append(message)
        return message

    def listen(self, seconds: float) -> None:
        """Gather events for some seconds: for what must not happen."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._receive(left)

    def view(self, width: int, height: int = 900, *, dark: bool = False, media: str = "screen") -> None:
        """Give the page a size in CSS pixels, a colour scheme and a medium."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def without_scripts(self) -> None:
        """Let pages run no script of their own; ours through `run` still do."""
        self.send("Emulation.setScriptExecutionDisabled", value=True)

    def open(self, address: str | Path) -> None:
        """Go to a page, a file or an address, and wait until it is loaded with its fonts."""
        url = address.resolve().as_uri() if isinstance(address, Path) else address
        seen = len(self.events)
        answer = self.send("Page.navigate", url=url)
        if answer.get("errorText"):
            raise PageError(f"{url}: {answer['errorText']}")
        end = time.monotonic() + _PATIENCE
        while not any(event["method"] == "Page.loadEventFired" for event in self.events[seen:]):
            if time.monotonic() > end:
                raise PageError(f"{url} is not loaded")
            self._receive(1)
        self.run("document.fonts.ready.then(() => true)")

    def run(self, expression: str) -> Any:
        """Return the value of an expression in JavaScript, awaited if it is a promise."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise PageError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def wait(self, expression: str, seconds: float = _PATIENCE) -> None:
        """Wait until an expression is true, be it on the page that a page reloads itself to."""
        end = time.monotonic() + seconds
        while not self._holds(expression):
            if time.monotonic() > end:
                raise PageError(f"never true: {expression}")
            self._receive(0.05)

    def _holds(self, expression: str) -> bool:
        try:
            return bool(self.run(expression))
        except PageError as error:
            if any(sign in str(error) for sign in _LEAVING):
                return False
            raise

    def click(self, selector: str) -> None:
        """Click with the mouse in the middle of the first element that matches."""
        place = self.run(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2] }})(document.querySelector({json.dumps(selector)}))"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def press(self, key: str) -> None:
        """Press a key: Tab, Enter, ArrowRight or a character."""
        text = {"Enter": "\r", " ": " "}.get(key, "")
        codes = {"Tab": 9, "Enter": 13, " ": 32, "ArrowLeft": 37, "ArrowRight": 39}
        code = codes.get(key, 0)
        down: dict[str, object] = {"key": key, "windowsVirtualKeyCode": code}
        self.send("Input.dispatchKeyEvent", type="keyDown", **down, **({"text": text} if text else {}))
        self.send("Input.dispatchKeyEvent", type="keyUp", **down)

    def picture(self, path: Path | None = None) -> bytes:
        """Return the whole page as PNG, and write it to `path`."""
        answer = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        content = base64.b64decode(answer["data"])
        if path is not None:
            path.write_bytes(content)
        return content

    def pdf(self) -> bytes:
        """Return the page as it prints, whatever medium it was looked at for."""
        self.send("Emulation.setEmulatedMedia", media="print", features=[])
        answer = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(answer["data"])

    @property
    def requests(self) -> list[str]:
        """The addresses that the page has asked for."""
        sent = (event for event in self.events if event["method"] == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]

    @property
    def complaints(self) -> list[str]:
        """What the browser's console says of the page: errors, and what its policy has blocked."""
        found = []
        for event in self.events:
            if event["method"] == "Runtime.exceptionThrown":
                found.append(event["params"]["exceptionDetails"]["text"])
            elif event["method"] == "Log.entryAdded" and event["params"]["entry"]["level"] in {"error", "warning"}:
                found.append(event["params"]["entry"]["text"])
        return found


class Browser:
    """A running Chromium with a profile of its own."""

    def __init__(self, port: int) -> None:
        self._port = port

    @contextmanager
    def tab(self, width: int = 1280, height: int = 900) -> Iterator[Tab]:
        """Open an empty page of a size in CSS pixels; it is closed at the end."""
        import urllib.request

        request = urllib.request.Request(f"http://127.0.0.1:{self._port}/json/new?about:blank", method="PUT")
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310 (our own browser on loopback)
            target = json.load(answer)
        with connect(target["webSocketDebuggerUrl"], max_size=None) as connection:
            tab = Tab(connection)
            tab.view(width, height)
            yield tab
            tab.send("Page.close")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium; skip the test where there is none, or fail it where judges are required."""
    program = judge("chromium")
    profile = tempfile.mkdtemp(prefix="taiyaku-browser-")
    process = subprocess.Popen(
        [program, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": profile},
    )
    try:
        yield Browser(_port(Path(profile, "DevToolsActivePort"), process))
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(profile, ignore_errors=True)


def _port(file: Path, process: subprocess.Popen[bytes]) -> int:
    """Return the port that the browser has chosen, which it writes into its profile."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        lines = file.read_text("utf-8").split("\n") if file.exists() else []
        if len(lines) > 1:
            return int(lines[0])
        if process.poll() is not None:
            raise PageError(f"the browser ended with {process.returncode}")
        time.sleep(0.05)
    raise PageError("the browser does not start")
