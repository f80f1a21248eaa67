"""How sure something is in, the drawing of it out: told apart by shape, in the colour of the words beside it."""

from typing import assert_never

from builder.export.element import Element, element
from builder.model.claim import Status


def mark(status: Status) -> Element:
    """A small disc: full, three quarters, a quarter, in two halves, or dashed. The words beside it say the same."""
    parts = _parts(status)
    said = {"viewBox": "0 0 12 12", "width": "12", "height": "12", "aria-hidden": "true"}
    return element("svg", *parts, xmlns="http://www.w3.org/2000/svg", class_="mark", **said)


def _parts(status: Status) -> tuple[Element, ...]:
    match status:
        case "strong":
            return (_ring(fill="currentColor"),)
        case "moderate":
            return _filled("M6 6V1A5 5 0 1 1 1 6Z"), _ring()
        case "limited":
            return _filled("M6 6V1A5 5 0 0 1 11 6Z"), _ring()
        case "contested":
            return _filled("M5.25 1A5 5 0 0 0 5.25 11Z"), _outline("M6.75 1.5A4.5 4.5 0 0 1 6.75 10.5Z")
        case "theory":
            return (_ring(**{"stroke-dasharray": "2 1.6"}),)
        case _:
            assert_never(status)


def _ring(fill: str = "none", **more: str) -> Element:
    return element("circle", cx="6", cy="6", r="5", fill=fill, stroke="currentColor", **more)


def _filled(way: str) -> Element:
    return element("path", d=way, fill="currentColor")


def _outline(way: str) -> Element:
    return element("path", d=way, fill="none", stroke="currentColor")
