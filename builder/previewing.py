"""A project in, its site with drafts out, again and again: first the pages, and once these can be seen, their files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from builder import pipeline
from builder.diagnostics.diagnostic import Report
from builder.export import Made
from builder.load.files import read
from builder.load.gather import load_files
from builder.model.document import Paragraph, Text
from builder.model.files import STYLES, styled
from builder.model.page import Publication, Sheet
from builder.pipeline import Handed, Project, Ready, Tell
from builder.preview import Preview


class Previews:
    """Rounds of previews. The files of the last round stand beside the pages of the next, until its own are made."""

    def __init__(self, project: Project, engine: str, tell: Tell) -> None:
        self.project = project
        self.engine = engine
        self.tell = tell
        self.last: tuple[tuple[str, ...], Handed] | None = None

    def round(self, out: Path, today: date) -> Iterator[Preview]:
        """Build the site with its drafts to `out`, and report on the drafts as if they were to be published.

        Only what would stop an ordinary build stops this one. The first preview has the pages; the second has what only the
        paper shows in its report; the third has the files. Whoever asks for no more has what there is so far.

        Raises:
            BuilderError: the call, the theme or the engine is wrong.
        """
        files, memory = read(self.project.content), self.project.memory
        self.tell("Checking the content")
        report = pipeline.check(files, today, drafts=True, memory=memory).report
        loaded = load_files(files, pipeline.readers_of(memory))
        drafts = loaded.library.drafts
        plain = pipeline.check(files, today, memory=memory).report if drafts else report
        if plain.has_errors:
            yield Preview(report, False, drafts)
            return
        publication = pipeline.publish(self.project, files, loaded.library.with_drafts(), report, today)
        named = _named(publication)
        fit = self.last is not None and self.last[0] == named
        if self.last and fit:
            self._write(publication, self.last[1], out)
            yield Preview(report, True, drafts)
        report, made = self._sketched(Ready(report, loaded.sources, publication))
        if fit:
            yield Preview(report, True, drafts)
        handed = pipeline.hand_out(publication, made, self.tell)
        self.last = named, handed
        self._write(publication, handed, out)
        yield Preview(report, True, drafts)

    def _write(self, publication: Publication, handed: Handed, out: Path) -> None:
        pipeline.write_site(self.project, publication, handed, out, self.engine, self.tell)

    def _sketched(self, ready: Ready) -> tuple[Report, dict[str, Made]]:
        """Each sheet on A4, in place of the other styles too, and a note for the book: each change of a word would make
        it anew."""
        assert ready.publication is not None
        sheets, book = ready.publication.sheets, ready.publication.book
        if book:
            note = (Paragraph((Text("A preview does not make the book. For that: psychoed build"),)),)
            sheets += (Sheet(book.path, "module", book.title, book.title, "", "", book.review, note),)
        narrow = replace(ready, publication=replace(ready.publication, sheets=sheets, book=None))
        report, made = pipeline.print_all(self.project, narrow, self.tell, STYLES[:1])
        return report, {
            styled(one.path, style): made[styled(one.path, STYLES[0])] for one in sheets for style in STYLES
        }


def _named(publication: Publication) -> tuple[str, ...]:
    """What decides which files there are, and where their codes lead."""
    sheets, book = publication.sheets, publication.book
    return publication.base_address, book.path if book else "", *(sheet.path for sheet in sheets)
