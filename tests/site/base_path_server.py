"""A server of static files under a base path, as GitHub Pages has for /repo/."""

import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a base path; what is not there gets the site's 404.html."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
    }

    def __init__(self, *arguments: object, base: str, folder: Path) -> None:
        self.base = base
        self.folder = folder
        super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path.startswith(self.base):
            self.path = "/" + self.path[len(self.base) :]
            super().do_GET()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.folder / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing: what the browser asked for is kept by the browser's own log."""


class BasePathServer:
    """Serves `folder`, which may be filled later, at `address` until the end of its `with` block."""

    def __init__(self, folder: Path, base: str) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, base=base, folder=folder))
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}{base}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
