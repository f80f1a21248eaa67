"""The measure by which files are judged sees a word that is missing, doubled, in the wrong place or nobody's."""

import pytest

from tests.export.reading import trouble

PIECES = ("Sit down.", "Breathe out.")


@pytest.mark.parametrize(
    "file, seen",
    [
        ("Stop if Sit down. Breathe out.", ""),
        ("Sit down.", "missing"),
        ("Breathe out. Sit down.", "before"),
        ("Sit down. Sit down. Breathe out.", "before"),
        ("Sit down. Breathe out. Breathe out.", "at the end"),
        ("Sit down. None Breathe out.", "before"),
    ],
)
def test_it_sees_what_is_wrong(file: str, seen: str) -> None:
    assert trouble(file, iter(PIECES), text=True).startswith(seen)
    assert bool(trouble(file, iter(PIECES), text=True)) == bool(seen)
