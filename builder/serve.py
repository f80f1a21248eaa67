"""A rebuild function in, a site on this machine out, built again whenever its sources change, with what is to mend."""

import functools
import gc
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from builder.diagnostics.errors import BuilderError
from builder.preview import BARE, STYLE, STYLE_ADDRESS, Preview, with_banner

Rebuild = Callable[[Path], Iterator[Preview]]
"""Builds the site into a folder: first what is seen at once, then, if it is asked for that, the rest."""

SETTLE_SECONDS = 0.2
"""An editor saves in several steps; wait until it is quiet."""


_TOLD = ("Built again. Reload the page.", "It was tried on paper too.", "Its files are made too.")


def serve(rebuild: Rebuild, folders: Iterable[Path], port: int, say: Callable[[str], None]) -> None:
    """Build into a folder of its own, serve it on loopback, rebuild on change, until interrupted.

    Raises:
        BuilderError: the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="psychoed-") as temporary:
        out = Path(temporary) / "site"
        out.mkdir()
        *_, shown = rebuild(out)
        gc.collect()  # by itself it is off: see `cli.main`
        last = _Last(shown)
        handler = functools.partial(_Page, last, directory=str(out))
        try:
            server = _Server(("127.0.0.1", port), handler)
        except OSError as error:
            raise BuilderError(f"Port {port} is taken: {error.strerror}.", "Choose another with --port.") from error
        changed = threading.Event()
        observer = Observer()
        for folder in folders:
            observer.schedule(_Watch(changed), str(folder), recursive=True)
        observer.start()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"The site is at http://127.0.0.1:{port}/ and follows your changes. Stop with Ctrl+C.")
        try:
            _follow(changed, rebuild, out, last, say)
        except KeyboardInterrupt:
            say("Stopped.")
        finally:
            observer.stop()
            server.shutdown()


def _follow(
    changed: threading.Event,
    rebuild: Rebuild,
    out: Path,
    last: "_Last",
    say: Callable[[str], None],
) -> None:
    while True:
        changed.wait()
        while changed.is_set():
            changed.clear()
            changed.wait(SETTLE_SECONDS)
        told, state = iter(_TOLD), "The page is as it was."
        try:
            for preview in rebuild(out):
                last.preview = preview
                say(next(told) if preview.built else f"Not built. {state}")
                state = "The page is new; the files beside it are as they were."
                if changed.is_set():  # what was saved meanwhile goes first
                    break
        except BuilderError as error:
            say(f"{error} {error.mend} {state}")
        except Exception as error:  # a fault of ours is told, and what was built last stays to be seen
            say(f"This is a fault of psychoed, not of your content: {error!r}. {state}")
        gc.collect()


class _Watch(FileSystemEventHandler):
    def __init__(self, changed: threading.Event) -> None:
        self.changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted"):
            self.changed.set()


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a page asks for all its files at once, while a build keeps the machine busy


_HERE = ("127.0.0.1", "localhost")


@dataclass
class _Last:
    """What the last round found: the one thing here that changes."""

    preview: Preview


class _Page(SimpleHTTPRequestHandler):
    """Serves the site's files, each page with what is to mend on it, and no other file."""

    def __init__(self, last: _Last, *words: Any, **named: Any) -> None:
        self.last = last
        super().__init__(*words, **named)

    def do_GET(self) -> None:
        if self.headers.get("Host", "").partition(":")[0] not in _HERE:  # another site's name, to read drafts by
            self.send_error(403)
            return
        if self.path == STYLE_ADDRESS:
            self.send_text(STYLE, "text/css")
            return
        if "%00" in self.path or len(self.path) > 1000:
            self.send_error(404)
            return
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if file.is_dir() and self.path.split("?")[0].endswith("/") else file
        is_page = page.suffix == ".html" and page.is_file()
        if not is_page and (self.last.preview.built or page.exists()):
            super().do_GET()
            return
        html = page.read_text("utf-8") if is_page else BARE
        address = page.relative_to(self.directory).as_posix().removesuffix("index.html")
        self.send_text(with_banner(html, address, self.last.preview), "text/html")

    def send_text(self, text: str, kind: str) -> None:
        data = text.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of who asks for what."""
