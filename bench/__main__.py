"""Measures builds at several sizes against plain MkDocs with Material, Zensical and Hugo, in one run; writes results.

Usage: python -m bench [SIZE …] [--rounds N]. Without sizes: 30, 300, 1,000 and 3,000 modules, which takes hours: 30 in
three rounds, the others in one. Writes a table, a plot and all figures to bench/results/. Needs `make bench` once, which gets the peers.
"""

import json
import os
import platform
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from bench.library import ROOT
from bench.measure import measure
from bench.results import report
from bench.site import IS_IN, IS_OUT
from bench.tools import versions

SIZES = (30, 300, 1_000, 3_000)
RESULTS = ROOT / "bench" / "results"
_PLOTTER = ROOT / ".venv-peers" / "bin" / "python"


def main(sizes: tuple[int, ...], rounds: int | None) -> None:
    """Measure each size, and write what came out after each, so that a run that is stopped leaves what it had."""
    cores, model = os.cpu_count(), _processor()
    machine = f"{cores} cores, {model}"
    name = f"{date.today()}-{re.sub(r'[^a-z0-9]+', '-', machine.lower()).strip('-')}"
    found: dict[str, Any] = {
        "date": date.today().isoformat(), "machine": machine, "versions": versions(), "is_in": IS_IN, "is_out": IS_OUT,
        "plot": f"{name}.svg", "sizes": [],
    }  # fmt: skip
    RESULTS.mkdir(exist_ok=True)
    for modules in sizes:
        print(f"{modules} modules …", file=sys.stderr)
        found["sizes"].append(measure(modules, rounds or (3 if modules < 300 else 1)))
        (RESULTS / f"{name}.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
        (RESULTS / f"{name}.md").write_text(report(found), "utf-8")
    if _PLOTTER.exists():
        plot = (str(_PLOTTER), str(ROOT / "bench" / "plot.py"))
        subprocess.run([*plot, str(RESULTS / f"{name}.json"), str(RESULTS / f"{name}.svg")], check=True)
    print(report(found))


def _processor() -> str:
    """The kind of processor, without marks and speed."""
    try:
        named = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    except OSError:
        named = None
    words = named[1] if named else platform.processor() or platform.machine()
    return re.sub(r"\s+", " ", re.sub(r"\(R\)|\(TM\)|CPU|@.*", "", words)).strip()


if __name__ == "__main__":
    words = sys.argv[1:]
    rounds = int(words[words.index("--rounds") + 1]) if "--rounds" in words else None
    asked = words[: words.index("--rounds")] if "--rounds" in words else words
    main(tuple(int(word) for word in asked) or SIZES, rounds)
