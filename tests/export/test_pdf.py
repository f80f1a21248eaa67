"""The PDFs: accessible, complete, the same each time, and honest about what does not fit."""

import io
import re
from dataclasses import replace
from typing import get_args

import page
import pikepdf
import pymupdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.diagnostics.errors import BuilderError
from builder.export import Made, pdfs_of
from builder.export.literal import plain
from builder.model import document as doc
from builder.model.files import STYLES, Style
from builder.model.page import Sheet
from builder.model.publisher import Publisher
from tests.export.kinds import EVERY, para, said
from tests.export.practices import BREATH
from tests.export.sheets import BOOK, HANDOUT, MODULE, ONE_SHEET, THEME, publication

A4 = STYLES[0]
LATIN = st.text(
    st.sampled_from("abcXYZ äöüß éñç šłğ 019 .,;:!? #$*_<>@`'\"\\/[](){}|~^&%+=-–—“”’…"), min_size=1, max_size=60
)
NOT_SHOWN = ("Show me how", "All of it, to print", "Get help now")
"""What only a screen needs: a button, a file to fetch, a way to another page."""
FOOT = (
    r"Page\d+of\d+"
    r"Co-regulation\.Notyetreviewedbyaclinician\.Version0\.1,23November2026\.steady-together\.example/m/coreg"
)
"""The running foot of the module, without its spaces."""


def made(sheet: Sheet, real: bool = False, style: Style = A4) -> Made:
    (done,) = pdfs_of(publication(sheet, real=real), THEME, styles=(style,)).values()
    return done


def text_of(pdf: bytes) -> str:
    """Every character of the PDF but spaces: where a line breaks is nobody's business."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return squeezed(" ".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", plain(text))


def strings_in(value: object) -> list[str]:
    """Every text that a reader sees in a block, in the order of its fields."""
    match value:
        case doc.Drawing(caption=caption):
            return strings_in(caption)
        case doc.To() | doc.Web() | doc.Contents() | doc.Downloads():
            return []
        case doc.Cite(sources):
            return [short for short, _ in sources]
        case doc.Sources(entries):
            return [entry for _, entry, _ in entries]
        case doc.Marks(entries):
            return [means for _, means in entries]
        case str():
            return [value]
        case tuple():
            return [text for part in value for text in strings_in(part)]
        case _ if hasattr(value, "__dataclass_fields__"):
            hidden = ("anchor", "status", "tone", "name", "svg", "minutes")
            return [text for name in vars(value) if name not in hidden for text in strings_in(vars(value)[name])]
    return []


def test_the_fixture_has_every_kind_of_block() -> None:
    assert {type(block) for block in EVERY} == set(get_args(doc.Block))


def test_two_runs_give_the_same_bytes() -> None:
    both = publication(MODULE, HANDOUT, book=BOOK, real=True)
    assert pdfs_of(both, THEME, styles=STYLES[2:]) == pdfs_of(both, THEME, styles=STYLES[2:])


class Kept(dict[str, bytes]):
    """A shelf in memory."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


def test_only_what_changed_is_made_again() -> None:
    shelf, told = Kept(), list[str]()
    first = publication(MODULE, HANDOUT, book=BOOK)
    made_first = pdfs_of(first, THEME, shelf, told.append)
    assert pdfs_of(first, THEME, shelf, told.append) == made_first
    changed = replace(first, sheets=(MODULE, replace(HANDOUT, review="Reviewed by Sample Second.")))
    again = pdfs_of(changed, THEME, shelf, told.append)
    assert told == ["Making 12 PDFs", "Making 0 PDFs; 12 are as they were", "Making 4 PDFs; 8 are as they were"]
    assert {path for path, one in again.items() if one != made_first[path]} == {
        f"{HANDOUT.path}{style.ending}.pdf" for style in STYLES
    }
    pdfs_of(replace(first, released="2026-11-30"), THEME, shelf, told.append)
    assert told[-1] == "Making 12 PDFs"


def test_it_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(made(MODULE).data)) as pdf:
        assert pdf.Root.Lang == "en"
        assert pdf.docinfo["/Title"] == "Co-regulation"
        assert pdf.docinfo["/Author"] == "Steady Together"
        assert pdf.docinfo["/CreationDate"] == "D:20261123000000Z"
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) == made(MODULE).pages


