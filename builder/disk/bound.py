"""A module and its words in, the same program run out, in a process that ends with the one that started it.

So nothing works on for a run that was killed. Only Linux knows how. With WAITS before them, it loads what these words name, and
begins when somebody writes a line to it; when its input ends before, so does it. This file is run by its path, as `python -m` would run
the module: what is on the path of modules there stays as it was.
"""

import ctypes
import importlib
import runpy
import signal
import sys
from pathlib import Path

WAITS = "--waits="
"""What follows are modules, with commas between them."""

_ON_THE_PARENTS_END = 1


def main() -> None:
    """Become the program."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ON_THE_PARENTS_END, signal.SIGKILL)
    sys.path[0] = str(Path.cwd())
    del sys.argv[0]
    if sys.argv[0].startswith(WAITS):
        for module in filter(None, sys.argv.pop(0).removeprefix(WAITS).split(",")):
            importlib.import_module(module)
        if not sys.stdin.readline():
            return
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
