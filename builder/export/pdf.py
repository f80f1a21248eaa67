"""Turns a publication's sheets into PDFs: tagged, PDF/UA-1, own fonts only, the same bytes each time."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import typst

from builder.diagnostics.errors import BuilderError
from builder.export.source import source_of
from builder.model.page import Publication, Sheet

_UNKNOWN = re.compile(r'(?:the text|disallowed codepoint) `"(.+?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True)
class Made:
    """One finished PDF and its number of pages; or no bytes, no pages, and what was in the way.

    `unknown` are the characters that our font has not, `trouble` is what Typst said of anything else.
    """

    data: bytes
    pages: int
    unknown: str = ""
    trouble: str = ""


def pdfs_of(publication: Publication, theme: Path) -> dict[str, Made]:
    """Every sheet of the publication, by its path. `theme` is the folder that holds print/.

    Raises BuilderError if the folder is not complete.
    """
    root = theme / "print"
    if not (root / "blocks.typ").is_file() or not list((root / "font").glob("*.ttf")):
        raise BuilderError(
            f"There are no templates or fonts for PDFs in {root}.", "Restore theme/print from the repository."
        )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[root / "font"])
    released = datetime.fromisoformat(publication.released).replace(tzinfo=UTC)

    def made(sheet: Sheet) -> tuple[str, Made]:
        return sheet.path, _made(source_of(sheet, publication), root, fonts, released)

    with ThreadPoolExecutor() as threads:  # Typst lets go of the interpreter while it works
        return dict(threads.map(made, publication.sheets))


def _made(source: str, root: Path, fonts: typst.Fonts, released: datetime) -> Made:
    try:
        compiler = typst.Compiler(root=root, font_paths=fonts)
        data = compiler.compile(source.encode(), format="pdf", pdf_standards="ua-1", timestamp=released)
    except typst.TypstError as error:
        unknown = {char for found in _UNKNOWN.findall(error.diagnostic) for char in _ESCAPE.sub(_char, found)}
        trouble = "" if unknown else error.message
        return Made(b"", 0, "".join(sorted(unknown)), trouble)
    assert isinstance(data, bytes)
    return _packed(data)


def _packed(data: bytes) -> Made:
    """The same PDF with its many small objects compressed together, which halves it."""
    packed = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return Made(packed.getvalue(), len(pdf.pages))


def _char(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
