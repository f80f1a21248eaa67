"""What several commands share: their options, how these are read, and what the terminal can."""

import os
import shutil
import sys
from datetime import date, datetime
from pathlib import Path

import click

from builder.clock import today_by_clock
from builder.diagnostics.errors import BuilderError

CONTENT = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="The content folder."
)
TODAY = click.option("--today", metavar="YYYY-MM-DD", help="Judge reviews and checks as on this day.")


WIDEST = 100
"""Longer lines are hard to follow."""


def day_of(words: str | None, content: Path | None = None) -> date:
    """The day that somebody typed; without words, today by this machine's clock.

    Raises:
        BuilderError: there is no such day, or the content knows that the clock is wrong.
    """
    try:
        if words:
            return datetime.strptime(words, "%Y-%m-%d").date()
    except ValueError:
        raise BuilderError(f"{words} is not a day.", "Write it as 2026-11-24.") from None
    return today_by_clock(content)


def folder_of(content: Path) -> str:
    """The content folder as seen from here, which is how editors and GitHub look for a file."""
    try:
        return Path(os.path.relpath(content)).as_posix()
    except ValueError:
        return content.as_posix()


def width() -> int:
    """How many columns a report may have."""
    return min(WIDEST, shutil.get_terminal_size().columns)


def coloured(asked: bool | None) -> bool:
    """Whether to colour. NO_COLOR and FORCE_COLOR count where no option does (no-color.org)."""
    if asked is not None:
        return asked
    return (bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()) and not os.environ.get("NO_COLOR")


def tell(words: str) -> None:
    """Show progress, out of the way of what a program reads."""
    click.echo(f"{words} …", err=True)
