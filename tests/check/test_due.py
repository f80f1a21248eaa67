"""What falls due, by day: reviews, numbers, looks at the evidence and waivers; promises only, and only of what is published."""

from dataclasses import replace
from datetime import date

import pytest

from builder.check.due import due_by
from builder.check.questions import questions
from builder.load.gather import load
from builder.model.days import days_later, months_later
from builder.model.library import Library
from builder.model.shared import Waiver
from tests.check.sample import RULES, SAMPLE
from tests.conftest import TODAY
from tests.parts import parts_of

WAIVER = Waiver(rule="LAN005", file="pages/about.md", reason="So.", by="Sample Second", until=date(2026, 12, 9))
LIBRARY = replace(load(SAMPLE).library, waivers={0: WAIVER})


def days(until: date, library: Library = LIBRARY) -> list[tuple[str, str]]:
    return [(one.day.isoformat(), one.who) for one in due_by(library, TODAY, until)]


def test_everything_promised_is_due_once_and_in_order() -> None:
    assert days(date.max) == [
        ("2026-12-09", "Sample Second"),
        ("2027-01-15", ""),
        ("2027-03-01", "Sample Reviewer"),
        ("2028-06-01", "Sample Second"),
    ]
    assert days(date(2026, 12, 9)) == [("2026-12-09", "Sample Second")]
    assert days(date(2026, 12, 8)) == []


def test_judged_part_by_part_it_is_the_same() -> None:
    parts = [one for part in parts_of(LIBRARY) for one in due_by(part, TODAY, date.max)]
    assert sorted(parts, key=lambda one: one.day) == list(due_by(LIBRARY, TODAY, date.max))


@pytest.mark.parametrize(
    ("today", "said"), [("2026-11-08", 0), ("2026-11-09", 1), ("2026-12-09", 1), ("2026-12-10", 0)]
)
def test_a_waiver_that_runs_out_is_warned_of_up_to_its_day(today: str, said: int) -> None:
    rule = next(rule for rule in RULES if rule.code.name == "due-soon")
    found = [one for part in parts_of(LIBRARY) for one in rule.find(part, date.fromisoformat(today))]
    waivers = [one for one in found if one.file == "waivers.yml"]
    assert len(waivers) == said
    assert all(one.who == "Sample Second" and one.due == date(2026, 12, 9) for one in waivers)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-08-31", 6, "2027-02-28"), ("2027-08-31", 6, "2028-02-29"), ("2026-12-01", 1, "2027-01-01"),
     ("9999-06-01", 36, "9999-12-31")],
)  # fmt: skip
def test_months_end_where_the_month_does(day: str, months: int, later: str) -> None:
    assert months_later(date.fromisoformat(day), months).isoformat() == later
    assert days_later(date.max, months) == date.max


def test_the_questions_have_ids_of_their_own_and_each_asks_one_thing() -> None:
    assert len({one.id for one in questions()}) == len({one.asks for one in questions()}) == len(questions()) >= 20
    assert len(questions()) <= 34
    assert all(one.asks.endswith("?") and one.asks.count("?") == 1 and one.why.endswith(".") for one in questions())
