"""The sample library in, the same with every hostile input planted, each in a place of its own, out."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from string import ascii_lowercase

from builder.diagnostics.place import Place
from tests.conftest import ROOT
from tests.hostile.case import Hostile

SAMPLE = ROOT / "tests" / "sample"
TEA = SAMPLE / "modules" / "cup-of-tea"


def planted(cases: Iterable[Hostile], content: Path) -> dict[str, Place]:
    """Write the sample with all cases below `content`; return where each case's finding has to point."""
    shutil.copytree(SAMPLE, content)
    offsets: dict[str, tuple[str, int]] = {}
    for number, case in enumerate(cases):
        if case.module:
            _copy_tea(content, case.module, number)
        path = content / case.path
        text, offset = case.planted(path.read_text("utf-8"))
        path.write_bytes(text.encode("utf-8"))
        offsets[case.name] = (case.path, offset)
    return {name: _place(file, (content / file).read_text("utf-8"), offset) for name, (file, offset) in offsets.items()}


def _copy_tea(content: Path, module: str, number: int) -> None:
    """A module of its own: another id, another code, else the same."""
    folder = shutil.copytree(TEA, content / "modules" / module)
    letters = ascii_lowercase[number // 26] + ascii_lowercase[number % 26]
    facts = (folder / "module.yml").read_text("utf-8")
    facts = re.sub(r"^id: .*$", f"id: {module}", facts, count=1, flags=re.MULTILINE)
    facts = re.sub(r"^code: .*$", f"code: host{letters}", facts, count=1, flags=re.MULTILINE)
    (folder / "module.yml").write_text(facts, "utf-8")


def _place(file: str, text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
