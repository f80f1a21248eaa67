"""What many tests share: the sample library, the real one, and one built site of each."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from builder.load import load
from builder.model.library import Library
from builder.model.page import Publication
from builder.render import publication_of
from tests.chromium import FLAGS, HOW, found

settings.register_profile("long", max_examples=2_000)

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def sample() -> Library:
    return load(ROOT / "tests" / "sample").library


@pytest.fixture(scope="session")
def sample_publication(sample: Library) -> Publication:
    return publication_of(sample, TODAY)


@pytest.fixture(scope="session")
def library() -> Library:
    return load(ROOT / "content").library


@pytest.fixture(scope="session")
def publication(library: Library) -> Publication:
    return publication_of(library, TODAY)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. One that is missing is a failure, not a skip."""
    path = found()
    assert path, f"The browser tests need a Chromium. {HOW}"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()
