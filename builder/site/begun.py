"""A site and how it was left in, a copy of it beside it out, made while other work is done: a build changes only that.

The copy is made of the site before that one, where it is still there: the two differ in what the last build changed.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG

from builder.disk.crew import aside
from builder.model.manifest import Manifest
from builder.site.alone import OLD, beside, not_written

_LATER = 10
"""So much nicer than others is who copies."""


@dataclass(frozen=True)
class Begun:
    """A run's own `folder`, with the new site in it. `copied` waits for the copy, and tells each file that is in it. `over` begins
    to take away what is in the folder, once the new site is in its place: all but the old site, if there is a place for that."""

    folder: Path
    copied: Callable[[], Manifest]
    over: Callable[[], None]

    @property
    def site(self) -> Path:
        """The folder of the new site."""
        return self.folder / "site"


@contextmanager
def begin(out: Path, before: Manifest | None = None, spare: Path | None = None) -> Iterator[Begun]:
    """Begin a new site beside `out`, which the last build left as `before` says. What is not in its place in the end is taken
    away, but for one site, which goes to `spare`: the next begins with it. What that is like does not matter, it is made right.

    A file that nobody touched since is one and the same in both: none is ever written into, only replaced. What somebody
    writes into the old site meanwhile can be in the new one.

    Raises:
        BuilderError: nothing can be written there.
    """
    out, left = out.resolve(), before or {}
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        own = tempfile.TemporaryDirectory(prefix=beside(out), dir=out.parent, ignore_cleanup_errors=True)
    except OSError as error:
        raise not_written(out, error) from error
    with own as name, ExitStack() as held:
        folder = Path(name).resolve()
        site = folder / "site"
        _moved(spare, site if left else folder / "spare")
        held.callback(lambda: _moved(site, spare))  # of a run that failed, what it had begun
        with aside(partial(_copy_later, os.getpid(), left, out, site)) if left else nullcontext(list) as others:

            def over() -> None:
                for old in (site, folder / OLD):
                    _moved(old, spare)
                held.enter_context(_cleared(folder))

            yield Begun(folder, cache(lambda: _copied(left, others, site)), over)


def _moved(folder: Path | None, to: Path | None) -> None:
    """Move a folder to where nothing is, if it is there and that can be done."""
    if folder and to and folder.is_dir() and not folder.is_symlink() and not to.exists():
        with suppress(OSError):
            folder.rename(to)


@contextmanager
def _cleared(folder: Path) -> Iterator[None]:
    """Take away what is in the folders of one: from one end while a block runs, and then from the other end, too. What nobody
    gets to goes with the folder itself."""
    found: list[Path] = []
    with suppress(OSError):
        folders = [one for one in folder.iterdir() if one.is_dir() and not one.is_symlink()]
        found = sorted(path for one in folders for path in one.iterdir())

    def clear(paths: Iterable[Path]) -> None:
        for path in paths:
            shutil.rmtree(path, ignore_errors=True)  # a link to a folder is not followed

    with aside(lambda: clear(found)) as cleared:
        yield
        clear(reversed(found))
        with suppress(MemoryError, OSError):
            cleared()


def _copied(files: Manifest, others: Callable[[], Sequence[str]], new: Path) -> Manifest:
    try:
        left_out = frozenset(others())
    except (MemoryError, OSError):  # a build can do without
        _moved(new, new.with_name("spare"))
        return {}
    return {name: told for name, told in files.items() if name not in left_out}


def _copy_later(asked_by: int, files: Manifest, old: Path, new: Path) -> list[str]:
    """`_not_copied`, in a process of its own after everything that somebody waits for sooner."""
    if os.getpid() != asked_by:
        os.nice(_LATER)
    return _not_copied(files, str(old), str(new))


def _not_copied(files: Manifest, old: str, new: str) -> list[str]:
    """Put each file that nobody touched into the new folder, too, where nothing else stays, and return all others. A disk that
    cannot do that has none."""
    mask = os.umask(0o022)
    os.umask(mask)
    found: list[str] = []
    there, folders = _there(new, 0o777 & ~mask)
    needed: dict[str, bool] = {}

    def is_there(folder: str) -> bool:
        """Whether a folder is one of the old site, and no link to another. Then it is in the new one, too."""
        if folder not in needed:
            needed[folder] = not folder or (
                is_there(folder.rpartition("/")[0]) and S_ISDIR(os.lstat(f"{old}/{folder}").st_mode)
            )
            if needed[folder] and folder not in folders:
                Path(f"{new}/{folder}").mkdir()
        return needed[folder]

    for name, was in files.items():
        try:
            told = os.lstat(f"{old}/{name}")
            is_touched = not S_ISREG(told.st_mode) or S_IMODE(told.st_mode) != 0o666 & ~mask or not was.is_still(told)
            if is_touched or not is_there(name.rpartition("/")[0]):
                found.append(name)
            elif there.get(name) == (told.st_dev, told.st_ino):
                del there[name]
            else:
                if there.pop(name, None):
                    Path(f"{new}/{name}").unlink()
                os.link(f"{old}/{name}", f"{new}/{name}")
        except OSError:
            found.append(name)
    for name in there:
        Path(f"{new}/{name}").unlink()
    for folder in sorted({*folders, *filter(needed.__getitem__, needed)}, reverse=True):
        if found or folder not in needed:
            with suppress(OSError):  # unless it is empty
                Path(f"{new}/{folder}").rmdir()
    return found


def _there(new: str, mode: int) -> tuple[dict[str, tuple[int, int]], set[str]]:
    """What is in the new folder already: where each file lies on which disk, and the folders in it, all with this mode."""
    files = dict[str, tuple[int, int]]()
    todo = [""] if Path(new).is_dir() else []
    folders = {*todo}
    while todo:
        below = todo.pop()
        folder = f"{new}/{below}".rstrip("/")
        told = os.lstat(folder)
        if S_IMODE(told.st_mode) & 0o777 != mode:
            Path(folder).chmod(mode)
        with os.scandir(folder) as entries:
            for entry in entries:
                name = f"{below}/{entry.name}".lstrip("/")
                if entry.is_dir(follow_symlinks=False):
                    todo.append(name)
                    folders.add(name)
                else:
                    files[name] = told.st_dev, entry.inode()
    return files, folders
