"""A site and the one before it in, that one made the same as the site out, file by file: few of them are different.

To give each file of a large site a second name, and to take it away after the next build, takes longer than an edit.
"""

import os
import shutil
from contextlib import suppress
from errno import EPERM
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISGID, S_ISREG

from builder.model.manifest import Manifest


def take(spare: Path | None, to: Path | None) -> None:
    """Begin with the site before, `to` where that can be done. In its own place nothing is left of it."""
    if spare:
        with suppress(OSError):
            if to and spare.is_dir() and not spare.is_symlink():
                spare.rename(to)
        shutil.rmtree(spare, ignore_errors=True)


def keep(site: Path, spare: Path | None) -> None:
    """Keep what is in a site's folder as the site before, where that can be done. The folder itself stays: a server that holds it
    shows nothing then, and never a site that is being made."""
    if spare is None or os.name == "nt" or site.is_symlink() or not site.is_dir():
        return  # on Windows, what leads to a folder elsewhere can pass for a folder
    with suppress(OSError):
        spare.mkdir()
        for path in list(site.iterdir()):
            path.rename(spare / path.name)
    with suppress(OSError):
        spare.rmdir()  # where nothing could be kept


def not_copied(files: Manifest, old: str, new: str) -> list[str]:
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
            is_one = not folder or (
                is_there(folder.rpartition("/")[0]) and S_ISDIR(os.lstat(f"{old}/{folder}").st_mode)
            )
            if is_one and folder not in folders:
                Path(
                    f"{new}/{folder}"
                ).mkdir()  # where a link stands it cannot be made: nothing may be put through that
            needed[folder] = is_one
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
    """What is in the new folder already: where each file lies on which disk, and the folders in it, all as if made now.

    Raises:
        OSError: they cannot be; one of another account or group is not ours to change.
    """
    made = Path(new).parent.stat()
    mode |= made.st_mode & S_ISGID
    files = dict[str, tuple[int, int]]()
    todo = [""] if Path(new).is_dir() else []
    folders = {*todo}
    while todo:
        below = todo.pop()
        folder = f"{new}/{below}".rstrip("/")
        told = os.lstat(folder)
        if (told.st_uid, told.st_gid) != (made.st_uid, made.st_gid):
            raise PermissionError(EPERM, os.strerror(EPERM), folder)
        if S_IMODE(told.st_mode) != mode:
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
