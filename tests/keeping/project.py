"""A project whose content is the sample, as an editor changes it after a release."""

import shutil
from pathlib import Path

from builder import keeping, pipeline
from builder.diagnostics.diagnostic import Diagnostic
from builder.load.files import read
from builder.load.gather import load
from builder.model.ledger import Ledger
from tests.conftest import ROOT, TODAY


def released(root: Path, base: str = "https://sample.example") -> Path:
    """A project whose first version is out, at an address."""
    content = Path(shutil.copytree(ROOT / "tests" / "sample", root / "content"))
    (content / "ledger.yml").unlink(missing_ok=True)
    for name in ("theme", "mkdocs.yml"):
        (root / name).symlink_to(ROOT / name)
    change(content, "library.yml", ("https://sample.example", base))
    keeping.release(content, ("A first version.",), TODAY, write=True)
    return content


def change(content: Path, file: str, *swaps: tuple[str, str]) -> None:
    """Change words of a file by hand."""
    path = content / file
    text = path.read_text("utf-8")
    for was, now in swaps:
        assert text.count(was) == 1, (file, was)
        text = text.replace(was, now)
    path.write_text(text, "utf-8")


def errors(content: Path) -> list[Diagnostic]:
    found = pipeline.check(read(content), TODAY).report.diagnostics
    return [one for one in found if one.code.severity == "error"]


def ledger(content: Path) -> Ledger:
    return load(content).library.ledger


def moves(content: Path, *ways: tuple[str, str]) -> None:
    for old, new in ways:
        keeping.move(content, old, new, TODAY, write=True)


def reword(content: Path) -> None:
    """Another title, and other words in three headings: no address knows of it."""
    change(content, "modules/cup-of-tea/module.yml", ("title: A cup of tea", "title: Tea and a pause"))
    change(
        content,
        "modules/cup-of-tea/learn.md",
        ("## What it is {", "## What tea is made of {"),
        ("## Spilled tea {", "## When tea is spilled {"),
        ("## Something to try {", "## One thing to try {"),
    )


def split(content: Path) -> None:
    """A second module takes a practice and a claim of the first."""
    folder = content / "modules"
    shutil.copytree(folder / "cup-of-tea", folder / "slow-spoon")
    change(
        content,
        "modules/slow-spoon/module.yml",
        ("id: cup-of-tea", "id: slow-spoon"),
        ("code: tea", "code: spoon"),
        ("title: Tea and a pause", "title: A slow spoon"),
        ("why does tea feel nice", "why does a spoon feel nice"),
        ("how long do I steep tea", "how long do I stir"),
        ("can a warm cup calm me", "can a slow spoon calm me"),
        ("is tea good for me", "is a spoon good for me"),
        ("what is a tea brake", "what is a spoon for"),
        ("also_called: [tea break, a brew]", "also_called: [stirring]"),
        ("topics: [tea, rest]", "topics: [spoons]"),
    )
    facts = folder / "cup-of-tea" / "module.yml"
    text = facts.read_text("utf-8")
    claim = text[text.index("  - id: slow-stir") : text.index("what_we_know:")]
    facts.write_text(text.replace(claim, ""), "utf-8")
    change(
        content,
        "modules/cup-of-tea/module.yml",
        ("- id: stir-slowly", "- id: pour-slowly"),
        ("title: Stir slowly", "title: Pour slowly"),
    )
    change(content, "modules/cup-of-tea/practice.md", ("practice | stir-slowly", "practice | pour-slowly"))
