"""The comparison of PDFs gives our engine what the renderer leaves, and the others the same words."""

import re
from html import unescape
from pathlib import Path

import pypdf
import pytest

from bench import pdf, pdf_engines
from tests.export.test_pdf import squeezed


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    pdf.prepare(folder, folder / "given", 5)
    return folder / "given"


@pytest.mark.parametrize("book", [False, True], ids=["alone", "book"])
def test_each_engine_is_given_the_same_words(given: Path, tmp_path: Path, book: bool) -> None:
    pdf_engines.psychoed(given, tmp_path, book)
    ours, theirs = sorted(tmp_path.glob("*.pdf")), pdf_engines.sources(given, book)
    assert len(ours) == len(theirs) == (1 if book else 5)
    for made, source in zip(ours, theirs, strict=True):
        said = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(made).pages))
        headings = re.findall("<h2[^>]*>(.+?)</h2>", source.read_text("utf-8"))
        assert len(headings) > 3
        assert [one for one in headings if squeezed(unescape(one)) not in said] == []
