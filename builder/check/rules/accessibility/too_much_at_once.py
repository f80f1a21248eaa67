"""A list or a table that holds more than one can keep in view."""

from collections.abc import Iterator
from datetime import date

from builder.check.limits import limits
from builder.check.rule import Case, rule
from builder.check.spots import published_prose_of, span_of
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.markup.reading import words_of
from builder.markup.walk import blocks_of, plain
from builder.model.library import Library
from builder.model.prose import Listing, Table


@rule(
    Code(
        "ACC002",
        "too-much-at-once",
        "warning",
        "A long list is hard to keep in mind, most of all for a tired reader. A wide table runs off the edge of a phone.",
        "Part the list under two headings, join what belongs together, or leave something out. The limits stand in "
        "builder/check/limits.yml.",
        "CDC Clear Communication Index, item 8; PEMAT-P, item 19",
    ),
    Case(
        "modules/cup-of-tea/learn.md",
        "- the warmth of the cup\n- the smell of the leaves",
        "- the cup\n- the smell\n- the pot\n- the steam\n- the spoon\n- the tray\n- the cloth\n- the sound",
        "- the cup\n- the smell\n- the pot\n- the steam\n- the spoon\n- the tray\n- the cloth",
        "- the cup",
    ),
    Case(
        "modules/cup-of-tea/clinicians.md",
        "| When | Words |\n|---|---|\n| At the start | Would you like tea? |\n| At the end | Shall we stop here? |",
        "| When | Words | Cup | Pot | Tray |\n|---|---|---|---|---|\n| Start | Tea? | one | two | none |",
        "| When | Words | Cup | Pot |\n|---|---|---|---|\n| Start | Tea? | one | two |",
        "| When",
    ),
    Case(
        "modules/cup-of-tea/clinicians.md",
        "| When | Words |",
        "| When | Words to use at this time |",
        "| When | Words to use now |",
        "Words to use at",
    ),
)
def too_much_at_once(library: Library, today: date) -> Iterator[Finding]:
    """Count the entries of lists on pages for readers, and the columns and heads of every table."""
    most = limits()
    for prose in published_prose_of(library):
        for block in blocks_of(prose.blocks):
            match block:
                case Listing() if len(block.items) > most.list_entries and not prose.file.endswith("clinicians.md"):
                    message = f"This list has {len(block.items)} entries; at most {most.list_entries} are good."
                    yield Finding(prose.file, span_of(block), message)
                case Table():
                    yield from (Finding(prose.file, span_of(block), *words) for words in _table(block))


def _table(table: Table) -> Iterator[tuple[str, str]]:
    most = limits()
    if len(table.head) > most.table_columns:
        yield f"This table has {len(table.head)} columns; at most {most.table_columns} are good.", ""
    for cell in table.head:
        count = len(words_of(plain(cell)))
        if count > most.table_head:
            yield f"This head of a table has {count} words; at most {most.table_head} are good.", plain(cell)
