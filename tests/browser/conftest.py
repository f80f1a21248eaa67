"""The shipped site, served on loopback, opened in a real Chromium."""

import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from builder.model.library import Library
from tests.chromium import FLAGS, with_window
from tests.nginx import served

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
SCREENS = pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
Opened = Callable[..., Page]
"""Opens a page on a screen, with scripts or without."""


class Patient(ThreadingHTTPServer):
    """Lets a whole page's requests wait. With room for five, a busy machine turns some away, and each asks again for seconds."""

    request_queue_size = 128


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def site_address(built: Path) -> Iterator[str]:
    server = Patient(("127.0.0.1", 0), functools.partial(Quiet, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="session")
def showing(browser: Browser) -> Iterator[Browser]:
    """A Chromium that shows a PDF rather than keep it, as a reader's does."""
    started = browser.browser_type.launch(executable_path=with_window(), args=list(FLAGS))
    yield started
    started.close()


@pytest.fixture(scope="session")
def nginx_address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site behind a real nginx, with the headers that we hand out."""
    with served(built, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


class Out:
    """The other host: a stand-in that answers, answers with nothing, or is not there; and what it was asked."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answer = "page"
        self.asked: list[Request] = []

    def serve(self, route: Route) -> None:
        self.asked.append(route.request)
        if self.answer == "page":
            route.fulfill(body="<title>Weather</title><h1>Weather</h1>", content_type="text/html")
        elif self.answer == "nothing":
            route.fulfill(status=204)
        else:
            route.abort(self.answer)


@pytest.fixture
def out(library: Library) -> Out:
    return Out(library.settings.exit_target)


@pytest.fixture
def opened(browser: Browser, out: Out) -> Iterator[Opened]:
    contexts: list[BrowserContext] = []

    def new(screen: dict[str, int] = PHONE, scripts: bool = True) -> Page:
        context = browser.new_context(viewport=screen, java_script_enabled=scripts)
        contexts.append(context)
        context.route(f"{out.address}*", out.serve)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()
