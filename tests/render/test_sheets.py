"""The sheet of a topic says all that its pages say to readers, in their order, but for what only a screen needs."""

from collections.abc import Iterator

import pytest

from builder.load.files import Files, read
from builder.load.gather import load_files
from builder.model import document as doc
from builder.model.page import Page, Publication, Sheet
from builder.render import publication_of
from tests.conftest import ROOT, TODAY
from tests.export.reading import said as said_by
from tests.export.reading import squeezed

FILES, PRACTICE = read(ROOT / "tests" / "sample"), "modules/cup-of-tea/practice.md"
SCREEN = (doc.Contents, doc.Downloads, doc.Topics, doc.SearchField)


def told(page: Page) -> Iterator[doc.Block]:
    """What a page says of its topic: up to who has checked it, without what only a screen needs."""
    for block in page.blocks:
        if isinstance(block, doc.Heading) and block.anchor == "review":
            return
        is_state = isinstance(block, doc.Paragraph) and block.tone == "small"
        if not isinstance(block, SCREEN) and not is_state:
            yield block


def words(block: object) -> str:
    return squeezed(" ".join(said_by(block, text=True)))


@pytest.mark.parametrize("number", range(4))
def test_nothing_of_the_pages_is_left_out_or_told_twice(publication: Publication, number: int) -> None:
    sheet: Sheet = [one for one in publication.sheets if one.kind == "module"][number]
    pages = {page.address: page for page in publication.pages}
    learn, practice = (tuple(told(pages[f"{sheet.address}{part}"])) for part in ("", "practice/"))
    assert len(learn) > 20 and len(practice) > 8
    there = [words(block) for block in sheet.blocks]
    missing = [block for block in (*learn, *practice) if words(block) not in there]
    sources = [block for block in missing if isinstance(block, doc.Sources)]  # the sheet has those of both pages in one
    lamps = [
        block for block in missing if isinstance(block, doc.Lamp)
    ]  # it points at what stands below on the same page
    assert [block for block in missing if block not in (*sources, *lamps)] == []
    assert len(lamps) == 1 and lamps[0] in practice
    entries = next(block.entries for block in sheet.blocks if isinstance(block, doc.Sources))
    assert {entry for block in sources for entry in block.entries} <= set(entries)
    told_once = [one for one in sheet.blocks if isinstance(one, doc.Exercise | doc.Heading | doc.Statement)]
    assert len({words(block) for block in told_once}) == len(told_once)
    order = [there.index(words(block)) for block in learn if words(block) in there]
    assert order == sorted(order)


def test_a_name_that_only_the_file_of_a_topic_has_is_there_once() -> None:
    changed = Files({**FILES.texts, PRACTICE: f"{FILES.texts[PRACTICE]}\n## One more {{#know}}\n\nA word.\n"}, ())
    publication = publication_of(load_files(changed).library, TODAY)
    sheet = next(one for one in publication.sheets if one.kind == "module" and one.path.startswith("cup-of-tea"))
    anchors = [block.anchor for block in sheet.blocks if isinstance(block, doc.Heading)]
    assert {"know", "try-know"} <= {*anchors}
    assert len(anchors) == len({*anchors})
