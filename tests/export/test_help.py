"""Every file of a topic ends with where to get help, and what says so leads there, whatever an author calls a part."""

import re
from dataclasses import replace

import pymupdf

from builder.export import pdfs_of
from builder.export.source import source_of
from builder.load.files import Files, read
from builder.load.gather import load_files
from builder.model.files import STYLES
from builder.model.page import Publication
from builder.render import publication_of
from tests.conftest import ROOT, TODAY

FILES, LEARN = read(ROOT / "tests" / "sample"), "modules/cup-of-tea/learn.md"


def test_get_help_leads_to_the_numbers_and_not_to_a_part_of_the_same_name() -> None:
    changed = Files({**FILES.texts, LEARN: f"{FILES.texts[LEARN]}\n\n## Getting help {{#help}}\n\nAsk somebody.\n"}, ())
    publication = publication_of(load_files(changed).library, TODAY)
    sheet = next(one for one in publication.sheets if one.kind == "module" and one.path.startswith("cup-of-tea"))
    alone = replace(publication, sheets=(sheet,), book=None)
    (made,) = pdfs_of(alone, ROOT / "theme", styles=STYLES[:1]).values()
    file = pymupdf.open(stream=made.data)
    pages = {words: page for _, words, page in file.get_toc()}
    assert pages["Getting help"] < pages["Get help now"]
    text = " ".join(" ".join(page.get_text().split()) for page in file)
    assert re.findall(r"get help now \(page (\d+)\)", text) == [str(pages["Get help now"])]


def test_it_is_one_part_for_all_files_of_topics(publication: Publication) -> None:
    sources = [source_of(one, publication) for one in publication.sheets if one.kind in ("module", "guide")]
    (shared,) = {one.shared for one in sources}
    assert len(sources) > 4
    assert shared.count('head(2, "#help: help"') == 1
    assert all('head(2, "#help: ' not in one.own for one in sources)
