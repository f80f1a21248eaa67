"""The hand-made publication, built once by each engine; and a site of two pages as a build left it."""

import os
from pathlib import Path

import pytest

from builder.model.manifest import Placed, digest_of
from builder.site.build import ENGINES, build_site
from tests.conftest import ROOT
from tests.site.kinds import FACTS, FILES, PUBLICATION

PAGE = b"<p>One page</p>"
NAME, OTHER = "tea/green/index.html", "cup/index.html"
TIME = 1_700_000_000_000_000_000


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for engine in ENGINES:
        made[engine] = tmp_path_factory.mktemp(engine) / "site"
        build_site(PUBLICATION, FILES, FACTS, project=ROOT, out=made[engine], engine=engine)
    return made


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def before(old: Path) -> dict[str, Placed]:
    """How a build left the old site, some time ago."""
    for name in (NAME, OTHER):
        (old / name).parent.mkdir(parents=True)
        (old / name).write_bytes(PAGE)
        os.utime(old / name, ns=(TIME, TIME))
    return dict.fromkeys((NAME, OTHER), Placed(len(PAGE), TIME, digest_of(PAGE), "key"))
