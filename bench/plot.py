"""Results as JSON in, a plot as SVG out: seconds against modules, and what a warm build takes of a cold one.

Usage: python bench/plot.py RESULTS.json PLOT.svg. Needs matplotlib alone; the same results give the same bytes.
"""

import json
import sys
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams |= {
    "svg.fonttype": "none", "svg.hashsalt": "psychoed", "font.family": "sans-serif", "font.size": 13,
    "axes.spines.top": False, "axes.spines.right": False,
}  # fmt: skip

import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.ticker import LogLocator  # noqa: E402

INK = "#737b86"
"""Grey that stands out from white and from near-black alike; lines and marks differ in shape too."""
LINES = {
    "psychoed": ("#c2701c", "o", "-", 3.0),
    "MkDocs and Material, small nav": ("#3f83b5", "s", "--", 1.8),
    "MkDocs and Material, full nav": ("#3f83b5", "^", ":", 1.8),
    "Zensical, small nav": ("#8a76b8", "D", "-.", 1.8),
    "Hugo, small nav": (INK, "v", "--", 1.8),
}
WARM = {"same": ("nothing changed", "o", "-"), "edit": ("one module edited", "s", "--")}


def draw(found: dict[str, Any], out: Path) -> None:
    """Draw both panels."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(12, 6), layout="constrained")
    sizes = found["sizes"]
    for name, (colour, mark, dashes, width) in LINES.items():
        points = [(one["modules"], run["cold"]) for one in sizes if (run := one["tools"].get(name, {})).get("cold")]
        stopped = any(one["tools"].get(name, {}).get("stopped") for one in sizes)
        label = f"{name} (last point: stopped there)" if stopped else name
        if points:
            left.plot(*zip(*points, strict=True), color=colour, marker=mark, ls=dashes, lw=width, label=label)
    left.set(xscale="log", yscale="log", title="Cold build, seconds", xlabel="modules")
    base = "MkDocs and Material, small nav"
    for kind, (words, mark, dashes) in WARM.items():
        points = [
            (one["modules"], run[kind] / one["tools"][base]["cold"])
            for one in sizes
            if (run := one["tools"]["psychoed"]).get(kind)
        ]
        if points:
            right.plot(
                *zip(*points, strict=True), color=LINES["psychoed"][0], marker=mark, ls=dashes, lw=2.5, label=words
            )
    hugo = [
        (one["modules"], run["cold"] / one["tools"][base]["cold"])
        for one in sizes
        if "cold" in (run := one["tools"]["Hugo, small nav"])
    ]
    if hugo:
        right.plot(*zip(*hugo, strict=True), color=INK, marker="v", ls=":", lw=1.8, label="Hugo, all of it each time")
    right.set(xscale="log", yscale="log", title="A build again, ratio to cold MkDocs (small nav)", xlabel="modules")
    for axes in (left, right):
        axes.set_xticks([one["modules"] for one in sizes], [f"{one['modules']:,}" for one in sizes])
        axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axes.yaxis.set_major_formatter(lambda value, _: f"{value:,g}")
        axes.minorticks_off()
        axes.grid(color=INK, alpha=0.25)
        axes.tick_params(colors=INK)
        for text in (axes.title, axes.xaxis.label):
            text.set_color(INK)
        for spine in axes.spines.values():
            spine.set_color(INK)
        axes.legend(frameon=False, labelcolor=INK, fontsize=12, loc="upper left", bbox_to_anchor=(0, -0.16))
    figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": "psychoed bench"})
    plt.close(figure)


if __name__ == "__main__":
    draw(json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2]))
