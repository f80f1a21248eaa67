"""The zip for a stick, unpacked where names have spaces and opened from there in real Chromium with no network."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_STORED, ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from builder.markup.day import in_words
from builder.model.library import Library
from builder.site.headers import header_files
from tests.browser.conftest import PHONE

NAME = "steady-together"
PATHS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}


class Named(HTMLParser):
    """Every file that a page names beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        named = given.get(PATHS.get(tag, ""), "") or ""
        if tag == "meta" and given.get("http-equiv") == "refresh":
            named = (given["content"] or "").partition("url=")[2]
        parts = urlsplit(named)
        if parts.path and not parts.scheme:
            self.paths.append(unquote(parts.path))


def named_in(page: Path) -> list[str]:
    reader = Named()
    reader.feed(page.read_text("utf-8"))
    return reader.paths


@pytest.fixture(scope="session")
def stick(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one folder that the zip holds, on a stick."""
    folder = tmp_path_factory.mktemp("a stick") / "Für später (1)"
    with ZipFile(built / f"{NAME}.zip") as zipped:
        zipped.extractall(folder)
    return folder / NAME


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def away(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A phone with no network."""
    context = browser.new_context(viewport=PHONE, offline=True, java_script_enabled=request.param)
    yield context
    context.close()


def test_it_is_one_folder_in_order_with_the_day_of_the_edition(built: Path, library: Library) -> None:
    with ZipFile(built / f"{NAME}.zip") as zipped:
        files = zipped.infolist()
    names = [one.filename for one in files]
    assert names[:-1] == sorted(names[:-1])
    assert names[-1] == f"{NAME}/SHA256SUMS"
    assert {name.split("/")[0] for name in names} == {NAME}
    beside = {name.split("/")[1] for name in names}
    assert beside == {"START-HERE.html", "SHA256SUMS", "LICENSE.txt", "LICENSE-content.txt", "site"}
    assert {date(*one.date_time[:3]) for one in files} == {library.settings.released}
    assert {one.external_attr >> 16 for one in files} == {0o100644}
    assert {one.compress_type == ZIP_STORED for one in files if one.filename.endswith((".pdf", ".epub"))} == {True}
    assert not [name for name in names if re.search(r'[<>:"\\|?*]', name) or len(name) > 120], (
        "no name for every system"
    )
    twice = Counter(name.lower() for name in names)
    assert max(twice.values()) == 1, "two names that differ in capitals alone"


def test_the_sums_hold_for_every_file_and_see_a_damaged_one(stick: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(stick, tmp_path / "copy")
    program = ["sha256sum"] if shutil.which("sha256sum") else ["shasum", "-a", "256"]
    listed = {line.split("  ", 1)[1] for line in (copy / "SHA256SUMS").read_text("utf-8").splitlines()}
    there = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    assert listed == there - {"SHA256SUMS"}
    assert subprocess.run([*program, "-c", "SHA256SUMS"], cwd=copy, capture_output=True).returncode == 0
    (copy / "site" / "index.html").write_bytes(b"damaged")
    assert subprocess.run([*program, "-c", "SHA256SUMS"], cwd=copy, capture_output=True).returncode != 0


def test_every_link_names_a_file_that_is_there(stick: Path) -> None:
    pages = sorted(stick.rglob("*.html"))
    assert len(pages) >= 100
    for page in pages:
        for path in named_in(page):
            assert (page.parent / path).is_file(), (page.name, path)


def test_it_holds_all_that_the_site_has_for_readers(stick: Path, built: Path) -> None:
    site = {path.relative_to(built).as_posix(): path for path in built.rglob("*") if path.is_file()}
    held = {path.relative_to(stick / "site").as_posix(): path for path in (stick / "site").rglob("*") if path.is_file()}
    assert set(site) - set(held) == {"404.html", "sw.js", f"{NAME}.zip", *header_files("https://a.example")}
    assert set(held) <= set(site)
    assert all(held[name].read_bytes() == site[name].read_bytes() for name in held if not name.endswith(".html"))
    assert not (built / "stick").exists()


def test_from_the_first_page_a_reader_gets_to_every_topic_and_to_help(
    away: BrowserContext, stick: Path, library: Library
) -> None:
    page = away.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((stick / "START-HERE.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Start here")
    edition = f"version {library.settings.version}, from {in_words(library.settings.released)}"
    expect(page.locator("main")).to_contain_text(f"This is a copy of {edition}.")
    assert page.evaluate("getComputedStyle(document.querySelector('.handrail')).position") == "sticky"
    page.get_by_role("link", name="Go to the first page").click()
    page.wait_for_url("**/site/index.html")
    page.locator("main").get_by_role("link", name="Polyvagal basics", exact=True).first.click()
    page.wait_for_url("**/polyvagal-basics/index.html")
    page.get_by_role("link", name="Get help now", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
    page.goto((stick / "site" / "m" / "coreg" / "index.html").as_uri())
    page.wait_for_url("**/co-regulation/index.html")
    assert said == []


def test_search_answers(browser: Browser, stick: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((stick / "site" / "index.html").as_uri())
    page.get_by_role("searchbox").fill("am i codependant")
    page.locator("[data-found] a").first.click()
    page.wait_for_url("**/co-regulation-vs-codependency/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("codependency")
    context.close()


def test_each_format_opens(showing: Browser, stick: Path) -> None:
    context = showing.new_context(offline=True)
    page = context.new_page()
    everything = (stick / "site" / "take" / "index.html").as_uri()
    for ending, kind in ((".pdf", "application/pdf"), (".txt", "text/plain")):
        page.goto(everything)
        page.locator(f"main a[href$='{ending}']:visible").first.click()
        page.wait_for_url(f"**/*{ending}")
        assert page.evaluate("document.contentType") == kind
    expect(page.locator("body")).to_contain_text("Co-regulation")
    page.goto(everything)
    link = page.locator("main a[href$='.epub']:visible").first
    with page.expect_download() as waiting:
        link.click()
    with ZipFile(waiting.value.path()) as book:
        assert book.read("mimetype") == b"application/epub+zip"
    context.close()


def test_the_copy_says_that_it_is_the_copy(stick: Path, built: Path) -> None:
    here, there = ((folder / "take" / "index.html").read_text("utf-8") for folder in (built, stick / "site"))
    said = re.search(rf'<a href="\.\./{NAME}\.zip">All pages and files \(ZIP, (\d+\.\d)\u00a0MB\)</a>', here)
    assert said
    assert abs(float(said[1]) - (built / f"{NAME}.zip").stat().st_size / 1e6) < 0.06
    assert ".zip" not in there
    assert "All pages and files: you have them here" in there
