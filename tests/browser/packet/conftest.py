"""A host for packets, a browser that may say nothing odd, and what both files of tests do with them."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.host import Host, rules_of

LINE = "See you on Tuesday. “Small steps” — that’s all (really)."
THREE = "coreg+poly.practice+give.handout"
TITLES = ["Co-regulation", "Polyvagal basics: things to try", "Co-regulation and codependency: one sheet"]
PARTS = ("", ".practice", ".handout", ".clinicians")
ALL = [f"{code}{part}" for code in ("coreg", "poly", "give", "trust") for part in PARTS]


@pytest.fixture(scope="module")
def host(built: Path) -> Iterator[Host]:
    with Host(built, "/", rules_of((built / "_headers").read_text("utf-8"))) as host:
        yield host


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, accept_downloads=True)
    said: list[str] = []
    context.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    context.on("dialog", lambda dialog: said.append(dialog.message))
    yield context
    context.close()
    assert [words for words in said if "503" not in words] == []  # a host in trouble is told by the browser itself


def opened(context: BrowserContext, host: Host, hash: str = "") -> Page:
    page = context.new_page()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{host.address}packet/{hash}")
    return page


def titles(page: Page) -> list[str]:
    return page.locator("[data-list] a").all_inner_texts()


def decoded(picture: bytes) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).press("Enter")
