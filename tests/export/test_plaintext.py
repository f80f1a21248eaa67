"""Plain text: complete, in order, in short lines, and clear to those who only hear it."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.export import texts_of
from builder.markup.day import in_words
from builder.model import document as doc
from builder.model.page import Chapter, Publication, Sheet
from tests.export.carried import PATHS, SHEET, carried
from tests.export.kinds import EVERY, para, said
from tests.export.practices import BREATH
from tests.export.reading import said as words
from tests.export.reading import squeezed, trouble

LAST = (
    "Words: CC BY 4.0",
    "creativecommons.org/licenses/by/4.0",
    "You can copy, share and change them, if you name Steady Together and say what you changed",
    "Others who use this device can see this file",
    "You can delete it at any time",
)


def text(publication: Publication, path: str = PATHS[0]) -> str:
    return texts_of(publication)[f"{path}.txt"].decode("utf-8-sig")


def edition(publication: Publication) -> str:
    return f"Version {publication.version}, {in_words(date.fromisoformat(publication.released))}"


def whole(sheet: Sheet, publication: Publication) -> tuple[object, ...]:
    """All that the text of a topic says: the topic between what it is and where to get help."""
    page = publication.help
    assert page
    out = edition(publication)
    front = (sheet.title, "From Steady Together", out, sheet.review, "The living page:", sheet.short_address)
    return *front, f"{page.title}: at the end of this text.", sheet.blocks, page.title, page.blocks, *LAST


def test_every_kind_says_all_its_words_in_order_and_nothing_else() -> None:
    wanted = whole(SHEET, carried())
    assert trouble(text(carried()), words(wanted, text=True), text=True) == ""


def test_every_topic_of_the_library_says_what_its_page_says(publication: Publication) -> None:
    sheets = [sheet for sheet in publication.sheets if sheet.kind == "module"]
    assert len(texts_of(publication)) == len(sheets) + 1
    for sheet in sheets:
        wanted = whole(sheet, publication)
        assert trouble(text(publication, sheet.path), words(wanted, text=True), text=True) == "", sheet.path


def test_the_book_says_all_of_the_library(publication: Publication) -> None:
    book = publication.book
    assert book
    front = (book.title, book.description, edition(publication), book.review, "The living page:")
    chapters = tuple((one.title, one.blocks) for one in book.chapters if isinstance(one, Chapter))
    wanted = (*front, "steady-together.example", chapters, *LAST)
    assert trouble(text(publication, book.path), words(wanted, text=True), text=True) == ""


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=())), st.text())
def test_any_text_survives_and_no_line_is_longer_than_one_word_needs(one: str, other: str) -> None:
    blocks = (
        doc.Heading(2, "odd", said(one)),
        para(one, doc.Strong(said(other))),
        doc.Table(one, ("One", other), ((said(one), said(other)),)),
        doc.Listing(True, ((para(one), doc.Listing(False, ((para(other),),))),)),
        replace(BREATH, title=f"T {one}", steps=(one, other)),
        doc.Quotation(True, one, other, None, one, other, ""),
    )
    shown = text(carried(*blocks, title=one))
    found, left = squeezed(shown), 0
    for piece in words((one, blocks), text=True):
        left = found.index(squeezed(piece).strip("."), left)
    assert all(len(line) <= 72 or len(line.split(" ")[-1]) > 40 for line in shown.split("\n"))


def test_lines_are_short_and_plain() -> None:
    data = texts_of(carried())[f"{PATHS[0]}.txt"]
    assert data.startswith(b"\xef\xbb\xbf")  # so that nothing takes it for another encoding
    assert b"\r" not in data
    assert b"\t" not in data
    lines = data.decode("utf-8-sig").split("\n")
    assert max(map(len, lines)) <= 72
    assert not [line for line in lines if line.endswith(" ")]


def test_it_is_laid_out_so_that_one_hears_and_sees_its_parts() -> None:
    shown = text(carried())
    for part in (
        "Co-regulation\n=============\n\nFrom Steady Together.\n",
        "\n\n\nKey points\n----------\n\n- Being near people we trust can ease stress. It depends on who it is.\n- Needing",
        "Show me how: go on at “A long, slow breath out”.\n",
        "- Skip that part: go on at “Something to try”.\n",
        "\n\n\nWhat happens in the body\n\nIn lab tests",
        "1. First, somebody notices.\n\n2. Then they come nearer, or they wait.\n\n   Both can be right.\n\n   - Ask.\n   - Wait.\n",
        "Word: Co-regulation\nWhere it comes from: Research on infants, later on couples\nHow sure: Strong evidence\n\nWord: Social",
        "Drawing: Five hills for five breaths. A line of five hills,",
        "    “Would you like some company, or would you rather be on your own for\n    a bit?”",
        "In module.yml\n\n    short:\n      do: Breathe out slowly.\n\n    status: draft\n",
    ):
        assert part in shown, part
    flowing = shown.replace("\n", " ")
    assert "Stress hormones may change too (Good evidence, with limits). Stress hormones:" in flowing.replace("  ", " ")
    assert "a list of free lines (findahelpline.com) is kept by others." in flowing


def test_places_on_the_site_have_their_address_once_it_is_real() -> None:
    assert "a map of body states," in text(carried())
    assert "a map of body states (steady.org.uk/polyvagal-basics/#states)" in text(carried(real=True)).replace(
        "\n", " "
    )


def test_without_a_page_for_help_there_is_no_way_to_it() -> None:
    shown = text(replace(carried(), book=None, help=None))
    assert "Get help now" not in shown
    assert "Skip that part: go on at “Something to try”." in shown


def test_every_kind_is_in_the_book_too() -> None:
    shown = text(carried(), PATHS[1])
    assert all(squeezed(one).strip(".") in squeezed(shown) for one in words(EVERY, text=True))
