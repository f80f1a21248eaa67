"""The house stands: imports point down only, rooms on one floor are blind to one another, files stay short."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = (
    {"cli"},
    {"authoring", "reviewing", "serve", "taking", "keeping", "doctor", "pipeline", "previewing"},
    {"again", "judge", "once", "preview", "printed", "saved", "set_once"},
    {"load", "check", "memory", "render", "site", "export", "share", "clock"},
    {"pdf"},
    {"markup", "diagnostics", "disk", "scanned", "zipped"},
    {"model"},
)
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
MAY_SEE_ITS_NEIGHBOUR = {
    ("authoring", "pipeline"),
    ("reviewing", "pipeline"),
    ("taking", "pipeline"),
    ("keeping", "pipeline"),
    ("previewing", "pipeline"),
}
FILES = sorted((ROOT / "builder").rglob("*.py"))


def room_of(file: Path) -> str:
    return file.relative_to(ROOT / "builder").parts[0].removesuffix(".py")


def rooms_imported(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} if node.module != "builder" else {f"builder.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("builder.")}


def test_every_room_has_a_floor() -> None:
    assert {room_of(file) for file in FILES} - {"__init__"} == set(LEVEL)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_point_down_only(file: Path) -> None:
    room = room_of(file)
    if room == "__init__":
        return
    for other in rooms_imported(ast.parse(file.read_text())) - {room}:
        below = LEVEL[other] > LEVEL[room]
        assert below or (room, other) in MAY_SEE_ITS_NEIGHBOUR, f"{room} may not import {other}"


def test_no_relative_imports_hide_a_room() -> None:
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text())):
            assert not (isinstance(node, ast.ImportFrom) and node.level), file


@pytest.mark.parametrize("folder", ["builder", "tests", "docs", "bench", "release", "theme"])
def test_no_file_of_code_is_longer_than_300_lines(folder: str) -> None:
    kinds = {".py", ".css", ".js", ".html", ".typ"}
    files = [file for file in (ROOT / folder).rglob("*") if file.suffix in kinds]
    long = {str(file): lines for file in files if (lines := file.read_text().count("\n")) > 300}
    assert files
    assert not long


def test_no_room_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base"}
    assert not [file for file in FILES if empty & {part.removesuffix(".py") for part in file.relative_to(ROOT).parts}]
