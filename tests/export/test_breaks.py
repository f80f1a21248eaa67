"""Where a page ends: what leads to something goes with it, and a practice that goes on overleaf does not look finished."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pymupdf
import pypdf
import pytest

from builder.export import pdfs_of
from builder.model.document import Block, Gloss, Listing, Say
from builder.model.files import STYLES, Style
from tests.export.kinds import para
from tests.export.practices import BREATH
from tests.export.sheets import MODULE, THEME, publication
from tests.export.test_cards import ruled

INSIDE = 53.6
"""Points from the edge of the page to its words: only a frame reaches further."""


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
