"""Where a page ends: what leads to something goes with it, and a practice that goes on overleaf does not look finished."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pymupdf
import pypdf
import pytest

from builder.export import pdfs_of
from builder.export.extent import letters_of
from builder.model.document import Block, Gloss, Listing, Pair, Safety, Say
from builder.model.files import STYLES, Style
from tests.export.kinds import para
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


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.says)
@pytest.mark.parametrize("length", [1, 31, 91])
def test_what_is_kept_on_a_page_without_measuring_it_has_room_there(style: Style, length: int) -> None:
    line = "x " * (length // 2) + "x"
    most = (700 if style.large else 1100) // letters_of(para(line))
    lines = (*[line] * (most - 4), "The end.")
    for frame in (Safety("Take care", tuple(map(para, lines))), Pair("Now", lines, "Then", ("y",))):
        with pymupdf.open(stream=set_in(style, para("A line."), frame)) as pdf:
            ((page, end),) = [(page, place) for page in pdf for place in page.search_for("The end.")]
            assert end.y1 < page.rect.height - FOOT
            assert len(page.search_for("x", clip=pymupdf.Rect(0, 0, page.rect.width, end.y0))) >= len(lines) - 1
