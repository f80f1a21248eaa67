"""An address in, its QR code out: a drawing or a picture, with the quiet edge that a camera needs."""

from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from segno import QRCode

_LEVEL = "q"
"""A quarter of it may be stained. Level H bears a little more, and for our addresses it makes each module smaller, which a
tired copier punishes harder. Where H fits in the same size, segno takes it by itself."""

_QUIET = 4


def target_of_code(spoken: str) -> str:
    """Where a code leads: the address that stands in words beside it, as a browser needs it. What is behind a # stays."""
    page, sign, behind = spoken.partition("#")
    return f"https://{quote(page.rstrip('/'), safe='/:%')}/{sign}{behind}"


def drawn(target: str) -> str:
    """The code as a drawing with no size and no ground of its own, for paper."""
    return _svg(target, omitsize=True)


def drawing(target: str) -> bytes:
    """The code as an SVG file: black on white wherever it is shown, and each module a millimetre wide."""
    return _svg(target, light="#fff", unit="mm", svgversion=1.1).encode()


def picture(target: str) -> bytes:
    """The code as a PNG file, with twelve dots for each module."""
    made = BytesIO()
    _code(target).save(made, kind="png", border=_QUIET, scale=12)
    return made.getvalue()


def _svg(target: str, **more: object) -> str:
    made = BytesIO()
    _code(target).save(made, kind="svg", border=_QUIET, xmldecl=False, nl=False, **more)
    return made.getvalue().decode()


def _code(target: str) -> "QRCode":
    import segno  # only where there is an address: most commands draw no code

    return segno.make_qr(target, error=_LEVEL)
