"""`python -m builder.cli` is `psychoed`."""

from builder.cli import main

main()
