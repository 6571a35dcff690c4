"""The preview's server: on this machine only, for browsers that ask for it by one of its own names.

A page of some other site can make a browser ask us, also under a name of its own that leads here (DNS rebinding): so
the Host header must name us, nothing is shared with other origins, and an editor opens only for who shows the token.
"""

from __future__ import annotations

import errno
import hmac
import json
import os
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from time import thread_time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from taiyaku.errors import Phrase, TaiyakuError, UsageError
from taiyaku.preview.overlay import STYLES, STYLESHEET
from taiyaku.preview.pages import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.preview.editor import Editor
    from taiyaku.preview.pages import Pages

ADDRESS = "127.0.0.1"
EVENTS, OPEN = "/_preview/events", "/_preview/open"
TOKEN = "X-Taiyaku-Token"  # noqa: S105 (the name of a header)
NEXT_PORTS = 20
"""So many ports after the wanted one are tried."""

_PAUSE = 0.25  # seconds between two looks at the files
_SHARE = 20  # so many times what a look takes is waited at least: it is to cost a twentieth of a processor at most
_ALIVE = 10.0  # seconds after which a page that waits hears that we are there
_LONGEST = 1_000  # bytes of a request to open a file
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_OURS = "frame-ancestors 'none'"
_FOREIGN = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
"""For what authors wrote themselves, such as an SVG: it runs nothing, and has no part in our origin."""


class Server(ThreadingHTTPServer):
    """Serves `pages`; `editor` opens files where there is one."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers have one port

    def __init__(self, port: int, pages: Pages, editor: Editor | None = None) -> None:
        super().__init__((ADDRESS, port), Handler)
        self.pages, self.editor = pages, editor
        self.ended = Event()
        self.names = frozenset(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost"))

    @property
    def url(self) -> str:
        """The address of the first page, without a slash at its end."""
        return f"http://{ADDRESS}:{self.server_port}"

    def watch(self) -> None:
        """Look at the project's files again and again, until the server has ended."""
        pause = _PAUSE
        while not self.ended.wait(pause):
            began = thread_time()  # of ours, and not of who holds the lock: a PDF takes long
            self.pages.look()
            pause = max(_PAUSE, _SHARE * (thread_time() - began))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch the files meanwhile; afterwards nobody waits for us any more."""
        watcher = Thread(target=self.watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            self.ended.set()
            self.pages.wake()
            watcher.join()
            self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let go of a browser that went away; anything else is a fault of ours, and shown."""
        import sys

        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def open_server(port: int, pages: Pages, editor: Editor | None = None) -> Server:
    """Return a server at `port` or the first free one after it. Raises UsageError where there is none."""
    for candidate in range(port, min(port + NEXT_PORTS, 65_536)):
        try:
            return Server(candidate, pages, editor)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise UsageError(Phrase("no free port from {port} on", port=port), hint=Phrase("give another one with --port"))


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version, sys_version = "taiyaku", ""
    timeout = 30

    def do_GET(self) -> None:
        """Send a page, a file, or the news that a page has changed."""
        if not self._is_for_us():
            return
        path, _, query = self.path.partition("?")
        if path == EVENTS and self.command == "GET":
            asked = parse_qs(query)
            self._tell(asked.get("page", [""])[0], asked.get("version", [""])[0])
        elif path == STYLESHEET:
            self._send(HTTPStatus.OK, "text/css; charset=utf-8", STYLES)
        else:
            self._page(path)

    do_HEAD = do_GET  # noqa: N815 (http.server's name)

    def do_POST(self) -> None:
        """Open a passage's file in the editor, for a page of ours."""
        if not self._is_for_us():
            return
        token = self.headers.get(TOKEN, "").encode("utf-8", "replace")
        if self.path != OPEN or self.server.editor is None:
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)
        elif not hmac.compare_digest(token, self.server.pages.token.encode()):
            self._refuse(HTTPStatus.FORBIDDEN)
        else:
            self._open(self.server.editor)

    def _is_for_us(self) -> bool:
        """Whether the request names us; it is refused if not."""
        hosts = [host.lower() for host in self.headers.get_all("Host", [])]
        origins = {host.removeprefix("http://") for host in self.headers.get_all("Origin", [])}
        if len(hosts) == 1 and hosts[0] in self.server.names and origins <= self.server.names:
            return True
        self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        return False

    def _page(self, path: str) -> None:
        if "." not in path.rpartition("/")[2] and not path.endswith("/") and place_of(path) is not None:
            answer = self.server.pages.answer(f"{path}/")
            if answer.status == HTTPStatus.OK:
                self._send(HTTPStatus.FOUND, "text/plain", b"", {"Location": f"{path}/"})
                return
        answer = self.server.pages.answer(path)
        self._send(
            answer.status, answer.kind, answer.body, {"Content-Security-Policy": _OURS if answer.ours else _FOREIGN}
        )

    def _tell(self, page: str, version: str) -> None:
        """Tell a page when it is not what it was any more."""
        self.send_response(HTTPStatus.OK)
        self._headers({"Content-Type": "text/event-stream"})
        pages = self.server.pages
        while not self.server.ended.is_set():
            generation = pages.generation
            self.wfile.write(b": here\n\n")
            if pages.answer(page).version != version:
                self.wfile.write(b"data: saved\n\n")
                return
            pages.wait(generation, _ALIVE)

    def _open(self, editor: Editor) -> None:
        try:
            length = int(self.headers.get("Content-Length", ""))
            asked: Any = json.loads(self.rfile.read(length)) if 0 < length <= _LONGEST else None
            path, position = self.server.pages.place(str(asked["slug"]), str(asked["locale"]), int(asked["passage"]))
            editor.open(path, position)
        except (TypeError, ValueError, KeyError, TaiyakuError):
            self._refuse(HTTPStatus.BAD_REQUEST)
        except OSError:
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR)
        else:
            self._send(HTTPStatus.NO_CONTENT, "text/plain", b"")

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(status, "text/plain; charset=utf-8", f"{status.value} {status.phrase}\n".encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self._headers({"Content-Type": kind, "Content-Length": str(len(body)), **(more or {})})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _headers(self, more: dict[str, str]) -> None:
        for name, value in {**_HEADERS, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet: the terminal belongs to who typed the command."""


def serve(server: Server) -> None:
    """Serve until somebody stops it. Raises KeyboardInterrupt, after all is put away, when that is how."""
    with server.watching():
        server.serve_forever()
