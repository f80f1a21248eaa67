"""`psychoed due` and `psychoed review`: what only people can do, and by when."""

from datetime import date
from pathlib import Path

import click

from builder import pipeline, reviewing
from builder.cli.options import CONTENT, TODAY, day_of
from builder.diagnostics.errors import BuilderError
from builder.markup.day import in_words


@click.command()
@CONTENT
@TODAY
@click.option("--until", metavar="YYYY-MM-DD", help="Up to this day. Without it, the end of this quarter.")
def due(content: Path, today: str | None, until: str | None) -> int:
    """List what is overdue and what falls due: reviews, numbers, evidence, waivers."""
    day = day_of(today, content)
    click.echo(reviewing.falls_due(content, day, day_of(until) if until else reviewing.end_of_quarter(day)))
    return 0


@click.group()
def review() -> None:
    """Ask a clinician about a module, and sign it."""


@review.command()
@CONTENT
@click.argument("module_id", metavar="MODULE")
@click.option("--out", type=click.Path(path_type=Path), help="Write the form to this file, which is not there yet.")
def ask(content: Path, module_id: str, out: Path | None) -> int:
    """Print the questions that no machine can answer, as a form."""
    form = reviewing.ask(content, module_id)
    if out is None:
        click.echo(form, nl=False)
        return 0
    if out.exists():
        raise BuilderError(f"There is already something at {out}.", "It may hold answers. Choose another name.")
    pipeline.write(out, form.encode())
    click.echo(f"Wrote the questions to {out}. Fill it in, then run: psychoed review sign {module_id}")
    return 0


@review.command()
@CONTENT
@TODAY
@click.argument("module_id", metavar="MODULE")
@click.option("--by", required=True, help="The reviewer's id in people.yml.")
@click.option("--answers", type=click.Path(path_type=Path), required=True, help="The form, filled in.")
@click.option("--role", default="", help="As what they reviewed it. Without it, their credential.")
@click.option("--next", "until", metavar="YYYY-MM-DD", help="Next review. Without it, as late as the policy allows.")
def sign(content: Path, today: str | None, module_id: str, by: str, answers: Path, role: str, until: str | None) -> int:
    """Write a clinician's signature, with their answers, into module.yml."""
    day, next_day = day_of(today, content), day_of(until) if until else None
    if day > date.today():
        raise BuilderError(
            "Nobody can sign on a day that is still to come.", "Leave --today out, or name an earlier day."
        )
    signed = reviewing.sign(content, module_id, by, answers, role, day, next_day)
    click.echo(f"{module_id} is signed by {by} on {in_words(signed.on)}. Next review by {in_words(signed.next)}.")
    if noes := len(signed.noes):
        click.echo(f"It says no {noes} of {len(signed.answers)} times, and the page says so. For each: psychoed check")
    click.echo("The signature holds for exactly these words. When they change, the page and the check say so.")
    return 0
