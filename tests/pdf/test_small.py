"""What is written anew in a PDF: the same words in the same places and the same picture, in far fewer bytes."""

import io
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, Never

import pikepdf
import pymupdf
import pypdf
import pytest
import typst

from builder.export.source import book_source_of, source_of
from builder.model.document import Drawing, Heading, Link, To, Web
from builder.model.page import Book, Chapter, Publication
from builder.pdf import file, small
from builder.pdf.item import Unknown
from builder.pdf.press import Source
from builder.pdf.small import smaller
from tests.export.hard import HARD, TALL
from tests.export.kinds import para, said
from tests.export.sheets import BOOK, HANDOUT, MODULE, PACKET, THEME
from tests.export.sheets import publication as published
from tests.export.tagged import tags

DAY = datetime(2026, 11, 23, tzinfo=UTC)
ROOM = (para("Some words. " * 99),) * 3
ANCHORS = ("plain", "größe-(1", "back\\slash)", "two words")
LINKS = replace(
    MODULE,
    blocks=(
        *(para(Link(To("co-regulation/", anchor), said(f"To {anchor}"))) for anchor in ANCHORS),
        *(
            block
            for anchor in ANCHORS
            for block in (Heading(2, anchor, said(anchor)), *[para("Some words. " * 99)] * 3)
        ),
    ),
)
"""Links to places whose names a PDF cannot hold as they are."""

_CODE = (
    "/K[5] (and) /K 3 0 R, /Pg 3 0 R /P 3 0 R, /Dest(a) \\) /Rect[9.5 9.5] /Type/StructElem/S/URI/URI(place:x) (0) "
    "((((((((((deep [it] 9999 0 R))))))))))  endobj /Lang(en)"
)
CODE = replace(
    MODULE,
    blocks=(
        *(Heading(level, f"a{level}", said(f"{level} {_CODE}")) for level in (2, 3)),
        Drawing("tall", TALL, "A line", _CODE, said(_CODE)),
        para(Link(Web(f"http://e.example/Dest(a)/Rect[9.5]{_CODE}"), said(_CODE))),
        para("The end.", Link(To("co-regulation/", "a2"), said("Back"))),
    ),
)
"""Words that would mean something in a PDF, where they stood outside of a text."""

LONG = replace(
    BOOK,
    chapters=tuple(
        Chapter(
            f"Chapter {at}",
            (f"chapter-{at}/",),
            (
                para(Link(To(f"chapter-{7 * at % 24}/", "end"), said("To another end"))),
                *ROOM,
                Heading(2, "end", said("End")),
            ),
        )
        for at in range(24)
    ),
)
"""So many chapters that the contents name no parts of them."""


def by_typst(source: Source, root: Path, paper: str = "a4", size: str = "normal") -> bytes:
    """What Typst makes of a source by the templates in `root`."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[root / "font"])
    compiler = typst.Compiler(root=root, font_paths=fonts, sys_inputs={"paper": paper, "size": size})
    files: Any = source.files
    made = compiler.compile(files, format="pdf", pdf_standards="ua-1", pretty=True, timestamp=DAY)
    assert isinstance(made, bytes)
    return made


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our templates, but with links that ask Typst where they lead, nothing told at the end, and nothing held for a page number."""
    root = tmp_path_factory.mktemp("asking") / "print"
    shutil.copytree(THEME / "print", root)
    for name, ours, typsts in (
        ("look.typ", 'link("place:" + str(place), body)', "link(place, body)"),
        ("look.typ", "if places.len() > 0 {", "if false {"),
        ("blocks.typ", "[000]", "[]"),
        ("book.typ", "context if many and query(heading).len() == 0 {", "context if false {"),
    ):
        said = (root / name).read_text("utf-8")
        assert said.count(ours) == 1
        (root / name).write_text(said.replace(ours, typsts), "utf-8")
    return root


ASKED = {
    "module": (MODULE, "a4", "normal"),
    "handout": (HANDOUT, "a4", "normal"),
    "hard": (HARD, "a4", "normal"),
    "links": (LINKS, "a4", "normal"),
    "code": (CODE, "a4", "normal"),
    "packet": (PACKET, "us-letter", "large"),
    "book": (LONG, "a4", "normal"),
}


