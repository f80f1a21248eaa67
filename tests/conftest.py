"""What many tests share: the sample library, the real one, and one built site of each."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from builder.check.measures import measured
from builder.load.gather import load
from builder.memory import place
from builder.model.library import Library
from builder.model.page import Publication
from builder.pipeline import Project, build, codes
from builder.render import publication_of
from tests.chromium import FLAGS, HOW, found
from tests.run import psychoed

# How fast the machine is today says nothing of the code.
settings.register_profile("usual", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("usual"), max_examples=2_000)
settings.load_profile("usual")

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 24)
BEGAN = date.today().isoformat()
"""The day on which the tests began: some end on the next."""
REAL = "https://steady.org.uk"
_WAIVERS = """\
- rule: LAN005
  file: pages/try.md
  reason: The sample is not for readers.
  by: A. Clinician
  until: 2027-01-31
- rule: LAN005
  file: modules/cup-of-tea/learn.md
  reason: It lets nothing through.
  by: A. Clinician
  until: 2027-01-31
"""


@pytest.fixture(scope="session")
def sample() -> Library:
    return load(ROOT / "tests" / "sample").library


@pytest.fixture(scope="session")
def sample_publication(sample: Library) -> Publication:
    return publication_of(sample, TODAY, codes())


@pytest.fixture(scope="session")
def library() -> Library:
    return load(ROOT / "content").library


@pytest.fixture(scope="session")
def publication(library: Library) -> Publication:
    return publication_of(library, TODAY, codes(), measured={one.id: measured(one) for one in library.published})


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site, built once as a person builds it."""
    out = tmp_path_factory.mktemp("built") / "site"
    done = psychoed.run(ROOT, "build", "--out", str(out), "--today", BEGAN)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample library with an address that leads somewhere, so that it has codes to scan."""
    project = tmp_path_factory.mktemp("handed-out")
    content = Path(shutil.copytree(ROOT / "tests" / "sample", project / "content"))
    for name in ("theme", "mkdocs.yml"):
        (project / name).symlink_to(ROOT / name)
    settings = content / "library.yml"
    settings.write_text(settings.read_text("utf-8").replace("https://sample.example", REAL), "utf-8")
    done = psychoed.run(project, "build", "--today", TODAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def memory_of_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is remembered of the sample once it was built, but for its last site: with a copy of that, only what a test
    changes is made."""
    folder = tmp_path_factory.mktemp("remembered")
    project = Project(folder, Path(shutil.copytree(ROOT / "tests" / "sample", folder / "content")))
    for name in ("theme", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    build(project, folder / "site", "mkdocs", TODAY, lambda _: None)
    return Path(shutil.move(project.memory, folder / "memory"))


@pytest.fixture
def project(tmp_path: Path, memory_of_sample: Path) -> Iterator[Project]:
    """A copy of the sample as a project of its own, all of it remembered."""
    shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    project = Project(tmp_path, tmp_path / "content")
    shutil.copytree(memory_of_sample, project.memory, ignore=shutil.ignore_patterns("built.json", place.BEFORE))
    yield project
    shutil.rmtree(project.memory)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. One that is missing is a failure, not a skip."""
    path = found()
    assert path, f"The browser tests need a Chromium. {HOW}"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    """A project whose content has an error, warnings, work for a person and a waiver: beside letters outside of ASCII,
    and in a file with an odd name."""
    content = Path(shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content"))
    (content / "waivers.yml").write_text(_WAIVERS, "utf-8")
    path = content / "modules" / "cup-of-tea" / "learn.md"
    path.write_text(path.read_text("utf-8") + "\nTea 🍵, 50% [off](term:stepe).\n", "utf-8")
    (content / "one, two 3%.txt").write_text("Nothing reads this.", "utf-8")
    return tmp_path
