"""The tree of a page's body in, Markdown out, as both engines read it: containers are fenced as pymdownx.blocks wants it."""

import re
from collections.abc import Sequence

from builder.site.element import HEADINGS, HOLD_A_LINE, Element, Finished, Node, is_tight
from builder.site.escape import address, opened, value, words

NO_ANCHOR = 'id=""'
"""Stands in the place of an anchor until the engine is done: a heading without one would get it from the engine."""

_FENCE = re.compile(r"^ *(/{3,})", re.MULTILINE)


def as_markdown(nodes: Sequence[Node]) -> str:
    """Blocks in order."""
    return "\n\n".join(_block(node) for node in nodes)


def _block(node: Node) -> str:
    match node:
        case Element(name, inside) if name in HEADINGS:
            anchor = "".join(f"#{said}" for _, said in node.attributes) or NO_ANCHOR
            return f"{'#' * int(name[1])} {_line(inside)} {{: {anchor} }}"
        case Element("p", inside) if all(name in ("class", "id") for name, _ in node.attributes):
            marks = _selected(node, " ")
            return opened(_line(inside)) + (f"\n{{: {marks} }}" if marks else "")
        case Element("ul" | "ol"):
            return _points(node)
        case Element(name, inside):
            return _fenced(node, opened(_line(inside)) if name in HOLD_A_LINE else as_markdown(inside))
        case Finished(html):
            return html
        case str():
            raise AssertionError(node)  # words stand in a paragraph


def _fenced(one: Element, body: str) -> str:
    fence = "/" * (max((len(found) for found in _FENCE.findall(body)), default=2) + 1)
    given = "".join(f'[{name}="{value(said)}"]' for name, said in one.attributes if name not in ("class", "id"))
    head = f"{fence} html | {one.name}{_selected(one)}{given}"
    return "\n\n".join(filter(None, (head, body, fence)))


def _selected(one: Element, between: str = "") -> str:
    """The classes and the id of an element, as a selector has them."""
    said = (f".{name}" for key, names in one.attributes if key == "class" for name in names.split())
    return between.join((*said, *(f"#{name}" for key, name in one.attributes if key == "id")))


def _points(listing: Element) -> str:
    items = (as_markdown(item.inside) for item in listing.inside if isinstance(item, Element))
    marks = (f"{number}." if listing.name == "ol" else "-" for number in range(1, len(listing.inside) + 1))
    return ("\n" if is_tight(listing) else "\n\n").join(
        f"{mark:<3} {_indented(item)}" for mark, item in zip(marks, items, strict=False)
    )


def _indented(item: str) -> str:
    return re.sub(r"\n(?=[^\n])", "\n    ", item)


def _line(nodes: Sequence[Node]) -> str:
    said = ""
    for node in nodes:
        made = _inline(node)
        if said.endswith("!") and made.startswith("["):  # together they would be a picture
            said = f"{said[:-1]}\\!" if len(said) > 1 else "&#33;"
        said += made
    return said


def _inline(node: Node) -> str:
    match node:
        case str():
            return words(node)
        case Finished(html):
            return html
        case Element("strong", inside):
            return f"**{_line(inside)}**"
        case Element("a", inside):
            href, *more = node.attributes
            return f"[{_line(inside)}]({address(href[1])}){_attributes(more)}"
        case Element("img"):
            alt, src, *more = node.attributes
            return f"![{words(alt[1])}]({address(src[1])}){_attributes(more)}"
        case Element(name, inside):
            return f"<{name}>{_line(inside)}</{name}>"


def _attributes(given: Sequence[tuple[str, str]]) -> str:
    said = " ".join(
        " ".join(f".{one}" for one in said.split()) if name == "class" else f"{name}={said}" for name, said in given
    )
    return f"{{: {said} }}" if said else ""
