"""Words in, exit code out: 0 clean, 1 the content has errors, 2 the call or the machine is wrong, 3 a fault of ours."""

import sys

try:
    from builder.cli.main import commands, main
except KeyboardInterrupt:  # stopped before anything was begun
    sys.exit(130)
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("builder"):
        raise
    print(
        f"The package {missing.name} is missing.\nSet the environment up again: rm -rf .venv && make site",
        file=sys.stderr,
    )
    sys.exit(2)

__all__ = ["commands", "main"]
