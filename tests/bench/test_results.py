"""The report names what is missing and what was stopped, and judges what was asked for by what was measured."""

from typing import Any

from bench.results import report, verdicts
from bench.tools import FULL, HUGO, OURS, PLAIN, ZENSICAL


def _size(modules: int, ours: float, plain: float, **others: Any) -> dict[str, Any]:
    left = {"pages": 10, "bytes": 1_000, "files": 12, "page_bytes": 100, "index_bytes": 0, "index_zipped": 0}
    mine = {"cold": ours, "same": ours / 50, "edit": ours / 20, "mib": 100.0, "stopped": False, **left}
    return {
        "modules": modules,
        "rounds": 1,
        "printed": {},
        "search": {"kb": 30.0, "kb_most": 40.0, "seconds": 1.0, "seconds_most": 2.0},
        "tools": {
            OURS: mine,
            PLAIN: {"cold": plain, "mib": 90.0, "stopped": False, **left},
            FULL: {"cold": 10 * plain, "mib": 90.0, "stopped": True},
            ZENSICAL: {"missing": "not installed: pip install zensical"},
            HUGO: {"missing": "not installed: make bench gets it"},
            **others,
        },
    }


def _found(*sizes: dict[str, Any]) -> dict[str, Any]:
    return {"date": "2026-11-26", "machine": "2 cores", "versions": {"hugo": "missing"}, "is_in": "a", "is_out": "b", "plot": "x.svg", "sizes": list(sizes)}  # fmt: skip


def test_what_is_missing_and_what_was_stopped_is_said() -> None:
    rows = [line for line in report(_found(_size(30, 1.0, 2.0))).splitlines() if line.startswith("| 30 |")]
    assert any(HUGO in row and "not installed" in row for row in rows)
    assert any(FULL in row and "over 20.00 s | over 10.000" in row for row in rows)
    assert any(OURS in row and "| 1.00 s | 0.500 | 0.02 s | 0.010 | 0.05 s | 0.025 |" in row for row in rows)


def test_each_thing_asked_for_is_held_against_what_was_measured() -> None:
    sizes = [_size(1_000, 10.0, 20.0), _size(3_000, 40.0, 80.0)]
    got = {asked: value for asked, _, value in verdicts(sizes)}
    assert got["Cold build at 1,000, to MkDocs with a small nav"] == 0.5
    assert got["Cold build at 1,000, to MkDocs with a full nav"] == 0.05
    assert got["Growth of the cold build from 1,000 to 3,000"] == 4.0
    assert got["Nothing changed at 1,000, to Hugo's build"] is None
    text = report(_found(*sizes))
    assert "| Growth of the cold build from 1,000 to 3,000 | 3.3 | 4 | does not hold |" in text
    assert "| Nothing changed at 1,000, to Hugo's build | 1 | – | not measured |" in text
