"""A module and its words in, the same program run out, in a process that ends with the one that started it.

So nothing works on for a run that was killed. Only Linux knows how. This file is run by its path, as `python -m` would run
the module: what is on the path of modules there stays as it was.
"""

import ctypes
import runpy
import signal
import sys
from pathlib import Path

_ON_THE_PARENTS_END = 1


def main() -> None:
    """Become the program."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ON_THE_PARENTS_END, signal.SIGKILL)
    sys.path[0] = str(Path.cwd())
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
