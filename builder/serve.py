"""Rounds of previews in, a site on this machine out, which follows its sources, in the browser too, with what is to mend."""

import functools
import gc
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from builder.diagnostics.diagnostic import Report
from builder.diagnostics.errors import BuilderError
from builder.preview import (
    BARE,
    FOLLOW,
    FOLLOW_ADDRESS,
    NEWS_ADDRESS,
    STYLE,
    STYLE_ADDRESS,
    Preview,
    digest_of,
    with_banner,
)
from builder.saved import Saved, SavedAgain, watching

Show = Callable[[Report, Report | None], None]
"""Shows a report; of the one before it, only what is not in that."""


class Rounds(Protocol):
    """What builds the site into a folder, as often as something was saved."""

    def glance(self, out: Path, saved: Iterable[Path]) -> Preview | None:
        """Show at once what was saved, if that can be; all else is left to `round`."""
        ...

    def round(self, out: Path) -> Iterator[Preview]:
        """Make everything: first the pages, then what takes longer. Whoever asks for no more has what there is so far."""
        ...


_LOOK_SECONDS = 0.5
"""So long the machine is the browser's alone after a glance: it loads the page in that time."""

_TOLD = ("All pages are built.", "It was tried on paper too.", "Its files are made too.")


def serve(rounds: Rounds, folders: Iterable[Path], port: int, say: Callable[[str], None], show: Show) -> None:
    """Build into a folder of its own, serve it on loopback, follow every change, until interrupted.

    `show` is for each report that says something new, with the one before it. Call it in the main thread: a signal to that
    one ends a round.

    Raises:
        BuilderError: the port is taken, nothing can be built at the start, or this machine does not tell of changes.
    """
    with tempfile.TemporaryDirectory(prefix="psychoed-") as temporary:
        out = Path(temporary) / "site"
        out.mkdir()
        last = _Last()
        try:
            server = _Server(("127.0.0.1", port), functools.partial(_Page, last, directory=str(out)))
            server.say = say
        except OSError as error:
            raise BuilderError(f"Port {port} is taken: {error.strerror}.", "Choose another with --port.") from error
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with Saved() as saved:
            try:
                with watching(saved, folders):
                    say(f"The site will be at http://127.0.0.1:{port}/ and follow your changes. Stop with Ctrl+C.")
                    _follow(saved, rounds, out, last, say, show)
            except KeyboardInterrupt:
                say("Stopped.")
            finally:
                server.shutdown()


def _follow(
    saved: Saved,
    rounds: Rounds,
    out: Path,
    last: "_Last",
    say: Callable[[str], None],
    show: Show,
) -> None:
    """One round after another. What is saved meanwhile goes first: it ends the round, and the next one makes what is left."""
    state, paths = "", frozenset[Path]()

    def seen(preview: Preview, told: str) -> None:
        nonlocal state
        if preview == last.preview and not preview.built:
            return
        before = last.preview.report if last.preview else None
        if preview.report != before:
            show(preview.report, before)
        say(told if preview.built else f"Not built. {state}")
        last.preview = preview
        if preview.built:
            state = "The page is new; the files beside it are as they were."

    while True:
        state = "The page is as it was."
        try:
            paths |= saved.take()
            with suppress(SavedAgain):
                with saved.ending():
                    gc.freeze()  # what was held before: to look through that takes longer than a glance
                    glimpse = rounds.glance(out, paths)
                paths = frozenset()
                if glimpse:
                    seen(glimpse, "Your change is shown.")
                    with saved.ending():
                        time.sleep(_LOOK_SECONDS)
                rest = zip(rounds.round(out), _TOLD, strict=False)
                while True:
                    with saved.ending():
                        step = next(rest, None)
                    if step is None:
                        break
                    seen(*step)
        except Exception as error:
            if last.preview is None:  # there is nothing to be seen, and nobody knows when there will be
                raise
            say(f"{_told_of(error)} {state}")
        finally:
            gc.unfreeze()
        if not saved.some.is_set():
            gc.collect()  # by itself it is off: see `cli.main`
        saved.wait()