def test_only_our_own_fonts_are_in_it_and_all_of_them_are() -> None:
    with pikepdf.open(io.BytesIO(made(MODULE).data)) as pdf:
        fonts = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        for font in fonts:
            assert "AtkinsonHyperlegibleNext" in str(font.FontName)
            assert {"/FontFile2", "/FontFile3"} & set(font.keys())


def test_every_word_is_there_in_order() -> None:
    text = re.sub(FOOT, "", text_of(made(MODULE).data))
    missing = [
        words for words in strings_in(EVERY) if squeezed(words).rstrip(".") not in text and words not in NOT_SHOWN
    ]
    assert missing == []
    landmarks = (
        "Key points",
        "Then they come nearer",
        "Sitting alongside",
        "Leading experts",
        "988",
        "Fundamental challenges",
    )
    at = [text.index(squeezed(words)) for words in landmarks]
    assert at == sorted(at)


def test_what_only_a_screen_needs_is_left_out() -> None:
    text = text_of(made(MODULE).data)
    assert not [words for words in NOT_SHOWN if squeezed(words) in text]


def test_paper_names_the_page_to_go_on_at() -> None:
    text = text_of(made(MODULE).data)
    assert re.search(r"Skipthatpart:goonat“Somethingtotry”,page\d", text)
    assert "Tosteadyyourselffirst:Lookaround" in text


def test_what_is_in_the_sheet_has_a_page_number_and_what_is_nowhere_is_plain_words() -> None:
    asked = (
        para("You can ", doc.Link(doc.To("help/"), said("get help now")), "."),
        para("There is ", doc.Link(doc.To("polyvagal-basics/"), said("another topic")), "."),
        doc.Heading(2, "help", said("Get help now")),
    )
    done = made(replace(MODULE, blocks=asked, addresses=("co-regulation/", "help/")))
    assert "Youcangethelpnow(page1).Thereisanothertopic." in text_of(done.data)
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert len([note for one in pdf.pages for note in one.get("/Annots", [])]) == 1


def test_a_place_that_is_told_twice_is_where_it_is_told_first() -> None:
    one = doc.Statement("claim-calm", "Calm spreads.", "limited", "Adults.", "", "", None, None)
    mark = para("Calm can spread", doc.Sure("limited", doc.To("co-regulation/", "claim-calm")), ".")
    pages = [para("A line.")] * 60
    done = made(replace(MODULE, blocks=(mark, one, *pages, one), address="co-regulation/"))
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert len(pdf.pages) > 1
        (link,) = [note for one in pdf.pages for note in one.get("/Annots", [])]
        assert link.Dest[0].objgen == pdf.pages[0].objgen


def test_the_lamp_says_where_its_practice_is_and_the_deed_comes_first() -> None:
    shown = doc.Link(doc.To("co-regulation/practice/", BREATH.anchor), said("Show me how"))
    lamp = doc.Lamp("Only got a minute?", "", "Breathe out slowly.", "you feel dizzy.", shown)
    text = text_of(made(replace(MODULE, blocks=(lamp, BREATH))).data)
    assert "Breatheoutslowly.Stopifyoufeeldizzy.Showmehow:page1" in text


def test_every_language_can_be_printed() -> None:
    for language, known in (("zh-Hant", "zh"), ("sr-Latn-RS", "sr-RS"), ("es-419", "es"), ("pt-BR", "pt-BR")):
        (done,) = pdfs_of(replace(publication(HANDOUT), language=language), THEME, styles=(A4,)).values()
        with pikepdf.open(io.BytesIO(done.data)) as pdf:
            assert pdf.Root.Lang == known


def test_a_code_keeps_the_port() -> None:
    away = replace(HANDOUT, short_address="steady.org.uk:8443/m/coreg")
    (done,) = pdfs_of(publication(away, real=True), THEME, styles=(A4,)).values()
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        alt = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "QR code. It leads to https://steady.org.uk:8443/m/coreg/" in alt


def test_every_page_says_whose_it_is_and_which() -> None:
    done = made(MODULE)
    for number, one in enumerate(pypdf.PdfReader(io.BytesIO(done.data)).pages, start=1):
        found = re.findall(FOOT, squeezed(one.extract_text()))
        assert len(found) == 1
        assert found[0].startswith(f"Page{number}of{done.pages}Co-")


