"""A report and the library's people in, a to-do list in Markdown out: by person, then by date, with a box to tick."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from builder.diagnostics.diagnostic import Diagnostic, Report
from builder.diagnostics.place import Place
from builder.diagnostics.summary import summary
from builder.model.shared import Person, authors_of

_ANYBODY, _CLINICIAN, _CALLER = "Anybody", "A clinician", "Whoever checks helplines"
_UNNAMED = (_CLINICIAN, _CALLER, _ANYBODY)


@dataclass(frozen=True)
class _Task:
    deed: str
    due: date | None
    about: Diagnostic

    @property
    def rank(self) -> tuple[date, Place]:
        return self.due or date.min, self.about.place


def as_todo(report: Report, folder: str, people: Mapping[str, Person]) -> str:
    """Return the list; it reads as Markdown and as a plain mail. `folder` is put before each file's name."""
    tasks: dict[str, list[_Task]] = defaultdict(list)
    for whose, task in _tasks(report, people):
        tasks[whose].append(task)
    return "\n".join(_lines(tasks, folder, summary(report)))


def _tasks(report: Report, people: Mapping[str, Person]) -> Iterator[tuple[str, _Task]]:
    for one in report.diagnostics:
        yield _whose(one, people), _Task(one.mend, one.due, one)
    for waived in report.waived:
        one, waiver = waived.diagnostic, waived.waiver
        yield waiver.by, _Task(f"The waiver ends. Decide again, or mend: {one.mend}", waiver.until, one)


def _whose(one: Diagnostic, people: Mapping[str, Person]) -> str:
    """Who is named for it; else who can do it: a call to a helpline, a clinical judgement, or the module's author."""
    if one.who:
        return people[one.who].name if one.who in people else one.who
    if one.place.file in ("helplines.yml", "publisher.yml") and one.code.family.prefix == "REV":
        return _CALLER
    if one.code.severity == "person":
        return _CLINICIAN
    folder, _, rest = one.place.file.partition("/")
    authors = [person.name for person in authors_of(rest.partition("/")[0], people)]
    return " and ".join(authors) if folder == "modules" and authors else _ANYBODY


def _lines(tasks: Mapping[str, list[_Task]], folder: str, end: str) -> Iterator[str]:
    yield "# To do\n"
    if not tasks:
        yield "Nothing.\n"
    for whose in sorted(tasks, key=lambda name: (_UNNAMED.index(name) if name in _UNNAMED else -1, name)):
        yield f"## {whose}\n"
        for task in sorted(tasks[whose], key=lambda task: task.rank):
            place, code = task.about.place, task.about.code
            yield f"- [ ] {f'by {task.due.isoformat()}' if task.due else 'now'}: {_plain(task.deed)}"
            yield f"      {_plain(task.about.message)}"
            yield f"      {folder}/{place.file}, line {place.line} ({code.id} {code.name})"
        yield ""
    yield end


def _plain(text: str) -> str:
    """Keep words of the content from acting as HTML or as a link."""
    return " ".join(text.split()).replace("<", r"\<").replace("](", r"]\(")
