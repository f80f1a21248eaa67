"""The chapters of a file in, its contents out: chapters with their headings, and where its parts are."""

from builder.export.element import Element, Node, element
from builder.export.told import level_of
from builder.export.words import tidy
from builder.export.xhtml_inline import Here, file_of, inline
from builder.model.document import Heading
from builder.model.page import Chapter


def contents_of(chapters: tuple[Chapter, ...], here: Here, own: str) -> Element:
    """The body of the contents page, which stands at `own`; the chapter that is `here` is the page with the title."""
    listed = element("ol", *(_entry(chapter, here) for chapter in chapters))
    title = element("h1", "Contents", id="title")
    shown = {"epub:type": "toc", "role": "doc-toc", "aria-labelledby": "title"}
    landmarks = (
        ("titlepage", file_of(here.chapter), "Title page"),
        ("toc", own, "Contents"),
        ("bodymatter", file_of(chapters[0]), "Start of the text"),
    )
    marked = element("ol", *(element("li", _link(href, words, kind=kind)) for kind, href, words in landmarks))
    return element(
        "body",
        element("nav", title, listed, **shown),
        element("nav", element("h2", "Parts"), marked, **{"epub:type": "landmarks", "hidden": "hidden"}),
    )


def _entry(chapter: Chapter, here: Here) -> Element:
    """A chapter, and under it its headings of level 2."""
    found, above, file = [], 1, file_of(chapter)
    for block in chapter.blocks:
        if isinstance(block, Heading):
            above = level_of(block, above)
            if above == 2 and block.anchor:
                found.append(
                    element("li", _link(f"{file}#{block.anchor}", *inline(block.children, here, in_link=True)))
                )
    return element("li", _link(file, tidy(chapter.title)), *([element("ol", *found)] if found else []))


def _link(href: str, *words: Node, kind: str = "") -> Element:
    return element("a", *words, href=href, **{"epub:type": kind})