def _told_of(error: Exception) -> str:
    """What is wrong; a fault of ours is told too, and what was built last stays to be seen."""
    if isinstance(error, BuilderError):
        return f"{error} {error.mend}"
    if isinstance(error, MemoryError):
        return "There is not enough memory. Close other programs, and save again."
    return f"This is a fault of psychoed, not of your content: {error!r}."


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a page asks for all its files at once, while a build keeps the machine busy
    say: Callable[[str], None]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say in a line what went wrong with an answer. That a browser did not wait for it is nothing wrong."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError):
            self.say(f"A page could not be sent. {_told_of(error)}")


_HERE = ("127.0.0.1", "localhost")
_LONGEST_NAME = 250
_WAITS = 25
"""So many seconds a browser waits for news; then it asks again."""


class _Last:
    """What was found last, and whoever waits for news of it."""

    def __init__(self) -> None:
        self._preview: Preview | None = None
        self._news = threading.Condition()

    @property
    def preview(self) -> Preview | None:
        return self._preview

    @preview.setter
    def preview(self, found: Preview) -> None:
        with self._news:
            self._preview = found
            self._news.notify_all()

    def wait_for(self, true: Callable[[], bool]) -> bool:
        """Wait until something is true, which only news can make true; say whether it is, in the end."""
        with self._news:
            return self._news.wait_for(true, _WAITS)


class _Page(SimpleHTTPRequestHandler):
    """Serves the site's files, each page with what is to mend on it, and no other file."""

    def __init__(self, last: _Last, *words: Any, **named: Any) -> None:
        self.last = last
        super().__init__(*words, **named)

    def do_GET(self) -> None:
        self.answer(super().do_GET)

    def do_HEAD(self) -> None:
        self.answer(super().do_HEAD)

    def answer(self, with_file: Callable[[], None]) -> None:
        if self.headers.get("Host", "").partition(":")[0] not in _HERE:  # another site's name, to read drafts by
            self.send_error(403)
            return
        if self.path == STYLE_ADDRESS:
            self.send_text(STYLE, "text/css")
        elif self.path == FOLLOW_ADDRESS:
            self.send_text(FOLLOW, "text/javascript")
        elif len(self.path) > 1000 or not self.translate_path(self.path).removeprefix(self.directory).isprintable():
            self.send_error(404)  # no file of ours has such a name, and a disk may not be asked for it
        elif self.path.startswith(f"{NEWS_ADDRESS}?"):
            self.send_news()
        elif (text := self.page_at(self.path)) is not None:
            self.send_text(text, "text/html")
        else:
            with_file()

    def page_at(self, address: str) -> str | None:
        """The page of an address with what is to mend on it, or what is said where one is still to come; else None."""
        if max(map(len, address.split("/"))) > _LONGEST_NAME:
            return None
        file = Path(self.translate_path(address))
        page = file / "index.html" if file.is_dir() and address.split("?")[0].endswith("/") else file
        is_page, preview = page.suffix == ".html" and page.is_file(), self.last.preview
        is_to_come = not (preview and preview.built) and not page.exists() and page.suffix in ("", ".html")
        if not is_page and not is_to_come:
            return None
        html = page.read_text("utf-8") if is_page else BARE
        return with_banner(html, page.relative_to(self.directory).as_posix().removesuffix("index.html"), preview)

    def send_news(self) -> None:
        """Answer when a page has become another than the one that a browser has; or after a while, that it has not."""
        asked = parse_qs(urlsplit(self.path).query)
        page, has = (asked.get(name, [""])[0] for name in ("page", "has"))

        def is_new() -> bool:
            now = self.page_at(page)
            return now is not None and digest_of(now) != has

        new = self.last.wait_for(is_new)
        with suppress(ConnectionError):  # that page may be closed
            self.send_text("", "text/plain", 200 if new else 204)

    def send_text(self, text: str, kind: str, code: int = 200) -> None:
        data = text.encode("utf-8")
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of who asks for what."""
