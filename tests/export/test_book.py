"""The book: its chapters do not mix, what leads on leads to a page of it, and a reader sees where they are."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdf
import pytest

from builder.export import Made, pdfs_of
from builder.model.files import STYLES
from tests.export.sheets import BOOK, MODULE, THEME, publication
from tests.export.test_pdf import squeezed, text_of


@pytest.fixture(scope="module")
def made() -> Made:
    (done,) = pdfs_of(publication(book=BOOK, real=True), THEME, styles=STYLES[:1]).values()
    return done


@pytest.fixture
def pdf(made: Made) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made.data)) as opened:
        yield opened


def pages_of(made: Made) -> list[str]:
    return [squeezed(one.extract_text()) for one in pypdf.PdfReader(io.BytesIO(made.data)).pages]


def test_each_chapter_starts_on_a_page_that_names_it(made: Made) -> None:
    pages = pages_of(made)
    starts = [
        next(at for at, text in enumerate(pages) if text.startswith(squeezed(f"{one.title} {one.title}")))
        for one in BOOK.chapters
    ]
    assert starts == sorted(set(starts))
    for chapter, first, after in zip(BOOK.chapters, starts, [*starts[1:], len(pages)], strict=True):
        for text in pages[first:after]:
            assert text.startswith(squeezed(chapter.title)), "the head of each page names its chapter"


def test_the_cover_says_what_the_book_is(made: Made) -> None:
    cover = pages_of(made)[0]
    for words in (
        BOOK.title,
        BOOK.description,
        "Version 0.1, 23 November 2026",
        BOOK.review,
        "CC BY 4.0",
        "steady.org.uk",
        "Get help now: page 3",
    ):
        assert squeezed(words) in cover


def test_a_topic_starts_with_its_state() -> None:
    chapters = (replace(one, review="Reviewed by Sample Second.") for one in BOOK.chapters)
    book = replace(BOOK, chapters=tuple(chapters))
    done = pdfs_of(publication(MODULE, book=book), THEME, styles=STYLES[:1])[f"{BOOK.path}.pdf"]
    assert "Co-regulationCo-regulationReviewedbySampleSecond.Version0.1,23November2026." in text_of(done.data)


def test_contents_and_index_name_the_page(made: Made) -> None:
    pages = pages_of(made)
    assert "Somethingtotry" in pages[1]
    assert "Keypoints" not in pages[1], "every topic has them"
    start = next(at for at, text in enumerate(pages, 1) if text.startswith("PolyvagalbasicsPolyvagalbasics"))
    assert re.search(rf"Polyvagalbasics\.+{start}\D", pages[1])
    tried = next(
        at for at, text in enumerate(pages, 1) if squeezed("Do that five times. Then look around the room.") in text
    )
    assert squeezed(f"calming breath (page {tried})") in pages[-1]


def test_links_between_chapters_go_to_the_place_in_the_right_one(made: Made, pdf: pikepdf.Pdf) -> None:
    text = text_of(made.data)
    start = next(at for at, one in enumerate(pages_of(made), 1) if one.startswith("PolyvagalbasicsPolyvagalbasics"))
    assert squeezed(f"a map of body states (page {start})") in text, "not the heading of the same name before it"
    away = {
        str(note.A.URI) for one in pdf.pages for note in one.get("/Annots", []) if "/A" in note and "/URI" in note.A
    }
    assert not [url for url in away if "polyvagal-basics" in url or "co-regulation" in url]


def test_a_chapter_without_sources_cites_those_of_the_book(pdf: pikepdf.Pdf) -> None:
    inside = [note for one in pdf.pages[-4:-2] for note in one.get("/Annots", []) if "/Dest" in note]
    assert any(str(note.Contents) == f"page {len(pdf.pages) - 1}" for note in inside)


def test_bookmarks_name_every_chapter(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        assert [str(item.title) for item in outline.root] == ["Contents", *(one.title for one in BOOK.chapters)]
