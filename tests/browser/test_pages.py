"""The shipped pages in real Chromium: nothing loads from elsewhere, nothing scrolls sideways, folds open, help is there."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.places import LEARN

ADDRESSES = (
    "", "topics/", "try/", "research/", "clinicians/", "glossary/", "quotations/", "help/", "about/", "accessibility/",
    "privacy/", "leaving/", "take/", "co-regulation/", "polyvagal-basics/practice/", "trauma-and-hyper-independence/",
    "co-regulation-vs-codependency/clinicians/", "co-regulation/handout/", "404.html", "checks/",
    "authors/", "authors/rules/", "authors/rules/lan003/", "authors/rules/str005/",
)  # fmt: skip


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways_asks_elsewhere_or_complains(browser: Browser, site_address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in ADDRESSES:
        page.goto(site_address + address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (address, width)
        assert page.locator("h1").count() == 1, address
        assert page.get_by_role("link", name="Get help now").first.is_visible(), address
        assert page.locator(".leave").is_visible(), address
    assert not [url for url in asked if not url.startswith(site_address)]
    assert not [words for words in said if "404" not in words]
    context.close()


ALONE = """() => [...document.querySelectorAll("main :is(a[href^='tel:'], a[href^='sms:']):not(.numbers a)")].filter((link) => {
  const after = link.nextSibling, range = document.createRange();
  if (after?.data?.[0] !== ".") return false;
  range.setStart(after, 0);
  range.setEnd(after, 1);
  const stop = range.getBoundingClientRect(), number = link.getClientRects();
  return number.length > 1 || number[0].height < 44 || stop.top > number[0].bottom || stop.left + 1 < number[0].right;
}).map((link) => link.textContent)"""


@pytest.mark.parametrize("width", [320, 360, 412])
def test_a_number_to_call_is_whole_tall_and_keeps_its_full_stop(page: Page, site_address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{site_address}help/")
    assert page.locator("main li a[href^='tel:']").count() > 8
    assert page.evaluate(ALONE) == []


def test_a_mark_stands_in_brackets_where_it_follows_a_sentence_and_in_none_where_it_is_alone(
    page: Page, site_address: str
) -> None:
    page.goto(f"{site_address}{LEARN}")
    drawn = "all => all.map(one => ['::before', '::after'].map(part => getComputedStyle(one, part).content).join())"
    assert set(page.locator("main p > a.sure").evaluate_all(drawn)) == {'"(",")"'}
    assert set(page.locator("main p.sure").evaluate_all(drawn)) == {'"",none'}


def test_a_citation_opens_the_folded_sources(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}co-regulation/")
    source = page.locator("details.sources li").first
    assert not source.is_visible()
    page.locator("main p a[href*='#source-']").first.click()
    page.locator("details.sources[open]").wait_for()
    assert source.is_visible()


def test_the_stop_rule_stands_before_the_first_step(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}co-regulation/practice/")
    practices = page.locator(".practice")
    assert practices.count() >= 3
    for practice in practices.all():
        words = practice.inner_text()
        assert words.index("Stop if") < words.index("Or instead")
        stop, first = (
            practice.get_by_text("Stop if").first.bounding_box(),
            practice.locator("ol li").first.bounding_box(),
        )
        assert stop
        assert first
        assert stop["y"] < first["y"]


def test_research_can_be_filtered_by_how_sure_it_is(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}research/")
    every = page.locator("[data-status]:visible").count()
    page.get_by_label("Experts disagree").check()
    shown = page.locator("[data-status]:visible")
    assert 0 < shown.count() < every
    assert {one.get_attribute("data-status") for one in shown.all()} == {"contested"}


def test_what_is_typed_can_be_copied_as_it_is_typed(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}authors/")
    samples = page.locator(".sample pre")
    assert samples.count() >= 10
    assert "psychoed serve" in samples.all_inner_texts()
    assert all(one.evaluate("it => it.scrollWidth <= it.clientWidth") for one in samples.all())


def test_authors_find_their_pages_from_the_foot_of_every_page(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}co-regulation/")
    page.get_by_role("link", name="For authors").click()
    page.get_by_role("link", name="every rule").click()
    page.get_by_role("link", name="LAN002").click()
    assert page.url == f"{site_address}authors/rules/lan002/"


def test_a_topic_offers_few_files_and_the_way_to_the_rest(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}co-regulation/clinicians/")
    files = page.locator(".files").last.get_by_role("link")
    kinds = [re.sub(r", \d+\s(page|kB|MB).*", "", words) for words in files.all_inner_texts()]
    assert kinds == [
        "One sheet (PDF, A4",
        "For clinicians (PDF, A4",
        "The whole topic (PDF, A4",
        "The whole topic (PDF, A4 in large print",
        "The whole topic (EPUB",
        "The whole topic (plain text",
    ]
    page.get_by_role("link", name="US Letter, large print and all other files").click()
    page.wait_for_url("**/take/#co-regulation")
    (fold,) = page.locator("details.files[open]").all()
    assert fold.locator("summary").inner_text() == "Co-regulation"
    names = fold.get_by_role("link").evaluate_all("links => links.map(link => link.textContent)")
    assert len(set(names)) == len(names) == 14
    assert all(" – Co-regulation (" in name for name in names)
    fold.get_by_role("link", name=re.compile("One sheet.* A4 in large print, 1 sheet, 2 sides, ")).click(trial=True)


def test_pages_and_search_work_from_a_folder(browser: Browser, built: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((built / "index.html").as_uri())
    page.get_by_role("searchbox").fill("am i codependant")
    page.locator("[data-found] a").first.click()
    page.wait_for_url("**/co-regulation-vs-codependency/**")
    assert "codependency" in page.locator("h1").inner_text()
    context.close()


def test_without_scripts_a_short_address_leads_on(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}m/coreg/")
    page.wait_for_url("**/co-regulation/")
    context.close()
