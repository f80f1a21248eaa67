"""Leave this site, in real Chromium: on a phone and a desktop, with scripts and without, and from a folder."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, SCREENS, Opened, Out
from tests.chromium import FLAGS, with_window

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def shifts(page: Page, times: int = 3) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def stopped(page: Page, address: str) -> None:
    """Open a page whose time goes on only when a test says so."""
    page.clock.install(time="2026-11-24T02:00:00")
    page.goto(address)
    page.clock.pause_at("2026-11-24T03:00:00")


def shown(page: Page) -> str:
    return page.locator("body").inner_text().strip()


def told(page: Page) -> str:
    return page.locator("[data-told]").text_content() or ""


# ---- a link first


@SCREENS
@SCRIPTS
@pytest.mark.parametrize("way", ["press", "second way"])
def test_one_press_opens_the_other_host_and_tells_it_nothing(
    opened: Opened, out: Out, site_address: str, screen: dict[str, int], scripts: bool, way: str
) -> None:
    page = opened(screen, scripts)
    page.goto(f"{site_address}co-regulation-vs-codependency/")
    if way == "press":
        page.locator(".leave").click()
    else:
        page.keyboard.press("Tab")
        expect(page.locator(".skip").first).to_be_focused()
        page.keyboard.press("Tab")
        second = page.locator(".skip[data-leave]")
        expect(second).to_be_focused()
        assert second.inner_text() == "Leave this site"
        expect(second).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
    page.wait_for_url(out.address)
    assert len(out.asked) == 1
    assert "referer" not in out.asked[0].all_headers()


@SCRIPTS
def test_back_does_not_lead_to_the_page_that_was_left_but_to_the_one_before(
    opened: Opened, out: Out, site_address: str, scripts: bool
) -> None:
    page = opened(scripts=scripts)
    page.goto(f"{site_address}topics/")
    page.goto(f"{site_address}co-regulation/")
    before = page.evaluate("history.length")
    page.locator(".leave").click()
    page.wait_for_url(out.address)
    assert page.evaluate("history.length") == before + (not scripts)
    page.go_back()
    assert page.url == f"{site_address}{'topics' if scripts else 'co-regulation'}/"


def test_both_ways_are_plain_links_that_cannot_be_dragged(opened: Opened, out: Out, site_address: str) -> None:
    page = opened()
    page.goto(site_address)
    for way in page.locator("[data-leave]").all():
        assert way.evaluate("one => [one.tagName, one.href, one.rel, one.draggable]") == [
            "A", out.address, "nofollow noreferrer", False
        ]  # fmt: skip
    assert page.get_by_role("link", name="Leave this site", exact=True).count() == 2


# ---- three lone Shifts


@SCREENS
def test_three_lone_shifts_leave_wherever_the_focus_is(
    opened: Opened, out: Out, site_address: str, screen: dict[str, int]
) -> None:
    page = opened(screen)
    page.goto(site_address)
    page.get_by_role("searchbox").click()
    shifts(page)
    page.wait_for_url(out.address)


@pytest.mark.parametrize(
    "keys",
    [
        ["Shift", "Shift", "a", "Shift", "Shift"],
        ["Shift+H", "Shift+I", "Shift+H", "Shift+O"],
        ["Shift+Tab", "Shift+Tab", "Shift+Tab"],
        ["Alt+Shift", "Alt+Shift", "Alt+Shift", "Control+Shift", "Meta+Shift"],
        ["Shift", "Shift", "click", "Shift", "Shift"],
    ],
    ids=" ".join,
)
def test_other_keys_capitals_and_shortcuts_do_not_leave(
    opened: Opened, out: Out, site_address: str, keys: list[str]
) -> None:
    page = opened()
    page.goto(f"{site_address}topics/")
    for key in keys:
        page.locator("h1").click() if key == "click" else page.keyboard.press(key)
    page.wait_for_load_state("networkidle")
    assert (page.url, out.asked) == (f"{site_address}topics/", [])


def test_layouts_switched_under_a_held_key_do_not_leave(opened: Opened, out: Out, site_address: str) -> None:
    page = opened()
    page.goto(f"{site_address}topics/")
    page.keyboard.down("Alt")
    shifts(page, 4)
    page.keyboard.up("Alt")
    assert told(page) == ""
    assert not out.asked


def test_it_is_told_politely_how_many_are_left_and_that_time_has_run_out(opened: Opened, site_address: str) -> None:
    page = opened()
    stopped(page, site_address)
    region = page.locator(".handrail [role=status]")
    assert told(page) == ""
    box = region.bounding_box()
    assert box
    assert max(box["width"], box["height"]) <= 1
    shifts(page, 1)
    assert "two more" in told(page)
    page.clock.run_for(4900)
    shifts(page, 1)
    assert "once more" in told(page)
    page.clock.run_for(4900)
    assert "once more" in told(page)
    page.clock.run_for(200)
    assert "expired" in told(page)
    page.clock.run_for(5000)
    assert told(page) == ""


def test_presses_that_have_expired_do_not_count(opened: Opened, out: Out, site_address: str) -> None:
    page = opened()
    stopped(page, site_address)
    shifts(page, 2)
    page.clock.run_for(5100)
    shifts(page, 2)
    assert "once more" in told(page)
    shifts(page, 1)
    page.wait_for_url(out.address)


def test_another_key_ends_the_telling(opened: Opened, site_address: str) -> None:
    page = opened()
    stopped(page, site_address)
    shifts(page, 2)
    page.keyboard.press("ArrowDown")
    assert told(page) == ""
    page.clock.run_for(20_000)
    assert told(page) == ""


# ---- the cover


@SCREENS
def test_a_cover_hides_the_page_from_eye_and_ear_and_stays_when_nothing_comes(
    opened: Opened, out: Out, site_address: str, screen: dict[str, int]
) -> None:
    out.answer = "nothing"
    page = opened(screen)
    stopped(page, f"{site_address}co-regulation/")
    page.evaluate(
        "window.order = []; new MutationObserver(all => order.push(...all.flatMap(one => [...one.addedNodes])"
        ".map(one => one.className ?? one.data))).observe(document.body, {childList: true, subtree: true})"
    )
    page.mouse.wheel(0, 900)
    page.locator(".leave").click()
    cover = page.get_by_role("alert")
    assert shown(page) == "Loading."
    assert page.locator("body").aria_snapshot() == "- alert: Loading."
    box = cover.bounding_box()
    assert box
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, screen["width"], screen["height"])
    assert cover.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("order") == ["cover", "Loading."]  # words that come after their place are read out
    page.clock.run_for(30_000)
    shifts(page, 4)
    page.clock.run_for(30_000)
    assert (told(page), shown(page)) == ("", "Loading.")


@pytest.mark.parametrize("trouble", ["aborted", "internetdisconnected", "namenotresolved"])
def test_a_page_that_cannot_be_reached_brings_nothing_back(
    opened: Opened, out: Out, site_address: str, trouble: str
) -> None:
    out.answer = trouble
    page = opened()
    page.goto(f"{site_address}co-regulation/")
    page.locator(".leave").click()
    if trouble == "aborted":
        expect(page.get_by_role("alert")).to_be_visible()
        assert shown(page) == "Loading."
    else:
        page.wait_for_url("chrome-error://**")
    assert out.asked
    assert "regulation" not in shown(page).lower()


@SCREENS
@SCRIPTS
def test_it_works_from_a_saved_copy_with_no_network(
    browser: Browser, built: Path, screen: dict[str, int], scripts: bool
) -> None:
    context = browser.new_context(viewport=screen, java_script_enabled=scripts, offline=True)
    page = context.new_page()
    page.goto((built / "co-regulation" / "index.html").as_uri())
    before = page.evaluate("history.length")
    page.locator(".leave").click()
    page.wait_for_url("chrome-error://**")
    assert "regulation" not in shown(page).lower()
    assert page.evaluate("history.length") == before + (not scripts)
    context.close()


# ---- what is cleared, and what comes back


def test_our_storage_and_what_was_typed_are_cleared(opened: Opened, out: Out, site_address: str) -> None:
    out.answer = "nothing"
    page = opened()
    page.goto(site_address)
    page.get_by_role("searchbox").fill("afraid of him")
    page.get_by_label("Do you have a code?").fill("coreg")
    page.evaluate("sessionStorage.a = localStorage.a = 1")
    shifts(page)
    page.get_by_role("alert").wait_for()
    kept = "[sessionStorage.length, localStorage.length, ...[...document.querySelectorAll('.search input')].map(one => one.value)]"
    assert set(page.evaluate(kept)) == {0, ""}


def test_nothing_is_stored_by_reading_or_by_a_shift(opened: Opened, site_address: str) -> None:
    page = opened()
    page.goto(f"{site_address}co-regulation/")
    shifts(page, 1)
    assert page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [0, 0, ""]
    assert page.context.storage_state() == {"cookies": [], "origins": []}


def test_a_page_from_the_browsers_memory_is_as_it_was(browser: Browser, out: Out, site_address: str) -> None:
    """Chromium's own cache of whole pages, which Playwright switches off unless it is told not to."""
    remembering = browser.browser_type.launch(
        executable_path=with_window(), args=list(FLAGS), ignore_default_args=["--disable-back-forward-cache"]
    )
    page = remembering.new_page(viewport=PHONE)
    out.answer = "nothing"
    page.route(f"{out.address}*", out.serve)
    page.goto(f"{site_address}topics/")
    page.goto(f"{site_address}co-regulation/")
    words = shown(page)
    page.evaluate("addEventListener('pageshow', event => window.kept = event.persisted)")
    shifts(page)
    assert shown(page) == "Loading."
    page.evaluate("history.back()")  # Playwright's own way waits for a load that a page from memory does not have
    page.wait_for_url("**/topics/", wait_until="commit")
    page.evaluate("history.forward()")
    page.wait_for_url("**/co-regulation/", wait_until="commit")
    assert page.evaluate("window.kept")
    assert shown(page) == words
    assert page.locator(".cover").count() == 0
    shifts(page, 2)
    assert "once more" in told(page)
    remembering.close()


def test_a_page_that_is_shown_again_counts_from_nothing(opened: Opened, site_address: str) -> None:
    page = opened()
    page.goto(site_address)
    shifts(page, 2)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert told(page) == ""
    shifts(page, 2)
    assert "once more" in told(page)
    assert page.url == site_address
