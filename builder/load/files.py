"""A content folder in, texts out. The only place that reads content from the disk."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from builder.diagnostics.code import Code
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.finding import Finding
from builder.disk.later import TextLater, TextsLater
from builder.disk.trouble import told
from builder.load import codes
from builder.load.steady import finish_what_began, steadily
from builder.model.ledger import FILE as LEDGER
from builder.model.shelf import key_of

MAX_BYTES = 1_000_000
"""Larger than the longest content file, smaller than a mistake."""

MAX_BYTES_OF = {".md": 50_000, ".svg": 200_000}
"""Ten thousand words, and a drawing with more lines than one can see. Both take long to read where somebody means it."""

_MAX_LEDGER = 8_000_000  # ten thousand addresses with their anchors; nobody reads it but the tool

_MAX_FOLDERS = 8
_ID = re.compile(r"(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NO_NAME = re.compile(r'.*([<>:"|?*\\]|[. ]$).*|(con|prn|aux|nul|com\d|lpt\d)(\..*)?', re.IGNORECASE)


@dataclass(frozen=True)
class Files:
    """Every readable text below the content folder, by its path there, and what could not be read."""

    texts: Mapping[str, str]
    findings: tuple[tuple[Code, Finding], ...]

    @cached_property
    def digest(self) -> str:
        """The digest of every text by its name, and of what was said of what could not be read."""
        texts = self.texts
        digest_of = texts.digest_of if isinstance(texts, TextsLater) else lambda name: key_of(texts[name])
        return key_of(*(part for name in sorted(texts) for part in (name, digest_of(name))), *self.refused)

    @cached_property
    def modules(self) -> tuple[str, ...]:
        """The name of every module's folder, in order."""
        return tuple(sorted(folder for folder in self._parts if folder))

    @property
    def refused(self) -> tuple[str, ...]:
        """What was said of what could not be read."""
        return tuple(sorted(f"{code.id} {finding}" for code, finding in self.findings))

    @property
    def shared(self) -> "Files":
        """Everything outside the modules' folders."""
        return self._parts.get("", Files({}, ()))

    def of_module(self, folder: str) -> "Files":
        """Everything in one module's folder."""
        return self._parts[folder]

    @cached_property
    def _parts(self) -> dict[str, "Files"]:
        names: dict[str, list[str]] = {}
        findings: dict[str, list[tuple[Code, Finding]]] = {}
        for name in self.texts:
            names.setdefault(folder_of(name), []).append(name)
        for code, finding in self.findings:
            folder = folder_of(finding.file)
            findings.setdefault(folder if folder in names else "", []).append((code, finding))
        folders = names.keys() | findings.keys()
        return {one: Files(self._some(names.get(one, ())), tuple(findings.get(one, ()))) for one in folders}

    def _some(self, names: Sequence[str]) -> Mapping[str, str]:
        texts = self.texts
        return texts.some(names) if isinstance(texts, TextsLater) else {name: texts[name] for name in names}


def folder_of(name: str) -> str:
    """The module's folder in which a file lies, or nothing."""
    parts = name.split("/")
    return parts[1] if parts[0] == "modules" and len(parts) > 2 else ""


def read(folder: Path) -> Files:
    """Read every file below `folder`, in order of name, all as they were at one moment.

    Raises:
        BuilderError: the folder itself is not there, or changes all the time.
    """
    need(folder)
    finish_what_began(folder)
    return steadily(folder, lambda: _read(folder, folder))


def need(folder: Path) -> None:
    """Raise BuilderError where there is no content folder."""
    if not folder.is_dir():
        raise BuilderError(f"There is no content folder at {folder}.", "Go to the project's folder, or pass --content.")


def read_module(folder: Path, module: str) -> Files:
    """Read every file of one module below the content folder `folder`, as `read` has them.

    Raises:
        BuilderError: it changes all the time.
    """
    own = folder / "modules" / module
    return steadily(own, lambda: _read(folder, own))


