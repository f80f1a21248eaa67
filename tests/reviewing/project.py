"""The sample library as somebody's project, in which a clinician answers and signs."""

import re
import shutil
from pathlib import Path

from builder import reviewing
from tests.run import ROOT, psychoed

TODAY = ("--today", "2026-11-24")
FORM = "form.yml"


def project_in(folder: Path) -> Path:
    """A project of its own with the sample library."""
    shutil.copytree(ROOT / "tests" / "sample", folder / "content")
    for name in ("theme", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def change(project: Path, file: str, was: str, now: str) -> None:
    """Change one spot in one content file."""
    path = project / "content" / file
    text = path.read_bytes().decode()
    assert text.count(was) == 1
    path.write_bytes(text.replace(was, now).encode())


def ask(project: Path, module: str = "cup-of-tea", said: str = "yes") -> Path:
    """The form, every question in it answered."""
    form = project / FORM
    questions = reviewing.ask(project / "content", module)
    form.write_text(re.sub(r"^  said:$", f"  said: {said}", questions, flags=re.MULTILINE), "utf-8")
    return form


def sign(project: Path, *more: str, module: str = "cup-of-tea", by: str = "sample-second") -> tuple[int, str]:
    """Sign with the form; the exit code, and what was said."""
    done = psychoed.run(project, "review", "sign", module, "--by", by, "--answers", FORM, *TODAY, *more)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def codes_of(project: Path, file: str = "modules/cup-of-tea/module.yml") -> list[str]:
    """The codes of what the check says of one file."""
    _, findings = psychoed.findings(project, *TODAY)
    return [one["code"] for one in findings if one["file"] == f"content/{file}"]
