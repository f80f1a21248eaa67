"""Every kind of file in every style, made once for all who look at them."""

import pytest

from builder.export import Made, pdfs_of
from tests.export.hard import HARD
from tests.export.sheets import ALL_KINDS, BOOK, THEME, publication


@pytest.fixture(scope="session")
def made() -> dict[str, Made]:
    return pdfs_of(publication(*ALL_KINDS, HARD, book=BOOK), THEME)


@pytest.fixture(scope="session")
def real() -> dict[str, Made]:
    """The same with a real address."""
    return pdfs_of(publication(*ALL_KINDS, book=BOOK, real=True), THEME)
