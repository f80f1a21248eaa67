"""A report and every PDF in, the report with what only the paper shows out: a sheet that runs over, a letter without a font."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from builder.diagnostics.code import Code
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.finding import Finding, Span
from builder.diagnostics.resolve import diagnostics_of
from builder.diagnostics.source import Source
from builder.export import Made
from builder.export.codes import HANDOUT_TOO_LONG, NO_SUCH_LETTER, NOT_PRINTABLE
from builder.model.files import Style, styled
from builder.model.packet import packet_file
from builder.model.page import Publication


def printed(
    report: Report,
    sources: Mapping[str, Source],
    publication: Publication,
    made: Mapping[str, Made],
    styles: Sequence[Style],
) -> Report:
    """Add what each PDF in `made` shows, in all of these styles."""
    seen: list[tuple[Code, Finding]] = []
    for sheet in publication.sheets:
        top, name, *_ = f"{sheet.path}/".split("/")
        own = packet_file(name) if top == "packets" else f"modules/{top}/module.yml"
        file = own if own in sources else "library.yml"
        done = [(style, made[styled(sheet.path, style)]) for style in styles]
        seen.extend(finding for _, one in done for finding in _stopped(one, sheet.title, file, sources))
        over = [f"{one.pages} sides on {style.says}" for style, one in done if one.pages > style.sides]
        if over and sheet.kind == "handout":
            message = f"The one sheet of {sheet.title} runs to {', '.join(over)}."
            seen.append((HANDOUT_TOO_LONG, Finding(file, ("handout",), message, on_key=True)))
    if publication.book and not seen:  # the book has the words of every sheet
        for book, style in product(publication.book.bound, styles):
            seen.extend(_stopped(made[styled(book.path, style)], book.title, "library.yml", sources))
    found = diagnostics_of(dict.fromkeys(seen), sources)
    return Report.of([*report.diagnostics, *found], report.files, report.modules, report.rules, report.waived)


def _stopped(one: Made, title: str, file: str, sources: Mapping[str, Source]) -> Iterator[tuple[Code, Finding]]:
    """Why a file could not be made."""
    if one.unknown:
        yield from _unknown_letters(one.unknown, file, sources)
    elif one.trouble:
        yield NOT_PRINTABLE, Finding(file, (), f"{title} cannot be printed: {one.trouble}.")


def _unknown_letters(letters: str, home: str, sources: Mapping[str, Source]) -> Iterator[tuple[Code, Finding]]:
    """Find each letter in the file that the sheet comes from and those beside it, or else in the shared ones."""
    folder = home.removesuffix("module.yml") if home != "library.yml" else ""
    for letter in letters:
        holding = [file for file, source in sources.items() if letter in source.text]
        own = [file for file in holding if file.startswith(folder)]
        message = f"The font of the PDFs has no {letter} (U+{ord(letter):04X})."
        if not holding:  # it is written as a code, such as &#x8336;
            yield NO_SUCH_LETTER, Finding(home, (), message)
        for file in own or holding:
            line = sources[file].text[: sources[file].text.index(letter)].count("\n") + 1
            yield NO_SUCH_LETTER, Finding(file, Span(line, line), message, letter)
