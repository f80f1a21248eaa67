"""The page on which packets are put together, in real Chromium: its buttons, its states, and what an older browser does with them."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.browser.host import Host
from tests.browser.packet.conftest import ALL, LINE, THREE, decoded, opened, press
from tests.browser.test_axe import LOOKS, judged

pytestmark = pytest.mark.xdist_group("packet")  # what they share is made once


def test_no_state_of_the_page_breaks_a_rule_or_needs_more_than_320_px(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)

    def fine() -> None:
        broken, _ = judged(page, LOOKS[:2])
        assert broken == []
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    page.get_by_label("Read").first.check()
    page.get_by_label("Try").last.check()
    page.get_by_label("For whoever opens it").fill("W" * 280)
    fine()
    press(page, "Show the code")
    expect(page.get_by_text("Your line is too long for it")).to_be_visible()
    fine()
    press(page, "Close")
    page.goto(f"{host.address}packet/#{THREE}+nothing&line={'W' * 400}")
    fine()
    press(page, "Print it as one")
    expect(page.locator(".whole")).to_be_visible()
    fine()


def test_a_thirteenth_page_is_refused_and_start_again_empties_all(context: BrowserContext, host: Host) -> None:
    page = opened(context, host, f"#{'+'.join(ALL)}")
    press(page, "Put together other pages")
    boxes = page.locator("[data-topics] input:not(:checked)")
    boxes.first.click()
    expect(page.locator("[data-said]")).to_have_text("A packet holds twelve pages. Take one out first.")
    assert page.locator("[data-order] li").count() == 12
    page.get_by_role("button", name="Take out: Co-regulation", exact=True).press("Enter")
    assert page.locator("[data-order] li").count() == 11
    page.get_by_text("Start again").click()
    assert page.locator("[data-order] li").count() == 11, "it asks first"
    press(page, "Empty the packet")
    assert page.locator("[data-topics] :checked").count() == 0
    expect(page.locator("[data-ready]")).to_be_hidden()
    expect(page.get_by_text("Start again")).to_be_hidden()
    page.get_by_label("For whoever opens it").fill(LINE)
    page.get_by_text("Start again").click()
    press(page, "Empty the packet")
    assert page.get_by_label("For whoever opens it").input_value() == ""


def test_one_button_is_the_main_one_and_what_cannot_be_done_says_so(context: BrowserContext, host: Host) -> None:
    page = opened(context, host, "#coreg+poly+give")
    press(page, "Put together other pages")
    main, quiet = page.locator(".hand-over .do:not(.quiet)"), page.locator(".hand-over .do.quiet")
    assert main.all_inner_texts() == ["Copy the link"]
    fill = "all => all.map(one => getComputedStyle(one).backgroundColor)"
    assert main.evaluate_all(fill) != quiet.evaluate_all(fill)[:1]
    assert set(quiet.evaluate_all(fill)) == {"rgba(0, 0, 0, 0)"}
    assert page.locator(".lit").get_by_text("Start again").count() == 0
    still = page.locator("[data-order] [aria-disabled=true]")
    assert still.evaluate_all("all => all.map(one => one.ariaLabel)") == [
        "Up: Co-regulation",
        "Down: Co-regulation and codependency",
    ]
    press(page, "Down: Co-regulation and codependency")
    expect(page.locator("[data-said]")).to_have_text("Co-regulation and codependency is last already.")
    press(page, "Down: Co-regulation")
    press(page, "Down: Co-regulation")
    expect(page.get_by_role("button", name="Down: Co-regulation", exact=True)).to_be_focused()
    assert still.last.get_attribute("aria-label") == "Down: Co-regulation"


def test_no_code_of_one_packet_is_left_on_the_screen_of_the_next(context: BrowserContext, host: Host) -> None:
    held: list[Route] = []
    page = opened(context, host)
    page.route("**/qr.js", lambda route: held.append(route))
    page.get_by_label("Read").first.check()
    first = page.locator("[data-link]").inner_text()
    show = page.get_by_role("button", name="Show the code")
    show.dblclick()
    page.wait_for_timeout(200)
    assert len(held) == 1, "asked for once"
    held[0].continue_()
    pictures = page.locator("[data-code] svg")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(pictures).to_have_count(1)
    assert decoded(page.get_by_role("dialog").screenshot()) == [first]
    press(page, "Close")
    expect(pictures).to_have_count(0)
    page.get_by_text("Start again").click()
    press(page, "Empty the packet")
    page.get_by_label("Try").last.check()
    second = page.locator("[data-link]").inner_text()
    show.click()
    expect(pictures).to_have_count(1)
    assert decoded(page.get_by_role("dialog").screenshot()) == [second]
    assert first != second


def test_a_code_that_comes_after_its_packet_was_emptied_is_not_shown(context: BrowserContext, host: Host) -> None:
    held: list[Route] = []
    page = opened(context, host)
    page.route("**/qr.js", lambda route: held.append(route))
    page.get_by_label("Read").first.check()
    page.get_by_role("button", name="Show the code").click()
    page.get_by_text("Start again").click()
    press(page, "Empty the packet")
    with page.expect_response("**/qr.js"):
        held[0].continue_()
    page.wait_for_timeout(200)
    expect(page.locator("[data-code]")).to_be_hidden()
    assert page.locator("[data-code] svg").count() == 0


WITHOUT_HAS = """for (const kind of [Element, Document, DocumentFragment]) for (const name of ["querySelector", "querySelectorAll", "matches", "closest"]) {
  const real = kind.prototype[name];
  if (real) kind.prototype[name] = function (selector) {
    if (selector.includes(":has(")) throw new DOMException(selector, "SyntaxError");
    return real.call(this, selector);
  };
}"""


def test_an_older_browser_prints_and_saves_and_its_way_out_leads_out(
    context: BrowserContext, host: Host, tmp_path: Path
) -> None:
    """A browser that knows no :has(), and a way out whose address holds what ours to help does."""
    page = context.new_page()
    page.add_init_script(f"window.print = () => {{ window.printed = true; }}; {WITHOUT_HAS}")
    page.goto(f"{host.address}packet/#{THREE}")
    out = "https://weather.example/help/today"
    page.evaluate(f"for (const way of document.querySelectorAll('[data-leave]')) way.href = '{out}'")
    press(page, "Print it as one")
    expect(page.locator(".whole")).to_be_visible()
    assert page.evaluate("window.printed")
    assert page.locator(".whole .files, #p3 .lit").count() == 0, "no files to press on paper"
    press(page, "Back to the list")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save as a file").dblclick()
    coming.value.save_as(tmp_path / "packet.html")
    page.goto((tmp_path / "packet.html").as_uri())
    ways = page.locator(".handrail a").evaluate_all(
        "all => all.map(one => [one.textContent, one.getAttribute('href')])"
    )
    assert ways == [["Leave this site", out], ["Get help now", "#ph"], ["Leave this site", out]]
