"""The hand-made publication, built once by each engine."""

from pathlib import Path

import pytest

from builder.site.build import ENGINES, build_site
from tests.conftest import ROOT
from tests.site.kinds import FACTS, FILES, PUBLICATION


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for engine in ENGINES:
        made[engine] = tmp_path_factory.mktemp(engine) / "site"
        build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=made[engine], engine=engine)
    return made
