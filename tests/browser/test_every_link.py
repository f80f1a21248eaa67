"""Every link that the site offers, followed on a real host: pages, files, what is in files, catalogue, feed, short addresses.

Other people's sites are not asked; that their addresses are well formed is for the check to see.
"""

import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen
from zipfile import ZipFile

import pikepdf
import pytest
import zxingcpp
from lxml import etree, html
from PIL import Image

from builder.site.headers import header_files
from tests.browser.host import Host
from tests.conftest import REAL

LINKING = ("href", "src", "data-to")
FOR_HOSTS = {"404.html", "sw.js", *header_files("https://a.example")}
ELSEWHERE = ("tel:", "sms:", "https:", "http:")


class Walk:
    """Follows every link from the first page of a host. `base` is the address that the site says it has."""

    def __init__(self, root: str, base: str) -> None:
        self.root, self.base = root, base.rstrip("/") + "/"
        self.anchors: dict[str, set[str]] = {}
        self.asked: dict[str, str] = {}
        self.broken: list[str] = []
        self.to_do = [("", root)]

    def walk(self) -> None:
        while self.to_do:
            came_from, url = self.to_do.pop()
            url, anchor = urldefrag(url.replace(self.base, self.root, 1) if url.startswith(self.base) else url)
            if not url.startswith(self.root):
                self.broken += [] if url.startswith(ELSEWHERE) else [f"{came_from} leads to {url}"]
                continue
            if url not in self.asked:
                self.asked[url] = came_from
                self.ask(url)
            if anchor and unquote(anchor) not in self.anchors.get(url, {anchor}):
                self.broken.append(f"{came_from} leads to {url}#{anchor}")

    def ask(self, url: str) -> None:
        try:
            with urlopen(url) as answer:
                data, led = answer.read(), answer.url
        except HTTPError as error:
            self.broken.append(f"{self.asked[url]} leads to {url}: {error.code}")
            return
        if led != url:  # said without its last stroke, and the host leads on
            self.to_do.append((url, led))
            return
        kind = Path(urlsplit(url).path).suffix or ".html"
        reader = READERS.get(kind)
        if not data:
            self.broken.append(f"{url} is empty")
        if kind == ".html":
            self.anchors[url] = {"", *html.fromstring(data).xpath("//@id")}
        if reader:
            self.to_do += [(url, urljoin(url, to)) for to in reader(data, self)]


def in_page(data: bytes, walk: Walk) -> Iterator[str]:
    page = html.fromstring(data)
    for name in LINKING:
        yield from page.xpath(f"//@{name}")
    for waits in page.xpath("//meta[@http-equiv='refresh']/@content"):
        yield waits.partition("url=")[2]
    for held in page.xpath("//script[@type='application/ld+json']/text()"):
        yield from addresses_in(json.loads(held), walk)


def addresses_in(said: Any, walk: Walk) -> Iterator[str]:
    """Every text in data that is an address."""
    for one in said.values() if isinstance(said, dict) else said if isinstance(said, list) else ():
        yield from addresses_in(one, walk)
        if isinstance(one, str) and one.startswith((walk.base, "https://doi.org/")):
            yield one


def in_catalogue(data: bytes, walk: Walk) -> Iterator[str]:
    said = json.loads(data)
    for module in said.get("modules", ()):
        yield from (module["address"], module["short_address"], *(part["address"] for part in module["parts"]))
        yield from (f"{other}/" for other in module["related"])
    for packet in said.get("packets", ()):
        yield from (packet["address"], packet["short_address"], *packet["pages"])
    for holder in (*said.get("modules", ()), *said.get("packets", ()), said.get("library", {})):
        yield from (file["path"] for file in holder.get("files", ()))


def in_feed(data: bytes, walk: Walk) -> Iterator[str]:
    yield from (str(link.get("href")) for link in etree.fromstring(data).iter("{http://www.w3.org/2005/Atom}link"))


def in_pdf(data: bytes, walk: Walk) -> Iterator[str]:
    """Where its links lead outside of it. What they hit inside, its writer has proved: a broken one makes no PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                if "/A" in note and "/URI" in note.A:
                    yield str(note.A.URI)


def in_epub(data: bytes, walk: Walk) -> Iterator[str]:
    """Where its links lead outside of it. EPUBCheck has followed those inside."""
    with ZipFile(io.BytesIO(data)) as held:
        for name in held.namelist():
            if name.endswith(".xhtml"):
                found = re.findall(r'href="([^"]+)"', held.read(name).decode())
                yield from (unescape(one) for one in found if ":" in one)


def in_words(data: bytes, walk: Walk) -> Iterator[str]:
    """Addresses as people say them."""
    said = walk.base.removeprefix("https://")
    for path in re.findall(re.escape(said) + r"([\w/#.-]*)", data.decode()):
        yield walk.base + path.rstrip(".")


def in_code(data: bytes, walk: Walk) -> Iterator[str]:
    """Where a QR code leads. That its drawing says the same is for the tests of codes."""
    yield from (code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(data)).convert("L")))


READERS = {
    ".html": in_page, ".json": in_catalogue, ".xml": in_feed, ".pdf": in_pdf, ".epub": in_epub, ".txt": in_words,
    ".png": in_code,
}  # fmt: skip


def test_every_link_leads_somewhere_and_everything_is_led_to(built: Path) -> None:
    reached = walked(built, "https://steady-together.example")
    there = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert {name for name in there - reached if not name.startswith("assets/")} == FOR_HOSTS
    assert len(reached) > 200


@pytest.mark.xdist_group("sharing")
def test_with_an_address_of_its_own_codes_papers_and_data_lead_there(handed_out: Path) -> None:
    reached = walked(handed_out, REAL, "", "changes/")
    assert {
        "m/tea/qr.svg",
        "m/tea/qr.png",
        "cup-of-tea/tea.pdf",
        "cup-of-tea/tea.epub",
        "cup-of-tea/tea.txt",
    } <= reached


def walked(site: Path, base: str, *starts: str) -> set[str]:
    """Every file that is reached, once no link is broken."""
    with Host(site, "/lib/") as host:
        walk = Walk(host.address, base)
        walk.to_do += [("the start", host.address + start) for start in starts]
        walk.walk()
        assert walk.broken == []
        return {re.sub(r"(^|/)$", r"\1index.html", unquote(url.removeprefix(host.address))) for url in walk.asked}


def test_a_broken_link_of_each_kind_is_seen(built: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<p id="a"><a href="#b">x</a><a href="gone/">x</a><a href="a.json">x</a><a href="a.xml">x</a><a href="a.txt">x</a>'
        '<img src="no.svg"><a href="javascript:x">x</a><script type="application/ld+json">{"url": "https://a.example/u/"}'
        "</script>"
    )
    (tmp_path / "a.json").write_text('{"modules": [], "library": {"files": [{"path": "no.pdf"}]}}')
    (tmp_path / "a.xml").write_text('<feed xmlns="http://www.w3.org/2005/Atom"><link href="f/"/></feed>')
    (tmp_path / "a.txt").write_text("Read on at a.example/t.")
    with Host(tmp_path) as host:
        walk = Walk(host.address, "https://a.example")
        walk.walk()
        found = {one.split(" leads to ")[1].removeprefix(host.address).split(":")[0] for one in walk.broken}
    assert found == {"#b", "gone/", "no.svg", "javascript", "u/", "no.pdf", "f/", "t"}
