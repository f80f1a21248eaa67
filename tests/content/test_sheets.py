"""The shipped one sheets stay one sheet for a clinic with a long name at a long address, whose code takes its room too."""

from dataclasses import replace

from builder.export import pdfs_of
from builder.model.files import STYLES, styled
from builder.model.library import Library
from builder.model.publisher import Publisher
from builder.render import publication_of
from tests.conftest import ROOT, TODAY

LONG = Publisher(
    name="Northern Hills Community Mental Health and Wellbeing Service",
    base_address="https://library.northern-hills-wellbeing.org.uk/steady",
)


def test_each_one_sheet_stays_one_sheet_with_a_long_name_and_address(library: Library) -> None:
    theirs = replace(library, publisher=LONG, settings=LONG.over(library.settings))
    publication = publication_of(theirs, TODAY)
    sheets = tuple(sheet for sheet in publication.sheets if sheet.kind == "handout")
    made = pdfs_of(replace(publication, sheets=sheets, book=None), ROOT / "theme")
    assert len(sheets) == len(library.published)
    for sheet in sheets:
        for style in STYLES:
            assert 1 <= made[styled(sheet.path, style)].pages <= style.sides, (sheet.path, style)
