"""The codes of drawings: SVG that is broken, can act, or lacks its words."""

from builder.diagnostics.code import Case, Code

_CUP = "modules/cup-of-tea/figures/cup.svg"
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 120"'
_TITLE = '<title id="cup-t">Steam over a cup</title>'
_WORD = '<text class="f-text" fill="#1f2a30" x="210" y="104">a cup</text>'

BROKEN_SVG = Code(
    "SVG001",
    "broken-drawing",
    "error",
    "On some devices a drawing with such a fault shows only in part, or not at all.",
    "Export it again as plain SVG, with a viewBox.",
    "SVG 2; XML 1.0",
    (
        Case(_CUP, _WORD, f"<g>{_WORD}", f"<g>{_WORD}</g>", "</svg>", _CUP),
        Case(_CUP, _HEAD, '<svg xmlns="http://www.w3.org/2000/svg"', _HEAD, "<svg"),
    ),
)
SVG_NOT_ALLOWED = Code(
    "SVG002",
    "not-in-a-drawing",
    "error",
    "A drawing needs lines, shapes and words. Scripts, styles, links and parts from elsewhere can act on a reader’s "
    "device, or tell others who reads the page.",
    "Take it out of the drawing. What it can hold is g, path, rect, circle and text. The authors’ guide lists what these "
    "can say of themselves, under Drawings.",
    "SVG 2, 2.2.6: secure static mode; OWASP XML External Entity Prevention",
    (
        Case(_CUP, _WORD, _WORD.replace("<text", '<text onclick="alert(1)"'), _WORD, "onclick"),
        Case(_CUP, _WORD, _WORD.replace("<text", '<text style="font-weight: bold"'), _WORD, "style"),
        Case(_CUP, _WORD, f"{_WORD}<script></script>", _WORD, "<script"),
    ),
)
SVG_WORDS = Code(
    "SVG003",
    "drawing-without-words",
    "error",
    "Somebody who cannot see the drawing needs its title and its description; everybody needs its licence.",
    "Add title (what it is), desc (what it shows) and metadata (the licence) as the first three elements.",
    "WCAG 2.2, 1.1.1",
    (Case(_CUP, _TITLE, '<title id="cup-t"></title>', _TITLE, "<svg", _CUP),),
)
