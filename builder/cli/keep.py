"""`psychoed release`, `move`, `retire` and `redirects`: what was once published never leads nowhere."""

from functools import partial
from pathlib import Path

import click

from builder import keeping
from builder.cli.options import CONTENT, TODAY, day_of

_WRITE = partial(click.option, "--write", is_flag=True, help="Write it. Without this, only say what would change.")


@click.command()
@CONTENT
@TODAY
@_WRITE()
@click.option("--says", multiple=True, metavar="SENTENCE", help="What is new, for readers. Can be given again.")
def release(content: Path, today: str | None, write: bool, says: tuple[str, ...]) -> int:
    """Record every address, anchor and file of this version in the ledger."""
    told = keeping.release(content, says, day_of(today, content), write)
    if not told:
        click.echo("This version is in the ledger already, and nothing has changed since.")
    return _close(told, write) if told else 0


@click.command()
@CONTENT
@TODAY
@_WRITE()
@click.argument("old")
@click.argument("new")
def move(content: Path, today: str | None, write: bool, old: str, new: str) -> int:
    """Move a module, a page, a part of a page or a file, so that old links still arrive.

    OLD and NEW are a module's id, or places such as co-regulation#babies, co-regulation/practice#hum or m/coreg.
    """
    return _close(keeping.move(content, old, new, day_of(today, content), write), write)


@click.command()
@CONTENT
@TODAY
@_WRITE()
@click.argument("place")
@click.option("--why", required=True, help="One sentence for whoever comes here.")
@click.option("--instead", default="", help="What to read instead.")
def retire(content: Path, today: str | None, write: bool, place: str, why: str, instead: str) -> int:
    """Take a module back, or say of a place that it is gone: with the reason, and what to read instead."""
    return _close(keeping.retire(content, place, why, instead, day_of(today, content), write), write)


@click.group()
def redirects() -> None:
    """Look after everything that has moved."""


@redirects.command()
@CONTENT
@TODAY
def check(content: Path, today: str | None) -> int:
    """Name every fault of the ledger at its line, and count what it holds."""
    faults, counted = keeping.redirects(content, day_of(today, content))
    click.echo("\n".join((*faults, counted)))
    return int(bool(faults))


def _close(says: tuple[str, ...], write: bool) -> int:
    click.echo("\n".join(says))
    click.echo("Written." if write else "Nothing was written. To write it, give the command again with --write.")
    return 0
