"""Every rule file is registered in its family. What each rule finds is in tests/test_codes.py, with all other codes."""

from pathlib import Path

import pytest

import builder.check.rules
from builder.check.rules import FAMILIES


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_rule_file_is_in_the_tuple_of_its_family(family: builder.check.rules.Family) -> None:
    folder = Path(builder.check.rules.__file__).parent / family.name
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert files == {rule.find.__name__ for rule in family.rules}