@pytest.fixture(scope="module", params=ASKED)
def both(request: pytest.FixtureRequest, asking: Path) -> tuple[bytes, bytes]:
    """A file as Typst writes it by itself, and as ours is in the end."""
    what, *style = ASKED[request.param]
    is_book = isinstance(what, Book)
    source = book_source_of(what, published()) if is_book else source_of(what, published(what, real=True))
    before = by_typst(source, asking, *style)
    after, pages = smaller(by_typst(source, THEME / "print", *style))
    assert pages == len(pypdf.PdfReader(io.BytesIO(before)).pages)
    return before, after


def test_it_is_far_smaller_than_the_same_objects_packed(both: tuple[bytes, bytes]) -> None:
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(both[0])) as pdf:
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert len(both[1]) < 0.7 * len(packed.getvalue())


@pytest.mark.parametrize("ending", ["", "-letter"])
def test_no_module_of_the_library_is_larger_than_a_weak_connection_can_bear(
    publication: Publication, built: Path, ending: str
) -> None:
    modules = [one.path for one in publication.sheets if one.kind == "module"]
    sizes = {path: (built / f"{path}{ending}.pdf").stat().st_size for path in modules}
    assert len(sizes) == 4
    assert max(sizes.values()) <= 60_000, sizes


def test_every_letter_stands_where_it_stood_in_its_size_and_colour(both: tuple[bytes, bytes]) -> None:
    with pymupdf.open(stream=both[0]) as before, pymupdf.open(stream=both[1]) as after:
        for one, other in zip(before, after, strict=True):
            for (what, at), (same, there) in zip(letters_on(one), letters_on(other), strict=True):
                assert what == same
                assert near(at, there)


def letters_on(one: pymupdf.Page) -> Iterator[tuple[object, tuple[float, ...]]]:
    """Each letter with its size and colour, and where it stands."""
    for block in one.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    if not char["c"].isspace():
                        yield (char["c"], round(span["size"], 1), span["color"]), char["origin"]


