"""Where a page ends: what leads to something goes with it, and a practice that goes on overleaf does not look finished."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pymupdf
import pypdf
import pytest

from builder.export import pdfs_of
from builder.export.extent import letters_of
from builder.model.document import Block, Cite, Gloss, Link, Listing, Pair, Paragraph, Safety, Say, Sure, Table, To, Web
from builder.model.files import STYLES, Style
from tests.export.kinds import para, said
from tests.export.practices import BREATH
from tests.export.sheets import MODULE, THEME, publication
from tests.export.test_cards import ruled

INSIDE = 53.6
"""Points from the edge of the page to its words: only a frame reaches further."""

FOOT = 27 / 25.4 * 72
"""Points from the lower edge to the words of a page, at least."""


def set_in(style: Style, *blocks: Block) -> bytes:
    (one,) = pdfs_of(publication(replace(MODULE, blocks=blocks)), THEME, styles=[style]).values()
    assert (one.trouble, one.unknown) == ("", "")
    return one.data


def pages_of(data: bytes) -> Iterator[list[str]]:
    """The lines of each page without its foot."""
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        lines = [line.strip() for line in page.extract_text().splitlines() if line.strip()]
        foot = next(at for at, line in enumerate(lines) if line.startswith("Page "))
        yield lines[:foot]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.says)
def test_a_practice_that_goes_on_overleaf_is_open_there_and_ends_with_its_last_step(style: Style) -> None:
    practices = [replace(BREATH, anchor=f"practice-{at}") for at in range(24)]
    data = set_in(style, *(one for at, each in enumerate(practices) for one in (*[para("A line.")] * (at % 7), each)))
    first = [page[0] for page in pages_of(data)]
    assert any(line[0].isdigit() for line in first), "some of them go on overleaf"
    assert not [line for line in first if line.startswith("Or instead")]
    with pymupdf.open(stream=data) as pdf:
        edges = [one for page in pdf for one in ruled(page) if one.x0 < INSIDE]
    assert len(edges) == 2 * len(practices), "one line above each, and one below"


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.says)
def test_a_line_that_says_what_comes_next_goes_with_it(style: Style) -> None:
    told = (Say((para("Would you sit with me?"),)), Listing(False, ((para("A walk."),),)), Gloss("calm", "At ease."))
    blocks = (one for at in range(60) for one in (*[para("A line.")] * (at % 5), para("To ask:"), told[at % 3]))
    pages = list(pages_of(set_in(style, *blocks)))
    assert len(pages) > 5
    assert not [page for page in pages if page[-1].endswith(":")]


LINES = {
    "short": para("x"),
    "long": para("x " * 45 + "x"),
    "links": para(Link(Web(f"https://a.example/{'long-' * 12}"), said("x"))),
    "citations": para("x", *[Cite((("Porges, 2025", "porges2025"), ("Grossman, 2026", "grossman2026")))] * 12),
    "marks": para("x", *[Sure("contested", To("co-regulation/", "claim"))] * 5),
}


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.says)
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_what_is_kept_on_a_page_without_measuring_it_has_room_there(style: Style, line: Paragraph) -> None:
    most, end = 700 if style.large else 1000, para("The end.")

    def safety(times: int) -> Block:
        return Safety("Take care", (*[line] * times, end))

    times = next(times for times in range(99) if letters_of(safety(times + 1)) >= most)
    assert times > 0
    with pymupdf.open(stream=set_in(style, para("A line."), safety(times))) as pdf:
        ((page, last),) = [(page, place) for page in pdf for place in page.search_for("The end.")]
        assert last.y1 < page.rect.height - FOOT
        assert page.search_for("Take care"), "all of it is on one page"


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.says)
@pytest.mark.parametrize("length", [1, 60, 300])
def test_two_lists_side_by_side_have_room_on_their_page(style: Style, length: int) -> None:
    most, item = 700 if style.large else 500, ("MAMMA " * (length // 6 + 1))[:length]

    def pair(times: int) -> Block:
        return Pair("Now", (*[item] * times, "The end."), "Then", ("y",))

    times = next(times for times in range(99) if letters_of(pair(times + 1)) >= most)
    with pymupdf.open(stream=set_in(style, para("A line."), pair(times))) as pdf:
        ((page, last),) = [(page, place) for page in pdf for place in page.search_for("The end.")]
        assert last.y1 < page.rect.height - FOOT
        assert page.search_for("Now")


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.says)
def test_of_a_long_table_the_longest_cell_says_how_wide_a_column_is(style: Style) -> None:
    long = "Words that stand in one line"
    rows = tuple((said(f"Row {at}"), said(long if at == 9 else f"A cell {at}")) for at in range(12))
    pages = pages_of(set_in(style, Table("A table", ("Row", "Cell"), rows)))
    assert [line for page in pages for line in page if long in line]
