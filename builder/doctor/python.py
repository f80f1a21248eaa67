"""A project's lock in, what is wrong with this Python and its packages out."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import cache_from_source, find_spec
from pathlib import Path

from builder.doctor.ill import Ill

_LEAST = (3, 11)
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(?: *; *([^\\\n]+))?", re.MULTILINE)
_STARTS_OFTEN = ("builder", "mkdocs", "markdown", "jinja2", "pydantic", "yaml")
_ANEW = "Set the environment up again: rm -rf .venv && make site"


def python(root: Path) -> Iterator[Ill]:
    """Look at the version, each package of the lock, the byte code of what each start loads, and the tests' browser."""
    if sys.version_info < _LEAST:
        mend = "Install Python 3.11 or newer. Then: rm -rf .venv && make site PYTHON=python3.12"
        yield Ill(f"This is Python {'.'.join(map(str, sys.version_info[:3]))}, and 3.11 is the oldest that does.", mend)
    lock = root / "requirements.lock"
    if lock.is_file():
        yield from _packages(lock.read_text("utf-8"))
    else:
        yield Ill(f"There is no {lock}.", "Restore it from the repository (git checkout requirements.lock).")
    bare = [name for name in _STARTS_OFTEN if not _has_byte_code(name)]
    if bare:
        folders = "$(python -c 'import site; print(*site.getsitepackages())') builder"
        mend = f"With .venv/bin first in PATH: python -m compileall -q {folders}"
        yield Ill(f"There is no byte code of {', '.join(bare)}, so each start takes twice as long.", mend)
    if (root / "tests" / "chromium.py").is_file() and find_spec("playwright"):
        found = [sys.executable, "-c", "import sys; from tests.chromium import found; sys.exit(not found())"]
        if subprocess.run(found, cwd=root, capture_output=True, check=False).returncode:
            yield Ill("There is no Chromium for the tests.", "Run: .venv/bin/python -m tests.chromium")


def _packages(lock: str) -> Iterator[Ill]:
    others: list[str] = []
    for name, wanted, marker in _LOCKED.findall(lock):
        if marker and not _applies(marker):
            continue
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "missing"
        if found != wanted:
            others.append(f"{name} is {found}, not {wanted}")
    if others:
        mend = "Run: .venv/bin/python -m pip install --require-hashes -r requirements.lock"
        yield Ill(f"Packages are not those of requirements.lock: {'; '.join(others)}.", mend)


def _applies(marker: str) -> bool:
    try:
        from packaging.markers import Marker
    except ImportError:
        return False
    return Marker(marker.strip()).evaluate()


def _has_byte_code(name: str) -> bool:
    spec = find_spec(name)
    if spec is None or not spec.origin:
        return True  # a package that is missing is told of already
    return Path(cache_from_source(spec.origin)).is_file()
