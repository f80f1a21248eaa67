"""The Typst source of a file in, its PDF out: tagged, PDF/UA-1, own fonts only, the same bytes each time."""

import os
import pickle
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import get_ident
from typing import Any, NamedTuple

import typst

from builder.diagnostics.errors import BuilderError
from builder.disk import bound
from builder.disk.programs import Programs
from builder.disk.scratch import Kept, put_away
from builder.model.files import Style
from builder.pdf.places import Nowhere
from builder.pdf.small import smaller

_UNKNOWN = re.compile(r'(?:the text|disallowed codepoint) `"(.+?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_LARGE = 150_000


@dataclass(frozen=True, eq=False)
class Made:
    """One finished PDF, put away, and its number of pages; or no bytes, no pages, and what was in the way.

    `unknown` are the characters that our font has not, `trouble` is what Typst said of anything else, or that a link leads nowhere.
    """

    kept: Kept
    pages: int
    unknown: str = ""
    trouble: str = ""

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.kept.read()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Made) and self._all == other._all

    def __hash__(self) -> int:
        return hash(self._all)

    @property
    def _all(self) -> tuple[bytes, int, str, str]:
        return self.data, self.pages, self.unknown, self.trouble


class Source(NamedTuple):
    """What Typst is given for a file: its own part, and a part that other files have too.

    Typst knows by its name and place in a source what it set before: a part of its own is set once for all files.
    """

    own: str
    shared: str = ""

    @property
    def files(self) -> dict[str, bytes]:
        """Both parts by the names under which Typst finds them."""
        return {"main": self.own.encode(), "shared.typ": self.shared.encode()}


@dataclass(frozen=True)
class Job:
    """A PDF that is to be made: the Typst source of its file at `path`, in one of the styles."""

    path: str
    source: Source
    style: Style
    key: str

    @property
    def is_large(self) -> bool:
        """Whether a process of its own sets it: what Typst holds for it, it does not give back."""
        return len(self.source.own) > _LARGE


def made_alone(job: Job, root: Path, released: datetime, programs: Programs) -> Made:
    """The PDF, made by a process that ends with it.

    Raises:
        BuilderError: the machine ended that process.
    """
    with TemporaryDirectory(prefix="psychoed-") as folder:
        asked, answer = Path(folder) / "asked", Path(folder) / "answer"
        asked.write_bytes(pickle.dumps((job, root.resolve(), released)))
        command = [sys.executable, bound.__file__, "builder.pdf.alone", str(asked), str(answer)]
        code, said = programs.run(command, Path(__file__).parents[2], {**os.environ, "PYTHONUTF8": "1"})
        if code < 0:
            words = f"This machine stopped what was making {job.path}, perhaps for want of memory."
            raise BuilderError(words, "Close other programs, and try again.")
        if code:
            raise RuntimeError(said)
        made: Made = pickle.loads(answer.read_bytes())
        return made


def compilers_of(root: Path) -> Callable[[Style], typst.Compiler]:
    """What sets a file by the templates in `root`, with our own fonts and no others: for each style and each thread one.

    It serves one at a time. A new one for each file would read all templates again.
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[root / "font"])

    @cache
    def made(style: Style, _thread: int) -> typst.Compiler:
        asked = {"paper": style.paper, "size": "large" if style.large else "normal"}
        return typst.Compiler(root=root, font_paths=fonts, sys_inputs=asked)

    return lambda style: made(style, get_ident())


def made_of(job: Job, compiler: typst.Compiler, released: datetime) -> Made:
    """The PDF, as the compiler sets it."""
    try:
        # What the package documents of files by name, its types leave out.
        files: Any = job.source.files
        data = compiler.compile(files, format="pdf", pdf_standards="ua-1", pretty=True, timestamp=released)
    except typst.TypstError as error:
        unknown = {char for found in _UNKNOWN.findall(error.diagnostic) for char in _ESCAPE.sub(_char, found)}
        trouble = "" if unknown else error.message
        return Made(put_away(b""), 0, "".join(sorted(unknown)), trouble)
    assert isinstance(data, bytes)
    try:
        small, pages = smaller(data)
    except Nowhere as error:
        return Made(put_away(b""), 0, trouble=str(error))
    return Made(put_away(small), pages)


def _char(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
