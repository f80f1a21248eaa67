"""What a site was built of and what lay in its folder then in, whether a build would change anything out."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from builder.memory import digest, place


def basis_of(texts: Mapping[str, str], files: Iterable[Path], words: Iterable[str]) -> str:
    """The digest of all that a site comes from: our code and every package, the content's texts, the project's files."""
    theirs = (part for path in files for part in (str(path), digest.of_bytes(path.read_bytes())))
    return digest.of_words((digest.of_builder(), digest.of_files(texts, ()), *theirs, *words))


def is_as_built(memory: Path, out: Path, basis: str) -> bool:
    """Whether `out` was built from this very basis, and nobody has touched a file in it since."""
    return bool(place.read(memory / _FILE) == _record(out, basis))


def note(memory: Path, out: Path, basis: str) -> None:
    """Remember what `out` was built of. Where that cannot be written, the next build takes longer."""
    place.write(memory / _FILE, _record(out, basis))


def _record(out: Path, basis: str) -> dict[str, str]:
    return {"out": str(out.resolve()), "basis": basis, "files": digest.of_words(_listed(str(out)))}


def _listed(folder: str) -> Iterator[str]:
    """Name, size and time of each file."""
    with suppress(FileNotFoundError, NotADirectoryError):
        yield from _inside(folder)


def _inside(folder: str) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path)
        else:
            told = entry.stat(follow_symlinks=False)
            yield f"{entry.path} {told.st_size} {told.st_mtime_ns}"


_FILE = "built.json"
