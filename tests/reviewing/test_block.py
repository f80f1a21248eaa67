"""A signature goes into module.yml, and every other character of it stays."""

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from builder.diagnostics.errors import BuilderError
from builder.load.tree import tree_of
from builder.model.facts import Answer, Review
from builder.model.noun import Words
from builder.reviewing.block import quoted, with_review
from tests.changed import text_of

REVIEW = Review(
    by="sample-second", role="sample reviewer", on=date(2026, 11, 24), next=date(2027, 5, 24), of="0" * 64,
    answers=(Answer(ask="needed", said="no", note="Who: the other one? # not me"),),
)  # fmt: skip
ENTRIES = (
    "id: warm-socks\n", "# a comment\n", "\n", "title: Warm socks 🧦 # it is one\n", "related: [a,\n  b]\n",
    "say: >-\n  Some people\n  find it easier.\n", "fits: |\n  One: two.\n\n", "claims:\n  - id: x\n    for: [y] # z\n",
    "  # a comment further in\n", 'summary: "a\n  b"\n',
)  # fmt: skip
OLD = (
    "review:\n  by: a\n  on: 2026-01-01\n", "review: {by: a, of: b}\n", "review: {\n  by: a,\n  of: b }\n", "review:\n",
    "review:\n  by: a # of it\n  answers:\n    # why\n    - ask: b\n      note: >\n        One.\n\n        Two.\n", "review: ~\n",
    'review:\n  by: a\n  answers: []\n', '"review": {}\n', "review:\n  by: a\n  on: 2026-01-01 # last\n",
)  # fmt: skip


def is_words(text: str) -> bool:
    try:
        TypeAdapter(Words).validate_python(text)
    except ValidationError:
        return False
    return not tree_of(quoted(text)).troubles  # a form that holds what no text may hold was refused before


signs = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]) | st.just("\n")
words = st.text(signs, min_size=1, max_size=40).filter(is_words)
ids = st.sampled_from(["no", "null", "y", "true", "needed", "sample-second", "on", "a1"])
answers = st.builds(Answer, ask=ids, said=st.sampled_from(["yes", "no", "does-not-apply"]), note=st.none() | words)
reviews = st.builds(
    Review, by=ids, role=words, on=st.dates(), next=st.dates(), of=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    answers=st.lists(answers, max_size=3).map(tuple),
)  # fmt: skip
lines = st.lists(st.sampled_from(ENTRIES), unique=True).map("".join)


@settings(deadline=None)
@given(reviews, lines, st.sampled_from(OLD), lines, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_only_the_review_is_replaced(
    review: Review, head: str, old: str, tail: str, newline: str, ends_with_a_line: bool
) -> None:
    head, old, tail = (part.replace("\n", newline) for part in (head, old, tail))
    text = head + old + tail if ends_with_a_line else (head + old + tail).rstrip()
    before = tree_of(text)
    assume(not before.troubles)
    assert ("review",) in before.keys
    made = with_review(text, review)
    kept = text[len(head) + len(old.rstrip()) :]
    assert made.startswith(head)
    assert made.endswith(kept)
    after = tree_of(made[len(head) : len(made) - len(kept)])
    assert not after.troubles
    assert Review.model_validate(after.data["review"]) == review
    assert {key: value for key, value in tree_of(made).data.items() if key != "review"} == {
        key: value for key, value in before.data.items() if key != "review"
    }
    assert with_review(made, review) == made


@settings(deadline=None)
@given(reviews, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n", "\n\n", "\n# the end\n"]))
def test_a_first_review_stands_at_the_end(review: Review, newline: str, end: str) -> None:
    text = (text_of("modules/cup-of-tea/module.yml").rstrip() + end).replace("\n", newline)
    made = with_review(text, review)
    assert made.startswith(text)
    assert Review.model_validate(tree_of(made).data["review"]) == review
    assert ("\r\n" in made) == (newline == "\r\n")


@pytest.mark.parametrize("text", ["{id: a, title: b}", "id: a\n...\n", "  id: a\n", "? review\n: {by: a}\n"])
def test_a_file_in_which_it_would_change_something_is_left_alone(text: str) -> None:
    assert not tree_of(text).troubles
    with pytest.raises(BuilderError, match="no signature can be put"):
        with_review(text, REVIEW)
