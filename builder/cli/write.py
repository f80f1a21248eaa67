"""`psychoed new`, `rules`, `explain` and `schema`: what helps somebody who writes."""

from pathlib import Path

import click

from builder import authoring, pipeline
from builder.cli.options import CONTENT
from builder.diagnostics.catalogue import listed, listed_as_json


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="As words, or data.",
)
def rules(form: str) -> int:
    """List every rule with its family, its weight and its source."""
    click.echo(listed_as_json(pipeline.codes()) if form == "json" else listed(pipeline.codes()))
    return 0


@click.command()
@click.argument("code")
def explain(code: str) -> int:
    """Explain a rule by its code, such as EVI001."""
    click.echo(authoring.explanation(code))
    return 0


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("schema"), show_default=True, help="Where they go."
)
def schema(out: Path) -> int:
    """Write the JSON Schemas for editors such as VS Code."""
    names = authoring.write_schemas(out)
    click.echo(f"Wrote {', '.join(names)} to {out}.")
    return 0


@click.group()
def new() -> None:
    """Start something new."""


@new.command()
@CONTENT
@click.argument("module_id")
@click.option("--title", help="The topic's name. Without it, made from the id.")
def module(content: Path, module_id: str, title: str | None) -> int:
    """Write the files of a new module, a draft that passes the check."""
    folder = authoring.new_module(content, module_id, title or module_id.replace("-", " ").capitalize())
    click.echo(f"Wrote a draft to {folder}. Fill it in, then run: psychoed check")
    return 0
