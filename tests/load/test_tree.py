"""YAML is read strictly: nothing is guessed, nothing is lost, every trouble has its place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.load.tree import tree_of


def troubles(text: str) -> list[tuple[str, int]]:
    return [(trouble.code.id, trouble.extent.start) for trouble in tree_of(text).troubles]


def test_values_have_the_types_of_yaml_1_2() -> None:
    text = 'a: 1\nb: 1.5\nc: true\nd: null\ne: 2026-11-24\nf: "988"\ng: plain words\n'
    assert tree_of(text).data == {
        "a": 1, "b": 1.5, "c": True, "d": None, "e": date(2026, 11, 24), "f": "988", "g": "plain words",
    }  # fmt: skip


def test_sequences_become_tuples_with_extents() -> None:
    tree = tree_of("a:\n  - x\n  - y\n")
    assert tree.data == {"a": ("x", "y")}
    assert "a:\n  - x\n  - y\n"[tree.extents["a", 1].start] == "y"


@pytest.mark.parametrize("value", ["no", "Yes", "on", "OFF", "y", "~", "012", "0x1f", "1_000", "1:30", "1e3", ".inf"])
def test_a_value_that_programs_read_differently_is_named(value: str) -> None:
    assert troubles(f"key: {value}\n") == [("YML005", 5)]
    assert troubles(f'key: "{value}"\n') == []


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a: 1\na: 2\n", "YML002", 5),
        ("a: &x 1\nb: *x\n", "YML003", 11),
        ("a: !!python/object:os.system x\n", "YML004", 3),
        ("a: [1, 2\nb: 3\n", "YML001", 10),
        ("a: 1\n---\nb: 2\n", "YML001", 5),
        ("a: 2026-02-30\n", "FMT005", 3),
    ],
)
def test_each_trouble_is_found_at_its_place(text: str, code: str, at: int) -> None:
    assert (code, at) in troubles(text)


def test_what_was_not_read_is_said_where_nothing_was_read() -> None:
    unread = "Nothing else in this file was checked yet."
    assert unread in tree_of("a: b: c\n").troubles[0].message
    assert unread not in tree_of("[]\n- a\n").troubles[0].message


def test_nesting_that_exhausts_memory_is_refused() -> None:
    assert [code for code, _ in troubles("a: " + "[" * 5000)] in (["YML006"], ["YML001"])


def test_an_alias_bomb_is_refused_and_not_expanded() -> None:
    bomb = "a: &a [x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(20)
    )
    assert {code for code, _ in troubles(bomb)} == {"YML003"}


@given(st.text())
def test_no_text_makes_it_raise_and_no_trouble_lies_outside(text: str) -> None:
    tree = tree_of(text)
    assert all(0 <= trouble.extent.start <= len(text) for trouble in tree.troubles)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text(), max_size=5))
def test_quoted_words_come_back_as_they_were(words: dict[str, str]) -> None:
    import json

    text = "".join(f"{key}: {json.dumps(value)}\n" for key, value in words.items())
    tree = tree_of(text)
    if not tree.troubles:
        assert (tree.data or {}) == words
