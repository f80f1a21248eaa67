"""Zensical: the engine that succeeds MkDocs."""

from builder.site.engine import PYTHON, Engine

ZENSICAL = Engine(
    "Zensical",
    "zensical",
    lambda config: [*PYTHON, "zensical", "build", "--strict", "--clean", "--config-file", str(config)],
)
"""It takes the same project as MkDocs."""
