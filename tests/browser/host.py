"""A web host for tests: serves a folder at any path, can be stopped, can stall, and can send the headers of the site's own file."""

import threading
import time
from fnmatch import fnmatchcase
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from types import TracebackType

from tests.browser.conftest import Patient


class Host:
    """Serves `folder` on loopback below `path`. What it does can be changed while it runs."""

    def __init__(
        self, folder: Path, path: str = "/", rules: tuple[tuple[str, str, str], ...] = (), lost: bool = False
    ) -> None:
        self.folder = folder
        self.lost = lost
        """Whether a lost address is answered with the site's own page for that."""
        self.path = path
        self.rules = rules
        self.asked: list[str] = []
        self.broken = ""
        """Addresses that end so are answered with trouble."""
        self.slow = ""
        """Addresses that end so are not answered while this says so."""
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"

    def start(self) -> None:
        host = self

        class Handler(_Handler):
            of = host

        self.server = Patient(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        self.slow = ""
        self.server.shutdown()
        self.server.server_close()

    def __enter__(self) -> "Host":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()


class _Handler(SimpleHTTPRequestHandler):
    of: Host

    def do_GET(self) -> None:
        self.of.asked.append(self.path)
        while self.of.slow and self.path.endswith(self.of.slow):
            time.sleep(0.05)
        if self.of.broken and self.path.endswith(self.of.broken):
            self.send_error(503)
        elif not self.path.startswith(self.of.path):
            self.send_error(404)
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404 or not self.of.lost:
            return super().send_error(code, message, explain)
        body = (self.of.folder / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def translate_path(self, path: str) -> str:
        self.directory = str(self.of.folder)
        return super().translate_path("/" + path.removeprefix(self.of.path))

    def end_headers(self) -> None:
        for pattern, name, value in self.of.rules:
            if fnmatchcase(self.path.split("?")[0], pattern):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def rules_of(headers: str) -> tuple[tuple[str, str, str], ...]:
    """A `_headers` file in, its rules out: pattern, name, value."""
    rules, pattern = [], ""
    for line in filter(str.strip, headers.splitlines()):
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules.append((pattern, name, value))
        else:
            pattern = line
    return tuple(rules)
