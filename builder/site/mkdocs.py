"""MkDocs with Material: the default engine."""

from builder.site.engine import PYTHON, Engine

MKDOCS = Engine(
    "MkDocs",
    "mkdocs",
    lambda config: [*PYTHON, "mkdocs", "build", "--strict", "--clean", "--config-file", str(config)],
)
"""Never run it with --quiet: that disarms --strict."""
