"""The card for a desk, however many topics there are: every row whole, its heads on each page, and no page for nothing."""

import io
from dataclasses import replace
from itertools import combinations

import pymupdf
import pypdf
import pytest

from builder.export import pdfs_of
from builder.model.document import Strong, Table
from builder.model.files import STYLES, styled
from builder.model.library import Library
from builder.model.page import Sheet
from builder.model.publisher import Publisher
from builder.render import publication_of
from tests.conftest import TODAY
from tests.export.kinds import para, said
from tests.export.sheets import CARDS, THEME, publication
from tests.export.test_pdf import squeezed, strings_in

HEADS = ("Topic", "Short address", "When it helps", "When not to use it")
FEWEST = {5: 2, 12: 3, 40: 3}
"""At least so many rows a page, but for the last: fewer would be a pile, not a card."""


def card_of(library: Library, number: int) -> Sheet:
    """A card of so many topics, with the words of those that we ship in turn."""
    shipped = [module.facts for module in library.published]
    rows = tuple(
        (
            said(f"{facts.title} {at}"),
            said(Strong(said(f"steady.org.uk/m/{chr(97 + at // 26)}{chr(97 + at % 26)}x"))),
            said(facts.fits),
            said(facts.not_for),
        )
        for at, facts in ((at, shipped[at % len(shipped)]) for at in range(number))
    )
    return replace(CARDS, blocks=(para("Say the short address.", tone="lead"), Table("", HEADS, rows)))


def words(row: tuple[tuple[object, ...], ...]) -> list[str]:
    return [squeezed("".join(strings_in(cell))) for cell in row]


@pytest.mark.parametrize("number", FEWEST)
def test_a_card_has_every_row_whole_under_its_heads(library: Library, number: int) -> None:
    card = card_of(library, number)
    table = card.blocks[1]
    assert isinstance(table, Table)
    rows = [words(row) for row in table.rows]
    made = pdfs_of(publication(card, real=True), THEME, styles=STYLES)
    assert len(made) == len(STYLES)
    for path, one in made.items():
        assert (one.trouble, one.unknown) == ("", ""), path
        pages = [squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(one.data)).pages]
        held = [[row for row in rows if row[1] in page] for page in pages]
        assert sum(map(len, held)) == number, (path, "a row is lost, or stands twice")
        for page, on in zip(pages, held, strict=True):
            assert all(cell in page for row in on for cell in row), (path, "a row is cut")
            assert not on or all(squeezed(head) in page for head in HEADS), (path, "rows without their heads")
        assert all(held[:-1]), (path, "a page for nothing")
        if "large" not in path:
            fewest = min(map(len, held[:-1] or held))
            assert fewest >= FEWEST[number], (path, [len(on) for on in held])


def shown(page: pymupdf.Page) -> list[pymupdf.Rect]:
    """Where there are letters, from the tops of capitals to the line they stand on, and where there are codes."""
    lines = [line for block in page.get_text("dict")["blocks"] for line in block.get("lines", ())]
    spans = [(span["bbox"], span["origin"][1], span["size"]) for line in lines for span in line["spans"]]
    letters = [pymupdf.Rect(box[0], foot - 0.7 * size, box[2], foot) for box, foot, size in spans]
    return [*letters, *(one["rect"] for one in page.get_drawings() if len(one["items"]) > 100)]


def ruled(page: pymupdf.Page) -> list[pymupdf.Rect]:
    """Where there is a line across the page."""
    drawn = [item for one in page.get_drawings() for item in one["items"]]
    parts = [pymupdf.Rect(*item[1:3]) if item[0] == "l" else item[1] for item in drawn if item[0] in ("l", "re")]
    return [one for one in parts if one.height < 2 and one.width > 300]


@pytest.mark.parametrize("address", ["https://steady.org.uk", "https://library.northern-hills-wellbeing.org.uk/steady"])
def test_nothing_on_the_shipped_card_lies_over_anything(library: Library, address: str) -> None:
    ours = Publisher(name="Northside Clinic", base_address=address)
    real = publication_of(replace(library, publisher=ours, settings=ours.over(library.settings)), TODAY)
    sheets = tuple(one for one in real.sheets if one.kind in ("cards", "handout"))
    made = pdfs_of(replace(real, sheets=sheets, book=None), THEME, styles=STYLES)
    (card,) = [one for one in sheets if one.kind == "cards"]
    for path in (styled(card.path, style) for style in STYLES):
        with pymupdf.open(stream=made[path].data) as pdf:
            for page in pdf:
                there, across = shown(page), [one.y0 for one in ruled(page)]
                assert across, path
                assert not [(one, other) for one, other in combinations(there, 2) if one.intersects(other)], path
                assert not [(one, line) for one in there for line in across if one.y0 - 1 < line < one.y1 + 1], path
