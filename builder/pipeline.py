"""The steps and, in `build`, their order: load, check, render, export, site. A newcomer starts to read here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from builder.check.questions import questions
from builder.check.rules import FAMILIES
from builder.diagnostics.code import Code
from builder.diagnostics.codes import CODES as WAIVER_CODES
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.source import Source
from builder.diagnostics.waive import waive
from builder.disk.crew import apart, at_once
from builder.disk.later import FilesLater, all_put_away
from builder.disk.trouble import told
from builder.disk.whole import write_whole
from builder.export import Made, epubs_of, pdfs_of, texts_of
from builder.export.codes import CODES as EXPORT_CODES
from builder.judge import Bench, Judged, judge, judge_one
from builder.load.codes import CODES as LOAD_CODES
from builder.load.files import Files, read
from builder.load.gather import PARSING, Readers, load_files
from builder.memory.built import basis_of, last_build, note
from builder.memory.place import BEFORE, memory_of
from builder.memory.shelf import Shelf
from builder.model.files import STYLES, Style, styled
from builder.model.library import Library
from builder.model.page import Publication
from builder.once import reading
from builder.printed import printed
from builder.render import precheck_of, publication_of
from builder.set_once import SetOnce
from builder.share import shared_files
from builder.site import Begun, FileFacts, Site, begin, build_site
from builder.site.alone import alone

Tell = Callable[[str], None]
"""Called with a few words whenever a stage starts."""


def _silent(_: str) -> None:
    """Tell nobody."""


_READ = "read"
"""In the memory, the folder of what was parsed."""

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

    @property
    def memory(self) -> Path:
        """The folder of what was found last time."""
        return memory_of(self.root)


@dataclass(frozen=True)
class Checked:
    """What is to be said of the content, and on what that rests."""

    report: Report
    judged: Judged

    @property
    def library(self) -> Library:
        """The content's shared part with the outline of every module."""
        return self.judged.library


@dataclass(frozen=True)
class Ready:
    """A report, and unless errors forbade it what is to be published, with the sources that findings show."""

    report: Report
    sources: Mapping[str, Source] = field(default_factory=dict)
    publication: Publication | None = None


@dataclass(frozen=True)
class Built:
    """What a build did: its report, and unless errors forbade it what was published, how many files with it, and how
    many of its pages an engine had to make; or that it would have changed nothing, and so did nothing."""

    report: Report
    publication: Publication | None = None
    files: int = 0
    made: int = 0
    unchanged: bool = False


def check(
    files: Files,
    today: date,
    *,
    drafts: bool = False,
    memory: Path | None = None,
    tell: Tell = _silent,
) -> Checked:
    """Ask every rule about the content's files.

    With `drafts`, drafts are judged as if they were to be published. `memory` is the folder that keeps what was found
    last time, so that only what changed is judged again.
    """
    kept = memory / ("check-drafts.json" if drafts else "check.json") if memory else None
    judged = judge(files, _bench(today, drafts), kept, tell, readers_of(memory))
    if memory:
        Shelf(memory / _READ).forget_old()
    return _reported(judged, today)


def check_one(before: Judged, folder: str, files: Files, today: date, memory: Path, drafts: bool) -> Checked | None:
    """What `check` would come to now that the files of one module are these, and no others changed.

    Nothing where others may have to be judged again. What is said of all together is from before.
    """
    judged = judge_one(before, folder, files, _bench(today, drafts), readers_of(memory))
    return _reported(judged, today) if judged else None


def _bench(today: date, drafts: bool) -> Bench:
    return Bench(RULES, {code.id: code for code in codes()}, today, drafts)


def _reported(judged: Judged, today: date) -> Checked:
    sifted = waive(judged.diagnostics, judged.library.waivers, codes(), today, judged.sources)
    rules = len(codes()) - len(EXPORT_CODES)
    return Checked(Report.of(sifted.kept, len(judged.sources), len(judged.records), rules, sifted.waived), judged)


def build(
    project: Project, out: Path, engine: str, today: date, tell: Tell, afresh: bool = False, passing: bool = False
) -> Built:
    """Check the content, and where it has no errors write the site with its files to `out`.

    Pages that an engine made before come from the shelf; if `afresh`, one run of it makes all of them. A site that is only
    `passing` is not remembered as the last one that was built.

    Raises:
        BuilderError: the call, the theme or the engine is wrong, or another run builds into `out`.
    """
    with alone(out, project.root, project.content):
        return _build(project, out, engine, today, tell, afresh, passing)


def _build(project: Project, out: Path, engine: str, today: date, tell: Tell, afresh: bool, passing: bool) -> Built:
    files = read(project.content)
    basis = basis_for(project, files, engine, today)
    last = last_build(project.memory, out)
    if not afresh and last.would_be(basis):
        return Built(Report.of((), 0, 0, 0), unchanged=True)
    with begin(out, {} if afresh else last.manifest, None if passing else project.memory / BEFORE) as new:
        set_ = ready(project, files, today, tell)
        if set_.publication is None:
            return Built(set_.report)
        report, made = print_all(project, set_, tell)
        if report.has_errors:
            return Built(report)
        handed = hand_out(set_.publication, made, tell)
        site = write_site(project, set_.publication, handed, out, engine, tell, new, afresh)
        # Where somebody changed the theme meanwhile, nobody knows which it was built of.
        if not passing and basis_for(project, files, engine, today) == basis:
            note(project.memory, out, basis, site.manifest)
    return Built(report, set_.publication, handed.many, site.made)


