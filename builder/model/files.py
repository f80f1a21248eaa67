"""The files in which the library is carried away: what each is, by how its name ends."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """How a PDF is set: its paper, "a4" or "us-letter", and whether its letters are large."""

    paper: str
    large: bool

    @property
    def ending(self) -> str:
        """What the names of such files end in, before ".pdf"."""
        return "-large" * self.large + "-letter" * (self.paper == "us-letter")

    @property
    def says(self) -> str:
        """What a reader is told of it."""
        return {"a4": "A4", "us-letter": "US Letter"}[self.paper] + " in large print" * self.large

    @property
    def sides(self) -> int:
        """How many sides one sheet has: large letters may use both."""
        return 2 if self.large else 1


STYLES = tuple(Style(paper, large) for large in (False, True) for paper in ("a4", "us-letter"))
"""Every style, what most people want first."""


def styled(path: str, style: Style) -> str:
    """The path of a PDF in a style. `path` has no ending."""
    return f"{path}{style.ending}.pdf"


CATALOGUE_PATH, SCHEMA_PATH, FEED_PATH = "catalogue.json", "catalogue.schema.json", "changes.xml"
"""What programs read."""


_FORMATS = {
    "epub": "EPUB", "txt": "plain text", "zip": "ZIP", "svg": "SVG", "png": "PNG", "json": "JSON", "xml": "Atom",
}  # fmt: skip

_PDFS = sorted(((style.ending, f"PDF, {style.says}") for style in STYLES), key=lambda one: -len(one[0]))


def kind_of(path: str) -> str:
    """What a link says of the file at `path` before anybody opens it."""
    name, _, ending = path.rpartition(".")
    if ending != "pdf":
        return _FORMATS[ending]
    return next(said for style, said in _PDFS if name.endswith(style))


def size_in_words(size: int) -> str:
    """A number of bytes as people read it."""
    return f"{max(1, round(size / 1000))} kB" if size < 950_000 else f"{size / 1_000_000:.1f} MB"
