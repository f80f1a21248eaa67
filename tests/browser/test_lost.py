"""A code with a slip in it, typed or in an address that leads nowhere, still finds its topic; what nobody can guess is said kindly."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder import keeping
from builder.check.published import published_of
from builder.load.gather import load
from builder.pipeline import codes
from builder.render import publication_of
from builder.share import shared_files
from builder.site import build_site
from tests.browser.host import Host
from tests.conftest import TODAY
from tests.keeping.project import change, moves, released

EXACT = (
    "M/COREG", "m/coreg.", "m/c0reg/", "m/coreg)", "m/co-reg", "m/%20coreg", "m/coreg%E2%80%9D", "m/coreg,/index.html",
    "coreg", "COREG", "Co-Regulation/",
)  # fmt: skip
CLOSE = ("m/corge", "m/coregg/", "mcoreg", "co-regulaton/", "m/coreg/practice")
UNKNOWN = ("m/zebra", "m/%E0%A4%A", "zebra/crossing/")


@pytest.fixture(scope="module")
def host(built: Path) -> Iterator[Host]:
    with Host(built, lost=True) as host:
        yield host


def test_an_address_with_a_slip_goes_on_by_itself(page: Page, host: Host) -> None:
    for path in EXACT:
        page.goto(f"{host.address}{path}#key-points")
        page.wait_for_url(f"{host.address}co-regulation/#key-points")
    page.goto(f"{host.address}topics/")
    page.goto(f"{host.address}{EXACT[0]}")
    page.wait_for_url("**/co-regulation/")
    page.go_back()
    assert page.url == f"{host.address}topics/", "the page for lost addresses is in the way of the Back button"


def test_one_that_is_close_is_asked_about(page: Page, host: Host) -> None:
    for path in CLOSE:
        page.goto(f"{host.address}{path}")
        told = page.locator(".lead + p")
        expect(told).to_have_text("Did you mean Co-regulation?")
        told.get_by_role("link").click()
        page.wait_for_url("**/co-regulation/")


def test_a_lost_page_of_a_topic_offers_the_topic(page: Page, host: Host) -> None:
    for path in ("co-regulation/practise/", "co-regulation/coreg-old.pdf", "co-regulation/a/b/c/"):
        page.goto(f"{host.address}{path}")
        page.get_by_text("The topic itself is here: Co-regulation.").wait_for()


@pytest.fixture(scope="module")
def taken_back(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A site after a topic has changed its address and then was taken back, and a packet with its files is gone."""
    root = tmp_path_factory.mktemp("taken-back")
    content = released(root)
    moves(content, ("warm-socks", "dry-socks"))
    tea = "modules/cup-of-tea/"
    change(content, f"{tea}learn.md", (" You can read about [warm socks](module:dry-socks#wool) too.", ""))
    change(content, f"{tea}module.yml", ("related: [dry-socks]\n", ""))
    (content / "packets/warm-evening.yml").unlink()
    keeping.retire(content, "packets/warm-evening/evening.pdf", "Few people read it.", "cup-of-tea", TODAY, write=True)
    back = "status: withdrawn\nwithdrawn: {reason: The socks were wet.}"
    change(content, "modules/dry-socks/module.yml", ("status: published", back))
    library = load(content).library
    publication = publication_of(library, TODAY, codes())
    files = {path: b"" for path in published_of(library).files if not path.endswith(".zip")}
    build_site(publication, {**files, **shared_files(publication, {}, {})}, {}, project=root, out=root / "site")
    with Host(root / "site", lost=True) as host:
        yield host


def test_a_lost_file_of_a_topic_that_was_taken_back_leads_to_its_notice(page: Page, taken_back: Host) -> None:
    assert "/warm-socks/socks.pdf /dry-socks/ 302\n" in (taken_back.folder / "_redirects").read_text("utf-8")
    for path in ("warm-socks/socks.pdf", "dry-socks/socks.pdf"):
        page.goto(f"{taken_back.address}{path}")
        told = page.locator(".lead + p")
        expect(told).to_have_text("What was here was taken back. You can read why: Keeping warm.")
        told.get_by_role("link").click()
        page.wait_for_url(f"{taken_back.address}dry-socks/")
        expect(page.get_by_text("The socks were wet.")).to_be_visible()


def test_a_file_that_is_gone_tells_why(page: Page, taken_back: Host) -> None:
    page.goto(f"{taken_back.address}packets/warm-evening/evening.pdf")
    expect(page.locator(".lead + p")).to_have_text("This file is gone. Few people read it. A cup of tea")
    page.locator(".lead + p a").click()
    page.wait_for_url(f"{taken_back.address}cup-of-tea/")


def test_what_nobody_can_guess_is_said_and_every_way_on_is_there(page: Page, host: Host) -> None:
    for path in UNKNOWN:
        page.goto(f"{host.address}{path}")
        assert page.locator("h1").inner_text() == "That page is not here."
        assert page.get_by_label("Do you have a code?").is_visible()
        assert page.locator(".topics a").count() == 4
        assert page.get_by_role("link", name="Get help now").first.is_visible()
    page.goto(f"{host.address}m/zebra")
    assert "No topic has the code" in page.locator(".lead + p").inner_text()


def test_without_scripts_the_topics_are_there_and_no_field_that_does_nothing(browser: Browser, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}m/c0reg/deeper/")
    assert not page.get_by_label("Do you have a code?").is_visible()
    page.locator(".topics a").first.click()
    page.wait_for_url("**/co-regulation/")
    context.close()


@pytest.mark.parametrize("where", ["http", "folder"])
def test_a_code_is_typed(browser: Browser, host: Host, built: Path, where: str) -> None:
    root = host.address if where == "http" else f"{built.as_uri()}/index.html"
    context = browser.new_context(offline=where == "folder", viewport={"width": 320, "height": 640})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for typed in (
        "coreg",
        " CoReg. ",
        "m/coreg",
        "https://steady-together.example/m/coreg/",
        "M / C0REG",
        "co-regulation",
    ):
        page.goto(root)
        page.get_by_label("Do you have a code?").fill(typed)
        page.keyboard.press("Enter")
        page.wait_for_url("**/co-regulation/**")
    for typed, says in (
        ("corge", "Did you mean Co-regulation?"),
        ("zebra", "No topic here has that code."),
        ("  ", "Type the code first."),
        ("<b>x</b>", "No topic here has that code."),
    ):
        page.goto(root)
        page.get_by_label("Do you have a code?").fill(typed)
        page.get_by_role("button", name="Open", exact=True).click()
        expect(page.locator("[data-codes] [role=status]")).to_contain_text(says)
    page.get_by_label("Do you have a code?").fill("corge")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Co-regulation", exact=True).first.click()
    page.wait_for_url("**/co-regulation/**")
    assert not [url for url in asked if "zebra" in url or not url.startswith((host.address, "file:"))]
    context.close()
