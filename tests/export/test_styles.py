"""Both papers and both sizes: what each kind of sheet has room for, how large its letters are, where its code leads."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import pikepdf
import pymupdf
import pypdf
import pytest
import segno

from builder.export import Made, pdfs_of
from builder.model.document import Heading
from builder.model.files import STYLES, Style
from tests.export.hard import HARD, LONG, SCRIPTS
from tests.export.kinds import para, said
from tests.export.sheets import ALL_KINDS, BOOK, CARDS, HANDOUT, MODULE, THEME, publication
from tests.export.test_pdf import squeezed, text_of

PAPERS = {"a4": (595, 842), "us-letter": (612, 792)}


class Run(NamedTuple):
    """Some letters in one line: where they start and end, the line they stand on, how large they are, how many."""

    start: float
    end: float
    line: float
    size: float
    letters: int


def runs_in(data: bytes) -> Iterator[tuple[pymupdf.Page, list[Run]]]:
    """What is written on each page."""
    with pymupdf.open(stream=data) as pdf:
        for one in pdf:
            lines = [line for block in one.get_text("dict")["blocks"] for line in block.get("lines", ())]
            yield (
                one,
                [
                    Run(span["bbox"][0], span["bbox"][2], span["origin"][1], span["size"], len(span["text"]))
                    for line in lines
                    for span in line["spans"]
                ],
            )


def test_every_file_has_its_name_its_paper_and_pages(made: dict[str, Made]) -> None:
    wanted = [
        f"{path}{style.ending}.pdf"
        for path in (BOOK.path, *(one.path for one in (*ALL_KINDS, HARD)))
        for style in STYLES
    ]
    assert list(made) == wanted
    for style in STYLES:
        for sheet in (*ALL_KINDS, HARD):
            done = made[f"{sheet.path}{style.ending}.pdf"]
            with pikepdf.open(io.BytesIO(done.data)) as pdf:
                shown = [round(float(side)) for side in pdf.pages[0].MediaBox[2:]]
                assert sorted(shown) == sorted(PAPERS[style.paper]), sheet.path
                assert len(pdf.pages) == done.pages > 0


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.says)
def test_letters_are_as_large_as_the_style_says(made: dict[str, Made], style: Style) -> None:
    least, usual = (18, 18) if style.large else (12, 12)
    for path in (BOOK.path, *(one.path for one in ALL_KINDS)):
        sizes: Counter[float] = Counter()
        for run in (run for _, runs in runs_in(made[f"{path}{style.ending}.pdf"].data) for run in runs):
            sizes[round(run.size, 1)] += run.letters
        assert min(sizes) >= least, path
        assert sum(letters for size, letters in sizes.items() if size >= usual) > sizes.total() / 2, path


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.says)
def test_the_handout_is_one_sheet(real: dict[str, Made], made: dict[str, Made], style: Style) -> None:
    for files in (real, made):
        assert files[f"{HANDOUT.path}{style.ending}.pdf"].pages <= style.sides
        if not style.large:
            assert files[f"{CARDS.path}{style.ending}.pdf"].pages == 1


def test_the_second_side_says_what_it_belongs_to(made: dict[str, Made]) -> None:
    (style,) = [one for one in STYLES if one.large and one.paper == "a4"]
    second = pypdf.PdfReader(io.BytesIO(made[f"{HANDOUT.path}{style.ending}.pdf"].data)).pages[1]
    text = squeezed(second.extract_text())
    assert text.startswith("Co-regulationPage2of2")
    assert squeezed(f"Read more: {HANDOUT.short_address}") in text


@pytest.mark.parametrize("style", [one for one in STYLES if not one.large], ids=lambda style: style.says)
def test_two_lists_longer_than_a_page_start_side_by_side(made: dict[str, Made], style: Style) -> None:
    pages = pypdf.PdfReader(io.BytesIO(made[f"{HARD.path}{style.ending}.pdf"].data)).pages
    (first,) = [text for page in pages if "Item 1 of many." in (text := page.extract_text())]
    assert "Little" in first and "Item 70 of many." not in first


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.says)
def test_nothing_is_cut_and_nothing_is_lost_of_what_paper_finds_hard(made: dict[str, Made], style: Style) -> None:
    data = made[f"{HARD.path}{style.ending}.pdf"].data
    for one, runs in runs_in(data):
        _, _, wide, tall = one.rect
        edge = 28  # points: a centimetre, which every printer can reach
        assert [run for run in runs if run.start < edge or run.end > wide - edge] == []
        assert [run for run in runs if not edge <= run.line <= tall - edge] == []
    text = text_of(data)
    for words in (
        "Item 70 of many.",
        "Row 40",
        "Sentence 399 of many.",
        "Step 60.",
        "Level 1, last",
        "Paragraph 59 of what is safe.",
        LONG,
        "Last words.",
    ):
        assert squeezed(words) in text, words
    assert text.index(squeezed("Stop if you feel dizzy")) < text.index("Step1.")
    heads = re.findall("NameWhatitholdsHow", text)
    assert len(heads) >= 2, "the head of a table stands on each of its pages"


@pytest.mark.parametrize(("name", "words"), SCRIPTS.items())
def test_other_letters_can_be_read(name: str, words: str) -> None:
    blocks = (para(words), Heading(2, "words", said(words)))
    (done,) = pdfs_of(publication(replace(MODULE, blocks=blocks)), THEME, styles=STYLES[:1]).values()
    assert done.unknown == ""
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        fonts = [str(one.FontName) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontName" in one]
    assert {font.split("+")[1] for font in fonts if "Noto" in font} == {
        f"NotoSans{name}-Regular", f"NotoSans{name}-Bold"
    }  # fmt: skip


def test_right_to_left_words_run_from_right_to_left() -> None:
    """The first Hebrew letter is painted furthest to the right, though it is first in the text."""
    (done,) = pdfs_of(publication(replace(MODULE, blocks=(para("אב"),))), THEME, styles=STYLES[:1]).values()
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        (font,) = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary)
            and one.get("/ToUnicode") is not None
            and "Hebrew" in str(one.BaseFont)
        ]
        codes = dict(re.findall(r"<(\w{2})> <(\w{4})>", font.ToUnicode.read_bytes().decode()))
        (name,) = [key for key, one in pdf.pages[0].Resources.Font.items() if one.BaseFont == font.BaseFont]
        painted: list[str] = []
        current = ""
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(operator) == "Tf":
                current = str(operands[0])
            elif str(operator) in ("TJ", "Tj", "'") and current == name:
                parts = operands[0] if str(operator) == "TJ" else [operands[0]]
                data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                painted += [chr(int(codes[f"{code:02X}"], 16)) for code in data]
    assert painted == ["ב", "א"]


def test_the_code_leads_to_the_short_address_and_says_so(real: dict[str, Made], made: dict[str, Made]) -> None:
    targets = {sheet.path: f"https://{sheet.short_address}/" for sheet in publication(*ALL_KINDS, real=True).sheets}
    for path, target in (*targets.items(), (BOOK.path, "https://steady.org.uk/")):
        with pikepdf.open(io.BytesIO(real[f"{path}.pdf"].data)) as pdf:
            said = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
        assert f"QR code. It leads to {target}" in said
        assert "QR code." not in text_of(made[f"{path}.pdf"].data)


def test_every_file_says_what_it_is(real: dict[str, Made]) -> None:
    for path, done in real.items():
        text = text_of(done.data)
        assert "A paper copy can be seen by others.".replace(" ", "") in text, path
        for words in (
            "Version 0.1, 23 November 2026",
            "Not yet reviewed by a clinician.",
            "CC BY 4.0, creativecommons.org/licenses/by/4.0",
            "steady.org.uk",
        ):
            assert squeezed(words) in text, path


def test_the_code_is_wide_enough_and_may_be_stained() -> None:
    for host in ("steady.org.uk", "a.rather.long.name.of.a.clinic.example.org"):
        code = segno.make_qr(f"https://{host}/m/coreg/", error="q")
        assert code.error in ("Q", "H")
        assert 27 * code.symbol_size(border=0)[0] / code.symbol_size(border=4)[0] >= 20, "mm, as theme/print sets it"


def test_one_byte_for_each_letter_in_every_file(made: dict[str, Made]) -> None:
    """What Typst never wrote before is left as it is: nothing that we print is."""
    for path, one in made.items():
        with pikepdf.open(io.BytesIO(one.data)) as pdf:
            fonts = [font for font in pdf.objects if isinstance(font, pikepdf.Dictionary) and "/BaseFont" in font]
            assert {str(font.Subtype) for font in fonts} == {"/TrueType"}, path
