"""The to-do list names each piece of work once, under whoever can do it, the nearest day first."""

from dataclasses import replace
from datetime import date

import pytest

from builder.diagnostics.as_todo import as_todo
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.place import Place
from builder.model.library import Library
from builder.model.shared import Person


@pytest.fixture
def people(sample: Library) -> dict[str, Person]:
    return dict(sample.people)


def _under(text: str) -> dict[str, list[str]]:
    """Headings, and the first lines of what is below each."""
    parts = [part.split("\n") for part in text.split("\n## ")[1:]]
    return {lines[0]: [line for line in lines if line.startswith("- [ ] ")] for lines in parts}


def test_work_goes_to_whoever_can_do_it(report: Report, people: dict[str, Person]) -> None:
    under = _under(as_todo(report, "content", people))
    assert list(under) == ["A. Clinician", "Sample Brewer", "A clinician", "Whoever checks helplines", "Anybody"]
    assert sum(map(len, under.values())) == len(report.diagnostics) + len(report.waived)
    assert under["A. Clinician"][0].startswith("- [ ] by 2027-01-31: The waiver ends.")


def test_an_author_a_reviewer_and_a_name_in_the_finding_are_asked_by_name(
    report: Report, people: dict[str, Person]
) -> None:
    error = next(one for one in report.diagnostics if one.code.severity == "error")
    judgement = next(one for one in report.diagnostics if one.code.severity == "person")
    socks = Place("modules/warm-socks/module.yml", 3, 1)
    found = (
        replace(error, place=socks),
        replace(judgement, place=socks),
        replace(judgement, place=socks, who="sample-reviewer"),
        replace(judgement, place=socks, who="B. Reader"),
    )
    under = _under(as_todo(replace(report, diagnostics=found, waived=()), "content", people))
    assert list(under) == ["B. Reader", "Sample Reviewer", "Sample Writer", "A clinician"]


def test_what_is_due_now_comes_first_then_by_day(report: Report, people: dict[str, Person]) -> None:
    one = report.diagnostics[0]
    found = tuple(replace(one, message=str(due), due=due) for due in (date(2027, 2, 1), None, date(2026, 12, 1)))
    (tasks,) = _under(as_todo(replace(report, diagnostics=found, waived=()), "content", people)).values()
    assert [task.split(":")[0] for task in tasks] == ["- [ ] now", "- [ ] by 2026-12-01", "- [ ] by 2027-02-01"]


def test_words_of_the_content_stay_words(report: Report, people: dict[str, Person]) -> None:
    bad = replace(report.diagnostics[0], message="Take <script> out.\n# [Click](https://bad.example)")
    text = as_todo(replace(report, diagnostics=(bad,), waived=()), "content", people)
    assert r"Take \<script> out. # [Click]\(https" in text


def test_nothing_to_do_is_said(report: Report, people: dict[str, Person]) -> None:
    assert "Nothing." in as_todo(replace(report, diagnostics=(), waived=()), "content", people)
