"""A rebuild function in, a site on this machine out, built again whenever its sources change."""

import functools
import tempfile
import threading
from collections.abc import Callable, Iterable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from builder.diagnostics.errors import BuilderError

SETTLE_SECONDS = 0.2
"""An editor saves in several steps; wait until it is quiet."""


def serve(rebuild: Callable[[Path], bool], folders: Iterable[Path], port: int, say: Callable[[str], None]) -> None:
    """Build into a folder of its own, serve it on loopback, rebuild on change, until interrupted.

    Raises:
        BuilderError: the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="psychoed-") as temporary:
        out = Path(temporary) / "site"
        out.mkdir()
        rebuild(out)
        handler = functools.partial(_Quiet, directory=str(out))
        try:
            server = ThreadingHTTPServer(("127.0.0.1", port), handler)
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
            _follow(changed, rebuild, out, say)
        except KeyboardInterrupt:
            say("Stopped.")
        finally:
            observer.stop()
            server.shutdown()


def _follow(changed: threading.Event, rebuild: Callable[[Path], bool], out: Path, say: Callable[[str], None]) -> None:
    while True:
        changed.wait()
        while changed.is_set():
            changed.clear()
            changed.wait(SETTLE_SECONDS)
        try:
            say("Built again. Reload the page." if rebuild(out) else "Not built. The page is as it was.")
        except BuilderError as error:
            say(f"{error} {error.mend}")


class _Watch(FileSystemEventHandler):
    def __init__(self, changed: threading.Event) -> None:
        self.changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted"):
            self.changed.set()


class _Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of who asks for what."""
