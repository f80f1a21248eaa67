"""Words in, exit code out: 0 clean, 1 the content has errors, 2 the call or the machine is wrong, 3 a fault of ours."""

from builder.cli.main import commands, main

__all__ = ["commands", "main"]
