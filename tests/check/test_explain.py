"""The page of a code says what, why and how, with the example of its case."""

import pytest

from builder.check.explain import markdown, terminal
from builder.check.rule import Case, Rule
from builder.diagnostics.code import Code
from tests.check.sample import RULES

CODE = Code("ABC001", "cold-tea", "error", "Nobody likes it.", "Warm it.", "A book on tea")
CASE = Case("modules/tea/learn.md", "warm", "cold tea", "warm tea", "cold")


def test_markdown_shows_bad_and_good_in_the_order_of_the_page() -> None:
    page = markdown(CODE, (CASE,))
    parts = ["# ABC001 cold-tea", "Nobody likes it.", "Warm it.", "cold tea", "Instead:", "warm tea", "A book on tea"]
    found = [page.index(part) for part in parts if part != "cold tea"]
    assert found == sorted(found)
    assert "````markdown\ncold tea\n````" in page


def test_a_code_without_cases_has_a_page_too() -> None:
    assert "Example" not in markdown(CODE)
    assert "Why: Nobody likes it." in terminal(CODE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.id)
def test_every_page_ends_with_one_new_line_and_names_no_empty_example(rule: Rule) -> None:
    for page in (markdown(rule.code, rule.cases), terminal(rule.code, rule.cases)):
        assert page.endswith("\n") and not page.endswith("\n\n")
        assert "\n\n\n" not in page
