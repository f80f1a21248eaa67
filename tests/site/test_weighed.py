"""What was weighed before is not weighed again, what comes back damaged is, and an index that is changed is the index made anew."""

import pickle
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.page import Entry
from builder.site import search
from builder.site.weighed import Group, together
from tests.site.kinds import entry, search_files

ENTRIES = tuple(
    entry(f"page-{n}/", f"Page {n}", "One.", "", "", f"word{n} shared panic attack attacks") for n in range(300)
)
SAYINGS = ((("fright",), ("panic attack",)),)


def saying(one: Entry, **texts: str) -> Entry:
    return replace(one, told={**one.told, **texts})


class Kept:
    """A shelf in memory, which counts what is asked of it."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.gets = 0
        self.asked: set[str] = set()
        self.puts = 0

    def get(self, key: str) -> bytes | None:
        self.gets += 1
        self.asked.add(key)
        return self.held.get(key)

    def keep(self, key: str) -> None:
        self.asked.add(key)

    def put(self, key: str, data: bytes) -> None:
        self.puts += 1
        self.held[key] = data


def groups_made(shelf: Kept, entries: tuple[Entry, ...], phrases: tuple[str, ...] = ()) -> int:
    before = shelf.puts
    assert weighed(entries, phrases, shelf) == weighed(entries, phrases)
    return shelf.puts - before


def weighed(entries: tuple[Entry, ...], phrases: tuple[str, ...] = (), shelf: Kept | None = None) -> list[Group]:
    return [one.weighed(shelf) for one in together(entries, phrases)]


def test_one_page_that_changed_came_or_went_has_its_group_weighed_and_no_other() -> None:
    shelf = Kept()
    assert groups_made(shelf, ENTRIES) > 5
    assert groups_made(shelf, ENTRIES) == 0
    assert groups_made(shelf, (*ENTRIES[:100], saying(ENTRIES[100], words="changed"), *ENTRIES[101:])) == 1
    assert 1 <= groups_made(shelf, (*ENTRIES[:100], entry("new/", "New", "", "", "", ""), *ENTRIES[100:])) <= 2
    assert 1 <= groups_made(shelf, (*ENTRIES[:100], *ENTRIES[101:])) <= 2


class Unread(dict[str, str]):
    """What is told of a page, known by a digest: nobody may ask for its words."""

    def __init__(self, told: Mapping[str, str], digest: str, may: bool = False) -> None:
        super().__init__(told if may else ())
        self.digest = digest

    def __repr__(self) -> str:
        return self.digest


def test_of_a_group_in_which_nothing_changed_no_word_is_read() -> None:
    shelf = Kept()
    first = [replace(one, told=Unread(one.told, one.address, may=True)) for one in ENTRIES]
    files = search_files(first, (), SAYINGS, shelf)
    closed = [replace(one, told=Unread({}, one.address)) for one in ENTRIES]
    assert search_files(closed, (), SAYINGS, shelf) == files
    with pytest.raises(KeyError):
        search_files([*closed[:-1], replace(closed[-1], told=Unread({}, "another"))], (), SAYINGS, shelf)


def test_other_phrases_are_weighed_and_words_are_no_phrases() -> None:
    shelf = Kept()
    groups_made(shelf, ENTRIES)
    assert groups_made(shelf, ENTRIES, ("panic",)) == 0
    assert groups_made(shelf, ENTRIES, ("panic attack",)) > 5


@pytest.mark.parametrize("bad", [b"", b"junk", pickle.dumps(None), pickle.dumps(["no", "group"])])
def test_what_cannot_be_read_is_weighed_again(bad: bytes) -> None:
    shelf = Kept()
    files = search_files(ENTRIES, (), SAYINGS, shelf)
    assert files == search_files(ENTRIES, (), SAYINGS)
    good = dict(shelf.held)
    shelf.held = dict.fromkeys(shelf.held, bad)
    assert search_files(ENTRIES, (), SAYINGS, shelf) == files
    assert shelf.held == good


WORDS = st.lists(st.sampled_from(["calm", "panic", "attack", "self-care", "fright", "new"]), max_size=9).map(" ".join)


@given(st.lists(st.tuples(st.integers(0, 299), WORDS, WORDS), min_size=1, max_size=30))
def test_pages_that_change_one_after_another_leave_the_files_that_are_made_at_once(
    changes: list[tuple[int, str, str]],
) -> None:
    shelf, entries = Kept(), list(ENTRIES)
    search_files(entries, (), SAYINGS, shelf)
    for number, (page, title, words) in enumerate(changes, start=1):
        entries[page] = saying(replace(entries[page], title=title), words=words)
        files = search_files(entries, (), SAYINGS, shelf)
        if number in (len(changes) // 2, len(changes)):
            assert files == search_files(entries, (), SAYINGS)


def test_many_pages_that_change_or_one_that_came_or_went_leave_the_files_that_are_made_at_once() -> None:
    shelf = Kept()
    more = tuple(saying(replace(ENTRIES[0], address=f"more-{n}/"), words=f"word{n} panic attack") for n in range(900))
    for entries in (
        (*ENTRIES, *more),
        tuple(saying(one, words="panic attack") for one in (*ENTRIES, *more)),
        ENTRIES,
        ENTRIES[:-1],
        ENTRIES[1:-1],
        (*ENTRIES[:100], entry("new/", "New", "", "", "", "panic attack"), *ENTRIES[100:]),
        (),
        ENTRIES,
    ):
        assert search_files(entries, (), SAYINGS, shelf) == search_files(entries, (), SAYINGS)


def test_one_page_that_changed_is_all_that_is_looked_at_again() -> None:
    shelf = Kept()
    search_files(ENTRIES, (), SAYINGS, shelf)
    shelf.gets, shelf.asked = 0, set()
    held = set(shelf.held)
    search_files((*ENTRIES[:100], saying(ENTRIES[100], words="changed fright"), *ENTRIES[101:]), (), SAYINGS, shelf)
    assert shelf.gets == 4  # the last index, its codes, the group as it was, and whether somebody weighed it as it is
    assert held <= shelf.asked  # or they would be forgotten in a week
    search_files(ENTRIES[1:], (), SAYINGS, shelf)
    assert shelf.gets > 10


def test_an_index_is_kept_for_the_code_and_the_lists_that_it_comes_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = shutil.copytree(Path(search.__file__).parent, tmp_path / "site")
    monkeypatch.setattr(search, "__file__", str(folder / "search.py"))
    grounds = {search._ground.__wrapped__()}
    for name in ("words.yml", "impact.py"):
        (folder / name).write_text("# other", encoding="utf-8")
        grounds.add(search._ground.__wrapped__())
    assert len(grounds) == 3
