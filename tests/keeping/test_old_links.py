"""After renames, rewordings, moves and a split, every old link still arrives: in a real Chromium, with scripts and without."""

import functools
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder import keeping, pipeline
from builder.check.published import published_of
from builder.load.files import read
from builder.load.gather import load
from builder.model.ledger import Ledger
from builder.render import publication_of
from builder.share import shared_files
from builder.site import build_site
from tests.browser.conftest import Patient, Quiet
from tests.conftest import REAL, TODAY
from tests.keeping.project import change, errors, ledger, moves, released, reword, split

pytestmark = pytest.mark.xdist_group("old-links")  # one site, built once

SHORT = {"m/tea/": "cup-of-tea/", "m/socks/": "dry-socks/", "m/evening/": "packets/warm-evening/"}
WHY = "These words were only a sample."


@dataclass(frozen=True)
class Changed:
    """A site after the changes, where it is served, and what was promised before them."""

    address: str
    before: Ledger
    after: Ledger
    site: Path

    def target(self, place: str) -> str:
        return self.after.moved.get(place, place)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Changed]:
    root = tmp_path_factory.mktemp("changed")
    content = released(root, REAL)
    before = ledger(content)
    reword(content)
    moves(content, ("cup-of-tea#last-word", "cup-of-tea#the-end"), ("cup-of-tea#spilled", "warm-socks#spilled"))
    split(content)
    moves(
        content,
        ("cup-of-tea/practice#stir-slowly", "slow-spoon/practice#stir-slowly"),
        ("cup-of-tea#claim-slow-stir", "slow-spoon#claim-slow-stir"),
        ("warm-socks", "dry-socks"),
        ("m/socks", "m/sox"),
    )
    change(content, "modules/cup-of-tea/clinicians.md", ("## Words to use {#words}\n", ""))
    keeping.retire(content, "cup-of-tea/clinicians#words", WHY, "cup-of-tea/clinicians", TODAY, write=True)
    assert not errors(content)
    after = pipeline.check(read(content), TODAY).library
    publication = publication_of(load(content).library, TODAY, pipeline.codes())
    shared = shared_files(publication, {}, {})
    files = {
        path: path.encode() for path in published_of(after).files if not path.endswith(".zip") and path not in shared
    }
    build_site(
        publication, {**files, **shared_files(publication, files, {})}, {}, project=root, out=root / "site"
    )  # nobody reads a PDF here
    server = Patient(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Changed(f"http://127.0.0.1:{server.server_address[1]}/", before, ledger(content), root / "site")
    server.shutdown()


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Page, bool]]:
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page(), request.param
    context.close()


def test_every_old_address_and_anchor_lands_on_its_content(changed: Changed, reader: tuple[Page, bool]) -> None:
    page, scripts = reader
    ways = [
        place for place, _ in changed.before.promised if "." not in place and not place.startswith("authors/rules/")
    ]
    assert len(ways) > 100
    for place in ways:
        target, anchor = changed.target(place), place.partition("#")[2]
        page.goto(changed.address + place, wait_until="domcontentloaded")
        if place.startswith("m/"):
            page.wait_for_url(changed.address + SHORT[place], wait_until="domcontentloaded")
        elif place in changed.after.gone:
            expect(page.locator(":target")).to_contain_text(WHY)
        elif place.partition("#")[0] == target.partition("#")[0]:
            if anchor:
                expect(page.locator(f"[id='{target.partition('#')[2]}']")).to_be_in_viewport()
                expect(page.locator(":target")).to_have_id(anchor)
        elif scripts:
            page.wait_for_url(changed.address + target, wait_until="domcontentloaded")
            if anchor:
                expect(page.locator(":target")).to_be_in_viewport()
        else:
            line = page.locator(":target" if anchor else "main")
            expect(line).to_be_in_viewport()
            assert line.locator("a").first.evaluate("link => link.href") == changed.address + target, place


