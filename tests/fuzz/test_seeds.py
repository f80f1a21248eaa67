"""Every input that once broke something is tried again, in little time."""

import time
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

SEEDS = sorted(path for path in Path(__file__).with_name("seeds").rglob("*") if path.is_file())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_it_breaks_nothing_any_more(seed: Path) -> None:
    start = time.process_time()
    TARGETS[seed.parent.name](seed.read_bytes())
    assert time.process_time() - start < 5


def test_there_are_seeds() -> None:
    assert SEEDS
