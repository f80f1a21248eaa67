"""A page under `psychoed serve` follows what is saved, in real Chromium: the author touches nothing but the file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from tests.served import served


def test_a_page_that_is_open_shows_what_is_saved_and_what_is_wrong_with_it(page: Page, tmp_path: Path) -> None:
    port = 19000 + os.getpid() % 1000
    learn = tmp_path / "content" / "modules" / "cup-of-tea" / "learn.md"
    with served(tmp_path, port) as log:
        opened(page, f"http://127.0.0.1:{port}/cup-of-tea/")
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        expect(page.get_by_text("The site is being built.")).to_be_visible()
        expect(page.get_by_text("A cloth is enough.")).to_be_visible(timeout=60_000)
        good = learn.read_text("utf-8")
        learn.write_text(good.replace("A cloth is enough.", "A towel is enough."), "utf-8")
        expect(page.get_by_text("A towel is enough.")).to_be_visible(timeout=60_000)
        until(page, lambda: "Its files are made too." in log.read_text("utf-8"))
        expect(page.locator("main")).to_contain_text("kB")  # what is said of them has come too
        page.evaluate("window.untouched = true")
        learn.touch()
        until(page, lambda: log.read_text("utf-8").count("Its files are made too.") == 2)
        assert page.evaluate("window.untouched"), "a page that is as it was may not be loaded again"
        learn.write_text(good.replace("A cloth is enough.", "A rag <b>is</b> enough."), "utf-8")
        expect(page.get_by_text("Not built.")).to_be_visible(timeout=60_000)
        learn.write_text(good, "utf-8")
        expect(page.get_by_text("A cloth is enough.")).to_be_visible(timeout=60_000)
        expect(page.get_by_text("Not built.")).to_have_count(0)
        assert said == []


def until(page: Page, true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        page.wait_for_timeout(100)
    pytest.fail("It did not come.")


def opened(page: Page, address: str) -> None:
    """Open the page as soon as somebody answers."""
    for _ in range(600):
        try:
            page.goto(address)
            return
        except Error:
            page.wait_for_timeout(50)
    pytest.fail("Nobody answered.")
