"""Where a thing stands in a list is told by its name, whatever alphabet and case that is in."""

import pytest

from builder.model.division import placed, shares_of


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Calm", "c"),
        ("élan", "e"),
        ("Ångest", "a"),
        ("ﬁne", "f"),
        ("Ωmega", ""),
        ("24 hours", ""),
        ("«So»", ""),
        ("", ""),
    ],
)
def test_a_name_stands_under_its_first_letter_without_its_accent(name: str, letter: str) -> None:
    assert placed(name)[0] == letter


def test_a_letter_with_too_many_names_has_several_shares_and_each_name_is_in_one() -> None:
    names = ["Émile", "42", "eve", "Ada", "Eve", "ede"]
    shares = [(one.name, one.title, one.held) for one in shares_of(names, str, most=2)]
    assert shares == [
        ("others", "Others", ("42",)),
        ("a", "A", ("Ada",)),
        ("e", "E", ("ede", "Émile")),
        ("e-2", "E, page 2", ("eve", "Eve")),
    ]
