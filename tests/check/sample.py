"""The sample library, with one text in it changed, into what the rules say of it."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.check.rule import Rule
from builder.check.rules import FAMILIES
from builder.check.run import findings_of
from builder.diagnostics.place import Place
from builder.diagnostics.resolve import place_of
from builder.load.gather import load

SAMPLE = Path(__file__).parents[1] / "sample"
TODAY = date(2026, 11, 24)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.rules)


@cache
def texts() -> dict[str, str]:
    """Every file of the sample, by its path."""
    files = sorted(path for path in SAMPLE.rglob("*") if path.is_file())
    return {path.relative_to(SAMPLE).as_posix(): path.read_text(encoding="utf-8") for path in files}


def said_of(file: str = "", was: str = "", now: str = "") -> Counter[tuple[str, Place]]:
    """The codes and places of everything that is wrong with the sample once `was` in `file` reads `now`."""
    with TemporaryDirectory() as folder:
        for name, text in texts().items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace(was, now) if name == file else text, encoding="utf-8")
        loaded = load(Path(folder))
    findings = [*loaded.findings, *(one for part in loaded.library.parts for one in findings_of(part, TODAY, RULES))]
    return Counter((code.id, place_of(finding, loaded.sources)) for code, finding in findings)
