"""Words in, exit code out: 0 clean, 1 the content has errors, 2 the call or the machine is wrong, 3 a fault of ours."""

import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click

from builder import authoring, pipeline, reviewing
from builder.diagnostics.as_github import as_github
from builder.diagnostics.as_json import as_json
from builder.diagnostics.as_sarif import as_sarif
from builder.diagnostics.as_todo import as_todo
from builder.diagnostics.catalogue import listed, listed_as_json
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.text import as_text
from builder.load.files import read
from builder.markup.day import in_words
from builder.model.page import Publication
from builder.model.precheck import Precheck
from builder.preview import Preview

_CONTENT = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="The content folder."
)
_TODAY = click.option("--today", metavar="YYYY-MM-DD", help="Judge reviews and checks as on this day.")
_ENGINE = click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="What builds the pages.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
def commands() -> None:
    """Check a psychoeducation library, and publish it."""


@commands.command()
@_CONTENT
@_TODAY
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
    memory = _project(content).memory
    checked = pipeline.check(read(content), _day(today), drafts=drafts, memory=memory, tell=_tell)
    if form == "text":
        _show(checked.report, content, colour)
    else:
        click.echo(_for_others(checked, form, _folder(content)))
    return int(checked.report.has_errors)


@commands.command()
@_CONTENT
@_TODAY
@_ENGINE
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Where the site goes."
)
def build(content: Path, today: str | None, engine: str, out: Path) -> int:
    """Check the content, then write the site with its PDFs."""
    started = time.monotonic()
    built = pipeline.build(_project(content), out, engine, _day(today), _tell)
    if built.publication is None:
        _show(built.report, content)
        click.echo(f"Nothing was built. {out} is as it was.")
        return 1
    click.echo("\n".join(_closing(built.report, built.publication.precheck)))
    pages, seconds = len(built.publication.pages), time.monotonic() - started
    click.echo(f"Built {pages} pages and {built.files} PDFs in {seconds:.1f} s.")
    _warn_of_address(built.publication)
    click.echo(f"The site lies in {out}. Open {out / 'index.html'} in a browser, or run: psychoed serve")
    return 0


@commands.command()
@_CONTENT
@_TODAY
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("pdf"), show_default=True, help="Where the PDFs go."
)
def pdf(content: Path, today: str | None, out: Path) -> int:
    """Check the content, then write only the PDFs."""
    built = pipeline.make_pdfs(_project(content), out, _day(today), _tell)
    if built.publication is None:
        _show(built.report, content)
        click.echo("No PDF was made.")
        return 1
    _warn_of_address(built.publication)
    click.echo(f"Wrote {built.files} PDFs to {out}.")
    return 0


@commands.command()
@_CONTENT
@_ENGINE
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this machine.")
def serve(content: Path, engine: str, port: int) -> int:
    """Show the site here with its drafts and what is still to mend, and follow every change."""
    from builder.serve import serve as run

    def rebuild(out: Path) -> Preview:
        preview = pipeline.preview(_project(content), out, engine, date.today(), _tell)
        _show(preview.report, content)
        return preview

    run(rebuild, (content, _project(content).theme), port, click.echo)
    return 0


@commands.command()
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


@commands.command()
@click.argument("code")
def explain(code: str) -> int:
    """Explain a rule by its code, such as EVI001."""
    click.echo(authoring.explanation(code))
    return 0


@commands.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("schema"), show_default=True, help="Where they go."
)
def schema(out: Path) -> int:
    """Write the JSON Schemas for editors such as VS Code."""
    names = authoring.write_schemas(out)
    click.echo(f"Wrote {', '.join(names)} to {out}.")
    return 0


@commands.command()
@_CONTENT
@_TODAY
@click.option("--until", metavar="YYYY-MM-DD", help="Up to this day. Without it, the end of this quarter.")
def due(content: Path, today: str | None, until: str | None) -> int:
    """List what is overdue and what falls due: reviews, numbers, evidence, waivers."""
    day = _day(today)
    click.echo(reviewing.falls_due(content, day, _day(until) if until else reviewing.end_of_quarter(day)))
    return 0


@commands.group()
def review() -> None:
    """Ask a clinician about a module, and sign it."""


