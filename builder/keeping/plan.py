"""What a command would change, tried out before anything is written: the same content with the change, checked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from builder import pipeline
from builder.check.promises import lost_in
from builder.check.published import Published, published_of
from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.errors import BuilderError
from builder.disk.change import Unfinished, carry_out, changing
from builder.disk.trouble import told
from builder.keeping.edits import Edit, edited, edited_bytes
from builder.keeping.written import text_of
from builder.load.codes import CODES as LOAD_CODES
from builder.load.files import Files, read, text_at
from builder.memory.place import memory_of
from builder.model.ledger import FILE, Ledger
from builder.model.library import Library


@dataclass(frozen=True)
class Plan:
    """What is to change: edits by file, and the folder of a module that gets another name."""

    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    renamed: tuple[str, str] = ("", "")

    def path(self, file: str) -> str:
        """What a file is called afterwards."""
        old, new = (f"modules/{name}/" for name in self.renamed)
        return new + file.removeprefix(old) if self.renamed[0] and file.startswith(old) else file


class Bench:
    """One content folder on one day: what it is now, and what it would be."""

    def __init__(self, content: Path, today: date) -> None:
        self.content = content
        self.today = today
        self.memory = memory_of(content.resolve().parent)
        self.files = read(content)
        self.before = pipeline.check(self.files, today, memory=self.memory)
        refuse_unread(self.before, content)

    @property
    def library(self) -> Library:
        """The shared part of the library, with the outline of every module, as it is now."""
        return self.before.library

    @property
    def ledger(self) -> Ledger:
        """What is promised now."""
        return self.library.ledger

    @property
    def there(self) -> Published:
        """What is published now."""
        return published_of(self.library)

    def after(self, plan: Plan, ledger: Ledger | None = None) -> pipeline.Checked:
        """What the check would say of the changed content."""
        texts = {plan.path(file): edited(text, plan.edits.get(file, ())) for file, text in self.files.texts.items()}
        if ledger not in (None, self.ledger):
            texts[FILE] = text_of(ledger)
        return pipeline.check(Files(texts, self.files.findings), self.today, memory=self.memory)

    def refuse_new_errors(self, plan: Plan, ledger: Ledger, what: str) -> tuple[Diagnostic, ...]:
        """Everything that a check would say afterwards, and does not now.

        Raises:
            BuilderError: with what of it would be wrong.
        """
        before = self.before.report.diagnostics
        known = Counter((one.code.id, plan.path(one.place.file), one.message) for one in before)
        after = self.after(plan, ledger).report.diagnostics
        fresh = tuple(one for one in after if not known[one.code.id, one.place.file, one.message])
        new = [one for one in fresh if one.code.severity == "error"]
        if new:
            lines = said(new, self.content)
            mend = "Nothing was changed. Mend these in the content first, then give the command again."
            raise BuilderError("\n".join([f"{what} These would be wrong afterwards:", *lines]), mend)
        return fresh

    def lost(self, after: pipeline.Checked) -> tuple[str, ...]:
        """What the change would lose."""
        there = published_of(after.library)
        return tuple(one.place for one in lost_in(self.ledger, there))

    def carry_out(self, plan: Plan, ledger: Ledger) -> None:
        """Write everything: the folder's name, the edited files with those that grow first, the ledger last.

        Raises:
            BuilderError: a file cannot be written, or was changed by somebody else since it was read.
        """
        old, new = (f"modules/{name}" if name else "" for name in plan.renamed)
        try:
            with changing(self.content):
                files = {plan.path(file): data for file, data in self._bytes(plan, ledger).items()}
                carry_out(self.content, files, (old, new))
        except Unfinished as error:
            assert isinstance(error.__cause__, OSError)
            why, mend = told(error.__cause__)
            raise BuilderError(
                f"The change began and is not finished: {why}", f"{mend} It is finished first."
            ) from error
        except OSError as error:
            why, mend = told(error)
            raise BuilderError(f"The change cannot be written: {why} Nothing was changed.", mend) from error

    def _bytes(self, plan: Plan, ledger: Ledger) -> dict[str, bytes]:
        """Every file with what it is to hold. Words that go elsewhere are there before they leave their old place."""
        was = {file: (self.content / file).read_bytes() for file in plan.edits}
        for file in {*plan.edits, FILE}:
            if text_at(self.content / file) != self.files.texts.get(file):
                words = f"{self.content / file} was changed while this command worked. Nothing was changed by it."
                raise BuilderError(words, "Give the command again.")
        made = {file: edited_bytes(data, plan.edits[file]) for file, data in was.items()}
        files = {file: made[file] for file in sorted(made, key=lambda file: len(was[file]) - len(made[file]))}
        return {**files, FILE: text_of(ledger).encode()} if ledger != self.ledger else files


def refuse_unread(checked: pipeline.Checked, content: Path) -> None:
    """Raise BuilderError where something could not be read: what seems to be missing may be there."""
    if not checked.library.is_whole:
        faults = [one for one in checked.report.diagnostics if one.code in LOAD_CODES and one.code.severity == "error"]
        lines = "\n".join(["Something in the content cannot be read as it stands:", *said(faults, content)])
        raise BuilderError(lines, "Nothing was changed. Mend these lines first.")


def said(diagnostics: Iterable[Diagnostic], content: Path) -> list[str]:
    """Each at its place, in one line."""
    return [
        f"{content / one.place.file}:{one.place.line}:{one.place.column}: {one.code.id} {one.message}"
        for one in diagnostics
    ]
