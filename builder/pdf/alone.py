"""The file of one job in, the file of its PDF out: a program for `press.py`, which takes its memory with it when it ends."""

import gc
import pickle
import sys
from pathlib import Path

from builder.pdf.press import compilers_of, made_of


def main(asked: Path, answer: Path) -> None:
    """Make the PDF that is asked for."""
    gc.disable()  # what a large file is taken apart into has no circles: to look for some is a tenth of the work
    job, root, released = pickle.loads(asked.read_bytes())
    answer.write_bytes(pickle.dumps(made_of(job, compilers_of(root)(job.style), released)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
