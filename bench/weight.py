"""Addresses of a built site in, what a first visit transfers out: bytes with headers, and requests.

Usage: python -m bench.weight [SITE]. Served on loopback with gzip as common hosts do it, opened in a real Chromium
whose cache is empty. A Chromium that does not ask for the page's icon by itself is made to.
"""

import functools
import gzip
import io
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import FLAGS, found

PHONE = {"width": 360, "height": 740}


@dataclass(frozen=True)
class Weight:
    """One first visit."""

    address: str
    html: int
    total: int
    requests: int


class Compressing(SimpleHTTPRequestHandler):
    """Serves a folder; what is text goes out compressed."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        data, kind = path.read_bytes(), self.guess_type(path)
        self.send_response(200)
        if kind.startswith(("text/", "image/svg", "application/json")):
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address under which `site` can be opened."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Compressing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def addresses(site: Path) -> list[str]:
    """Every page but the short addresses, which lead on at once, and all but the first of the pages about rules."""
    pages = sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))
    rules = [page for page in pages if page.startswith("authors/rules/") and page != "authors/rules/"]
    return [page for page in pages if not page.startswith("m/") and page not in rules[1:]]


def weigh(browser: Browser, root: str, pages: Sequence[str]) -> list[Weight]:
    """What a first visit to each page costs, the heaviest first."""
    return sorted((_visit(browser, root, page) for page in pages), key=lambda one: -one.total)


def _visit(browser: Browser, root: str, address: str) -> Weight:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    watching = context.new_cdp_session(page)
    asked: dict[str, str] = {}
    got: dict[str, int] = {}
    watching.on("Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
    watching.on("Network.loadingFinished", lambda event: got.update({event["requestId"]: _size(event)}))
    watching.send("Network.enable")
    page.goto(root + address, wait_until="networkidle")
    icon = page.locator("link[rel=icon]").evaluate("(link) => link.href")
    if icon not in asked.values():
        page.evaluate("(icon) => fetch(icon).then((answer) => answer.blob()).then(() => 0)", icon)
        page.wait_for_load_state("networkidle")
    context.close()
    html = next(id for id, url in asked.items() if url == root + address)
    return Weight(address or "(home)", got[html], sum(got.values()), len(asked))


def _size(event: dict[str, Any]) -> int:
    return int(event["encodedDataLength"])


def main(site: str = "site") -> None:
    """Print the table."""
    path = found()
    if not path or not Path(site, "index.html").is_file():
        raise SystemExit("Needs a Chromium, and a built site: make site")
    with sync_playwright() as playwright, served(Path(site)) as root:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        print("   all bytes  requests  HTML  page")
        for one in weigh(browser, root, addresses(Path(site))):
            print(f"{one.total:12,} {one.requests:9} {one.html:7,}  {one.address}")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
