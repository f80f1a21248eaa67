"""Every rule finds what its cases show, at that line and column, and nothing else."""

from collections import Counter
from pathlib import Path

import pytest

import builder.check.rules
from builder.check.rule import Case, Rule
from builder.check.rules import FAMILIES
from builder.diagnostics.place import Place
from tests.check.sample import RULES, said_of, texts

CASES = [
    pytest.param(rule, case, id=f"{rule.code.id}-{number}")
    for rule in RULES
    for number, case in enumerate(rule.code.cases, start=1)
]


def test_the_sample_leaves_nothing_but_work_for_a_person() -> None:
    person = {rule.code.id for rule in RULES if rule.code.severity == "person"}
    assert {code for code, _ in said_of()} <= person


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_bad_case_gives_this_finding_at_this_place_and_no_other(rule: Rule, case: Case) -> None:
    new = said_of(case.file, case.was, case.bad)
    codes = Counter(code for code, _ in new.elements()) - Counter(code for code, _ in said_of().elements())
    assert codes == Counter([rule.code.id])
    assert (rule.code.id, _place(case)) in new


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_good_case_gives_nothing_new(rule: Rule, case: Case) -> None:
    new = said_of(case.file, case.was, case.good)
    codes = Counter(code for code, _ in new.elements()) - Counter(code for code, _ in said_of().elements())
    assert not codes


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_case_names_one_spot(rule: Rule, case: Case) -> None:
    assert texts()[case.file].count(case.was) == 1
    assert case.at
    assert case.in_file or case.at in case.bad


def test_every_rule_has_a_case() -> None:
    assert [rule.code.id for rule in RULES if not rule.code.cases] == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_codes_of_a_family_run_from_1_without_a_gap(family: builder.check.rules.Family) -> None:
    ids = [rule.code.id for rule in family.rules]
    assert ids == [f"{ids[0][:3]}{number:03}" for number in range(1, len(ids) + 1)]


def test_no_code_and_no_name_is_used_twice() -> None:
    assert len({rule.code.id for rule in RULES}) == len({rule.code.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_rule_file_is_in_the_tuple_of_its_family(family: builder.check.rules.Family) -> None:
    folder = Path(builder.check.rules.__file__).parent / family.name
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert files == {rule.find.__name__ for rule in family.rules}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.id)
def test_a_rule_says_what_is_wrong_and_what_to_do_in_whole_sentences(rule: Rule) -> None:
    assert rule.code.why.endswith(".")
    assert rule.code.mend.endswith(".")


def _place(case: Case) -> Place:
    """Where the finding has to point, once the case's bad text stands in its file."""
    file = case.in_file or case.file
    text = texts()[file]
    start = 0
    if file == case.file:
        start = text.index(case.was)
        text = text.replace(case.was, case.bad)
        if case.at in case.bad:
            return _at(file, text, start + case.bad.index(case.at))
    assert text.count(case.at) == 1, f"{case.at!r} has to stand once in {file}"
    return _at(file, text, text.index(case.at))


def _at(file: str, text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
