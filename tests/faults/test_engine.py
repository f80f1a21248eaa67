"""An engine that breaks down in any way: its words, 2, the old site. The engine is the real one, with a hook that harms it."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from builder.diagnostics.errors import BuilderError
from builder.memory.shelf import Shelf
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


def harmed(folder: Path, does: str) -> Path:
    """A project in which the engine does this at its end."""
    project = folder / "project"
    project.mkdir()
    (project / "theme").symlink_to(ROOT / "theme")
    hook = project / "hook.py"
    hook.write_text(f"import os, pathlib, sys, time\ndef on_post_build(config):\n    {does}\n", "utf-8")
    (project / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8") + f"\nhooks: [{hook}]\n", "utf-8")
    return project


@pytest.mark.parametrize("harm", HARMS)
def test_the_old_site_stays(tmp_path: Path, harm: str) -> None:
    does, says = HARMS[harm]
    project, out = harmed(tmp_path, does), tmp_path / "out" / "site"
    before = old_site(out)
    with pytest.raises(BuilderError, match=says) as said:
        build_site(PUBLICATION, FILES, FACTS, project=project, out=out)
    assert said.value.mend
    assert "most recent call" not in str(said.value)
    assert files(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_a_body_that_the_engine_changed_goes_out_to_nobody(tmp_path: Path) -> None:
    page = 'pathlib.Path(config["site_dir"], "index.html")'
    project = harmed(tmp_path, f'p = {page}; p.write_text(p.read_text().replace("text/html", "text/plain"))')
    before = old_site(tmp_path / "site")
    with pytest.raises(BuilderError, match=r"changed the body of index\.html"):
        build_site(PUBLICATION, FILES, FACTS, project=project, out=tmp_path / "site", shelf=Shelf(tmp_path / "shelf"))
    assert files(tmp_path / "site") == before


def test_an_engine_ends_with_the_run_that_is_stopped(tmp_path: Path) -> None:
    told = tmp_path / "told"
    project = harmed(tmp_path, f"p = pathlib.Path({str(told)!r}); p.write_text(str(os.getpid())); time.sleep(600)")
    main = threading.main_thread().ident
    assert main

    def stop() -> None:
        while not told.exists() or not told.read_text():
            time.sleep(0.02)
        signal.pthread_kill(main, signal.SIGINT)

    threading.Thread(target=stop, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        build_site(PUBLICATION, FILES, FACTS, project=project, out=tmp_path / "site", shelf=Shelf(tmp_path / "shelf"))
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)
    assert not list(tmp_path.glob(".psychoed-*"))
