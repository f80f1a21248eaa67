"""Keeping the library, in real Chromium with the site's own headers below a path: a reader keeps it, the host goes, it opens; and it forgets."""

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from builder.model.page import Publication
from builder.site.offline import write_worker
from tests.browser.host import Host, rules_of
from tests.run import ROOT
from tests.site.filled import filled

pytestmark = pytest.mark.xdist_group("offline")  # what they share is made once

SAVED = "You are reading a saved copy from"


def status(page: Page) -> Any:
    return expect(page.locator("[data-keep] [role=status]"))


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label).click()


def keep(page: Page, host: Host) -> None:
    page.goto(f"{host.address}offline/")
    press(page, "Keep this library on this device")
    status(page).to_have_text("Kept. This library opens on this device with no network.", timeout=60_000)


def stored(page: Page) -> list[Any]:
    """How many workers are registered, and the names of all caches."""
    return list(
        page.evaluate(
            "Promise.all([navigator.serviceWorker.getRegistrations().then(all => all.length), caches.keys()])"
        )
    )


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def listed(site: Path) -> dict[str, Any]:
    text = (site / "sw.js").read_text("utf-8").removeprefix("const LIBRARY = ")
    return dict(json.JSONDecoder().raw_decode(text)[0])


@pytest.fixture
def host(built: Path) -> Iterator[Host]:
    with Host(built, "/library/", rules_of((built / "_headers").read_text("utf-8"))) as host:
        yield host


@pytest.fixture(scope="module")
def kept(showing: Browser, built: Path) -> Iterator[tuple[BrowserContext, str]]:
    """A phone that keeps the library, and the address of a host that is gone."""
    host = Host(built, "/library/", rules_of((built / "_headers").read_text("utf-8")))
    context = showing.new_context(viewport={"width": 360, "height": 740})
    keep(context.new_page(), host)
    host.stop()
    yield context, host.address
    context.close()


def test_every_file_opens_with_no_network_and_is_whole(kept: tuple[BrowserContext, str], built: Path) -> None:
    context, address = kept
    page = context.new_page()
    context.new_cdp_session(page).send("Page.setBypassCSP", {"enabled": True})  # a page of ours may not fetch
    page.goto(address)
    digests = page.evaluate(
        """async (paths) => Promise.all(paths.map(async (path) => {
            const data = await (await fetch(path)).arrayBuffer();
            const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
            return [path, `sha256-${btoa(String.fromCharCode(...bytes))}`];
        }))""",
        list(listed(built)["files"]),
    )
    assert dict(digests) == listed(built)["files"]
    assert len(digests) >= 150


