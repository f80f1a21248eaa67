"""What was counted before is not counted again, and what comes back damaged is."""

import pickle
from dataclasses import replace

import pytest

from builder.model.page import Entry
from builder.site.counted import counted
from builder.site.search import search_files

ENTRIES = tuple(
    Entry(f"page-{n}/", f"Page {n}", "One.", "", "", f"word{n} shared panic attack attacks") for n in range(300)
)
SAYINGS = ((("fright",), ("panic attack",)),)


class Kept:
    """A shelf in memory, which counts what is put there."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.puts = 0

    def get(self, key: str) -> bytes | None:
        return self.held.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.puts += 1
        self.held[key] = data


def groups_made(shelf: Kept, entries: tuple[Entry, ...], phrases: tuple[str, ...] = ()) -> int:
    before = shelf.puts
    assert list(counted(entries, phrases, shelf)) == list(counted(entries, phrases))
    return shelf.puts - before


def test_one_page_that_changed_came_or_went_has_its_group_counted_and_no_other() -> None:
    shelf = Kept()
    assert groups_made(shelf, ENTRIES) > 5
    assert groups_made(shelf, ENTRIES) == 0
    assert groups_made(shelf, (*ENTRIES[:100], replace(ENTRIES[100], words="changed"), *ENTRIES[101:])) == 1
    assert 1 <= groups_made(shelf, (*ENTRIES[:100], Entry("new/", "New", "", "", "", ""), *ENTRIES[100:])) <= 2
    assert 1 <= groups_made(shelf, (*ENTRIES[:100], *ENTRIES[101:])) <= 2


def test_other_phrases_are_counted_and_words_are_no_phrases() -> None:
    shelf = Kept()
    groups_made(shelf, ENTRIES)
    assert groups_made(shelf, ENTRIES, ("panic",)) == 0
    assert groups_made(shelf, ENTRIES, ("panic attack",)) > 5


@pytest.mark.parametrize("bad", [b"", b"junk", pickle.dumps(None), pickle.dumps(["no", "group"])])
def test_what_cannot_be_read_is_counted_again(bad: bytes) -> None:
    shelf = Kept()
    files = search_files(ENTRIES, (), SAYINGS, shelf)
    assert files == search_files(ENTRIES, (), SAYINGS)
    good = dict(shelf.held)
    shelf.held = dict.fromkeys(shelf.held, bad)
    assert search_files(ENTRIES, (), SAYINGS, shelf) == files
    assert shelf.held == good
