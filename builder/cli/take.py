"""`psychoed pdf`, `packet`, `epub`, `text` and `bundle`: what people carry away."""

from functools import partial
from pathlib import Path

import click

from builder import taking
from builder.cli.options import CONTENT, TODAY, day_of, tell
from builder.cli.publish import ENGINE, project_of, show, warn_of_address
from builder.model.files import STYLES, size_in_words
from builder.model.page import Added

_PAPERS = {"a4": "a4", "us-letter": "letter"}
_SIZES = {False: "normal", True: "large"}
_MODULES = click.argument("modules", metavar="[MODULE]...", nargs=-1)


_OUT = partial(click.option, "--out", type=click.Path(path_type=Path), show_default=True, help="The folder for them.")


@click.command()
@CONTENT
@TODAY
@_OUT(default=Path("pdf"))
@click.option(
    "--paper", type=click.Choice(["a4", "letter", "both"]), default="a4", show_default=True, help="Size of the paper."
)
@click.option(
    "--size", type=click.Choice(["normal", "large", "both"]), default="normal", show_default=True, help="Size of print."
)
@_MODULES
def pdf(content: Path, today: str | None, out: Path, paper: str, size: str, modules: tuple[str, ...]) -> int:
    """Write PDFs: of these modules, or of all with the book."""
    styles = [
        style for style in STYLES if paper in (_PAPERS[style.paper], "both") and size in (_SIZES[style.large], "both")
    ]
    taken = taking.pdfs(project_of(content), out, day_of(today, content), tell, modules, styles)
    return _close(taken, content, "PDF")


@click.command()
@CONTENT
@TODAY
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default=Path("packet.pdf"),
    show_default=True,
    help="The file, ending in .pdf, or a folder for it.",
)
@click.option("--name", default="", help="Your own name or that of your clinic, for the first page.")
@click.option("--telephone", default="", help="Your own telephone number.")
@click.option("--note", default="", help="A line of your own.")
@click.option(
    "--paper", type=click.Choice([*_PAPERS.values()]), default="a4", show_default=True, help="Size of the paper."
)
@click.option(
    "--size", type=click.Choice([*_SIZES.values()]), default="normal", show_default=True, help="Size of print."
)
@click.argument("pages", metavar="PAGE...", nargs=-1, required=True)
def packet(
    content: Path,
    today: str | None,
    out: Path,
    name: str,
    telephone: str,
    note: str,
    paper: str,
    size: str,
    pages: tuple[str, ...],
) -> int:
    """Write one PDF of several pages, or of a ready-made packet.

    A page is a topic by its id or code, alone or with /practice, /handout or /clinicians. Your own lines stand on the
    first page, and it says that they are yours. The words of the pages stay as they are.
    """
    style = next(one for one in STYLES if _PAPERS[one.paper] == paper and _SIZES[one.large] == size)
    own = Added(*(" ".join(words.split()) for words in (name, telephone, note)))
    return _close(
        taking.packet(project_of(content), out, day_of(today, content), tell, pages, own, style), content, "PDF"
    )


@click.command()
@CONTENT
@TODAY
@_OUT(default=Path("epub"))
@_MODULES
def epub(content: Path, today: str | None, out: Path, modules: tuple[str, ...]) -> int:
    """Write EPUBs: of these modules, or of all with the book."""
    return _close(taking.epubs(project_of(content), out, day_of(today, content), tell, modules), content, "EPUB")


@click.command()
@CONTENT
@TODAY
@_OUT(default=Path("text"))
@_MODULES
def text(content: Path, today: str | None, out: Path, modules: tuple[str, ...]) -> int:
    """Write plain text: of these modules, or of all with the book."""
    return _close(taking.texts(project_of(content), out, day_of(today, content), tell, modules), content, "text")


@click.command()
@CONTENT
@TODAY
@ENGINE
@click.option("--out", type=click.Path(path_type=Path), help="The file, ending in .zip, or a folder for it.")
def bundle(content: Path, today: str | None, engine: str, out: Path | None) -> int:
    """Write one zip for a stick: the site, search included, and all files."""
    taken = taking.bundle(project_of(content), out, engine, day_of(today, content), tell)
    code = _close(taken, content, "zip")
    if code == 0:
        click.echo("Unpack it onto a stick and open START-HERE.html there. It needs no network.")
    return code


def _close(taken: taking.Taken, content: Path, kind: str) -> int:
    if taken.publication is None:
        show(taken.report, content)
        click.echo(f"No {kind} was made.")
        return 1
    warn_of_address(taken.publication)
    number, size = len(taken.sizes), size_in_words(sum(taken.sizes))
    what = f"{number} {kind}{'' if number == 1 else 's'}"
    click.echo(f"Wrote {what} to {taken.where}, {size} in all." if number != 1 else f"Wrote {taken.where}, {size}.")
    return 0
