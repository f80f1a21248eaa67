"""A project in, its site with drafts out, again and again: what was just saved first, then all pages, then their files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from builder import pipeline
from builder.diagnostics.diagnostic import Report
from builder.export import Made
from builder.judge import Judged
from builder.load.files import folder_of, read, read_module
from builder.load.gather import load_files
from builder.memory.shelf import Shelf
from builder.model.document import Paragraph, Text
from builder.model.files import STYLES, styled
from builder.model.library import Library
from builder.model.manifest import Manifest
from builder.model.page import Page, Publication, Sheet
from builder.pipeline import Handed, Project, Ready, Tell
from builder.preview import Preview
from builder.render import pages_of_one
from builder.site import Waiting, begin, engine_called, show_pages


@dataclass(frozen=True)
class _Shown:
    """What the pages that can be seen come from: on which day, what the check said with drafts and without, the library,
    what was set of it."""

    today: date
    judged: Judged
    plain: Judged
    library: Library
    publication: Publication


class Previews:
    """Previews of a project. The files of the last round stand beside the pages of the next, until its own are made."""

    def __init__(self, project: Project, engine: str, tell: Tell, today: Callable[[], date]) -> None:
        self.project = project
        self.engine = engine
        self.tell = tell
        self.today = today
        self.handed = Handed({}, {}, 0)
        self.left: Manifest = {}
        self.shown: _Shown | None = None
        self.unseen: set[Path] = set()
        self.waiting: Waiting | None = None

    def close(self) -> None:
        """End what waits for the next glance."""
        waiting, self.waiting = self.waiting, None
        if waiting:
            waiting.close()

    def glance(self, out: Path, saved: Iterable[Path]) -> Preview | None:
        """Show the pages of the one module in which something was saved; nothing, where more than its pages can change.

        `saved` are real paths. What it costs does not depend on how many modules there are. `round` is to follow it: it
        makes all the rest.

        Raises:
            BuilderError: the theme or the engine is wrong, or the files change all the time.
        """
        self.unseen |= {*saved}
        shown, folder = self.shown, self._one_module()
        if shown is None or not folder or shown.today != self.today():
            return None
        files, memory = read_module(self.project.content, folder), self.project.memory
        if folder not in files.modules:
            return None
        checked, plain = (
            pipeline.check_one(before, folder, files, shown.today, memory, drafts)
            for before, drafts in ((shown.judged, True), (shown.plain, False))
        )
        if checked is None or plain is None:
            return None
        library = shown.library
        if not plain.report.has_errors:
            module = pipeline.readers_of(memory).module(folder, files).module.as_published()
            library = replace(library, modules={**library.modules, folder: module})
            self._show(folder, library, shown, out)
            self.unseen = set()
        self.shown = replace(shown, judged=checked.judged, plain=plain.judged, library=library)
        return Preview(checked.report, not plain.report.has_errors, library.drafts)

    def round(self, out: Path) -> Iterator[Preview]:
        """Build the site with its drafts to `out`, and report on the drafts as if they were to be published.

        Only what would stop an ordinary build stops this one. The first preview has the pages; the second has what only the
        paper shows in its report; the third has the files. Whoever asks for no more has what there is so far.

        Raises:
            BuilderError: the call, the theme or the engine is wrong.
        """
        if self.shown:
            self._have_waiting()
        seen, today = frozenset(self.unseen), self.today()
        files, memory = read(self.project.content), self.project.memory
        self.tell("Checking the content")
        checked = pipeline.check(files, today, drafts=True, memory=memory)
        report, loaded = checked.report, load_files(files, pipeline.readers_of(memory))
        drafts = loaded.library.drafts
        plain = pipeline.check(files, today, memory=memory) if drafts else checked
        if plain.report.has_errors:
            yield Preview(report, False, drafts)
            return
        library = loaded.library.with_drafts()
        publication = pipeline.publish(self.project, files, library, report, today)
        self._write(publication, out)
        self.shown = _Shown(today, checked.judged, plain.judged, library, publication)
        self.unseen -= seen
        self._have_waiting()
        yield Preview(report, True, drafts)
        report, made = self._sketched(Ready(report, loaded.sources, publication))
        yield Preview(report, True, drafts)
        self.handed = pipeline.hand_out(publication, made, self.tell)
        self._write(publication, out)
        yield Preview(report, True, drafts)

    def _have_waiting(self) -> Waiting:
        """Have an engine wait for the next glance: its start would be half of what that takes."""
        assert self.shown
        released = self.shown.publication.released
        if self.waiting and self.waiting.released != released:
            self.close()
        if not self.waiting:
            self.waiting = Waiting(engine_called(self.engine), released)
        return self.waiting

    def _one_module(self) -> str:
        """The folder of the module in which all lies that was saved and is not shown, if it is one, and there."""
        folders = {self._folder(path) for path in self.unseen}
        folder = folders.pop() if len(folders) == 1 else ""
        return folder if folder and (self.project.content / "modules" / folder).is_dir() else ""

    def _folder(self, path: Path) -> str:
        content = self.project.content.resolve()
        return folder_of(path.relative_to(content).as_posix()) if path.is_relative_to(content) else ""

    def _show(self, folder: str, library: Library, shown: _Shown, out: Path) -> None:
        """Its pages look the same from outside, so what old links need of them is as it was."""
        pages = pages_of_one(folder, library, shown.today, Shelf(self.project.memory / "sources"))
        before = {page.address: page for page in shown.publication.pages if page.module == folder}
        now = replace(shown.publication, pages=tuple(_leading_on(page, before[page.address]) for page in pages))
        shelf, engine = Shelf(self.project.memory / "pages"), self._have_waiting()
        self.waiting = None  # one serves once
        try:
            show_pages(now, self.handed.facts, project=self.project.root, out=out, waiting=engine, shelf=shelf)
        finally:
            engine.close()

    def _write(self, publication: Publication, out: Path) -> None:
        with begin(out, self.left) as new:
            site = pipeline.write_site(self.project, publication, self.handed, out, self.engine, self.tell, new)
        self.left = site.manifest

    def _sketched(self, ready: Ready) -> tuple[Report, dict[str, Made]]:
        """Each sheet on A4, in place of the other styles too, and a note for the book: each change of a word would make
        it anew."""
        assert ready.publication is not None
        sheets, book = ready.publication.sheets, ready.publication.book
        for one in book.bound if book else ():
            note = (Paragraph((Text("A preview does not make the book. For that: psychoed build"),)),)
            sheets += (Sheet(one.path, "module", one.title, one.title, "", "", one.review, note),)
        narrow = replace(ready, publication=replace(ready.publication, sheets=sheets, book=None))
        report, made = pipeline.print_all(self.project, narrow, self.tell, STYLES[:1])
        return report, {
            styled(one.path, style): made[styled(one.path, STYLES[0])] for one in sheets for style in STYLES
        }


def _leading_on(page: Page, before: Page) -> Page:
    return replace(page, called=before.called, elsewhere=before.elsewhere)
