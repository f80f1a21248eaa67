"""Sending a page in real Chromium: by keyboard, as a link, a message, a code on the screen; help and the way out stay; nobody is told."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Opened, Out
from tests.browser.host import Host
from tests.browser.test_private import stored
from tests.conftest import REAL

pytestmark = pytest.mark.xdist_group("sharing")  # what they share is made once

ON = "() => [document.activeElement.textContent.trim(), document.querySelector('dialog[open]')?.className ?? '']"
SIDEWAYS = """() => [...document.querySelectorAll("dialog[open]")].filter((one) => one.scrollWidth > one.clientWidth)
  .concat([...document.querySelectorAll("dialog[open] :is(p, button, select, a, h2)")].filter((one) => one.getBoundingClientRect().right > innerWidth))
  .map((one) => one.outerHTML)"""
LINK = f"{REAL}/m/tea/"
PART = f"{REAL}/cup-of-tea/#key-points"
ONLY_WITH = "It opens at the part only where scripts are on."
MESSAGE = (
    f"Here is the page I told you about:\n{LINK}\nIt is free, asks for no account and does not track who opens it."
)


@pytest.fixture(scope="module")
def host(handed_out: Path) -> Iterator[Host]:
    with Host(handed_out) as host:
        yield host


def scanned(page: Page) -> list[str]:
    """What a camera reads off the screen."""
    return [one.text for one in zxingcpp.read_barcodes(Image.open(BytesIO(page.screenshot())).convert("L"))]


def test_a_page_and_a_part_of_it_are_sent_by_keyboard_alone(context: BrowserContext, host: Host) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{host.address}cup-of-tea/")
    assert not [url for url in asked if "share" in url or "qr.js" in url], "fetched before anybody asked"
    page.get_by_role("link", name="Send this page").focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Send this page").wait_for()
    assert page.evaluate(ON) == ["Send this page", "over send"]
    page.keyboard.press("Tab")
    assert page.get_by_label("What to send").evaluate("one => one === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == LINK
    page.get_by_role("button", name="Copy the message").press("Enter")
    expect(page.get_by_role("dialog").get_by_text("Copied.").last).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == MESSAGE
    page.get_by_label("What to send").select_option(label="Key points")
    assert page.get_by_role("dialog").get_by_text("Copied.").count() == 0
    expect(page.get_by_role("dialog").get_by_text("This link names the topic.")).to_be_visible()
    page.get_by_role("button", name="Copy the link").last.press("Enter")
    expect(page.get_by_role("dialog").get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == PART
    page.get_by_role("button", name="Show the code").press("Enter")
    page.get_by_role("dialog", name="Hold a camera up to this").wait_for()
    assert scanned(page) == [PART]
    assert page.get_by_text("steady.org.uk/cup-of-tea/#key-points").last.is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate(ON) == ["Show the code", "over send"]
    page.keyboard.press("Escape")
    assert page.evaluate(ON) == ["Send this page", ""]
    assert [url for url in asked if not url.startswith(host.address)] == []
    assert stored(page) == {"words": 0, "databases": [], "caches": [], "workers": 0}
    assert context.cookies() == []


def test_the_link_that_was_copied_opens_at_its_part(page: Page, host: Host) -> None:
    page.goto(f"{host.address}m/tea/#key-points")
    page.wait_for_url(f"{host.address}cup-of-tea/#key-points")
    page.get_by_role("link", name="Send this page").click()
    expect(page.get_by_label("What to send")).to_have_value("key-points")


def test_a_part_that_was_sent_opens_without_scripts_unless_its_address_would_name_a_discreet_topic(
    browser: Browser, page: Page, host: Host
) -> None:
    sent = {}
    for topic, discreet in (("cup-of-tea", False), ("warm-socks", True)):
        page.goto(f"{host.address}{topic}/")
        page.get_by_role("link", name="Send this page").click()
        expect(page.get_by_text(ONLY_WITH)).to_be_hidden()
        page.get_by_label("What to send").select_option(label="Key points")
        expect(page.get_by_text(ONLY_WITH)).to_be_visible(visible=discreet)
        sent[topic] = page.get_by_role("dialog").locator(".address").inner_text()
    assert sent == {"cup-of-tea": PART.removeprefix("https://"), "warm-socks": "steady.org.uk/m/socks/#key-points"}
    context = browser.new_context(java_script_enabled=False)
    other = context.new_page()
    other.goto(host.address + PART.removeprefix(f"{REAL}/"))
    expect(other.locator(":target")).to_be_in_viewport()
    context.close()


def test_where_nothing_can_be_copied_the_words_are_selected(page: Page, host: Host) -> None:
    page.context.grant_permissions([])
    page.goto(f"{host.address}cup-of-tea/practice/")
    page.get_by_role("link", name="Send this page").click()
    page.get_by_role("button", name="Copy the message").click()
    expect(page.get_by_text("Could not copy.")).to_be_visible()
    assert page.evaluate("getSelection().toString()") == MESSAGE.replace(LINK, f"{REAL}/cup-of-tea/practice/")


@pytest.mark.parametrize(
    "look", [{"color_scheme": "dark"}, {"forced_colors": "active", "color_scheme": "dark"}, {}], ids=str
)
@pytest.mark.parametrize(
    "screen", [PHONE, DESKTOP, {"width": 740, "height": 360}], ids=["phone", "desktop", "on its side"]
)
def test_the_code_is_read_off_every_screen(browser: Browser, host: Host, screen: Any, look: Any) -> None:
    context = browser.new_context(viewport=screen, **look)
    page = context.new_page()
    page.goto(f"{host.address}help/")
    page.get_by_role("link", name="Send this page").click()
    page.get_by_role("button", name="Show the code").click()
    page.locator(".qr").scroll_into_view_if_needed()
    assert scanned(page) == [f"{REAL}/help/"]
    context.close()


@pytest.mark.parametrize("size", [16, 32])
def test_help_and_the_way_out_stay_where_they_are(opened: Opened, host: Host, out: Out, size: int) -> None:
    page = opened({"width": 320, "height": 568})
    page.route("https://weather.example/**", lambda route: route.fulfill(body="<title>Weather</title>"))
    page.goto(f"{host.address}cup-of-tea/")
    page.evaluate("size => document.documentElement.style.fontSize = `${size}px`", size)
    page.get_by_role("link", name="Send this page").click()
    for name in ("send", "code"):
        page.locator(f"dialog.{name}[open]").wait_for()
        assert page.evaluate(SIDEWAYS) == []
        page.locator(f"dialog.{name}").evaluate("one => one.scrollTo(0, one.scrollHeight)")
        page.locator(f"dialog.{name} .leave").click(trial=True)
        if name == "send":
            page.get_by_role("button", name="Show the code").click()
    page.keyboard.press("Shift")
    page.locator("dialog.code").get_by_text("two more times").wait_for(state="attached")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_url("https://weather.example/today")
    page.goto(f"{host.address}cup-of-tea/")
    page.get_by_role("link", name="Send this page").click()
    page.locator("dialog.send .leave").click()
    page.wait_for_url("https://weather.example/today")


def test_without_scripts_the_control_leads_to_the_address_in_words(browser: Browser, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}cup-of-tea/")
    page.get_by_role("link", name="Send this page").click()
    assert page.url.endswith("#take")
    assert page.locator("#take ~ .address").inner_text() == "steady.org.uk/m/tea"
    page.goto(f"{host.address}help/")
    assert not page.get_by_role("link", name="Send this page").is_visible()
    context.close()


def test_a_copy_with_no_address_says_so_and_hands_over_the_sheet(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}co-regulation/")
    page.get_by_role("link", name="Send this page").click()
    panel = page.get_by_role("dialog")
    expect(panel.get_by_text("a link would lead nowhere")).to_be_visible()
    assert panel.get_by_role("button").all_inner_texts() == ["Close"]
    with page.expect_download() as file:
        panel.get_by_role("link", name="One sheet").click()
    assert file.value.suggested_filename == "coreg-one-sheet.pdf"