def test_the_way_past_the_menu_stays_on_a_page_with_parts_that_are_elsewhere(
    changed: Changed, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{changed.address}cup-of-tea/#main")
    expect(page.locator(".elsewhere .on")).to_have_count(2)
    page.wait_for_timeout(300)
    assert page.url == f"{changed.address}cup-of-tea/#main"
    page.close()


def test_a_moved_file_has_its_bytes_at_the_old_path_too(changed: Changed) -> None:
    old, new = (changed.site / path for path in ("warm-socks/socks-one-sheet.pdf", "dry-socks/sox-one-sheet.pdf"))
    assert old.read_bytes() == new.read_bytes() == b"dry-socks/sox-one-sheet.pdf"
    kept = {place for place, _ in changed.before.promised if "." in place}
    assert kept
    assert not [place for place in kept if not (changed.site / place).is_file()]


def test_a_code_that_moved_leads_on_in_one_step_and_each_file_of_the_catalogue_is_as_it_says(changed: Changed) -> None:
    assert 'data-to="../../dry-socks/"' in (changed.site / "m/socks/index.html").read_text("utf-8")
    said = json.loads((changed.site / "catalogue.json").read_text("utf-8"))
    files = [file for one in (*said["modules"], *said["packets"], said["library"]) for file in one["files"]]
    assert "m/sox/qr.png" in {file["path"] for file in files}
    for file in files:
        data = (changed.site / file["path"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), sha256(data).hexdigest()), file["path"]


def test_an_address_that_moved_is_no_topic_and_is_not_listed(changed: Changed) -> None:
    listed = [changed.site / name for name in ("index.html", "topics/index.html", "take/index.html")]
    for path in (*listed, *(changed.site / "search").rglob("*.js")):
        assert "warm-socks/" not in path.read_text("utf-8"), path
    for stub in ("warm-socks/index.html", "warm-socks/handout/index.html"):
        html = (changed.site / stub).read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in html
        assert "data-leave" in html
        assert "socks" not in html[html.index("<title>") : html.index("</title>")].lower(), "its title is discreet"


def test_hosts_lead_on_where_the_part_behind_the_hash_stays_the_same(changed: Changed) -> None:
    ways = dict(line.split(" ")[:2] for line in (changed.site / "_redirects").read_text("utf-8").splitlines())
    assert ways["/warm-socks/practice/"] == "/dry-socks/practice/"
    assert ways["/m/socks/"] == "/dry-socks/"
    assert (
        "RedirectMatch 302 ^/warm\\-socks/practice/$ /dry-socks/practice/" in (changed.site / ".htaccess").read_text()
    )
    assert "/warm-socks/practice/ /dry-socks/practice/;" in (changed.site / "redirects.nginx").read_text("utf-8")


def test_without_the_commands_the_build_fails_and_names_each_loss_at_its_line(tmp_path: Path) -> None:
    content = released(tmp_path)
    reword(content)
    assert not errors(content), "no address knows of a title or of the words of a heading"
    split(content)
    change(
        content, "modules/cup-of-tea/learn.md", ("{#last-word}", "{#the-end}"), ("{#spilled}", "{#tea-on-the-floor}")
    )
    (content / "modules/warm-socks").rename(content / "modules/dry-socks")
    built = pipeline.build(pipeline.Project(tmp_path, content), tmp_path / "site", "mkdocs", TODAY, lambda _: None)
    assert built.publication is None
    assert not (tmp_path / "site").exists()
    lines = (content / "ledger.yml").read_text("utf-8").splitlines()
    named = {
        lines[one.place.line - 1][one.place.column - 1 :].split(" ")[0].rstrip(':",}')
        for one in errors(content)
        if one.place.file == "ledger.yml"
    }
    lost = {"last-word", "spilled", "stir-slowly", "claim-slow-stir", "cup-of-tea-slow-stir"}
    addresses = {f"warm-socks/{part}" for part in ("", "practice/", "clinicians/", "handout/")}
    assert lost | addresses <= named
    assert "socks-one-sheet.pdf" in named
    mends = [one.mend for one in errors(content) if one.place.file == "ledger.yml"]
    assert any("psychoed move cup-of-tea#last-word " in mend for mend in mends)
