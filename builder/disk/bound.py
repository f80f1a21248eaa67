"""A process that another one started in, one that ends with it out, so that nothing works on for a run that was killed."""

import ctypes
import signal
import sys

_ON_THE_PARENTS_END = 1


def end_with_parent() -> None:
    """Have the system end this process as soon as the one that started it is gone. Only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ON_THE_PARENTS_END, signal.SIGKILL)
