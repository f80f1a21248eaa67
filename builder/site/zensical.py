"""Zensical: the engine that succeeds MkDocs."""

import sys

from builder.site.engine import Engine

ZENSICAL = Engine(
    "Zensical",
    "zensical",
    lambda config: [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "--config-file", str(config)],
)
"""It takes the same project as MkDocs."""
