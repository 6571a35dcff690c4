"""A built site on a server of its own, as readers get it: with the root that a page for nothing needs."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class _Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name in the standard library)
        """Print nothing."""


@contextmanager
def served(folder: Path) -> Iterator[dict[str, str]]:
    """Serve a folder on loopback; give the addresses of its pages by their places, in order."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        places = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
        try:
            yield {place: f"http://127.0.0.1:{server.server_port}/{place}" for place in places}
        finally:
            server.shutdown()
            thread.join()
