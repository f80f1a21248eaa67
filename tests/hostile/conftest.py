"""The sample library with every hostile input in it, planted and checked once."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.diagnostics.place import Place
from builder.load.files import read
from builder.load.gather import Loaded, load
from builder.pipeline import Checked, check
from tests.conftest import TODAY
from tests.hostile.corpus import CASES, HARMLESS
from tests.hostile.host import planted
from tests.hostile.paths import PATHS, UNSEEN


@dataclass(frozen=True)
class Attacked:
    """What was planted, where each case's finding has to point, and what the check says."""

    content: Path
    places: dict[str, Place]
    checked: Checked
    loaded: Loaded


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "secret.svg").write_text("pwn_secret()", "utf-8")
    content = folder / "content"
    places = planted((*CASES, *HARMLESS), content)
    for odd in (*PATHS, *UNSEEN):
        odd.plant(content)
    return Attacked(content, places, check(read(content), TODAY), load(content))
