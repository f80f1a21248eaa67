"""An update of the library is put together with a clinic's own releases as docs/hosting.md says."""

import re
import subprocess
from pathlib import Path

from builder import keeping
from tests.conftest import ROOT, TODAY
from tests.keeping.project import change, errors, ledger, moves, released

_TWO = re.compile(r"^<{7} .*\n((?:.*\n)*?)={7}\n(?:.*\n)*?>{7} .*\n", re.MULTILINE)
_BOTH = ("library.yml", "ledger.yml")


def _git(at: Path, *words: str) -> int:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *who, "-C", str(at), *words], capture_output=True, check=False).returncode


def _release(content: Path, was: str, version: str) -> None:
    change(content, "library.yml", (f'version: "{was}"', f'version: "{version}"'))
    keeping.release(content, ("Something is new.",), TODAY, write=True)
    assert _git(content, "add", ".") == _git(content, "commit", "-m", version) == 0


def test_an_update_is_put_together_as_the_guide_says(tmp_path: Path) -> None:
    library, clinic = tmp_path / "library", tmp_path / "clinic"
    library.mkdir()
    ours = released(library)
    assert _git(ours, "init") == _git(ours, "add", ".") == _git(ours, "commit", "-m", "0.1") == 0
    assert _git(tmp_path, "clone", str(ours), str(clinic)) == 0
    (clinic / "publisher.yml").write_text("name: A clinic\nbase_address: https://a-clinic.org\n", "utf-8")
    _release(clinic, "0.1", "0.1.1")
    moves(ours, ("cup-of-tea#spilled", "warm-socks#spilled"))
    _release(ours, "0.1", "0.2")

    assert _git(clinic, "remote", "add", "library", str(ours)) == _git(clinic, "fetch", "library") == 0
    assert _git(clinic, "merge", "library/main") == 1
    said = [one for one in errors(clinic) if one.message.startswith("Two versions of this file were put together")]
    assert {(one.code.id, one.place.file) for one in said} == {("YML001", file) for file in _BOTH}
    for file in _BOTH:
        text, places = _TWO.subn(r"\1", (clinic / file).read_text("utf-8"))
        assert places
        (clinic / file).write_text(text, "utf-8")
    assert not errors(clinic)
    _release(clinic, "0.1.1", "0.2.1")
    assert not errors(clinic)
    assert [one.version for one in ledger(clinic).releases] == ["0.1", "0.1.1", "0.2.1"]
    assert ledger(clinic).moved == {"cup-of-tea/#spilled": "warm-socks/#spilled"}
    assert "git merge library/main" in (ROOT / "docs" / "hosting.md").read_text("utf-8")
