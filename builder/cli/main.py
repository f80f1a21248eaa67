"""The command and its name for every deed. A deed is only loaded when it is asked for: most of a short check is loading."""

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from builder.cli.ending import code_of

DEEDS = {
    "check": "check", "build": "publish", "serve": "publish", "pdf": "take", "epub": "take", "text": "take",
    "bundle": "take", "packet": "take", "due": "review", "review": "review",
    "release": "keep", "move": "keep", "retire": "keep", "redirects": "keep", "new": "write", "rules": "write", "explain": "write", "schema": "write",
    "doctor": "mend", "forget": "mend",
}  # fmt: skip
"""Every command, and the file of this room that has it."""


class _Deeds(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(DEEDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in DEEDS:
            return None
        deed = getattr(import_module(f"builder.cli.{DEEDS[cmd_name]}"), cmd_name)
        assert isinstance(deed, click.Command)
        return deed


@click.group(cls=_Deeds, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
def commands() -> None:
    """Check a psychoeducation library, and publish it."""


def main() -> NoReturn:
    """Run one command and leave with its exit code."""
    _be_heard()
    gc.disable()  # it looks at millions of values that stay, for a fifth of the time of a build
    code = code_of(lambda: commands.main(prog_name="psychoed", standalone_mode=False))
    leave(code)


def leave(code: int) -> NoReturn:
    """Leave with this code and with all words said, and let the system have the memory back as a whole: Python would take each
    value of a large library apart for half a second."""
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


def _be_heard() -> None:
    """Let a letter that the terminal has not be a question mark, and words for nobody go nowhere: neither is a fault."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # it was closed, and its number would be that of the next file
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
