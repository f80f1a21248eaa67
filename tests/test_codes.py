"""Every code finds what its bad examples show, at that line and column and nothing else, and nothing in the good ones."""

from collections import Counter

import pytest

from builder import pipeline
from builder.diagnostics.code import Case, Code
from builder.diagnostics.family import FAMILIES, Family
from builder.export.codes import CODES as ONLY_ON_PAPER
from tests.changed import Changed, Said, place_of, text_of

pytestmark = pytest.mark.xdist_group("codes")  # what they share is made once

CODES = pipeline.codes()
CASES = [
    pytest.param(code, case, id=f"{code.id}-{number}")
    for code in CODES
    for number, case in enumerate(code.cases, start=1)
]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Changed:
    return Changed(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def before(changed: Changed) -> Said:
    return changed.said()


def test_the_sample_leaves_nothing_but_work_for_a_person(changed: Changed, before: Said) -> None:
    person = {code.id for code in CODES if code.severity == "person"}
    assert {code for code, _ in before} <= person
    assert changed.said(paper=True) == before


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_bad_example_gives_this_finding_at_this_place_and_no_other(
    changed: Changed, before: Said, code: Code, case: Case
) -> None:
    with changed.holding(case, case.bad):
        after = changed.said(paper=code in ONLY_ON_PAPER)
    assert _codes(after) - _codes(before) == Counter([code.id])
    assert (code.id, place_of(case)) in after - before


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_good_example_gives_nothing_new(changed: Changed, before: Said, code: Code, case: Case) -> None:
    with changed.holding(case, case.good):
        after = changed.said(paper=code in ONLY_ON_PAPER)
    assert not _codes(after) - _codes(before)


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_case_names_one_spot(code: Code, case: Case) -> None:
    assert case.bad != case.good
    if case.was:
        assert text_of(case.file).count(case.was) == 1
        assert isinstance(case.bad, str)
        assert isinstance(case.good, str)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_a_code_has_an_example_and_names_whose_rule_it_is(code: Code) -> None:
    assert code.cases
    assert code.source.strip()


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_a_code_says_what_is_wrong_and_what_to_do_in_whole_sentences(code: Code) -> None:
    assert code.why.endswith(".")
    assert code.mend.endswith(".")


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.prefix)
def test_codes_of_a_family_run_from_1_without_a_gap(family: Family) -> None:
    ids = [code.id for code in CODES if code.family == family]
    assert ids == [f"{family.prefix}{number:03}" for number in range(1, len(ids) + 1)]


def test_no_code_and_no_name_is_used_twice() -> None:
    assert len({code.id for code in CODES}) == len({code.name for code in CODES}) == len(CODES)


def _codes(said: Said) -> Counter[str]:
    return Counter(code for code, _ in said.elements())
