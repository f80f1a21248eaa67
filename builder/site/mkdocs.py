"""MkDocs with Material: the default engine."""

from builder.site.engine import PYTHON, Engine

MKDOCS = Engine(
    "MkDocs",
    "mkdocs",
    lambda config: [*PYTHON, "mkdocs", "build", "--strict", "--clean", "--config-file", str(config)],
    ("mkdocs.commands.build", "markdown.extensions.attr_list", "pymdownx.blocks.html"),
)
"""Never run it with --quiet: that disarms --strict."""
