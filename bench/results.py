"""Measured rows in, a report in Markdown out: a table of all tools, a table of what is only ours, and what was asked for."""

from collections.abc import Iterator
from typing import Any

from bench.tools import CHECK, FULL, HUGO, OURS, PEERS, PLAIN, WHOLE

Row = dict[str, Any]
NONE = "–"

HEAD = (
    "Modules", "What", "Cold build", "ratio", "Nothing changed", "ratio", "One module edited", "ratio",
    "Most memory", "Pages", "Bytes a page", "One page", "Search index (zipped)",
)  # fmt: skip


def report(found: Row) -> str:
    """The whole page."""
    versions = ", ".join(f"{name} {number}" for name, number in found["versions"].items())
    return "\n".join(
        (
            f"# Speed and growth, {found['date']}",
            "",
            f"{found['machine']}. {versions}.",
            "",
            f"Ratios are to the cold build of {PLAIN}, on the same pages in the same run. The seconds are medians of "
            "whole processes, of so many rounds as the column of rounds says, the tools taking turns; of an edit, of three one after "
            "another in each round, but of one where that took more than a minute. MkDocs and Hugo start "
            "over at each build: what they take with nothing changed is their cold build. Memory is that of all "
            "processes of a run together.",
            "",
            f"{OURS} is timed as `psychoed build` without files to carry away, which no peer makes. In it: "
            f"{found['is_in']}. Left out: {found['is_out']}. It sets the bodies of pages by itself and hands MkDocs "
            "those; the peers get the Markdown of the same pages, as MkDocs does from `psychoed build --afresh`.",
            "",
            f"![Seconds against modules, and ratios of warm builds]({found['plot']})",
            "",
            *_table(HEAD, [cells for size in found["sizes"] for cells in _rows(size)]),
            "",
            "## Search, first result",
            "",
            "Two words typed into our search: all bytes on the wire after the page, and the time from touch to result "
            "on a processor slowed four times, at 1.6 Mbit/s and 150 ms. Material and Zensical load their whole index "
            "(the last column above) before the first result; the small theme for Hugo has no search.",
            "",
            *_table(
                ("Modules", "Bytes, median", "Bytes, most", "Seconds, median", "Seconds, most", "Rounds of builds"),
                [_search(size) for size in found["sizes"]],
            ),
            "",
            "## PDFs of the modules, one core",
            "",
            "The same words, each engine from what it reads best; ratio to WeasyPrint.",
            "",
            *_table(
                ("Modules", "Engine", "A document", "ratio", "Most memory", "Size", "Judged"),
                [cells for size in found["sizes"] for cells in _printed(size)],
            ),
            "",
            "## What was asked for",
            "",
            *_table(("Asked", "Limit", "Measured", ""), list(_verdicts(found["sizes"]))),
            "",
        )
    )


def verdicts(sizes: list[Row]) -> Iterator[tuple[str, float, float | None]]:
    """Each thing that was asked for: in words, at most how much, and how much it is. Nothing where it was not measured."""
    by = {size["modules"]: size["tools"] for size in sizes}
    at, large = by.get(1000, {}), by.get(3000, {})
    plain, full, hugo = _cold(at, PLAIN), _cold(at, FULL), _cold(at, HUGO)
    yield "Cold build at 1,000, to MkDocs with a small nav", 0.6, _ratio(_cold(at, OURS), plain)
    yield "Cold build at 1,000, to MkDocs with a full nav", 0.15, _ratio(_cold(at, OURS), full)
    yield "One module edited at 1,000, to MkDocs with a small nav", 0.06, _ratio(_took(at, OURS, "edit"), plain)
    yield "One module edited at 3,000, the same", 0.03, _ratio(_took(large, OURS, "edit"), _cold(large, PLAIN))
    yield "Nothing changed at 1,000, to MkDocs with a small nav", 0.05, _ratio(_took(at, OURS, "same"), plain)
    yield "One module edited at 1,000, to Hugo's build", 1.0, _ratio(_took(at, OURS, "edit"), hugo)
    yield "Nothing changed at 1,000, to Hugo's build", 1.0, _ratio(_took(at, OURS, "same"), hugo)
    yield "Growth of the cold build from 1,000 to 3,000", 3.3, _ratio(_cold(large, OURS), _cold(at, OURS))
    ours = [size["tools"][OURS] for size in sizes if "missing" not in size["tools"][OURS]]
    pages = [one["page_bytes"] for one in ours]
    yield "One page's HTML, largest to smallest", 1.01, _spread(pages)
    yield "Output bytes a page, largest to smallest", 1.1, _spread([one["bytes"] / one["pages"] for one in ours])
    yield "Most memory at 3,000, in MB", 600, large[OURS]["mib"] * 2**20 / 1e6 if large else None


