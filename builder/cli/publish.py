"""`psychoed build` and `serve`: the site."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from builder import pipeline
from builder.cli.options import CONTENT, TODAY, coloured, day_of, folder_of, tell, width
from builder.clock import today_by_clock
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.text import as_text
from builder.load.files import need
from builder.model.page import Publication
from builder.model.precheck import Precheck
from builder.previewing import Previews

ENGINE = click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="What builds the pages.",
)
"""Which engine."""


@click.command()
@CONTENT
@TODAY
@ENGINE
@click.option("--afresh", is_flag=True, help="Make every page anew, in one run of the engine: slower, the same bytes.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Where the site goes."
)
def build(content: Path, today: str | None, engine: str, afresh: bool, out: Path) -> int:
    """Check the content, then write the site with its files."""
    started = time.monotonic()
    built = pipeline.build(project_of(content), out, engine, day_of(today, content), tell, afresh)
    if built.unchanged:
        click.echo(f"Nothing has changed since the site in {out} was built, so it was left as it is.")
        return 0
    if built.publication is None:
        show(built.report, content)
        click.echo(f"Nothing was built. {out} is as it was.")
        return 1
    click.echo("\n".join(_closing(built.report, built.publication.precheck)))
    pages, seconds = len(built.publication.pages), time.monotonic() - started
    kept = f" ({pages - built.made} are as they were)" if built.made < pages else ""
    click.echo(f"Built {pages} pages{kept} and {built.files} files to carry away in {seconds:.1f} s.")
    warn_of_address(built.publication)
    click.echo(f"The site lies in {out}. Open {out / 'index.html'} in a browser, or run: psychoed serve")
    return 0


@click.command()
@CONTENT
@ENGINE
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this machine.")
def serve(content: Path, engine: str, port: int) -> int:
    """Show the site here with its drafts and what is still to mend, and follow every change."""
    from builder.serve import serve as run

    need(content)
    project = project_of(content)
    previews = Previews(project, engine, tell, lambda: today_by_clock(content))
    with closing(previews):
        run(previews, (content, project.theme), port, click.echo, lambda report, before: show(report, content, before))
    return 0


def project_of(content: Path) -> pipeline.Project:
    """The project of a content folder: what lies beside it."""
    return pipeline.Project(content.resolve().parent, content)


def show(report: Report, content: Path, before: Report | None = None) -> None:
    """Say what was found, and of the report before it only what is new."""
    colour = coloured(None)
    click.echo(as_text(report, folder_of(content), width(), colour, before), color=colour)


def _closing(report: Report, precheck: Precheck) -> Iterator[str]:
    """What was decided by code, what was answered by a person, what is open."""
    warnings = report.count("warning")
    yield f"Pre-check, decided by code: {precheck.rules} rules, {report.count('error')} errors, {warnings} warnings."
    yield f"Answered by a person: {precheck.signed} of {precheck.topics} topics have a signature that holds."
    yield f"Open, for a person: {report.count('person')}. For each: psychoed check"


def warn_of_address(publication: Publication) -> None:
    """Say where printed links would lead nowhere."""
    if not publication.has_real_address:
        click.echo(
            f"Note: {publication.base_address} is a reserved example name. Set base_address in publisher.yml before you print links."
        )
