"""The five drawings that say how sure we are: they must look as they are meant, since they are all that a glance sees."""

import io

import pytest
import typst
from PIL import Image, ImageChops, ImageOps

from tests.export.sheets import THEME

_PAGE = """#import "/marks.typ": drawn
#set page(width: auto, height: auto, margin: 2pt)
#set text(size: 50pt)
#drawn.%s"""


def _shown(status: str) -> Image.Image:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[THEME / "print" / "font"])
    compiler = typst.Compiler(root=THEME / "print", font_paths=fonts, sys_inputs={"paper": "a4", "size": "normal"})
    data = compiler.compile((_PAGE % status).encode(), format="png", ppi=144)
    assert isinstance(data, bytes)
    return Image.open(io.BytesIO(data)).convert("L")


@pytest.mark.parametrize(
    ("status", "corners"),
    [("strong", (1, 1, 1, 1)), ("moderate", (0, 1, 1, 1)), ("limited", (0, 1, 0, 0)), ("theory", (0, 0, 0, 0))],
)
def test_each_quarter_of_a_disc_is_black_or_white(status: str, corners: tuple[int, ...]) -> None:
    picture = _shown(status)
    middle, near, far = picture.width / 2, 0.03 * picture.width, 0.38 * picture.width
    quarters = [(-1, -1), (1, -1), (-1, 1), (1, 1)]
    for (across, down), black in zip(quarters, corners, strict=True):
        for x, y in ((near, near), (far, near), (near, far), (far / 1.6, far / 1.6)):
            seen = picture.getpixel((int(middle + across * x), int(middle + down * y)))
            assert seen == (0 if black else 255), (status, across * x, down * y)


def test_what_is_contested_is_half_a_disc_and_half_a_ring_of_one_height() -> None:
    black = _shown("contested").point(lambda seen: 255 * (seen < 128))
    half = black.width // 2
    disc, ring = (black.crop((start, 0, start + half, black.height)) for start in (0, black.width - half))
    for part in (disc, ring):
        flipped = ImageChops.difference(part, ImageOps.flip(part))
        assert flipped.histogram()[255] < half
    inside = half - 16, black.height // 2
    assert (disc.getpixel(inside), ImageOps.mirror(ring).getpixel(inside)) == (255, 0)
    heights = [part.getbbox() or () for part in (disc, ring)]
    assert heights[0][1::2] == heights[1][1::2] != ()
