"""An engine that breaks down in any way: its words, 2, the old site. The engine is the real one, with a hook that harms it."""

from pathlib import Path

import pytest

from builder.diagnostics.errors import BuilderError
from builder.site.build import build_site
from tests.conftest import ROOT
from tests.faults.ground import files, old_site
from tests.site.kinds import FACTS, FILES, PUBLICATION

HARMS = {
    "crashes": ('raise RuntimeError("a pipe burst")', "a pipe burst"),
    "is killed": ("os.kill(os.getpid(), 9)", r"stopped it \(SIGKILL\)"),
    "says nothing": ("pass\nos._exit(3)", "It said nothing"),
    "prints a traceback": (
        'sys.stderr.write("Traceback (most recent call last):\\n  in x\\nOops: odd\\n")',
        "Oops: odd",
    ),
    "leaves a page out": ('os.system("rm -f " + config["site_dir"] + "/index.html")', "left out index.html"),
    "meets a full disk": ('os.write(os.open("/dev/full", os.O_WRONLY), b"x")', "the disk is full"),
    "prints what is no text": ('sys.stderr.buffer.write(b"\\xff\\xfe"); raise SystemExit(1)', "could not build"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_the_old_site_stays(tmp_path: Path, harm: str) -> None:
    does, says = HARMS[harm]
    project, out = tmp_path / "project", tmp_path / "out" / "site"
    project.mkdir()
    (project / "theme").symlink_to(ROOT / "theme")
    hook = project / "hook.py"
    hook.write_text(f"import os, sys\ndef on_post_build(config):\n    {does}\n", "utf-8")
    (project / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8") + f"\nhooks: [{hook}]\n", "utf-8")
    before = old_site(out)
    with pytest.raises(BuilderError, match=says) as said:
        build_site(PUBLICATION, FILES, FACTS, project=project, out=out)
    assert said.value.mend
    assert "most recent call" not in str(said.value)
    assert files(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["site"]
