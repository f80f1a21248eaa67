"""What a file in content/packets says: some pages, in an order, to hand over as one."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from builder.model.noun import Id, Noun, Words

MOST_PAGES = 12
"""More pages than this are no packet to read but a library, which there is already."""

LONGEST_LINE = 280
"""So many characters has the line that somebody adds to a packet of their own."""

PageName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*(/(practice|handout|clinicians))?$")]
"""A page by its module's id, alone or with /practice, /handout or /clinicians."""


class Packet(Noun):
    """packets/<id>.yml: pages to hand over together, with an address, a code and a PDF of their own."""

    id: Id
    """Permanent. The file's name and the end of the address."""
    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{3,8}$")]
    """Permanent short code, easy to say and to type. No module has it too."""
    title: Annotated[Words, Field(max_length=80)]
    """What the packet is for, in a few words."""
    discreet_title: Annotated[Words | None, Field(max_length=80)] = None
    """Shown in the browser tab where the title could endanger a reader."""
    note: Annotated[Words, Field(max_length=300)]
    """One to three plain sentences for whoever opens it."""
    pages: Annotated[tuple[PageName, ...], Field(min_length=1, max_length=MOST_PAGES)]
    """One to twelve pages, in reading order: a module's id, alone or with /practice, /handout or /clinicians."""
    status: Literal["draft", "published"]
    """Only published packets reach the site."""

    @field_validator("pages")
    @classmethod
    def _each_once(cls, pages: tuple[str, ...]) -> tuple[str, ...]:
        twice = next((page for page in pages if pages.count(page) > 1), None)
        if twice:
            raise ValueError(f"{twice} stands here twice; each page can be in a packet once")
        return pages

    @property
    def tab(self) -> str:
        """What a browser's tab may show."""
        return self.discreet_title or self.title


def chosen(pages: tuple[str, ...]) -> Packet:
    """Pages that somebody puts together for one person: a packet without a name of its own, which no library keeps."""
    title, note = "Pages for you", "Somebody chose these pages for you. You can read one and leave the rest."
    return Packet.model_construct(id="chosen", code="", title=title, note=note, pages=pages, status="published")


def packet_file(name: str) -> str:
    """The file of a packet, below content/. Its name is the packet's permanent id."""
    return f"packets/{name}.yml"


def parts_of(page: str) -> tuple[str, str]:
    """The module and the part that a page's name means."""
    module, _, part = page.partition("/")
    return module, part or "learn"
