"""Every QR code is read as a telephone reads it: from the files, from each PDF at 150 dots an inch, and off a poor photocopy."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pikepdf
import pymupdf
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from builder.model.files import STYLES, styled
from builder.model.page import Publication
from builder.share import shared_files
from tests.conftest import REAL

pytestmark = pytest.mark.xdist_group("sharing")  # what they share is made once

DPI = 150
NAME = REAL.removeprefix("https://")
KINDS = ("", "-one-sheet", "-for-clinicians")


def read(picture: Image.Image) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)


def pages(path: Path) -> Iterator[tuple[pymupdf.Page, Image.Image]]:
    """The pages of a PDF on which a screen reader is told of a code, each as it looks."""
    with pikepdf.open(path) as pdf:
        dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        told = [one for one in dictionaries if str(one.get("/Alt", "")).startswith("QR code. It leads to https://")]
        numbers = {pikepdf.Page(one.Pg).index for one in told}
    with pymupdf.open(path) as pdf:
        for page in (pdf[number] for number in sorted(numbers)):
            shot = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
            yield page, Image.frombytes("L", (shot.width, shot.height), shot.samples)


def photocopied(picture: Image.Image, seed: int) -> Image.Image:
    """A copy by a tired machine: askew, a little smaller, soft, pale, darker at one side, noisy, and with dust."""
    chance = Random(seed)
    askew = picture.rotate(chance.uniform(-2.5, 2.5), Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    share = chance.uniform(0.93, 0.97)
    small = askew.resize((int(askew.width * share), int(askew.height * share)), Image.Resampling.BILINEAR)
    soft = small.filter(ImageFilter.GaussianBlur(1.1))
    pale = soft.point([70 + grey * 155 // 255 for grey in range(256)])  # black is dark grey, and white is light grey
    lamp = (
        Image.linear_gradient("L").rotate(90).resize(pale.size).point([215 + grey * 40 // 255 for grey in range(256)])
    )
    noise = Image.frombytes("L", pale.size, chance.randbytes(pale.width * pale.height))
    copy = Image.blend(ImageChops.multiply(pale, lamp), noise, 0.15)
    pen = ImageDraw.Draw(copy)
    for _ in range(copy.width * copy.height // 4000):
        x, y, size = chance.randrange(copy.width), chance.randrange(copy.height), chance.randrange(3)
        pen.rectangle((x, y, x + size, y + size), fill=chance.choice((40, 230)))
    return copy


def scratched(picture: Image.Image, at: zxingcpp.Barcode) -> Image.Image:
    """With two lines through one code, as dirty glass draws them, and a corner of it stained."""
    spoilt, ((left, top), (right, bottom)) = picture.copy(), _box(at)
    pen, across, down, stain = (
        ImageDraw.Draw(spoilt),
        left + (right - left) * 2 // 5,
        top + (bottom - top) * 3 // 5,
        (right - left) // 8,
    )
    pen.line((across, top, across, bottom), fill=60)
    pen.line((left, down, right, down), fill=240)
    pen.rectangle((right - stain, bottom - stain, right, bottom), fill=90)
    return spoilt


def _box(code: zxingcpp.Barcode) -> tuple[tuple[int, int], tuple[int, int]]:
    corners = (code.position.top_left, code.position.top_right, code.position.bottom_right, code.position.bottom_left)
    across, down = [one.x for one in corners], [one.y for one in corners]
    return (min(across), min(down)), (max(across), max(down))


def beside(page: pymupdf.Page, code: zxingcpp.Barcode) -> str:
    """The words that stand beside a code or above it, with no space in them."""
    (left, top), (right, bottom) = _box(code)
    at = pymupdf.Rect(left, top, right, bottom) * (72 / DPI)
    return re.sub(r"\s|\u200b", "", page.get_text(clip=(0, at.y0 - 20, page.rect.width, at.y1 + 8)))


@pytest.fixture(scope="module")
def codes(sample_publication: Publication) -> list[str]:
    return [page.address.split("/")[1] for page in sample_publication.pages if page.address.startswith("m/")]


def test_each_short_address_has_its_code_as_a_drawing_and_as_a_picture(handed_out: Path, codes: list[str]) -> None:
    assert len(codes) >= 2
    for code in codes:
        folder = handed_out / "m" / code
        with pymupdf.open(folder / "qr.svg") as svg:
            drawn = svg[0].get_pixmap(dpi=300, colorspace=pymupdf.csGRAY)
        for picture in (
            Image.open(folder / "qr.png"),
            Image.frombytes("L", (drawn.width, drawn.height), drawn.samples),
        ):
            (found,) = read(picture)
            assert found.text == f"{REAL}/m/{code}/"
            assert found.ec_level in "QH"
        assert Image.open(folder / "qr.png").convert("L").getpixel((0, 0)) == 255
        assert '<path fill="#fff"' in (folder / "qr.svg").read_text("utf-8"), "on a dark page it is dark on dark"


def test_there_is_no_code_while_there_is_no_address(sample_publication: Publication) -> None:
    assert not [path for path in shared_files(sample_publication, {}, {}) if "qr." in path]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.ending or "-a4")
def test_every_code_on_paper_leads_where_the_words_beside_it_say_and_a_poor_copy_of_it_too(
    handed_out: Path, sample_publication: Publication, codes: list[str], style: object
) -> None:
    expected = {one.path: {one.short_address} for one in sample_publication.sheets}
    short = {one.short_address for one in sample_publication.sheets if one.kind == "module"}
    expected["clinicians/desk-card"] |= short
    assert sample_publication.book
    expected[sample_publication.book.path] = {"sample.example"}
    for path, addresses in expected.items():
        wanted = {f"https://{one.replace('sample.example', NAME)}/" for one in addresses}
        found, copied = set[str](), set[str]()
        for number, (page, seen) in enumerate(pages(handed_out / styled(path, style))):
            clean = read(seen)
            for code in clean:
                (left, top), (right, bottom) = _box(code)
                assert min(right - left, bottom - top) / DPI * 25.4 > 19.6, f"{path}: too small"
                assert code.text.removeprefix("https://").rstrip("/") in beside(page, code), f"{path}: {code.text}"
                quiet = 3 * (right - left) / 33
                edges = ((left - quiet, top, left - 2, bottom), (right + 2, top, right + quiet, bottom),
                         (left, top - quiet, right, top - 2), (left, bottom + 2, right, bottom + quiet))  # fmt: skip
                assert all(seen.crop(edge).getextrema()[0] > 200 for edge in edges), (
                    f"{path}: something stands in the quiet edge"
                )
                spoilt = scratched(seen, code)  # three copies of it, as a camera takes more than one look
                soiled = {one.text for look in range(3) for one in read(photocopied(spoilt, number + 50 * look))}
                assert code.text in soiled, f"{path}: a soiled photocopy"
            found |= {code.text for code in clean}
            copied |= {code.text for code in read(photocopied(seen, number))}
        assert found == wanted, path
        assert copied == wanted, f"{path}: a photocopy"


def test_a_code_that_is_spoilt_is_seen(handed_out: Path) -> None:
    picture = Image.open(handed_out / "m/tea/qr.png").convert("L")
    assert read(picture)
    picture.paste(255, (0, 0, picture.width // 2, picture.height))
    assert not read(picture)
