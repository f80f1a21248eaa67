"""What a machine said of a file in, what that means and how to mend it out, in plain words."""

import errno
import re
import shutil

_AGAIN = "Then give the command again."
_FULL = ("the disk is full", f"Make room on that disk, or work on another. {_AGAIN}")
_FORBIDDEN = ("this account has no right to that", f"Give yourself the right to that file and its folder. {_AGAIN}")
_MOUNTED = ("a disk of its own begins there", "Name a folder inside of it.")
_MANY = ("too many files are open", f"Close other programs, or raise the limit (ulimit -n). {_AGAIN}")
_KNOWN = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("the share of the disk that this account has is full", _FULL[1]),
    errno.EFBIG: ("no file can be so large there", f"Raise the limit (ulimit -f), or work on another disk. {_AGAIN}"),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: ("that disk can only be read", "Name a folder on a disk that can be written."),
    errno.EBUSY: _MOUNTED,
    errno.EXDEV: _MOUNTED,
    errno.EMFILE: _MANY,
    errno.ENFILE: _MANY,
    errno.ENOENT: ("it is not there, or was taken away meanwhile", f"Look at what else works there. {_AGAIN}"),
    errno.ELOOP: ("it is a link that leads elsewhere", f"Look at who made that link, and delete it. {_AGAIN}"),
    errno.EIO: ("the disk does not answer as it should", "Save what is on it, and have that disk looked at."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name."),
    errno.ENOMEM: ("there is not enough memory", f"Close other programs. {_AGAIN}"),
}
_NUMBER = re.compile(r"\[Errno (\d+)\]|os error (\d+)")


def told(error: OSError) -> tuple[str, str]:
    """What is wrong, with the file that it is about; and how to mend it."""
    number, at = error.errno, error.filename
    if isinstance(error, shutil.Error):  # it holds many, each with words alone
        at, _, words = error.args[0][0]
        number = number_in(str(words))
    why, mend = _KNOWN.get(number or 0, (error.strerror or str(error), f"Look at that file and its disk. {_AGAIN}"))
    return f"{why} ({at})." if at else f"{why}.", mend


def number_in(said: str) -> int | None:
    """The number of the trouble with a file that a program speaks of in its last words, where it does."""
    found = _NUMBER.findall(said)
    return int(found[-1][0] or found[-1][1]) if found else None


def told_of(said: str) -> tuple[str, str] | None:
    """What is wrong with the machine by the words of another program, and how to mend it; nothing where it is not that."""
    number = number_in(said)
    return _KNOWN.get(number or 0) if number != errno.ENOENT else None
