"""A reviewer's answers in, their signature in module.yml out: bound to the words, and refused where it would say too much."""

import codecs
from datetime import date
from pathlib import Path

from builder import pipeline
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.nearest import did_you_mean
from builder.disk.change import changing
from builder.disk.trouble import told
from builder.disk.whole import write_whole
from builder.load.files import read
from builder.load.gather import load, load_files
from builder.memory.place import memory_of
from builder.model.content_hash import content_hash
from builder.model.days import months_later
from builder.model.facts import Review
from builder.model.library import Library, Module
from builder.model.shared import Person, authors_of
from builder.reviewing.answers import answers_in
from builder.reviewing.ask import module_named
from builder.reviewing.block import with_review


def sign(content: Path, module_id: str, by: str, answers: Path, role: str, today: date, until: date | None) -> Review:
    """Write a review into module.yml in the place of the last one, every other byte of which stays, and prove that it holds.

    Raises:
        BuilderError: somebody may not sign, something is in error or left open, or the file cannot be written.
    """
    files = read(content)
    library = load_files(files).library
    module = module_named(module_id, library)
    person = _reviewer(by, module, library)
    checked = pipeline.check(files, today, drafts=True, memory=memory_of(content.resolve().parent))
    _refuse_errors(module, checked.report, content)
    now = content_hash(module, library)
    review = Review(
        by=by,
        role=_role(role, person),
        on=today,
        next=_next(today, until, library.settings.review.every_months),
        of=now,
        answers=answers_in(answers, module_id, now),
    )
    _write(content, content / module.file, review)
    after = load(content).library
    signed = after.modules.get(module_id)
    if signed is None or signed.facts.review != review or content_hash(signed, after) != now:
        raise BuilderError(
            f"{module.facts.title} changed while it was being signed, and the signature does not hold.",
            f"Look at the change, and sign again: psychoed review ask {module_id}",
        )
    return review


def _reviewer(by: str, module: Module, library: Library) -> Person:
    person = library.people.get(by)
    if person is None:
        near = did_you_mean(by, library.people)
        mend = "The reviewer adds themselves to people.yml, with their name and credential. Nobody is invented."
        raise BuilderError(f"people.yml has nobody with the id {by}.{near}", mend)
    if not person.credential:
        mend = "A reviewer has a training or a licence. Write it in people.yml, or ask a clinician."
        raise BuilderError(f"{person.name} has no credential in people.yml.", mend)
    authors = authors_of(module.id, library.people)
    if person.name in {author.name for author in authors} or module.id in person.wrote:
        mend = "Nobody reviews their own work. Ask another clinician."
        raise BuilderError(f"{person.name} wrote {module.facts.title} and cannot sign it.", mend)
    if not authors:
        mend = (
            f"Add `wrote: [{module.id}]` to its author first, so that nobody signs their own work. Drafted by a "
            "program? Write who answers for it."
        )
        raise BuilderError(f"people.yml names nobody who wrote {module.facts.title}.", mend)
    return person


def _role(role: str, person: Person) -> str:
    if len(role) > 200 or not role.isprintable():
        raise BuilderError("The role is too long, or holds something that cannot be printed.", "Give it a few words.")
    return role.strip() or person.credential or ""


def _refuse_errors(module: Module, report: Report, content: Path) -> None:
    """No signature on pages with errors, nor on words that come from a broken shared file."""
    folder = module.file.rsplit("/", 1)[0]
    errors = [
        f"{content / one.place.file}:{one.place.line}: {one.code.id} {one.message}"
        for one in report.diagnostics
        if one.code.severity == "error" and one.code.family.prefix != "REV"
        if one.place.file.startswith(f"{folder}/") or "/" not in one.place.file
    ]
    if errors:
        head = f"{module.facts.title} cannot be signed while its files, or those that it shares, have errors:"
        raise BuilderError("\n".join([head, *errors]), "Mend them first. psychoed check says how.")


def _next(today: date, until: date | None, months: int) -> date:
    last = months_later(today, months)
    if until is None:
        return last
    if not today < until <= last:
        mend = f"Choose a day after {today.isoformat()} and up to {last.isoformat()}, {months} months on."
        raise BuilderError(f"The next review cannot be on {until.isoformat()}.", mend)
    return until


def _write(content: Path, path: Path, review: Review) -> None:
    """Put the signature into the file, whole or not at all."""
    try:
        with changing(content):
            data = path.read_bytes()
            mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
            text = with_review(data.removeprefix(mark).decode("utf-8"), review)
            write_whole(path, mark + text.encode())
    except OSError as error:
        why, mend = told(error)
        raise BuilderError(f"{path.name} cannot be written: {why} Nothing was signed.", mend) from error
