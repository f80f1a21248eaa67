"""Tags, words and attributes in, elements and whole files of XML out. No text is ever read as anything but text."""

from xml.etree import ElementTree

from builder.export.words import tidy
from builder.model.document import Drawing

Element = ElementTree.Element
Node = Element | str
"""What stands in an element: another one, or words."""

_SVG = "http://www.w3.org/2000/svg"


def element(tag: str, *inside: Node, **attributes: str) -> Element:
    """An element with what stands in it. A `_` at the end of an attribute's name is dropped; an empty one is left out."""
    made = Element(tag, {name.rstrip("_"): tidy(said) for name, said in attributes.items() if said})
    for node in inside:
        if not isinstance(node, str):
            made.append(node)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + node
        else:
            made.text = (made.text or "") + node
    return made


def written(root: Element, doctype: str = "") -> bytes:
    """The file, in UTF-8."""
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{doctype}{text}\n'.encode()


def xhtml(title: str, language: str, style: str, body: Element) -> Element:
    """A page of XHTML round its body. `style` is the way to the style sheet."""
    head = element(
        "head", element("title", tidy(title)), element("link", rel="stylesheet", type="text/css", href=style)
    )
    spaces = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops"}
    return element("html", head, body, **spaces, **{"lang": language, "xml:lang": language})


def page(title: str, language: str, style: str, body: Element) -> bytes:
    """The file of such a page."""
    return written(xhtml(title, language, style, body), "<!DOCTYPE html>\n")


def picture(drawing: Drawing) -> Element:
    """A drawing as it stands in a page, with the words that it brings for those who do not see it."""
    root = ElementTree.fromstring(drawing.svg)
    for part in root.findall(f"{{{_SVG}}}metadata"):
        root.remove(part)
    for part in root.iter():
        part.tag = part.tag.removeprefix(f"{{{_SVG}}}")
        part.tail = None if part.tag != "text" else part.tail
    root.set("xmlns", _SVG)
    return root
