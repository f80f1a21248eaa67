"""Nothing in, how many processors there are to work with out."""

import os


def processors() -> int:
    """How many this process may use, or where nobody knows that, how many the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
