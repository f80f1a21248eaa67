"""The shipped site behind a real nginx, with the configuration that we hand out. Each page under it: `test_private.py`."""

import gzip
import http.client
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from builder.site.headers import header_files
from tests.browser.places import LEARN
from tests.nginx import served

pytestmark = pytest.mark.xdist_group("nginx")  # what they share is made once
MOVED = ("old-topic/", "m/old/")
PDF = f"{LEARN}coreg.pdf"
PACKED = ("", "assets/style.css", "assets/pages.js", "changes.xml", "catalogue.json", f"{LEARN}coreg.txt")
KEPT_LONG = "public, max-age=2592000"


@pytest.fixture(scope="module")
def address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves the site, with two addresses that have moved to a topic."""
    site = tmp_path_factory.mktemp("moved") / "site"
    site.mkdir()
    for path in built.iterdir():
        (site / path.name).symlink_to(path)
    (site / "redirects.nginx").unlink()
    ways = header_files("https://a.example", [(old, LEARN) for old in MOVED])
    (site / "redirects.nginx").write_text(ways["redirects.nginx"], "utf-8")
    with served(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def ask(address: str, path: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    """One answer, as it came: its status, headers and bytes."""
    door = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    door.request("GET", f"/{path}", headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = door.getresponse()
    data = answer.read()
    door.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, data


def test_a_breach_of_the_policy_is_stopped_and_told(page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    assert said == []
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('img'), {src: 'https://a.example/x.png'}))"
    )
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("[window.ran, document.body.style.color]") == [None, ""]
    for kind in ("img-src", "style-src", "script-src"):
        assert any(kind in one for one in said), (kind, said)


def test_every_answer_has_the_headers_and_says_how_long_it_may_be_kept(address: str, built: Path) -> None:
    promised = header_files("https://a.example")["headers.nginx"]
    font = next((built / "assets" / "font").glob("*.woff2")).name
    for path in ("", LEARN, "sw.js", "assets/style.css", PDF, f"assets/font/{font}", "nowhere/", MOVED[0]):
        _, headers, _ = ask(address, path)
        for line in promised.splitlines():
            name, value = line.removeprefix("add_header ").removesuffix(" always;").split(" ", 1)
            assert headers[name.lower()] == value.strip('"'), (path, name)
        assert headers["cache-control"] == (KEPT_LONG if "/font/" in path else "no-cache"), path
        assert headers["server"] == "nginx"


def test_words_are_packed_and_what_is_packed_already_is_not(address: str, built: Path) -> None:
    for path in PACKED:
        status, headers, data = ask(address, path, Accept_Encoding="gzip")
        plain = (built / path / "index.html" if path == "" else built / path).read_bytes()
        assert (status, headers.get("content-encoding"), headers["vary"]) == (200, "gzip", "Accept-Encoding"), path
        assert gzip.decompress(data) == plain, path
        assert "charset=utf-8" in headers["content-type"], path
    for path in (PDF, "steady-together.zip"):
        assert "content-encoding" not in ask(address, path, Accept_Encoding="gzip")[1], path


def test_a_part_of_a_file_can_be_asked_for_and_an_old_copy_is_asked_about(address: str, built: Path) -> None:
    whole = (built / PDF).read_bytes()
    status, headers, data = ask(address, PDF, Range="bytes=100-299")
    assert (status, headers["content-range"]) == (206, f"bytes 100-299/{len(whole)}")
    assert data == whole[100:300]
    tag = ask(address, LEARN)[1]["etag"]
    assert ask(address, LEARN, If_None_Match=tag)[0::2] == (304, b"")


def test_a_lost_address_is_told_so_with_the_page_for_that(address: str, built: Path) -> None:
    lost = (built / "404.html").read_bytes()
    for path in ("nowhere/at/all/", "_headers", "headers.nginx", "redirects.nginx", ".htaccess"):
        status, headers, data = ask(address, path)
        assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8"), path
        assert data == lost, path


def test_what_has_moved_leads_on_for_now_and_a_folder_to_its_page_on_the_same_host(address: str) -> None:
    for old in MOVED:
        status, headers, _ = ask(address, old)
        assert (status, headers["location"]) == (302, f"/{LEARN}")
    status, headers, _ = ask(address, LEARN.rstrip("/"))
    assert (status, headers["location"]) == (301, f"/{LEARN}")


def test_a_browser_is_told_what_each_file_is(address: str) -> None:
    kinds = {
        "sw.js": "javascript", "changes.xml": "xml", "catalogue.json": "application/json", PDF: "application/pdf",
        f"{LEARN}coreg.epub": "application/epub+zip", "assets/mark.svg": "image/svg+xml",
    }  # fmt: skip
    for path, kind in kinds.items():
        assert kind in ask(address, path)[1]["content-type"], path
