"""The tree of a page's body in, the HTML out that Python-Markdown makes of its Markdown, to the byte after `bare_page`.

An engine takes longer over Markdown than over all else, and this is Markdown too: finished blocks are left as they are.
"""

import re
from collections.abc import Sequence

from builder.site.element import HOLD_A_LINE, Element, Finished, Node, is_tight
from builder.site.escape import address, opened_html, value, words_html

_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
"""As Python-Markdown has it."""
_ADDRESSES = ("href", "src")


def as_html(nodes: Sequence[Node]) -> str:
    """Blocks in order."""
    return "\n".join(_block(node) for node in nodes)


def _block(node: Node) -> str:
    match node:
        case Element(name, inside) if name in HOLD_A_LINE:
            return _tagged(node, opened_html(_line(inside)) if name[0] != "h" else _line(inside))
        case Element("ul" | "ol") if is_tight(node):
            rows = (_tight(item.inside[0]) for item in node.inside if isinstance(item, Element))
            return _tagged(node, "\n".join(("", *rows, "")))
        case Element("table", (Element("caption") as caption, *rest)):  # no block, as Python-Markdown has it
            return _tagged(node, f"{_block(caption)}{as_html(rest)}\n")
        case Element(_, inside):
            return _tagged(node, f"\n{as_html(inside)}\n" if inside else "")
        case Finished(html):
            return html
        case str():
            raise AssertionError(node)  # words stand in a paragraph


def _tight(paragraph: Node) -> str:
    assert isinstance(paragraph, Element)
    return _tagged(Element("li", (), paragraph.attributes), opened_html(_line(paragraph.inside)))


def _line(nodes: Sequence[Node]) -> str:
    return "".join(_inline(node) for node in nodes)


def _inline(node: Node) -> str:
    match node:
        case str():
            return words_html(node)
        case Finished(html):
            return html
        case Element("img"):
            return _tagged(node, "").removesuffix("</img>")
        case Element():
            return _tagged(node, _line(node.inside))


def _tagged(one: Element, inside: str) -> str:
    given = "".join(f' {name}="{_value(name, said)}"' for name, said in sorted(one.attributes))  # their order there
    return f"<{one.name}{given}>{inside}</{one.name}>"


def _value(name: str, said: str) -> str:
    if name in _ADDRESSES:
        return _AMPERSAND.sub("&amp;", address(said))
    if name == "alt":
        return words_html(said).replace('"', "&quot;")
    return said if name in ("class", "id") else value(said)
