"""Private by construction, in real Chromium: every page under our headers with no other host to reach, and nothing stored."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ProxySettings

from builder.site.headers import POLICY
from tests.browser.places import without_most_rules

LOADS = {
    "src", "srcset", "poster", "data", "action", "formaction", "ping", "background", "manifest", "archive", "codebase",
    "longdesc", "imagesrcset", "xlink:href",
}  # fmt: skip
LINKS = {"a", "area"}
NAMED_IN_SCRIPTS = {"http://www.w3.org/2000/svg", "https://$"}
"""The name of SVG, and an address that is put together to be copied."""


class Loaded(HTMLParser):
    """Every address that a page loads rather than links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (name in LOADS or (name == "href" and tag not in LINKS)):
                self.found.append(value)
            if value and tag == "meta" and "url=" in value.lower():
                self.found.append(value.lower().split("url=")[1])


def test_no_file_loads_an_address_of_another_host(built: Path) -> None:
    seen = 0
    for path in sorted(built.rglob("*")):
        if path.suffix not in (".html", ".svg", ".css", ".js"):
            continue
        text = path.read_text("utf-8")
        if path.suffix in (".html", ".svg"):
            loaded = Loaded()
            loaded.feed(text)
            found = loaded.found
        elif path.suffix == ".css":
            found = re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", text)
            found = [one or other for one, other in found]
        else:
            found = [one for one in re.findall(r"(?:https?|wss?)://[^\s\"'`{]*", text) if one not in NAMED_IN_SCRIPTS]
        seen += len(found)
        assert not [one for one in found if re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", one, re.IGNORECASE)], path
    assert seen > 500


def test_behind_nginx_with_every_other_host_out_of_reach_no_page_breaks_the_policy_and_nothing_is_stored(
    browser: Browser, built: Path, nginx_address: str
) -> None:
    nowhere: ProxySettings = {
        "server": "http://127.0.0.1:9",
        "bypass": "127.0.0.1",
    }  # all but loopback goes there, and gets no answer
    context = browser.new_context(proxy=nowhere, viewport={"width": 360, "height": 740})
    page = context.new_page()
    asked: list[str] = []
    watch = context.new_cdp_session(page)
    watch.send("Network.enable")
    watch.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
    page.on("console", lambda message: troubles.append(f"{page.url}: {message.text}"))
    page.on("response", lambda answer: answer.status < 400 or troubles.append(answer.url))
    pages = without_most_rules(sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html")))
    for name in pages:
        answer = page.goto(nginx_address + name.removesuffix("index.html"))
        assert answer
        assert answer.status in (200, 304), name
        assert answer.headers["content-security-policy"] == POLICY, name
    page.goto(nginx_address)
    page.get_by_role("searchbox").fill("am i codependant")
    page.locator("[data-found] a").first.click()
    page.wait_for_url("**/co-regulation-vs-codependency/**")
    assert len(pages) > 50
    assert len(asked) > len(pages)
    assert [url for url in asked if not url.startswith(nginx_address)] == troubles == []
    assert context.cookies() == []
    assert stored(page) == {"words": 0, "databases": [], "caches": [], "workers": 0}
    way_out = page.locator(".leave").get_attribute("href")
    with page.expect_event("requestfailed"):
        page.locator(".leave").click()
    # The browser's own page for a host that is out of reach draws pictures that are in it.
    assert {url for url in asked if not url.startswith((nginx_address, "data:"))} == {way_out}
    context.close()


def stored(page: Page) -> Any:
    return page.evaluate(
        """async () => ({
            words: localStorage.length + sessionStorage.length,
            databases: await indexedDB.databases(),
            caches: await caches.keys(),
            workers: (await navigator.serviceWorker.getRegistrations()).length,
        })"""
    )
