"""A content folder and two days in, what falls due between them out, in plain words and by day."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from textwrap import fill

from builder import pipeline
from builder.check.due import Due, due_by
from builder.diagnostics.finding import Finding
from builder.diagnostics.resolve import place_of
from builder.diagnostics.source import Source
from builder.load.files import read
from builder.load.gather import load_files
from builder.markup.day import in_words
from builder.memory.place import memory_of


def end_of_quarter(day: date) -> date:
    """The last day of the quarter in which a day lies."""
    month = (day.month + 2) // 3 * 3
    return date(day.year, month, monthrange(day.year, month)[1])


def falls_due(content: Path, today: date, until: date) -> str:
    """Everything that is overdue, and everything that falls due up to `until`.

    Raises:
        BuilderError: the content folder is not there.
    """
    files = read(content)
    loaded = load_files(files)
    due = due_by(loaded.library, today, until)
    overdue, to_come = [one for one in due if one.day < today], [one for one in due if one.day >= today]
    parts = []
    for head, entries in ((f"Overdue on {in_words(today)}", overdue), (f"Due by {in_words(until)}", to_come)):
        if entries:
            parts.append("\n".join([f"{head}:", *_told(entries, content, loaded.sources)]))
    parts.append(f"{len(overdue)} overdue, {len(to_come)} to come by {in_words(until)}.")
    report = pipeline.check(files, today, memory=memory_of(content.resolve().parent)).report
    open_ones = [one for one in report.diagnostics if one.code.severity == "person" and one.due is None]
    if open_ones:
        number = "1 more is open and has" if len(open_ones) == 1 else f"{len(open_ones)} more are open and have"
        parts[-1] += f"\n{number} no day. For each: psychoed check"
    return "\n\n".join(parts)


def _told(entries: list[Due], content: Path, sources: Mapping[str, Source]) -> Iterator[str]:
    for one in entries:
        place = place_of(Finding(one.file, one.at, ""), sources)
        who = f" Last time: {one.who}." if one.who else ""
        words = f"{one.day.isoformat()}  {one.what}.{who}"
        yield fill(words, 80, initial_indent="  ", subsequent_indent=" " * 14, break_on_hyphens=False)
        yield f"{' ' * 14}{(content / place.file).as_posix()}:{place.line}"
