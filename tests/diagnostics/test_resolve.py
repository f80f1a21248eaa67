"""A finding lands on its word: in folded text, at a whole word first, and at its spot where the word is not there."""

import pytest

from builder.diagnostics.finding import Finding, Path, Span
from builder.diagnostics.resolve import place_of
from builder.diagnostics.source import Extent, Source

TEXT = "says: >-\n  a second word and\n  a co word\nnext: x\n"
SOURCE = {
    "f.yml": Source("f.yml", TEXT, {("says",): Extent(6, 43), (): Extent(0, len(TEXT))}, {("says",): Extent(0, 4)})
}


@pytest.mark.parametrize(
    ("at", "word", "on_key", "line", "column"),
    [
        (("says",), "co", False, 3, 5),
        (("says",), "and a co", False, 2, 17),
        (("says",), "SECOND", False, 2, 5),
        (("says",), "nowhere", False, 1, 7),
        (("says",), "", False, 1, 7),
        (("says",), "", True, 1, 1),
        (("says", 3, "deep"), "", False, 1, 7),
        (Span(2, 3), "co word", False, 3, 5),
        (Span(3, 3), "", False, 3, 3),
    ],
)
def test_it_points_here(at: Path | Span, word: str, on_key: bool, line: int, column: int) -> None:
    place = place_of(Finding("f.yml", at, "", word, on_key=on_key), SOURCE)
    assert (place.line, place.column) == (line, column)


def test_a_file_that_could_not_be_read_has_its_first_place() -> None:
    place = place_of(Finding("gone.yml", (), ""), SOURCE)
    assert (place.file, place.line, place.column) == ("gone.yml", 1, 1)
