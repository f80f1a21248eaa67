"""What was meant as a mark and is none is named; what only looks like one is left alone."""

import pytest

from builder.load.files import Files, read
from builder.pipeline import check
from tests.conftest import ROOT, TODAY

FILES = read(ROOT / "tests" / "sample")
LEARN = "modules/cup-of-tea/learn.md"


def found(words: str) -> set[str]:
    changed = Files({**FILES.texts, LEARN: f"{FILES.texts[LEARN]}\n\n{words}\n"}, ())
    return {one.code.id for one in check(changed, TODAY).report.diagnostics if "look" in one.message}


@pytest.mark.parametrize(
    "words",
    [
        "It grows [spoon2010].",
        "It grows (@spoon2010).",
        "It grows [[spoon2010]].",
        "It grows [ @spoon2010 ].",
        "[It grows.] (claim:slow-stir)",
        "[the cup](practice: hold-the-cup)",
        "[the cup] [practice:hold-the-cup]",
        "Here stands a name {#cups} in the middle.",
        "A line { #cups }",
        "##Cups",
        "**Warm * words",
        "~~gone~~",
        "// safety | If it burns",
        "<<<<<<< mine",
    ],
)
def test_a_half_written_mark_is_named(words: str) -> None:
    assert found(words) == {"STR017"}


@pytest.mark.parametrize(
    "words",
    [
        "- 2 + 2",
        "-ish, and +plus.",
        "Tea/coffee: 1 // 2.",
        "See [1] (page 3), [sic] [and] there.",
        "#1 of two (or 3).",
        "It is [the tea] (hot) that helps.",
        "I feel ____ when you are late.",
        "Find them as (@samaritans) there, or write to tea@example.org.",
        "It is autumn (term: autumn).",
        "2**3 is eight.",
    ],
)
def test_what_only_looks_like_a_mark_is_none(words: str) -> None:
    assert found(words) == set()
