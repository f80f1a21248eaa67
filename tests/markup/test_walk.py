"""Walking prose gives every part once, in reading order."""

import pytest

from builder.markup.parse import parse
from builder.markup.target import Target, target_of
from builder.markup.walk import blocks_of, cites_of, headings_of, links_of, placed_of, plain, runs_of
from builder.model.prose import Paragraph, Table

PROSE, FAULTS = parse(
    """Lead with a **[strong link](page:help)** and a source [@coan2006; @feeney2007].

- one
- two [three](#a)

/// safety | If you are hurt
Words [inside](term:x).
///

## Head {#a}

| A | B |
|---|---|
| c [@li2026] | d |
""",
    "x.md",
)


def test_every_block_comes_once_in_reading_order() -> None:
    names = [type(block).__name__ for block in blocks_of(PROSE.blocks)]
    assert names == ["Paragraph", "Listing", "Paragraph", "Paragraph", "Placed", "Paragraph", "Heading", "Table"]


def test_links_are_found_inside_strong_words_lists_and_blocks() -> None:
    assert [link.target for block in blocks_of(PROSE.blocks) for link in links_of(block)] == [
        "page:help",
        "#a",
        "term:x",
    ]


def test_citations_are_found_in_paragraphs_and_cells() -> None:
    keys = [cite.keys for block in blocks_of(PROSE.blocks) for cite in cites_of(block)]
    assert keys == [("coan2006", "feeney2007"), ("li2026",)]


def test_plain_words_have_no_links_weight_or_citations() -> None:
    first = PROSE.blocks[0]
    assert isinstance(first, Paragraph)
    assert plain(first.children) == "Lead with a strong link and a source."


def test_a_table_has_one_run_for_each_cell() -> None:
    table = PROSE.blocks[-1]
    assert isinstance(table, Table)
    assert [plain(run) for run in runs_of(table)] == ["A", "B", "c", "d"]


def test_headings_and_placed_blocks_are_found() -> None:
    assert [heading.anchor for heading in headings_of(PROSE)] == ["a"]
    assert [block.argument for block in placed_of(PROSE, "safety")] == ["If you are hurt"]


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("module:tea", Target("module", "tea", "learn")),
        ("module:tea/practice#cup", Target("module", "tea", "practice", "cup")),
        ("claim:warm", Target("claim", "", "warm")),
        ("claim:tea/warm", Target("claim", "tea", "warm")),
        ("page:help#ireland", Target("page", "", "help", "ireland")),
        ("#map", Target("anchor", anchor="map")),
        ("https://weather.example/", Target("web", name="https://weather.example/")),
        ("http://weather.example/", Target("")),
        ("javascript:alert(1)", Target("")),
        ("module:", Target("")),
        ("", Target("")),
    ],
)
def test_a_target_is_taken_apart(written: str, target: Target) -> None:
    assert target_of(written) == target
