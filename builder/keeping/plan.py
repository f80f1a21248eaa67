"""What a command would change, tried out before anything is written: the same content with the change, checked."""

import os
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

from builder import pipeline
from builder.check.promises import lost_in
from builder.check.published import Published, published_of
from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.errors import BuilderError
from builder.keeping.edits import Edit, edited, edited_bytes
from builder.keeping.written import text_of
from builder.load.files import Files, read
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
        if FILE in self.before.library.unread:
            faults = [one for one in self.before.report.diagnostics if one.place.file == FILE]
            raise BuilderError(
                "\n".join(["The ledger cannot be read:", *said(faults, content)]), "Mend these lines first."
            )

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

    def refuse_new_errors(self, plan: Plan, ledger: Ledger, what: str) -> None:
        """Raise BuilderError with everything that would be wrong afterwards, and is not now."""
        known = Counter((one.code.id, plan.path(one.place.file), one.message) for one in _errors(self.before))
        after = self.after(plan, ledger)
        new = [one for one in _errors(after) if not known[one.code.id, one.place.file, one.message]]
        if new:
            lines = said(new, self.content)
            mend = "Nothing was changed. Mend these in the content first, then give the command again."
            raise BuilderError("\n".join([f"{what} These would be wrong afterwards:", *lines]), mend)

    def lost(self, after: pipeline.Checked) -> tuple[str, ...]:
        """What the change would lose."""
        there = published_of(after.library)
        return tuple(one.place for one in lost_in(self.ledger, there))

    def carry_out(self, plan: Plan, ledger: Ledger) -> None:
        """Write everything: the edited files, the folder, the ledger last.

        Raises:
            BuilderError: a file cannot be written. What was written until then stays.
        """
        try:
            for file, edits in plan.edits.items():
                path = self.content / file
                put(path, edited_bytes(path.read_bytes(), edits))
            if plan.renamed[0]:
                folder = self.content / "modules"
                (folder / plan.renamed[0]).rename(folder / plan.renamed[1])
            if ledger != self.ledger:
                put(self.content / FILE, text_of(ledger).encode())
        except OSError as error:
            mend = "Look at what was changed so far (git diff), and give the command again."
            raise BuilderError(f"{error.filename or 'A file'} cannot be written: {error.strerror}.", mend) from error


def put(path: Path, data: bytes) -> None:
    """Write beside the file and put it in its place, so that there is never half a file."""
    path = path.resolve()
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as file:
        beside = Path(file.name)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    try:
        if path.exists():
            shutil.copymode(path, beside)
        else:
            beside.chmod(0o644)
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def said(diagnostics: Iterable[Diagnostic], content: Path) -> list[str]:
    """Each at its place, in one line."""
    return [
        f"{content / one.place.file}:{one.place.line}:{one.place.column}: {one.code.id} {one.message}"
        for one in diagnostics
    ]


def _errors(checked: pipeline.Checked) -> list[Diagnostic]:
    return [one for one in checked.report.diagnostics if one.code.severity == "error"]
