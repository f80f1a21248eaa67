"""What a site was built of and how it was left in, whether a build would change anything out, and what need not be read."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from builder.memory import digest, place
from builder.model.manifest import Manifest, Placed


def basis_of(content: str, files: Iterable[Path], words: Iterable[str]) -> str:
    """The digest of all that a site comes from: our code and every package, the digest of the content, the project's files."""
    theirs = (part for path in files for part in (str(path), digest.of_bytes(path.read_bytes())))
    return digest.of_words((digest.of_builder(), content, *theirs, *words))


@dataclass(frozen=True)
class LastBuild:
    """What the site in `out` was built of last, and each file as it was left."""

    out: Path
    basis: str
    manifest: Manifest

    def would_be(self, basis: str) -> bool:
        """Whether `out` was built from this very basis, and nobody has touched a file in it since."""
        return self.basis == basis and self._is_untouched()

    def _is_untouched(self) -> bool:
        there = dict(_listed(f"{self.out}/"))
        return there.keys() == self.manifest.keys() and all(
            self.manifest[name].is_still(told) for name, told in there.items()
        )


def last_build(memory: Path, out: Path) -> LastBuild:
    """What is remembered of the site in `out`; of another folder that is nothing."""
    data = place.read(memory / _FILE)
    with suppress(Exception):  # what cannot be read is as good as nothing
        if data["out"] == str(out.resolve()):
            return LastBuild(out, data["basis"], {name: Placed(*told) for name, told in data["files"].items()})
    return LastBuild(out, "", {})


def note(memory: Path, out: Path, basis: str, manifest: Manifest) -> None:
    """Remember what `out` was built of. Where that cannot be written, the next build takes longer."""
    place.write(memory / _FILE, {"out": str(out.resolve()), "basis": basis, "files": manifest})


def _listed(folder: str, below: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """What the disk tells of each file, by its path below the folder."""
    with suppress(FileNotFoundError, NotADirectoryError):
        for entry in os.scandir(folder + below):
            if entry.is_dir(follow_symlinks=False):
                yield from _listed(folder, f"{below}{entry.name}/")
            else:
                yield below + entry.name, entry.stat(follow_symlinks=False)


_FILE = "built.json"
