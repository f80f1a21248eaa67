"""The only place that knows the order: load, check, render, export, site. A newcomer starts to read here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder.check.rules import FAMILIES
from builder.check.run import findings_of
from builder.diagnostics.code import Code
from builder.diagnostics.codes import CODES as WAIVER_CODES
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.finding import Finding, Span
from builder.diagnostics.resolve import diagnostics_of
from builder.diagnostics.source import Source
from builder.diagnostics.waive import waive
from builder.export import Made, pdfs_of
from builder.export.codes import CODES as EXPORT_CODES
from builder.export.codes import HANDOUT_TOO_LONG, NO_SUCH_LETTER, NOT_PRINTABLE
from builder.load import CODES as LOAD_CODES
from builder.load import Loaded, load
from builder.model.page import Publication
from builder.render import publication_of
from builder.site import FileFacts, build_site

Tell = Callable[[str], None]
"""Called with a few words whenever a stage starts."""

RULES = tuple(rule for family in FAMILIES for rule in family.rules)
"""Every rule, in order."""


@dataclass(frozen=True)
class Project:
    """Where things lie: the folder of mkdocs.yml and theme/, and the content folder."""

    root: Path
    content: Path

    @property
    def theme(self) -> Path:
        """The folder of templates, styles and fonts."""
        return self.root / "theme"


@dataclass(frozen=True)
class Checked:
    """The content as it was read, and what is to be said of it."""

    loaded: Loaded
    report: Report


@dataclass(frozen=True)
class Built:
    """What a build did: its report, and unless errors forbade it what was published and how many files with it."""

    report: Report
    publication: Publication | None = None
    files: int = 0


def check(content: Path, today: date) -> Checked:
    """Read the content and ask every rule.

    Raises:
        BuilderError: the content folder is not there.
    """
    loaded = load(content)
    said = [
        (code, finding)
        for part in loaded.library.parts
        for code, finding in findings_of(part, today, RULES)
        if not loaded.concerns_stand_in(finding)
    ]
    diagnostics = diagnostics_of((*loaded.findings, *said), loaded.sources)
    sifted = waive(diagnostics, loaded.library.waivers, codes(), today, loaded.sources)
    report = Report.of(sifted.kept, len(loaded.sources), len(loaded.library.modules), len(RULES), sifted.waived)
    return Checked(loaded, report)


def build(project: Project, out: Path, engine: str, today: date, tell: Tell) -> Built:
    """Check the content, and where it has no errors write the site with its PDFs to `out`.

    Raises:
        BuilderError: the call, the theme or the engine is wrong.
    """
    report, publication, made = _set_and_print(project, today, tell)
    if publication is None:
        return Built(report)
    tell(f"Building {len(publication.pages)} pages with {engine}")
    facts = {path: FileFacts(one.pages, len(one.data)) for path, one in made.items()}
    files = {path: one.data for path, one in made.items()}
    build_site(publication, files, facts, project=project.root, out=out, engine=engine)
    return Built(report, publication, len(files))


def make_pdfs(project: Project, out: Path, today: date, tell: Tell) -> Built:
    """Check the content, and where it has no errors write only the PDFs to `out`.

    Raises:
        BuilderError: the call or the theme is wrong, or the folder cannot be written.
    """
    report, publication, made = _set_and_print(project, today, tell)
    for path, one in made.items():
        write(out / Path(path).name, one.data)
    return Built(report, publication, len(made))


def _set_and_print(project: Project, today: date, tell: Tell) -> tuple[Report, Publication | None, dict[str, Made]]:
    tell("Checking the content")
    checked = check(project.content, today)
    if checked.report.has_errors:
        return checked.report, None, {}
    tell("Setting the pages")
    publication = publication_of(checked.loaded.library, today)
    tell(f"Making {len(publication.sheets)} PDFs")
    made = pdfs_of(publication, project.theme)
    report = _printed(checked, publication, made)
    return (report, None, {}) if report.has_errors else (report, publication, made)


def codes() -> tuple[Code, ...]:
    """Every code that a report can hold, in order of the stages."""
    return (*LOAD_CODES, *(rule.code for rule in RULES), *WAIVER_CODES, *EXPORT_CODES)


def _printed(checked: Checked, publication: Publication, made: dict[str, Made]) -> Report:
    """Add what only the paper shows: a sheet that runs over, a letter that the font has not."""
    sources = checked.loaded.sources
    seen: list[tuple[Code, Finding]] = []
    for sheet in publication.sheets:
        one = made[sheet.path]
        folder = f"modules/{sheet.path.split('/')[0]}/"
        if one.unknown:
            seen.extend(_unknown_letters(one.unknown, folder, sources))
        elif one.trouble:
            message = f"{sheet.title} cannot be printed: {one.trouble}."
            seen.append((NOT_PRINTABLE, Finding(f"{folder}module.yml", (), message)))
        elif sheet.kind == "handout" and one.pages > 1:
            message = f"The one sheet of {sheet.title} runs to {one.pages} pages."
            seen.append((HANDOUT_TOO_LONG, Finding(f"{folder}module.yml", ("handout",), message, on_key=True)))
    report = checked.report
    found = diagnostics_of(seen, sources)
    return Report.of([*report.diagnostics, *found], report.files, report.modules, report.rules, report.waived)


def _unknown_letters(letters: str, folder: str, sources: Mapping[str, Source]) -> Iterator[tuple[Code, Finding]]:
    """Find each letter in the module's own files, or else in the shared ones."""
    for letter in letters:
        holding = [file for file, source in sources.items() if letter in source.text]
        own = [file for file in holding if file.startswith(folder)]
        for file in own or holding:
            line = sources[file].text[: sources[file].text.index(letter)].count("\n") + 1
            message = f"The font of the PDFs has no {letter} (U+{ord(letter):04X})."
            yield NO_SUCH_LETTER, Finding(file, Span(line, line), message, letter)


def write(path: Path, data: bytes) -> None:
    """Write one file and the folders above it.

    Raises:
        BuilderError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise BuilderError(
            f"{path} cannot be written: {error.strerror}.", "Choose another folder with --out."
        ) from error
