"""`psychoed check`: every mistake at its place, in the form that is asked for."""

from datetime import date
from pathlib import Path

import click

from builder.again import Words, again
from builder.cli.options import CONTENT, TODAY, coloured, day_of, folder_of, tell, width
from builder.load.files import Files, read
from builder.memory.place import memory_of


@click.command()
@CONTENT
@TODAY
@click.option("--drafts", is_flag=True, help="Judge drafts as if they were to be published.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "todo", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="text to read, todo to hand out, the others for programs.",
)
@click.option("--colour/--no-colour", default=None, help="Colour, or none. Without either: as the terminal can.")
def check(content: Path, today: str | None, drafts: bool, form: str, colour: bool | None) -> int:
    """Check the content and name every mistake at its place."""
    memory, files = memory_of(content.resolve().parent), read(content)
    day, painted, folder, columns = day_of(today, content), coloured(colour), folder_of(content), width()
    said, code = again(
        memory / f"said-{form}.json",
        files,
        (day, drafts, form, painted, folder, columns),
        lambda: _said(files, day, drafts, form, painted, folder, columns, memory),
    )
    click.echo(said, color=painted)
    return code


def _said(
    files: Files, day: date, drafts: bool, form: str, colour: bool, folder: str, columns: int, memory: Path
) -> Words:
    from builder import pipeline
    from builder.diagnostics.as_github import as_github
    from builder.diagnostics.as_json import as_json
    from builder.diagnostics.as_sarif import as_sarif
    from builder.diagnostics.as_todo import as_todo
    from builder.diagnostics.text import as_text

    checked = pipeline.check(files, day, drafts=drafts, memory=memory, tell=tell)
    report = checked.report
    match form:
        case "json":
            said = as_json(report, folder)
        case "sarif":
            said = as_sarif(report, folder, pipeline.codes())
        case "github":
            said = as_github(report, folder)
        case "todo":
            said = as_todo(report, folder, checked.library.people)
        case _:
            said = as_text(report, folder, columns, colour)
    return said, int(report.has_errors)