def basis_for(project: Project, files: Files, engine: str, today: date) -> str:
    """The digest of all that a site comes from: the content's files, as they were read, and the theme as it is now."""
    others = (path for path in sorted(project.theme.rglob("*")) if path.is_file())
    beside = sorted((*project.root.glob("LICENSE*"), *project.root.glob("mkdocs.yml")))
    return basis_of(files.digest, (*others, *beside), (engine, today.isoformat()))


@dataclass(frozen=True)
class Handed:
    """The files to carry away by their paths, what links say of them, and how many of them are printed or read."""

    files: Mapping[str, bytes]
    facts: Mapping[str, FileFacts]
    many: int


def hand_out(publication: Publication, made: Mapping[str, Made], tell: Tell) -> Handed:
    """All files to carry away; `made` are the PDFs."""
    tell("Making EPUBs and plain text")
    pages = {path: one.pages for path, one in made.items()}
    one_sheet = {styled(one.path, style) for one in publication.sheets if one.kind == "handout" for style in STYLES}
    kept = {path: one.kept for path, one in made.items()} | all_put_away(epubs_of(publication), texts_of(publication))
    everything = FilesLater(kept | all_put_away(shared_files(publication, FilesLater(kept), pages)))
    facts = {path: FileFacts(pages.get(path, 0), len(data), path in one_sheet) for path, data in everything.items()}
    return Handed(everything, facts, len(kept))


def write_site(
    project: Project,
    publication: Publication,
    handed: Handed,
    out: Path,
    engine: str,
    tell: Tell,
    new: Begun,
    afresh: bool = False,
) -> Site:
    """Write the site to `out`, beside which a `new` one was begun; the engine makes all its pages, if `afresh`.

    Raises BuilderError when the theme or the engine is wrong.
    """
    tell(f"Building {len(publication.pages)} pages with {engine}")
    shelf, root = None if afresh else Shelf(project.memory / "pages"), project.root
    site = build_site(
        publication, handed.files, handed.facts, project=root, out=out, engine=engine, shelf=shelf, new=new
    )
    if shelf:
        shelf.forget_old()
    return site


def ready(
    project: Project, files: Files, today: date, tell: Tell, also: Callable[[Library], Library] = lambda one: one
) -> Ready:
    """Check the content's files, and where they have no errors set its pages and sheets. `also` adds what is wanted once.

    Raises BuilderError when the call is wrong.
    """
    tell("Checking the content")
    with apart(lambda: check(files, today, memory=project.memory, tell=tell).report) as told_in_the_end:
        by = readers_of(project.memory, files if at_once() else None)
        report = told_in_the_end()
    if report.has_errors:
        return Ready(report)
    tell("Setting the pages")
    loaded = load_files(files, by)
    return Ready(report, loaded.sources, publish(project, files, also(loaded.library), report, today))


def print_all(
    project: Project, ready: Ready, tell: Tell, styles: Sequence[Style] = STYLES
) -> tuple[Report, dict[str, Made]]:
    """Make every PDF in these styles, and add to the report what only the paper shows.

    What has not changed since it was last made comes from the shelf.

    Raises:
        BuilderError: the theme is wrong.
    """
    assert ready.publication is not None
    shelf = Shelf(project.memory / "pdf")
    made = pdfs_of(ready.publication, project.theme, shelf, tell, styles)
    shelf.forget_old()
    return printed(ready.report, ready.sources, ready.publication, made, styles), made


def publish(project: Project, files: Files, library: Library, report: Report, today: date) -> Publication:
    """The pages of `library`, which came from `files`, with what the check came to."""
    asked = tuple((question.id, question.asks) for question in questions())
    precheck = precheck_of(library, report, codes(), asked, today)
    sources, modules = Shelf(project.memory / "sources"), Shelf(project.memory / "modules")
    once = SetOnce(files, library, modules)
    once.set_sources(sources)
    publication = publication_of(library, today, codes(), precheck, once.measures(), sources, once.all_of)
    sources.forget_old()
    modules.forget_old()
    return publication


def readers_of(memory: Path | None, ahead: Files | None = None) -> Readers:
    """What reads the content: with a memory, each file is parsed once. What it has of the files `ahead` is taken at once."""
    return reading(Shelf(memory / _READ), ahead) if memory else PARSING


def codes() -> tuple[Code, ...]:
    """Every code that a report can hold, in order of the stages."""
    return (*LOAD_CODES, *(rule.code for rule in RULES), *WAIVER_CODES, *EXPORT_CODES)


def write(path: Path, data: bytes) -> None:
    """Write one file, whole or not at all, and the folders above it. Raises BuilderError where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        why, mend = told(error)
        raise BuilderError(f"{path} cannot be written: {why}", f"{mend} Or name another place with --out.") from error
