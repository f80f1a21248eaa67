"""A number of modules in, all that is measured at that size out: data, in one run, tools taking turns."""

import gzip
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from bench.library import ROOT, write_library
from bench.pdf import compare
from bench.site import stage_only
from bench.took import Took, took
from bench.tools import FULL, OURS, Missing, Tool, clear, ours, peers

ONE_PAGE = "co-regulation/index.html"
"""In a library of any size, and the same words in each."""

FULL_UP_TO = 1_000
PAPER_AT = 30
EDITS = 3
"""An edit is seldom the first: what the one before it left is there for the next. The figure is that in the middle."""
LONG = 60
"""Of a tool whose edit takes so many seconds, one is enough."""
LIMIT = 7
"""What takes so many times as long as our cold build is stopped, and shown as "over": we want less than 0.15 of it."""

Row = dict[str, Any]


def measure(modules: int, rounds: int) -> Row:
    """Make a library, let each tool build it, look at what came out."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as name:
        project = Path(name)
        write_library(project, modules)
        stage_only(project / "content", project / "staged")
        others = peers(project / "staged", project, full=modules <= FULL_UP_TO)
        tools = [*ours(project, whole=modules == PAPER_AT), *(one for one in others if isinstance(one, Tool))]
        runs: dict[str, dict[str, list[Took]]] = {tool.name: {} for tool in tools}
        for turn in range(rounds):
            for tool in tools:
                limit = LIMIT * _slowest(runs[OURS].get("cold", ())) if tool.name == FULL else None
                for kind, one in _turn(tool, turn, limit):
                    runs[tool.name].setdefault(kind, []).append(one)
        told = {tool.name: _told(runs[tool.name], tool) for tool in tools}
        missing = {one.name: {"missing": one.why} for one in others if isinstance(one, Missing)}
        search = searched(project / "ours")
        for tool in tools:
            tool.forget()
        clear()
    printed = compare(modules, rounds) if modules == PAPER_AT else {}
    return {"modules": modules, "rounds": rounds, "tools": {**told, **missing}, "search": search, "printed": printed}


def searched(site: Path) -> Row:
    """What the first search costs there, in a real browser."""
    from bench.search_growth import first_results, two_words

    costs, seconds = first_results(site, two_words(20), 8)
    return {
        "queries": len(costs), "kb": median(costs) / 1e3, "kb_most": max(costs) / 1e3,
        "slow_queries": len(seconds), "seconds": median(seconds), "seconds_most": max(seconds),
    }  # fmt: skip


def _turn(tool: Tool, number: int, limit: float | None) -> Iterator[tuple[str, Took]]:
    """One cold run; of a tool that keeps something, one with nothing changed and some that each come after an edit of a module."""
    tool.forget()
    cold = took(tool.command, ROOT, limit)
    yield "cold", cold
    if tool.edit and not cold.stopped:
        yield "same", took(tool.command, ROOT)
        for edit in range(EDITS):
            tool.edit(EDITS * number + edit)
            one = took(tool.command, ROOT)
            yield "edit", one
            if one.seconds > LONG:
                return


def _slowest(runs: Any) -> float:
    return max((one.seconds for one in runs), default=60.0)


def _told(runs: dict[str, list[Took]], tool: Tool) -> Row:
    every = [one for kind in runs.values() for one in kind]
    row: Row = {kind: median(one.seconds for one in taken) for kind, taken in runs.items()}
    row |= {"mib": max(one.mib for one in every), "stopped": any(one.stopped for one in every)}
    return row if tool.out is None or row["stopped"] else row | _left(tool.out, tool.index)


def _left(out: Path, index: str) -> Row:
    """What a tool left: pages, bytes, one page, and what its search loads."""
    sizes = {path: path.stat().st_size for path in out.rglob("*") if path.is_file()}
    found = [path.read_bytes() for path in out.glob(index)] if index else []
    return {
        "pages": sum(path.suffix == ".html" for path in sizes), "bytes": sum(sizes.values()), "files": len(sizes),
        "page_bytes": sizes.get(out / ONE_PAGE, 0),
        "index_bytes": sum(map(len, found)), "index_zipped": sum(len(gzip.compress(one, 6, mtime=0)) for one in found),
    }  # fmt: skip
