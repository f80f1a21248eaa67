"""Leave this site, in real Chromium: on a phone and a desktop, with scripts and without, in print and from a folder."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from builder.model.library import Library
from tests.chromium import FLAGS, found

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
SCREENS = pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
LOUD = re.compile(r"codepend|hyper.?independen|trauma", re.IGNORECASE)
"""What the topics with a discreet title are about."""


class Out:
    """The other host: a stand-in that answers, answers with nothing, or is not there; and what it was asked."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answer = "page"
        self.asked: list[Request] = []

    def serve(self, route: Route) -> None:
        self.asked.append(route.request)
        if self.answer == "page":
            route.fulfill(body="<title>Weather</title><h1>Weather</h1>", content_type="text/html")
        elif self.answer == "nothing":
            route.fulfill(status=204)
        else:
            route.abort(self.answer)


@pytest.fixture
def out(library: Library) -> Out:
    return Out(library.settings.exit_target)


@pytest.fixture
def opened(browser: Browser, out: Out) -> Iterator[Any]:
    contexts: list[BrowserContext] = []

    def new(screen: dict[str, int] = PHONE, scripts: bool = True, **more: Any) -> Page:
        context = browser.new_context(viewport=screen, java_script_enabled=scripts, **more)
        contexts.append(context)
        context.route(f"{out.address}*", out.serve)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


def shifts(page: Page, times: int = 3) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def shown(page: Page) -> str:
    return page.locator("body").inner_text().strip()


def told(page: Page) -> str:
    return page.locator("[data-told]").text_content() or ""


# ---- a link first


@SCREENS
@SCRIPTS
@pytest.mark.parametrize("way", ["press", "second way"])
def test_one_press_opens_the_other_host_and_tells_it_nothing(
    opened: Any, out: Out, site_address: str, screen: dict[str, int], scripts: bool, way: str
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
    opened: Any, out: Out, site_address: str, scripts: bool
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


def test_both_ways_are_plain_links_that_cannot_be_dragged(opened: Any, out: Out, site_address: str) -> None:
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
    opened: Any, out: Out, site_address: str, screen: dict[str, int]
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
    opened: Any, out: Out, site_address: str, keys: list[str]
) -> None:
    page = opened()
    page.goto(f"{site_address}topics/")
    for key in keys:
        page.locator("h1").click() if key == "click" else page.keyboard.press(key)
    page.wait_for_load_state("networkidle")
    assert (page.url, out.asked) == (f"{site_address}topics/", [])


def test_layouts_switched_under_a_held_key_do_not_leave(opened: Any, out: Out, site_address: str) -> None:
    page = opened()
    page.goto(f"{site_address}topics/")
    page.keyboard.down("Alt")
    shifts(page, 4)
    page.keyboard.up("Alt")
    assert told(page) == ""
    assert not out.asked


def test_it_is_told_politely_how_many_are_left_and_that_time_has_run_out(opened: Any, site_address: str) -> None:
    page = opened()
    page.clock.install()
    page.goto(site_address)
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


def test_presses_that_have_expired_do_not_count(opened: Any, out: Out, site_address: str) -> None:
    page = opened()
    page.clock.install()
    page.goto(site_address)
    shifts(page, 2)
    page.clock.run_for(5100)
    shifts(page, 2)
    assert "once more" in told(page)
    shifts(page, 1)
    page.wait_for_url(out.address)


def test_another_key_ends_the_telling(opened: Any, site_address: str) -> None:
    page = opened()
    page.clock.install()
    page.goto(site_address)
    shifts(page, 2)
    page.keyboard.press("ArrowDown")
    assert told(page) == ""
    page.clock.run_for(20_000)
    assert told(page) == ""


# ---- the cover


@SCREENS
def test_a_cover_hides_the_page_from_eye_and_ear_and_stays_when_nothing_comes(
    opened: Any, out: Out, site_address: str, screen: dict[str, int]
) -> None:
    out.answer = "nothing"
    page = opened(screen)
    page.clock.install()
    page.goto(f"{site_address}co-regulation/")
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
    opened: Any, out: Out, site_address: str, trouble: str
) -> None:
    out.answer = trouble
    page = opened()
    page.goto(f"{site_address}co-regulation/")
    page.locator(".leave").click()
    page.wait_for_timeout(100)
    assert out.asked
    assert "regulation" not in shown(page).lower()
    assert trouble != "aborted" or shown(page) == "Loading."


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


