"""The paper and the size of the letters that a PDF is made for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """What ends the file's name, and what theme/print and a reader call the paper."""

    ending: str
    paper: str
    says: str
    large: bool = False

    @property
    def sides(self) -> int:
        """How many sides one sheet has: large letters may use both."""
        return 2 if self.large else 1


STYLES = (
    Style("", "a4", "A4"),
    Style("-large", "a4", "A4 in large print", large=True),
    Style("-letter", "us-letter", "US Letter"),
    Style("-large-letter", "us-letter", "US Letter in large print", large=True),
)
"""Every file is made in each of these."""


def styled(path: str, style: Style) -> str:
    """The path of a file in a style. `path` has no ending."""
    return f"{path}{style.ending}.pdf"
