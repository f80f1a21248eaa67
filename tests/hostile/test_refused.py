"""Every hostile input is refused with a finding at its place, and no run ends with an exception."""

import json

import pytest

from builder.diagnostics.as_json import as_json
from builder.diagnostics.place import Place
from builder.diagnostics.text import as_text
from tests.hostile.case import Hostile
from tests.hostile.conftest import Attacked
from tests.hostile.corpus import CASES, HARMLESS
from tests.hostile.paths import PATHS, UNSEEN, Odd
from tests.run import psychoed

pytestmark = pytest.mark.xdist_group("attacked")  # what they share is made once


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_refused_at_its_place(attacked: Attacked, case: Hostile) -> None:
    said = [one for one in attacked.checked.report.diagnostics if one.place.file == case.path]
    assert (case.code, attacked.places[case.name]) in {(one.code.id, one.place) for one in said}
    assert any(one.code.severity == "error" for one in said)


@pytest.mark.parametrize("odd", PATHS, ids=lambda odd: odd.name)
def test_what_is_no_content_is_refused_by_name(attacked: Attacked, odd: Odd) -> None:
    said = {(one.code.id, one.place) for one in attacked.checked.report.diagnostics}
    assert (odd.code, Place(odd.file or odd.path)) in said


def test_what_is_left_alone_is_not_read(attacked: Attacked) -> None:
    held = "".join(source.text for source in attacked.loaded.sources.values())
    assert not [odd.name for odd in UNSEEN if odd.call in held]
    assert "pwn_secret" not in held


def test_no_name_stands_for_two_cases() -> None:
    names = [one.name for one in (*CASES, *HARMLESS, *PATHS, *UNSEEN)]
    assert len(names) == len(set(names))


def test_nothing_of_it_acts_on_the_terminal_that_shows_it(attacked: Attacked) -> None:
    report = attacked.checked.report
    shown = as_text(report, "content") + json.dumps(json.loads(as_json(report, "content")), ensure_ascii=False)
    assert {sign for sign in shown if not sign.isprintable()} <= set("\n\t\u00a0")
    shown.encode("utf-8")


def test_the_command_ends_with_the_code_for_content_errors(attacked: Attacked) -> None:
    done = psychoed.run(attacked.content.parent, "check", "--content", str(attacked.content))
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