def _verdicts(sizes: list[Row]) -> Iterator[tuple[str, ...]]:
    for asked, limit, got in verdicts(sizes):
        said = "not measured" if got is None else ("holds" if got <= limit else "does not hold")
        yield asked, f"{limit:g}", NONE if got is None else f"{got:.3g}", said


def _rows(size: Row) -> Iterator[tuple[str, ...]]:
    base = _cold(size["tools"], PLAIN)
    for name in (OURS, *PEERS, CHECK, WHOLE):
        one = size["tools"].get(name)
        if one is None:
            continue
        if "missing" in one:
            yield (f"{size['modules']:,}", name, one["missing"], *[NONE] * (len(HEAD) - 3))
            continue
        more = "over " if one["stopped"] else ""
        cells = [f"{size['modules']:,}", name]
        for kind in ("cold", "same", "edit"):
            got, ratio = one.get(kind), _ratio(one.get(kind), base)
            cells += [f"{more}{got:.2f} s" if got else NONE, f"{more}{ratio:.3f}" if ratio else NONE]
        cells += [f"{one['mib']:.0f} MiB", *_left(one)]
        yield tuple(cells)


def _left(one: Row) -> tuple[str, ...]:
    if "pages" not in one:
        return (NONE,) * 4
    index = f"{one['index_bytes'] / 1e6:.2f} MB ({one['index_zipped'] / 1e3:.0f} kB)" if one["index_bytes"] else NONE
    return f"{one['pages']:,}", f"{one['bytes'] / one['pages']:,.0f}", f"{one['page_bytes']:,}", index


def _search(size: Row) -> tuple[str, ...]:
    one = size["search"]
    kb, seconds = (
        (f"{one['kb']:.1f} kB", f"{one['kb_most']:.1f} kB"),
        (f"{one['seconds']:.2f}", f"{one['seconds_most']:.2f}"),
    )
    return f"{size['modules']:,}", *kb, *seconds, str(size["rounds"])  # fmt: skip


def _printed(size: Row) -> Iterator[tuple[str, ...]]:
    for name, one in size["printed"].items():
        numbers = (f"{one['seconds']:.3f} s", f"{one['ratio']:.3f}", f"{one['mib']:.0f} MiB", f"{one['kb']:.1f} kB")
        yield f"{size['modules']:,}", name, *numbers, one["judged"]
    if size["printed"] and "weasyprint" not in size["printed"]:
        yield f"{size['modules']:,}", "weasyprint", "not installed: make bench gets it", *[NONE] * 4


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    for cells in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cells)} |"


def _took(tools: Row, name: str, kind: str) -> float | None:
    value: float | None = tools.get(name, {}).get(kind)
    return value


def _cold(tools: Row, name: str) -> float | None:
    return _took(tools, name, "cold")


def _ratio(one: float | None, other: float | None) -> float | None:
    return one / other if one and other else None


def _spread(values: list[float]) -> float | None:
    return max(values) / min(values) if len(values) > 1 else None