def test_the_number_of_a_page_stands_on_the_first_line_of_its_foot() -> None:
    with pymupdf.open(stream=made(MODULE).data) as pdf:
        for one in pdf:
            lines = [line["spans"][0] for block in one.get_text("dict")["blocks"] for line in block.get("lines", ())]
            (number,) = (line for line in lines if re.match(r"Page \d+ of \d+", line["text"]))
            (title,) = (line for line in lines if line["text"].startswith("Co-regulation. Not yet"))
            assert number["origin"][1] == pytest.approx(title["origin"][1], abs=0.2)


def test_a_sheet_says_who_offers_it() -> None:
    offered = replace(publication(HANDOUT), publisher=Publisher(name="Northside Clinic"))
    text = text_of(pdfs_of(offered, THEME, styles=(A4,))[f"{HANDOUT.path}.pdf"].data)
    assert text.startswith("SteadyTogether.OfferedbyNorthsideClinic")
    assert "Offered" not in text_of(made(HANDOUT).data)


def test_addresses_are_printed_once_they_lead_somewhere() -> None:
    assert "steady.org.uk/polyvagal-basics/#states" in text_of(made(MODULE, real=True).data)
    assert "polyvagal-basics" not in text_of(made(MODULE).data)


def test_links_are_absolute_and_citations_lead_into_the_sheet() -> None:
    with pikepdf.open(io.BytesIO(made(MODULE).data)) as pdf:
        links = [note for one in pdf.pages for note in one.get("/Annots", [])]
        away = {str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A}
        inside = [link for link in links if "/Dest" in link or ("/A" in link and "/D" in link.A)]
    assert not [url for url in away if "steady-together.example" in url], "an address that leads nowhere yet"
    assert {"tel:112", "https://findahelpline.com/"} <= away
    assert len(inside) > 6


def test_figures_carry_their_words() -> None:
    with pikepdf.open(io.BytesIO(made(MODULE).data)) as pdf:
        alt = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert any(words.startswith("Five hills for five breaths. A line of five hills") for words in alt)


def test_heading_levels_never_skip() -> None:
    deep = (
        doc.Heading(3, "a", said("Deep at once")),
        doc.Heading(3, "b", said("And deeper")),
        BREATH,
        doc.Room("Why?", 1),
    )
    done = made(replace(MODULE, blocks=deep))
    assert page.validate_pdf_bytes(done.data).is_compliant


def test_the_handout_is_one_sheet_with_what_every_handout_says() -> None:
    done = made(HANDOUT)
    text = text_of(done.data)
    assert done.pages == 1
    for words in (
        "If you might hurt yourself or someone else, or someone is hurting you, call your emergency number now.",
        "A paper copy can be seen by others. Keep it where you feel safe.",
        "Read more: steady-together.example/m/coreg",
        "The QR code comes once there is a real address",
        "Not yet reviewed by a clinician. Version 0.1, 23 November 2026.",
        "Stop if you feel dizzy or worse.",
    ):
        assert squeezed(words) in text
    assert text.index("Stopif") < text.index(squeezed(BREATH.steps[0]))


def test_the_empty_place_goes_once_there_is_an_address() -> None:
    assert "QRcode" not in text_of(made(HANDOUT, real=True).data)


def test_a_handout_that_runs_over_is_seen() -> None:
    assert made(replace(HANDOUT, blocks=(*ONE_SHEET, *ONE_SHEET))).pages > 1


def test_a_letter_that_the_font_has_not_is_named() -> None:
    done = made(replace(HANDOUT, blocks=(para("Breathe in → out ✓"),)))
    assert (done.data, done.pages, done.unknown) == (b"", 0, "→✓")


def test_a_folder_without_templates_is_named() -> None:
    with pytest.raises(BuilderError, match="no templates"):
        pdfs_of(publication(HANDOUT), THEME / "nowhere")


@settings(deadline=None, max_examples=40)
@given(LATIN, LATIN)
def test_any_text_survives(text: str, other: str) -> None:
    blocks = (para(text, doc.Strong(said(other))), doc.Table(text, (other,), ((said(text),),)), doc.Room(other, 1))
    found = text_of(made(replace(HANDOUT, title=f"T {text}", blocks=blocks)).data)
    assert squeezed(text) in found
    assert squeezed(other) in found
