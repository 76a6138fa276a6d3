"""A server on this machine that counts what it sends, as it would travel: compressed."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    "": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
}
Find = Callable[[str], bytes | None]


class CountingServer:
    """Serves what `find` gives for a path, and notes each path with its compressed size."""

    def __init__(self, find: Find, pause: float = 0.0) -> None:
        """`pause`: seconds before each answer, as on a network, so that requests of one wave overlap."""
        self.pause = pause
        server = self
        self.sent: list[tuple[str, int]] = []
        measure = cache(lambda path: len(gzip.compress(find(path) or b"", mtime=0)))
        sent = self.sent

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = unquote(urlsplit(self.path).path)
                content = find(path)
                time.sleep(server.pause)
                self.send_response(200 if content is not None else 404)
                self.send_header("Content-Type", TYPES.get(Path(path).suffix, "application/octet-stream"))
                self.send_header("Content-Length", str(len(content or b"")))
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(content or b"")
                sent.append((path, measure(path)))

            def log_message(self, *_: object) -> None:
                """Say nothing: the counts are the log."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def take(self) -> list[tuple[str, int]]:
        """Return what was sent since the last time."""
        sent = self.sent[:]
        self.sent.clear()
        return sent

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
