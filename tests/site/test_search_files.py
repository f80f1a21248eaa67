"""The search index: what is written can be read again, in parts that a browser can find, the same bytes each time."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from builder.site.impact import LEVELS
from builder.site.search import MAP, PART
from builder.site.shards import front_coded, in_order, postings
from builder.site.words import stem, telling
from tests.site.kinds import ENTRIES, entry, search_files

MANY = tuple(entry(f"page-{n}/", f"Page {n}", "One.", "", "", f"word{n * 7} word{n} shared") for n in range(2_500))


def read_postings(code: str) -> list[tuple[int, int]]:
    numbers, found = iter([ord(sign) - 35 for sign in code]), []
    for head in numbers:
        page = 0
        for _ in range(head // 32):
            page += next(numbers)
            found.append((page, head % 32))
    return sorted(found)


def unfold(pieces: list[str]) -> list[str]:
    before, found = "", []
    for piece in pieces:
        before = before[: ord(piece[0]) - 35] + piece[1:]
        found.append(before)
    return found


def data(files: dict[str, bytes], path: str) -> object:
    return json.loads(re.sub(r"^[^=]*=|;\n$", "", files[path].decode()))


@given(st.dictionaries(st.integers(0, 9_000), st.integers(0, LEVELS - 1)))
def test_pages_and_levels_can_be_read_again(pages: dict[int, int]) -> None:
    levels = {level: sorted(page for page in pages if pages[page] == level) for level in pages.values()}
    assert read_postings(postings(levels)) == sorted(pages.items())


@given(st.sets(st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=40)))
def test_words_can_be_read_again_in_the_order_of_a_browser(terms: set[str]) -> None:
    assert unfold(list(front_coded(in_order(terms)))) == in_order(terms)


def test_a_small_index_is_one_part_and_a_large_one_many_in_which_each_word_is_found() -> None:
    assert {path.rpartition("/")[2] for path in search_files(ENTRIES, ())} == {"map.js", "w0.js", "s0.js", "c0.js"}
    files = search_files(MANY, ("danger",))
    known = data(files, MAP)
    assert isinstance(known, dict)
    assert len(known["index"]) > 3
    for number, start in enumerate(known["index"]):
        part = data(files, f"assets/search/{known['at']}/w{number}.js")
        assert isinstance(part, str)
        assert len(part) < PART * 1.5
        terms = unfold(part.split(" ")[::2])
        after = known["index"][number + 1 :][:1]
        assert all(start <= term and (not after or term < after[0]) for term in terms)


def test_a_small_index_is_one_part_in_any_letters() -> None:
    letters = "абвгдежзиклмнопрстуф"
    words = ["".join(letters[int(sign)] for sign in f"{number * 7919 % 10**10:010}") for number in range(3_000)]
    entries = [entry("page/", "Page", "One.", "", "", " ".join(words))]
    assert {path.rpartition("/")[2] for path in search_files(entries, ())} == {"map.js", "w0.js", "s0.js", "c0.js"}


def test_the_same_entries_give_the_same_bytes_and_other_entries_another_folder() -> None:
    assert search_files(ENTRIES, ()) == search_files(ENTRIES, ())
    folders = [{path.split("/")[2] for path in search_files(some, ()) if path != MAP} for some in (ENTRIES, MANY)]
    assert len(folders[0]) == len(folders[1]) == 1
    assert folders[0] != folders[1]


def test_inflections_meet_and_words_that_differ_do_not() -> None:
    meet = (
        "calm calms calmed calming", "worry worries worried worrying", "regulate regulation regulating regulates",
        "dependent dependence dependency dependents", "lonely loneliness", "breathe breath breathing breaths", "stop stopped stopping",
        "anxious anxiety", "behaviour behavior behaviours", "realise realize realised realizing", "panic panicking panicked",
        "depressed depression depressing depressive", "friend friends friendship", "lose loses losing", "care cares caring cared", "use used using", "therapy therapies therapist therapists",
    )  # fmt: skip
    stems = [{stem(word) for word in group.split()} for group in meet]
    assert [one for one in stems if len(one) > 1] == []
    apart = "calm numb number need vagus vague stress string thing bring family early ear body sit site car care"
    assert len({stem(word) for word in apart.split()}) == len(apart.split())


def test_a_word_with_a_hyphen_is_also_one_word() -> None:
    assert list(telling("Isn’t co-regulation — a name?")) == ["co", "regulation", "coregulation", "name"]
