"""A discreet title in real Chromium and in real PDFs: nothing that leaves the page names the topic."""

import re
from pathlib import Path

import pikepdf
from playwright.sync_api import Page

from builder.model.library import Library

LOUD = re.compile(r"codepend|hyper.?independen|trauma", re.IGNORECASE)
"""What the topics with a discreet title are about."""


def test_a_discreet_title_holds_in_the_tab_in_previews_and_in_files(
    page: Page, site_address: str, built: Path, library: Library
) -> None:
    quiet = [module.facts for module in library.published if module.facts.discreet_title]
    assert len(quiet) == 2
    for facts in quiet:
        for address in (facts.id, f"{facts.id}/practice", f"{facts.id}/clinicians", f"{facts.id}/handout"):
            page.goto(f"{site_address}{address}/")
            assert page.title().startswith(facts.discreet_title)
            assert not LOUD.search(page.title())
            assert not LOUD.search(page.locator("meta[name=description]").get_attribute("content") or "loud: trauma")
        page.goto(f"{site_address}m/{facts.code}/")
        page.wait_for_url(f"**/{facts.id}/")
        files = sorted((built / facts.id).rglob("*.pdf"))
        assert len(files) == 4 * 3
        for file in files:
            assert not LOUD.search(file.name)
            with pikepdf.open(file) as pdf, pdf.open_metadata() as said:
                assert said["dc:title"].startswith(facts.discreet_title)
                assert not LOUD.search(str(said))
                assert not LOUD.search(str(dict(pdf.docinfo)))
