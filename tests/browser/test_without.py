"""Without scripts, without colours of our own, without a popover, on paper: the same words, the same ways on, and the way out."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route
from pypdf import PdfReader

from tests.browser.places import KINDS, LEARN, PRACTICE

WORDS = """() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const one of main.querySelectorAll("noscript, .by-script, [data-needs-script], [data-filter]")) one.remove();
  return [main.textContent.split(/\\s+/).filter(Boolean).join(" "), [...main.querySelectorAll("a")].map((one) => one.getAttribute("href"))];
}"""
UNKNOWN_POPOVER = (
    "@layer { [popover] { display: block; position: static; inset: auto; margin: 0; width: auto; height: auto } }"
)
EDGES = """(selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).map((one) => {
  const style = getComputedStyle(one), ground = getComputedStyle(document.body).backgroundColor;
  return ["top", "bottom"].every((side) => parseFloat(style[`border-${side}-width`]) >= 2 && style[`border-${side}-style`] === "solid" && style[`border-${side}-color`] !== ground);
})"""
DRAWN = """(selector) => [...document.querySelectorAll(selector)].map((one) => {
  const style = getComputedStyle(one, "::before"), ground = getComputedStyle(document.body).backgroundColor;
  const inked = [style.borderTopStyle !== "none" && style.borderTopColor, style.backgroundColor, style.backgroundImage];
  return parseFloat(style.width) >= 12 && inked.some((ink) => ink && ![ground, "none", "rgba(0, 0, 0, 0)"].includes(ink));
})"""


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def test_without_scripts_every_page_says_the_same_words_and_leads_on(
    plain: Page, page: Page, site_address: str
) -> None:
    for address in KINDS:
        page.goto(site_address + address)
        plain.goto(site_address + address)
        assert plain.evaluate(WORDS) == page.evaluate(WORDS), address
        assert plain.locator("[data-needs-script]:visible, .by-script:visible, [data-filter]:visible").count() == 0
        assert plain.get_by_role("link", name="Get help now").first.is_visible(), address
        assert plain.locator(".leave").is_visible(), address
        assert plain.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_without_scripts_the_menu_opens_a_link_leads_on_and_one_leaves(plain: Page, site_address: str) -> None:
    plain.goto(site_address + LEARN)
    plain.get_by_role("button", name="Menu").click()
    plain.locator("#menu").get_by_role("link", name="Things to try").click()
    assert plain.url == f"{site_address}try/"
    plain.locator("main a").first.click()
    assert plain.url != f"{site_address}try/"
    asked: list[str] = []

    def elsewhere(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="Elsewhere.", content_type="text/plain")

    target = plain.locator(".leave").get_attribute("href")
    plain.route(lambda url: not url.startswith(site_address), elsewhere)
    plain.locator(".leave").click()
    plain.get_by_text("Elsewhere.").wait_for()
    assert asked[0] == target


def test_a_browser_that_knows_no_popover_shows_the_list(browser: Browser, site_address: str) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(site_address)
    assert not page.locator("#menu a").first.is_visible()
    page.add_style_tag(content=UNKNOWN_POPOVER)
    for link in page.locator("#menu a").all():
        assert link.is_visible()
        link.click(trial=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@pytest.mark.parametrize("address", ["", LEARN, PRACTICE, "co-regulation/clinicians/", "help/", "research/"])
def test_on_paper_all_is_open_addresses_are_written_out_and_words_can_be_read(
    plain: Page, site_address: str, address: str
) -> None:
    plain.goto(site_address + address)
    folded = plain.locator("main details > :not(summary)").all_text_contents()
    links = plain.locator("main a[href^='http']").evaluate_all(
        "all => all.filter((one) => !one.closest('.sources')).map((one) => one.href)"
    )
    sizes: Counter[float] = Counter()
    said = []

    def heard(text: str, _: Any, at: list[float], __: Any, size: float) -> None:
        sizes[round(size * abs(at[3]) * 0.75, 1) if size > 1 else round(abs(at[3]), 1)] += len(text.strip())

    for sheet in PdfReader(io.BytesIO(plain.pdf(format="A4", prefer_css_page_size=True))).pages:
        said.append(sheet.extract_text(visitor_text=heard))
    paper = "".join("".join(said).split())
    for words in folded:
        assert "".join(words.split())[:60] in paper, words
    for link in links:
        assert link.rstrip("/") in paper
    assert paper.count("Leavethissite") == "".join(plain.locator("main").inner_text().split()).count("Leavethissite")
    assert "Skiptothepage" not in paper
    assert "".join(plain.locator("h1").inner_text().split()) in paper
    body, _ = sizes.most_common(1)[0]
    assert 12 <= body <= 14.1, sizes


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_colours_forced_every_surface_keeps_an_edge_and_every_mark_its_ink(
    browser: Browser, site_address: str, scheme: Any
) -> None:
    context = browser.new_context(forced_colors="active", color_scheme=scheme, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(site_address + LEARN)
    for selector in (".lit", ".help", ".handrail", ".do", ".leave"):
        edges = page.evaluate(EDGES, selector)
        assert edges, selector
        assert all(edges), selector
    for mark in ("strong", "moderate", "limited", "theory"):
        drawn = page.evaluate(DRAWN, f".sure.{mark}")
        assert drawn, mark
        assert all(drawn), mark
    ink, ground = page.evaluate(
        "[getComputedStyle(document.querySelector('.lines .f-ink')).stroke, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink != ground
    page.goto(site_address + "help/")
    assert all(page.evaluate(EDGES, ".lit"))
    context.close()
