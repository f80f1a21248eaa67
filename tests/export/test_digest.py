"""A PDF that was made before is taken for as long as all that makes PDFs is the same."""

from pathlib import Path

import builder.export
import builder.pdf
from builder.export import digest
from tests.export.sheets import THEME


def test_the_code_of_both_rooms_counts() -> None:
    rooms = [Path(room.__path__[0]) for room in (builder.export, builder.pdf)]
    code = {path.read_bytes() for room in rooms for path in room.glob("*.py")}
    assert len(code) > 30
    assert code <= {*digest._own()}


def test_the_day_of_the_release_and_each_template_count(tmp_path: Path) -> None:
    for name in ("one.typ", "two.typ"):
        (tmp_path / name).write_text("", "utf-8")
    empty = digest.ground_of(tmp_path, "2026-11-23")
    assert digest.ground_of(tmp_path, "2026-11-23") == empty
    assert digest.ground_of(tmp_path, "2026-11-24") != empty
    (tmp_path / "two.typ").write_text("// else", "utf-8")
    assert digest.ground_of(tmp_path, "2026-11-23") != empty
    assert digest.ground_of(THEME / "print", "2026-11-23") != empty