def near(one: Iterable[float], other: Iterable[float]) -> bool:
    """Within a thirtieth of a millimetre."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.1


def test_a_copy_reads_the_same(both: tuple[bytes, bytes]) -> None:
    before, after = ([one.extract_text() for one in pypdf.PdfReader(io.BytesIO(pdf)).pages] for pdf in both)
    dotted = re.compile(r"[ .]{3,}")  # how dots that lead to a page number are parted is nobody's business
    assert [dotted.sub(" … ", text) for text in after] == [dotted.sub(" … ", text) for text in before]


def test_a_file_of_very_many_objects_holds_them_in_several_streams(
    both: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "_MOST_TOGETHER", 40)
    many, _ = smaller(both[0])
    with pikepdf.open(io.BytesIO(many)) as parts, pikepdf.open(io.BytesIO(both[1])) as one:
        assert len(parts.objects) > len(one.objects)
    texts = [[page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages] for pdf in (many, both[1])]
    assert texts[0] == texts[1]


def test_it_looks_the_same(both: tuple[bytes, bytes]) -> None:
    with pymupdf.open(stream=both[0]) as before, pymupdf.open(stream=both[1]) as after:
        for one, other in zip(before, after, strict=True):
            left = list(shapes_on(other))
            for what, room in shapes_on(one):
                left.remove(next(shape for shape in left if shape[0] == what and near(shape[1], room)))
            assert left == []
            was, now = (page.get_pixmap(dpi=50, colorspace=pymupdf.csGRAY).samples for page in (one, other))
            far = sum(abs(a - b) > 100 for a, b in zip(was, now, strict=True))
            assert far < len(was) / 200, "a line of letters may round to the next pixel"


def shapes_on(one: pymupdf.Page) -> Iterator[tuple[object, tuple[float, ...]]]:
    """Each part of a line or shape: how it is drawn, in which colours, how wide; and the room it takes up."""
    for path in one.get_drawings():
        what = [path["type"], round(path["width"] or 0, 1), path["dashes"] == "[] 0"]
        what += [tuple(round(part, 1) for part in path[key] or ()) for key in ("color", "fill")]
        for kind, *points in path["items"]:
            if kind == "re":
                box = points[0]
                corners = [box.tl, box.tr, box.br, box.bl, box.tl]
                lines = list(pairwise(corners))
            else:
                lines = [tuple(points)]
            for line in lines:
                xs, ys = [point.x for point in line], [point.y for point in line]
                yield what, (min(xs), min(ys), max(xs), max(ys))


def test_the_tags_say_the_same(both: tuple[bytes, bytes]) -> None:
    with pikepdf.open(io.BytesIO(both[0])) as before, pikepdf.open(io.BytesIO(both[1])) as after:
        assert tags(after) == tags(before)


def test_each_link_leads_where_it_led(both: tuple[bytes, bytes]) -> None:
    before, after = (list(links_in(pdf)) for pdf in both)
    assert len(before) == len(after)
    for (what, at), (same, there) in zip(before, after, strict=True):
        assert what == same
        assert max(abs(a - b) for a, b in zip(at, there, strict=True)) < 1


def test_a_link_inside_says_to_which_page(both: tuple[bytes, bytes]) -> None:
    with pikepdf.open(io.BytesIO(both[1])) as pdf:
        numbers = {one.objgen: number for number, one in enumerate(pdf.pages, start=1)}
        inside = [link for one in pdf.pages for link in one.get("/Annots", []) if "/Dest" in link]
        assert len(inside) == sum(isinstance(to, int) for (_, to), _ in links_in(both[0]))
        for link in inside:
            page = f"page {numbers[link.Dest[0].objgen]}"
            assert str(link.Contents) == page or re.search(rf" “.+” {page}$", str(link.Contents))  # in the contents


def test_a_file_that_is_left_as_it_is_has_its_links(asking: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> Never:
        raise Unknown("a drawing with fonts of its own")

    monkeypatch.setattr(small, "_rewritten", unknown)
    source = source_of(LINKS, published(LINKS))
    left, _ = smaller(by_typst(source, THEME / "print"))
    assert b"/EmbeddedFile" not in left
    for (what, at), (same, there) in zip(links_in(by_typst(source, asking)), links_in(left), strict=True):
        assert what == same
        assert max(abs(a - b) for a, b in zip(at, there, strict=True)) < 1


def test_a_photograph_stays_as_it_is(tmp_path: Path) -> None:
    picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 40))
    picture.set_rect(picture.irect, (200, 80, 10))
    (tmp_path / "one.jpg").write_bytes(picture.tobytes("jpeg"))
    source = '#set document(title: "One")\n#set text(lang: "en")\n= One\n#image("one.jpg", alt: "Brown")'
    (tmp_path / "one.typ").write_text(source, "utf-8")
    before = typst.Compiler(tmp_path / "one.typ").compile(format="pdf", pdf_standards="ua-1", pretty=True)
    assert isinstance(before, bytes)
    after, _ = smaller(before)
    looks = [pymupdf.open(stream=pdf)[0].get_pixmap() for pdf in (before, after)]
    assert looks[0].color_count() > 2
    assert looks[0].samples == looks[1].samples


def links_in(data: bytes) -> Iterator[tuple[tuple[int, str | int], list[float]]]:
    """Each link: its page, and its address or the page that it leads to; its room, and the place there."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        places = dict(pikepdf.NameTree(pdf.Root.Names.Dests)) if "/Names" in pdf.Root else {}
        numbers = {one.objgen: number for number, one in enumerate(pdf.pages)}
        for number, one in enumerate(pdf.pages):
            for link in one.get("/Annots", []):
                room = [float(side) for side in link.Rect]
                if "/A" in link:
                    yield (number, str(link.A.URI)), room
                else:
                    to = places[str(link.Dest)] if isinstance(link.Dest, pikepdf.String) else link.Dest
                    yield (number, numbers[to[0].objgen]), [*room, float(to[2]), float(to[3])]
