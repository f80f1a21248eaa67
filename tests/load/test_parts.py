"""The sources of all files read like one mapping, whichever part they are of."""

import pytest

from builder.diagnostics.source import Source
from builder.load.parts import Parts

SHARED = {"library.yml": Source("library.yml", "name: Tea")}
TEA = {f"modules/tea/{name}": Source(f"modules/tea/{name}", name) for name in ("learn.md", "module.yml")}
PARTS = Parts({"": SHARED, "tea": TEA})


def test_each_file_has_its_source() -> None:
    assert dict(PARTS) == {**SHARED, **TEA}
    assert len(PARTS) == 3


@pytest.mark.parametrize("file", ["modules/tea/practice.md", "modules/rain/learn.md", "help.yml"])
def test_a_file_that_is_not_there_has_none(file: str) -> None:
    assert file not in PARTS
    assert PARTS.get(file) is None
    with pytest.raises(KeyError):
        PARTS[file]