@pytest.mark.parametrize("path", ["", "help/", "co-regulation", "about/index.html", "privacy/?from=paper"])
def test_a_saved_page_says_so_at_its_head(kept: tuple[BrowserContext, str], path: str) -> None:
    page = kept[0].new_page()
    page.goto(kept[1] + path)
    said = page.locator("main > :first-child")
    expect(said).to_have_text(re.compile(rf"^{SAVED} \d+ \w+ \d{{4}}\. Phone numbers can have changed since\.$"))
    expect(said).to_be_in_viewport()
    expect(page.get_by_role("link", name="Get help now", exact=True).first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.handrail')).position") == "sticky"


def test_a_saved_pdf_opens(kept: tuple[BrowserContext, str]) -> None:
    answer = kept[0].new_page().goto(f"{kept[1]}co-regulation/coreg.pdf")
    assert answer
    assert answer.from_service_worker
    assert answer.header_value("content-type") == "application/pdf"


def test_search_and_the_way_out_work_in_a_saved_copy(kept: tuple[BrowserContext, str]) -> None:
    page = kept[0].new_page()
    page.goto(kept[1])
    page.get_by_role("searchbox").fill("am i codependant")
    page.locator("[data-found] a").first.click()
    page.wait_for_url("**/co-regulation-vs-codependency/**")
    expect(page.get_by_text(SAVED)).to_be_visible()
    page.context.route(re.compile("^https:"), lambda route: route.fulfill(body="elsewhere"))
    page.locator(".leave").click()
    page.wait_for_url(re.compile("^https:"))


def test_it_tells_how_far_it_is_keeps_on_a_press_only_and_forgets(page: Page, host: Host) -> None:
    page.goto(f"{host.address}offline/")
    status(page).to_have_text("Not kept on this device.")
    assert stored(page) == [0, []]
    page.evaluate(
        """() => { const status = document.querySelector("[data-keep] [role=status]"); window.heard = [];
        new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true }); }"""
    )
    keep_on_this_page = "Keep this library on this device"
    for _ in range(2):  # and again on the same page, which the first worker still holds
        press(page, keep_on_this_page)
        status(page).to_have_text(re.compile("^Kept"), timeout=60_000)
        workers, caches = stored(page)
        assert (workers, len(caches)) == (1, 1)
        press(page, "Forget it again")
        status(page).to_have_text("Forgotten. The copy that was kept here is gone.")
        assert stored(page) == [0, []]
    assert [words for words in page.evaluate("heard") if re.fullmatch(r"Saved \d+ of \d+\.", words)]
    host.stop()
    with pytest.raises(Error):
        page.goto(host.address)


def test_the_state_shows_when_the_page_is_opened_again_and_fresh_pages_come_first(page: Page, host: Host) -> None:
    keep(page, host)
    page.goto(f"{host.address}help")
    assert page.url == f"{host.address}help/"
    assert page.get_by_text(SAVED).count() == 0
    page.goto(f"{host.address}offline/")
    status(page).to_have_text(re.compile("^Kept"))
    host.slow = "/help/"
    page.goto(f"{host.address}help/")
    expect(page.get_by_text(SAVED)).to_be_visible()


@pytest.mark.parametrize("trouble", ["connection", "room", "stopped"])
def test_half_way_is_not_kept(context: BrowserContext, page: Page, host: Host, trouble: str) -> None:
    page.goto(f"{host.address}offline/")
    if trouble == "room":
        quota = {"origin": host.address, "quotaSize": 300_000}
        context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    elif trouble == "connection":
        host.broken = "/help/"
    else:
        host.slow = "/help/"
    press(page, "Keep this library on this device")
    if trouble == "stopped":
        status(page).to_have_text(re.compile("^Saved"))
        press(page, "Stop")
    said = {"connection": "It could not be saved.", "room": "There is not enough room", "stopped": "Stopped."}[trouble]
    status(page).to_have_text(re.compile(f"^{said}.* Nothing was kept."), timeout=60_000)
    assert stored(page) == [0, []]


def test_a_new_version_comes_piece_by_piece_all_or_nothing(
    page: Page, host: Host, built: Path, tmp_path: Path, publication: Publication
) -> None:
    keep(page, host)
    _, old = stored(page)
    later, privacy = filled(tmp_path / "later", built), "privacy/index.html"
    later.put(privacy, later.read(privacy).replace(b"<h1", b"<p>Newer.</p><h1", 1))
    write_worker(replace(publication, released="2026-12-01"), (ROOT / "theme" / "sw.js").read_text("utf-8"), later)
    host.folder, host.broken = later.site, "/privacy/"
    host.asked.clear()
    page.goto(host.address)
    until(lambda: "/library/privacy/" in host.asked)
    until(lambda: stored(page)[1] == old)
    host.broken = ""
    page.goto(host.address)
    until(lambda: not set(old) & set(stored(page)[1]))
    until(lambda: page.evaluate("navigator.serviceWorker.ready.then((it) => it.active.state === 'activated')"))
    assert len(stored(page)[1]) == 1
    assert not [path for path in host.asked if path.endswith((".pdf", "/help/"))]
    host.stop()
    page.goto(f"{host.address}privacy/")
    expect(page.get_by_text(f"{SAVED} 1 December 2026.")).to_be_visible()
    expect(page.get_by_text("Newer.")).to_be_visible()


@pytest.mark.parametrize("way", ["no scripts", "a folder"])
def test_where_nothing_can_be_kept_no_button_shows_and_other_ways_are_told(
    browser: Browser, built: Path, site_address: str, way: str
) -> None:
    context = browser.new_context(java_script_enabled=way == "a folder")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{site_address}offline/" if way == "no scripts" else (built / "offline" / "index.html").as_uri())
    expect(page.get_by_role("heading", name="Other ways to keep it")).to_be_visible()
    assert page.locator("main button:visible").count() == 0
    assert said == []
    context.close()