def test_our_storage_and_what_was_typed_are_cleared(opened: Any, out: Out, site_address: str) -> None:
    out.answer = "nothing"
    page = opened()
    page.goto(site_address)
    page.get_by_role("searchbox").fill("afraid of him")
    page.evaluate("sessionStorage.a = localStorage.a = 1")
    shifts(page)
    page.get_by_role("alert").wait_for()
    kept = "[sessionStorage.length, localStorage.length, ...[...document.querySelectorAll('[type=search]')].map(one => one.value)]"
    assert set(page.evaluate(kept)) == {0, ""}


def test_nothing_is_stored_by_reading_or_by_a_shift(opened: Any, site_address: str) -> None:
    page = opened()
    page.goto(f"{site_address}co-regulation/")
    shifts(page, 1)
    assert page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [0, 0, ""]
    assert page.context.storage_state() == {"cookies": [], "origins": []}


def test_a_page_from_the_browsers_memory_is_as_it_was(browser: Browser, out: Out, site_address: str) -> None:
    """Chromium's own cache of whole pages, which Playwright switches off unless it is told not to."""
    remembering = browser.browser_type.launch(
        executable_path=found(), args=list(FLAGS), ignore_default_args=["--disable-back-forward-cache"]
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


def test_a_page_that_is_shown_again_counts_from_nothing(opened: Any, site_address: str) -> None:
    page = opened()
    page.goto(site_address)
    shifts(page, 2)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert told(page) == ""
    shifts(page, 2)
    assert "once more" in told(page)
    assert page.url == site_address


# ---- always in reach, never in the way

SIZES = {
    "320 px": (320, 568, 16, 16),
    "letters twice as large by the browser": (320, 568, 32, 16),
    "letters twice as large by the page": (320, 568, 16, 32),
    "zoomed to 200 %": (160, 284, 16, 16),
    "a phone on its side, large letters": (568, 320, 32, 16),
    "desktop": (1280, 800, 16, 16),
}


@pytest.fixture(params=SIZES.values(), ids=SIZES)
def sized(request: pytest.FixtureRequest, opened: Any, site_address: str) -> Page:
    """A long page on a small screen."""
    width, height, of_browser, of_page = request.param
    page: Page = opened({"width": width, "height": height})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": of_browser}})
    page.goto(f"{site_address}co-regulation-vs-codependency/")
    if of_page != 16:
        page.evaluate("size => document.documentElement.style.fontSize = size", f"{of_page}px")
    return page


IN_VIEW = """step => {
  const out = document.querySelector(".leave"), missed = [];
  for (let at = 0; at < document.documentElement.scrollHeight; at += step) {
    scrollTo(0, at);
    const box = out.getBoundingClientRect();
    const spots = [.05, .5, .95].flatMap(x => [.1, .5, .9].map(y => [box.left + box.width * x, box.top + box.height * y]));
    if (box.height < 24 || box.left < 0 || box.right > innerWidth
      || spots.some(([x, y]) => document.elementFromPoint(x, y) !== out)) missed.push(at);
  }
  return missed;
}"""
"""Scroll positions at which a part of the way out is off the screen or below something else."""

FOCUS = """() => {
  const covered = [], seen = document.querySelectorAll("main :is(a, button, summary, input), footer a");
  for (const one of seen) for (const peeps of [0, 5, 20]) {
    const rail = document.querySelector(".handrail");
    document.activeElement.blur();
    scrollBy(0, one.getBoundingClientRect().top - rail.getBoundingClientRect().bottom + peeps);
    one.focus();
    const top = Math.min(...[...one.getClientRects()].map(box => box.top));
    if (top < rail.getBoundingClientRect().bottom) covered.push(`${peeps}: ${one.outerHTML}`);
  }
  return [seen.length, covered];
}"""
"""What takes the focus while it stands behind the rail, and stays there."""

REACHED = """() => {
  const one = document.activeElement, top = Math.min(...[...one.getClientRects()].map(box => box.top));
  const least = one.closest(".handrail, .skip") ? 0 : document.querySelector(".handrail").getBoundingClientRect().bottom;
  return one === document.body ? null : [one.outerHTML, top >= least && top < innerHeight];
}"""


def test_the_way_out_is_in_view_at_every_scroll_position_over_everything(sized: Page) -> None:
    assert sized.evaluate(IN_VIEW, 50) == []
    if sized.locator(".menu-button").is_visible():
        sized.evaluate("document.getElementById('menu').showPopover()")
        assert sized.evaluate(IN_VIEW, 400) == []


def test_the_rail_never_covers_what_has_the_focus(sized: Page) -> None:
    sized.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    number, covered = sized.evaluate(FOCUS)
    assert number > 60
    assert covered == []


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_no_step_of_the_keyboard_leads_behind_the_rail(opened: Any, site_address: str, key: str) -> None:
    page = opened({"width": 320, "height": 568})
    page.goto(f"{site_address}co-regulation/practice/")
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    page.keyboard.press(key)
    steps = []
    while step := page.evaluate(REACHED):
        assert step[1], step[0]
        steps.append(step[0])
        page.keyboard.press(key)
    assert len(steps) > 25


def test_it_is_absent_from_print_and_a_sheet_says_where_to_keep_it(
    opened: Any, site_address: str, built: Path, tmp_path: Path
) -> None:
    page = opened()
    page.goto(f"{site_address}co-regulation/handout/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.pdf(path=tmp_path / "printed.pdf")
    files = [tmp_path / "printed.pdf", *(built / "co-regulation").rglob("*.pdf")]
    assert len(files) == 3
    for file in files:
        words = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(file).pages)
        assert "Leave this site" not in words, file
        assert "leaving does" not in words, file
        assert "can be seen by others" in re.sub(r"\s+", " ", words), file


# ---- told before it is needed


@SCREENS
def test_what_leaving_does_stands_beside_it_on_every_page(
    opened: Any, site_address: str, built: Path, screen: dict[str, int]
) -> None:
    for file in built.rglob("*.html"):
        assert file.parent.parent.name == "m" or 'class="told-first"' in file.read_text("utf-8"), file
    page = opened(screen, scripts=False)
    for address in ("404.html", "help/", "co-regulation/handout/", ""):
        page.goto(site_address + address)
        link, leave = page.locator(".told-first a"), page.locator(".leave").bounding_box()
        box = link.bounding_box()
        assert box
        assert leave
        assert box["height"] >= 44, address
        assert 0 <= box["y"] - (leave["y"] + leave["height"]) < 24, address
        assert abs(box["x"] + box["width"] - leave["x"] - leave["width"]) < 1, address
    link.click()
    assert page.url == f"{site_address}leaving/"
    assert "It does not clear your history" in shown(page)
    assert "erase" not in shown(page).lower()


def test_the_old_place_on_the_help_page_still_leads_on(opened: Any, site_address: str) -> None:
    page = opened()
    page.goto(f"{site_address}help/#leaving")
    expect(page.locator("#leaving")).to_be_in_viewport()
    page.locator("main a[href*=leaving]").click()
    assert page.url == f"{site_address}leaving/"


# ---- a discreet title


def test_a_discreet_title_holds_in_the_tab_in_previews_and_in_files(
    opened: Any, site_address: str, built: Path, library: Library
) -> None:
    page = opened()
    quiet = [module.facts for module in library.published if module.facts.discreet_title]
    assert len(quiet) == 2
    for facts in quiet:
        for address in (facts.id, f"{facts.id}/practice", f"{facts.id}/clinicians", f"{facts.id}/handout"):
            page.goto(f"{site_address}{address}/")
            assert page.title() == f"{facts.discreet_title}: {library.settings.name}"
            assert not LOUD.search(page.locator("meta[name=description]").get_attribute("content") or "loud: trauma")
        page.goto(f"{site_address}m/{facts.code}/")
        page.wait_for_url(f"**/{facts.id}/")
        files = sorted((built / facts.id).rglob("*.pdf"))
        assert len(files) == 2
        for file in files:
            assert not LOUD.search(file.name)
            with pikepdf.open(file) as pdf, pdf.open_metadata() as said:
                assert said["dc:title"].startswith(facts.discreet_title)
                assert not LOUD.search(str(said))
                assert not LOUD.search(str(dict(pdf.docinfo)))
