"""What a first visit costs: bytes and requests as a phone gets them, no jump when letters arrive, words before scripts."""

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from bench.weight import addresses, served, weigh
from builder.model.library import Library
from tests.browser.places import KINDS, LEARN, PRACTICE

JUMPS = """() => {
  window.jumps = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) jumps += one.value; })
    .observe({type: "layout-shift", buffered: true});
}"""
LETTERS = "() => document.fonts.ready.then(() => document.fonts.check('20px \"Atkinson Next\"'))"
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))"


def test_a_first_visit_stays_in_its_budget(browser: Browser, built: Path, library: Library) -> None:
    with served(built) as root:
        modules = tuple(f"{name}/" for name in library.modules)
        weights = weigh(browser, root, [one for one in addresses(built) if one in KINDS or one.startswith(modules)])
    print()
    for one in weights:
        print(f"{one.total:8,} bytes {one.requests:2} requests  {one.address}")
    assert sum(one.address.startswith(modules) for one in weights) >= 4 * 4
    for one in weights:
        most, requests = (50_000, 8) if one.address.startswith(modules) else (56_000, 10)
        assert one.total <= most, one
        assert one.requests <= requests, one


def test_what_is_added_is_weighed(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "heavy.js").write_bytes(b"//" + random.Random(1).randbytes(60_000).hex().encode())
    (tmp_path / "a.svg").write_text("<svg/>")
    (tmp_path / "index.html").write_text("<link rel=icon href=a.svg><script src=heavy.js></script>")
    with served(tmp_path) as root:
        (one,) = weigh(browser, root, [""])
    assert 60_000 < one.total < 75_000
    assert one.requests == 3


def hold(page: Page, pattern: str) -> list[Route]:
    """Requests that get no answer until somebody gives one."""
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))
    return held


@pytest.mark.parametrize("late", ["woff2", "js"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_letters_or_scripts_come_late(
    browser: Browser, site_address: str, width: int, late: str
) -> None:
    for address in ("", LEARN, PRACTICE, "co-regulation/clinicians/", "help/"):
        context = browser.new_context(viewport={"width": width, "height": 740})
        page = context.new_page()
        held = hold(page, f"**/*.{late}")
        page.add_init_script(f"({JUMPS})()")
        page.goto(site_address + address, wait_until="commit")
        page.locator("footer .end").wait_for()
        page.evaluate(DRAWN)
        assert held, "the page asks for none"
        assert page.evaluate("jumps") < 0.02, address  # a starved browser can draw half a line of links
        page.evaluate("jumps = 0")
        for route in held:
            route.continue_()
        page.wait_for_load_state()
        assert page.evaluate(LETTERS)
        page.evaluate(DRAWN)
        assert page.evaluate("jumps") == 0, address
        page.evaluate(
            "() => document.querySelector('main').prepend(document.createElement('h2').appendChild(new Text('x')).parentNode)"
        )
        page.evaluate(DRAWN)
        assert page.evaluate("jumps") > 0, "a jump is not seen"
        context.close()


@pytest.mark.parametrize("address", ["", LEARN, PRACTICE, "help/"])
def test_words_help_menu_and_way_out_are_there_before_any_script(page: Page, site_address: str, address: str) -> None:
    held = hold(page, "**/*.js")
    page.goto(site_address + address, wait_until="commit")
    page.locator("footer").get_by_text("You can stop here").wait_for()
    assert held
    assert page.get_by_role("link", name="Get help now").first.is_visible()
    assert page.locator(".leave").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()
    assert len(page.locator("main").inner_text()) > 300
    page.get_by_role("button", name="Menu").click()
    assert page.get_by_role("link", name="Topics", exact=True).first.is_visible()
