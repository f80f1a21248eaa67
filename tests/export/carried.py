"""A publication with a module and a book, of every kind of block; what is in its files is checked elsewhere."""

from dataclasses import replace

from builder.model import document as doc
from builder.model.page import Book, Chapter, Publication, Sheet
from tests.export.kinds import EVERY, para, said
from tests.export.sheets import MODULE, publication

HELP = (
    para("You do not need the right words.", tone="lead"),
    doc.Lamp("Call an emergency number if", "a life is in danger.", "", "", None, (
        doc.Numbers((("112", doc.Web("tel:112"), "European Union"),)),
    )),
    para("You can ", doc.Link(doc.Web("sms:988"), said("text 988")), "."),
)  # fmt: skip
SHEET = replace(MODULE, path="co-regulation/coreg", address="co-regulation/", tab="Together", blocks=EVERY)
PATHS = ("co-regulation/coreg", "steady-together")


def carried(*blocks: doc.Block, title: str = "Co-regulation", real: bool = False) -> Publication:
    """One module of these blocks, and a book of it with the page that says where to get help."""
    sheet: Sheet = replace(SHEET, title=title, blocks=blocks or EVERY)
    chapters = (
        Chapter("Get help now", ("help/",), HELP),
        Chapter(sheet.title, ("co-regulation/", "co-regulation/practice/"), sheet.blocks),
    )
    book = Book("steady-together", "Steady Together", "How people calm down", "Not yet reviewed.", chapters)
    return replace(publication(sheet, real=real), book=book, help=chapters[0])
