"""MkDocs with Material: the default engine."""

import sys

from builder.site.engine import Engine

MKDOCS = Engine(
    "MkDocs",
    "mkdocs",
    lambda config: [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--config-file", str(config)],
)
"""Never run it with --quiet: that disarms --strict."""
