"""The page of a code says what, why and how, with the example of its case."""

from dataclasses import replace

import pytest

from builder import pipeline
from builder.diagnostics.code import Bytes, Case, Code, Holds, Link
from builder.diagnostics.explain import markdown, terminal

CASE = Case("modules/tea/learn.md", "warm", "cold tea", "warm tea", "cold")
CODE = Code("STR099", "cold-tea", "error", "Nobody likes it.", "Warm it.", "A book on tea", (CASE,))


def test_markdown_shows_bad_and_good_in_the_order_of_the_page() -> None:
    page = markdown(CODE)
    parts = ["# STR099 cold-tea", "Nobody likes it.", "Warm it.", "cold tea", "Instead:", "warm tea", "A book on tea"]
    found = [page.index(part) for part in parts if part != "cold tea"]
    assert found == sorted(found)
    assert "````markdown\ncold tea\n````" in page


def test_a_code_without_cases_has_a_page_too() -> None:
    plain = replace(CODE, cases=())
    assert "Example" not in markdown(plain)
    assert "Why: Nobody likes it." in terminal(plain)


@pytest.mark.parametrize(
    ("holds", "shown"),
    [
        (None, "(the file is not there)"),
        ("\n", "(nothing)"),
        (Link("../../secret.md"), "learn.md -> ../../secret.md"),
        (Bytes(b"\xff", "bytes that are not UTF-8"), "(bytes that are not UTF-8)"),
    ],
)
def test_what_is_no_text_is_shown_in_words(holds: Holds, shown: str) -> None:
    code = replace(CODE, cases=(replace(CASE, was="", bad=holds),))
    assert f"\n{shown}\n````" in markdown(code)
    assert f"\n    {shown}\n" in terminal(code)


@pytest.mark.parametrize("code", pipeline.codes(), ids=lambda code: code.id)
def test_every_page_ends_with_one_new_line_and_names_no_empty_example(code: Code) -> None:
    for page in (markdown(code), terminal(code)):
        assert page.endswith("\n") and not page.endswith("\n\n")
        assert "\n\n\n" not in page
