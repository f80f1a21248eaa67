"""A publication in, EPUB 3.3 out: one for each topic, one for the whole library, the same bytes each time."""

from pathlib import Path

from builder.export.element import Element, page
from builder.export.navigation import contents_of
from builder.export.package import Item, container, package
from builder.export.places import Places
from builder.export.volume import HELP, Volume, book_of, front_of, last_of, topics_of, with_help
from builder.export.xhtml import body_of
from builder.export.xhtml_inline import Here, file_of
from builder.model.document import Link, Paragraph, Text, To
from builder.model.page import Chapter, Publication
from builder.zipped import zipped

_FOLDER = "EPUB"
_PACKAGE = "package.opf"
_CONTENTS = "_contents.xhtml"  # no page of a library has such a name
_TITLE_PAGE = ("_title",)
_STYLE = "style.css"
_XHTML = "application/xhtml+xml"


def epubs_of(publication: Publication, book: bool = True) -> dict[str, bytes]:
    """Every EPUB by its path, with or without the book. Each carries the page that says where to get help."""
    topics = (with_help(volume, publication) for volume in topics_of(publication))
    volumes = (*topics, *(book_of(publication) if book else ()))
    return {f"{one.path}.epub": _epub(one, publication) for one in volumes}


def _epub(volume: Volume, publication: Publication) -> bytes:
    places = Places(volume.chapters, publication)
    cover = _cover(volume, publication)
    chapters = (cover, *volume.chapters)
    kinds = (("titlepage", ""), *(("chapter", "doc-chapter") for _ in volume.chapters))
    bodies = [body_of(one, Here(places, one), *kind) for one, kind in zip(chapters, kinds, strict=True)]
    first, *others = (Item(file_of(one), _XHTML, _drawn(body)) for one, body in zip(chapters, bodies, strict=True))
    items = [first, Item(_CONTENTS, _XHTML, "nav"), *others, Item(_STYLE, "text/css", is_read=False)]

    def shown(title: str, body: Element) -> bytes:
        return page(title, publication.language, _STYLE, body)

    files = {
        _PACKAGE: package(volume, publication, items, any(map(_has_drawing, bodies))),
        _CONTENTS: shown(volume.tab, contents_of(volume.chapters, Here(places, cover), _CONTENTS)),
        **{file_of(one): shown(_name(one, volume), body) for one, body in zip(chapters, bodies, strict=True)},
        _STYLE: Path(__file__).with_name("epub.css").read_bytes(),
    }
    kind = {"mimetype": b"application/epub+zip"}
    inside = {f"{_FOLDER}/{name}": data for name, data in files.items()}
    outside = {"META-INF/container.xml": container(f"{_FOLDER}/{_PACKAGE}")}
    return zipped({**kind, **outside, **inside}, publication.released)


def _cover(volume: Volume, publication: Publication) -> Chapter:
    """The first page, in words. It leads to help where the file has that."""
    lines = (*front_of(volume, publication), *last_of(publication))
    if any(HELP in chapter.addresses for chapter in volume.chapters):
        lines = (*lines, Paragraph((Link(To(HELP), (Text("Get help now"),)),)))
    return Chapter(volume.title, _TITLE_PAGE, lines)


def _drawn(body: Element) -> str:
    """The mark of a page with drawings in it, however small."""
    return "svg" if any(part.tag == "svg" for part in body.iter()) else ""


def _has_drawing(body: Element) -> bool:
    return any(part.get("class") == "drawing" for part in body.iter())


def _name(chapter: Chapter, volume: Volume) -> str:
    """What a window says: of a topic, the words that others may see."""
    return volume.tab if chapter.title == volume.title else chapter.title
