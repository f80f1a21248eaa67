"""`psychoed doctor` and `forget`: what is wrong with the machine, and a memory emptied."""

from pathlib import Path

import click

from builder.cli.options import CONTENT
from builder.doctor import examine
from builder.memory.place import forget as emptied
from builder.model.files import size_in_words


@click.command()
@CONTENT
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Where the site goes."
)
def doctor(content: Path, out: Path) -> int:
    """Say what is wrong with this environment, and how to mend it."""
    ills = list(examine(content.resolve().parent, content, out.resolve()))
    for ill in ills:
        click.echo(f"- {ill.is_}\n  {ill.mend}")
    click.echo(f"{len(ills)} to mend." if ills else "All is well.")
    return int(bool(ills))


@click.command()
@CONTENT
def forget(content: Path) -> int:
    """Empty the memory: what was checked and made before. It costs time and nothing else."""
    size = emptied(content.resolve().parent)
    click.echo(f"Forgot {size_in_words(size)}. The next check and build do everything anew.")
    return 0