def _read(folder: Path, part: Path) -> Files:
    """What lies in a part of the content folder."""
    texts: dict[str, TextLater] = {}
    findings: list[tuple[Code, Finding]] = []
    root = folder.resolve()

    def closed(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):  # it was taken away meanwhile, and all is read again
            name = Path(error.filename).relative_to(folder).as_posix()
            message = f"This folder cannot be read, nor what is in it: {error.strerror}."
            findings.append((codes.UNREADABLE, Finding(name, (), message, mend=told(error)[1])))

    for name, is_folder in _walk(folder, part, closed):
        got = _odd_name(name, is_folder) or _text(f"{folder}/{name}", name, root)
        if isinstance(got, str):
            texts[name] = TextLater.of(got)
        else:
            findings.append(got)
    return Files(TextsLater(texts), tuple(findings))


def text_at(path: Path) -> str | None:
    """The text of one file as `read` has it; nothing where there is none."""
    try:
        return _as_read(path.read_bytes())
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def _as_read(held: bytes) -> str:
    text = held.removeprefix(BOM_UTF8).decode()
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _walk(folder: Path, part: Path, closed: Callable[[OSError], None]) -> Iterator[tuple[str, bool]]:
    """The name of each file, and of each folder that is not gone into, and whether it is a folder. `closed` is called with what
    is wrong with one that cannot be read."""
    root = _below(str(folder))
    for parent, folders, names in os.walk(part, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        above = _below(parent).removeprefix(root).replace(os.sep, "/")
        for name in sorted(folders):
            odd = above.count("/") == _MAX_FOLDERS or _odd_name(above + name, is_folder=True)
            if odd or os.path.islink(f"{parent}/{name}"):  # noqa: PTH114 - see `_text`
                folders.remove(name)
                yield above + name, True
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith("~"):
                yield above + name, False


def _below(folder: str) -> str:
    """What the path of each thing in a folder begins with."""
    return folder if folder.endswith(os.sep) else folder + os.sep


def _odd_name(name: str, is_folder: bool = False) -> tuple[Code, Finding] | None:
    """Refuse a name that cannot be printed or kept everywhere, and a module's folder that cannot be an address."""
    if not name.isprintable():
        shown = name.encode("unicode_escape", "surrogatepass").decode()
        return codes.ODD_NAME, Finding(shown, (), "This name holds a sign that cannot be seen or printed.")
    above, _, own = name.rpartition("/")
    if _NO_NAME.fullmatch(own):
        return codes.ODD_NAME, Finding(name, (), f'Not every computer can keep something under the name "{own}".')
    if is_folder and above == "modules" and not _ID.fullmatch(own):
        message = (
            f'The folder "{own}" cannot be an address. An id is made of lower-case letters, digits and single hyphens.'
        )
        return codes.ODD_NAME, Finding(name, (), message)
    return None


def _text(path: str, name: str, root: Path) -> str | tuple[Code, Finding]:
    try:
        kind = os.lstat(path).st_mode
        if S_ISLNK(kind) and not Path(os.path.realpath(path)).is_relative_to(root):
            return codes.OUTSIDE, Finding(name, (), "This is a link to a file outside the content folder.")
        if not S_ISREG(kind) and not Path(path).is_file():
            return codes.UNREADABLE, Finding(name, (), "This is not an ordinary file.")
        most = _MAX_LEDGER if name == LEDGER else MAX_BYTES_OF.get(f".{name.rpartition('.')[2]}", MAX_BYTES)
        with open(path, "rb") as file:  # noqa: PTH123 - a Path takes longer to make than the file to read
            held = file.read(most + 1)
        if len(held) > most:
            return codes.TOO_LARGE, Finding(name, (), f"This file is larger than {most // 1000} kB.")
        text = _as_read(held)
    except UnicodeDecodeError as error:
        return codes.UNREADABLE, Finding(name, (), f"Byte {error.start + 1} of this file is not UTF-8.")
    except OSError as error:
        return codes.UNREADABLE, Finding(name, (), f"This file cannot be read: {error.strerror}.", mend=told(error)[1])
    if "\0" in text:
        return codes.UNREADABLE, Finding(name, (), "This file holds bytes that are no text.")
    return text