@review.command()
@_CONTENT
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
@_CONTENT
@_TODAY
@click.argument("module_id", metavar="MODULE")
@click.option("--by", required=True, help="The reviewer's id in people.yml.")
@click.option("--answers", type=click.Path(path_type=Path), required=True, help="The form, filled in.")
@click.option("--role", default="", help="As what they reviewed it. Without it, their credential.")
@click.option("--next", "until", metavar="YYYY-MM-DD", help="Next review. Without it, as late as the policy allows.")
def sign(content: Path, today: str | None, module_id: str, by: str, answers: Path, role: str, until: str | None) -> int:
    """Write a clinician's signature, with their answers, into module.yml."""
    next_day = _day(until) if until else None
    signed = reviewing.sign(content, module_id, by, answers, role, _day(today), next_day)
    click.echo(f"{module_id} is signed by {by} on {in_words(signed.on)}. Next review by {in_words(signed.next)}.")
    click.echo("The signature holds for exactly these words. When they change, the page and the check say so.")
    return 0


@commands.group()
def new() -> None:
    """Start something new."""


@new.command()
@_CONTENT
@click.argument("module_id")
@click.option("--title", help="The topic's name. Without it, made from the id.")
def module(content: Path, module_id: str, title: str | None) -> int:
    """Write the files of a new module, a draft that passes the check."""
    folder = authoring.new_module(content, module_id, title or module_id.replace("-", " ").capitalize())
    click.echo(f"Wrote a draft to {folder}. Fill it in, then run: psychoed check")
    return 0


def main() -> NoReturn:
    """Run one command and leave with its exit code."""
    try:
        code = commands.main(standalone_mode=False)
    except BuilderError as error:
        click.echo(f"{error}\n{error.mend}".rstrip(), err=True)
        code = 2
    except click.ClickException as error:
        error.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = 2
    except Exception:
        with tempfile.NamedTemporaryFile(
            "w", prefix="psychoed-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            traceback.print_exc(file=file)
        click.echo(
            "This is a fault of psychoed, not of your content. Nothing of yours was changed.\n"
            f"What happened is written in {file.name}. Please send it to whoever keeps psychoed.",
            err=True,
        )
        code = 3
    sys.exit(code if isinstance(code, int) else 0)


def _day(words: str | None) -> date:
    try:
        return datetime.strptime(words, "%Y-%m-%d").date() if words else date.today()
    except ValueError:
        raise BuilderError(f"{words} is not a day.", "Write it as 2026-11-24.") from None


def _project(content: Path) -> pipeline.Project:
    return pipeline.Project(content.resolve().parent, content)


def _tell(words: str) -> None:
    click.echo(f"{words} …", err=True)


def _folder(content: Path) -> str:
    """The content folder as seen from here, which is how editors and GitHub look for a file."""
    try:
        return Path(os.path.relpath(content)).as_posix()
    except ValueError:
        return content.as_posix()


def _for_others(checked: pipeline.Checked, form: str, folder: str) -> str:
    match form:
        case "json":
            return as_json(checked.report, folder)
        case "sarif":
            return as_sarif(checked.report, folder, pipeline.codes())
        case "github":
            return as_github(checked.report, folder)
        case _:
            return as_todo(checked.report, folder, checked.library.people)


def _show(report: Report, content: Path, colour: bool | None = None) -> None:
    """Print a report. NO_COLOR and FORCE_COLOR count where no option does (no-color.org)."""
    if colour is None:
        forced = bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
        colour = forced and not os.environ.get("NO_COLOR")
    width = min(100, shutil.get_terminal_size().columns)
    click.echo(as_text(report, _folder(content), width, colour), color=colour)


def _brief(report: Report) -> str:
    people, warnings = report.count("person"), report.count("warning")
    words = f"0 errors, {warnings} warnings; {people} that only a person can clear."
    return f"{words} For each: psychoed check" if people or warnings else words


def _closing(report: Report, precheck: Precheck) -> Iterator[str]:
    """What was decided by code, what was answered by a person, what is open."""
    warnings = report.count("warning")
    yield f"Pre-check, decided by code: {precheck.rules} rules, {report.count('error')} errors, {warnings} warnings."
    yield f"Answered by a person: {precheck.signed} of {precheck.topics} topics have a signature that holds."
    yield f"Open, for a person: {report.count('person')}. For each: psychoed check"


def _warn_of_address(publication: Publication) -> None:
    if not publication.has_real_address:
        click.echo(
            f"Note: {publication.base_address} is a reserved example name. Set base_address in library.yml before you print links."
        )


if __name__ == "__main__":
    main()
