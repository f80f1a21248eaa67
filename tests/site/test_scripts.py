"""What the scripts add, in a real browser, from a folder and from a server."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(sites["mkdocs"]))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


@pytest.fixture(params=["folder", "server"])
def root(request: pytest.FixtureRequest, sites: dict[str, Path], server: str) -> str:
    return f"{sites['mkdocs'].as_uri()}/" if request.param == "folder" else server


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 800})
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    opened.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "http://127.0.0.1", "https://example.org/"))] == []


def at(root: str, path: str) -> str:
    return root + path + ("index.html" if root.startswith("file:") else "")


def search(page: Page, root: str, words: str) -> list[str]:
    page.goto(at(root, ""))
    page.get_by_label("Search in your own words").fill(words)
    expect(page.locator("[data-count]")).not_to_be_empty()
    return page.locator("[data-found] a").all_inner_texts()


QUESTIONS = {
    "polivagel theroy": "Polyvagal basics",
    "coregulation": "Co-regulation",
    "shutdown": "Polyvagal basics",
    "calmdown": "Co-regulation",
    "why cant i calm down on my own": "Co-regulation",
    "why can’t I calm down on my own?": "Co-regulation",
    "am i codependant": "Co-regulation and codependency",
    "vagus nerv": "Polyvagal basics",
    "hyper independence": "Trauma and doing it all alone",
    "polyvagel": "Polyvagal basics",
}


def test_a_readers_question_finds_the_right_page_first(page: Page, root: str) -> None:
    assert {asked: search(page, root, asked)[0] for asked in QUESTIONS} == QUESTIONS


def test_a_result_leads_to_its_page(page: Page, root: str) -> None:
    search(page, root, "vagus")
    page.locator("[data-found] a").first.click()
    page.wait_for_url("**/polyvagal-basics/**")
    assert page.locator("h1").inner_text() == "Polyvagal basics"


def test_nothing_found_says_what_to_do(page: Page, root: str) -> None:
    assert search(page, root, "xylophone") == []
    assert page.get_by_text("Nothing found for that. Try fewer words").is_visible()


def test_danger_puts_help_above_the_results_and_other_words_do_not(page: Page, root: str) -> None:
    for asked in ("i want to kill myself", "calm down", "i wanna kil myself", "calmdown", "Suicide"):
        search(page, root, asked)
        assert page.locator("[data-danger]").is_visible() == (not asked.startswith("calm")), asked


def test_search_is_loaded_on_first_focus_only(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server)
    assert not any("search" in url for url in asked)
    for _ in range(2):
        page.get_by_label("Search in your own words").focus()
        page.get_by_role("link", name="Get help now").first.focus()
    page.wait_for_load_state("networkidle")
    assert [url.rpartition("/")[2] for url in asked if "search" in url] == ["map.js", "search.js"]


def test_the_filter_hides_other_statements_and_empty_groups(page: Page, root: str) -> None:
    page.goto(at(root, "research/"))
    page.get_by_label("Experts disagree").check()
    assert page.locator(".claim:visible").count() == 1
    assert page.locator("[data-filter] [role=status]").inner_text() == "1 of 5 statements."
    assert not page.get_by_role("heading", name="Co-regulation").is_visible()
    page.get_by_label("Every mark").check()
    assert page.locator(".claim:visible").count() == 5


@pytest.mark.parametrize("way", ["press", "shift"])
def test_leaving_covers_the_page_and_goes(page: Page, root: str, way: str) -> None:
    page.route("https://example.org/", lambda route: route.fulfill(body="elsewhere"))
    page.goto(at(root, "co-regulation/"))
    with page.expect_request("https://example.org/"):
        if way == "press":
            page.locator(".leave").click()
        else:
            for _ in range(3):
                page.keyboard.press("Shift")
    page.wait_for_url("https://example.org/")


def test_a_short_address_leads_on_and_keeps_the_anchor(page: Page, root: str) -> None:
    page.goto(at(root, "m/coreg/") + "#try")
    page.wait_for_url("**/co-regulation/**#try")


def test_the_guide_is_still_until_it_is_started(page: Page, root: str) -> None:
    page.goto(at(root, "co-regulation/practice/"))
    where = "document.querySelector('.dot').getBoundingClientRect().x"
    still = page.evaluate(where)
    page.wait_for_timeout(200)
    assert page.evaluate(where) == still
    page.get_by_role("button", name="Start the guide").click()
    page.wait_for_timeout(700)
    assert page.evaluate(where) > still
    page.get_by_role("button", name="Stop the guide").click()
    assert page.evaluate(where) == still


def test_links_work_from_a_folder(page: Page, sites: dict[str, Path]) -> None:
    page.goto(f"{sites['mkdocs'].as_uri()}/index.html")
    page.get_by_role("link", name="Polyvagal basics").click()
    page.wait_for_url("**/polyvagal-basics/index.html")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(browser: Browser, sites: dict[str, Path], width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        opened = context.new_page()
        for path in sorted(sites["mkdocs"].rglob("*.html")):
            opened.goto(path.as_uri())
            opened.wait_for_load_state()
            assert opened.evaluate("document.documentElement.scrollWidth") <= width, path
