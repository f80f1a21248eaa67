"""A library on the disk in, everything that can make its site out: ours and its peers, each with how to run it."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.hugo import write_hugo
from bench.library import ROOT
from bench.plain import write_plain
from builder.memory.place import memory_of

OURS, CHECK, WHOLE = "psychoed", "psychoed check", "psychoed build, with every file"
PLAIN, FULL = "MkDocs and Material, small nav", "MkDocs and Material, full nav"
ZENSICAL, HUGO = "Zensical, small nav", "Hugo, small nav"
PEERS = (PLAIN, FULL, ZENSICAL, HUGO)

_PEERS = ROOT / ".venv-peers"


@dataclass(frozen=True)
class Tool:
    """`command` makes `out`. `forget` makes its next run a cold one. `edit` changes one module, or is absent where every
    run starts over. `index` finds what its search loads."""

    name: str
    command: tuple[str, ...]
    out: Path | None
    forget: Callable[[], None]
    edit: Callable[[int], None] | None = None
    index: str = ""


@dataclass(frozen=True)
class Missing:
    """A tool that is not there, and why."""

    name: str
    why: str


def ours(project: Path, whole: bool) -> tuple[Tool, ...]:
    """What psychoed does; with every PDF and EPUB only where it is asked for."""
    content, site = str(project / "content"), project / "ours"
    module = sorted(path for path in (project / "content" / "modules").iterdir())[-1]
    edit = _edits(module / "learn.md")
    cli = (sys.executable, "-m", "builder.cli")

    forget = _forgets(memory_of(project), site, project / "whole")
    build = (*cli, "build", "--content", content, "--out", str(project / "whole"))
    return (
        Tool(CHECK, (*cli, "check", "--content", content), None, forget, edit),
        *((Tool(WHOLE, build, None, forget, edit),) if whole else ()),
        Tool(
            OURS, (sys.executable, "-m", "bench.site", content, str(site)), site, forget, edit, "assets/search/**/*.js"
        ),
    )


def peers(staged: Path, folder: Path, full: bool) -> tuple[Tool | Missing, ...]:
    """The others, on the pages of `staged`, in the order of PEERS; the one with a full nav only where it is asked for."""
    docs = staged / "docs"
    return (
        _mkdocs(PLAIN, write_plain(docs, folder / "plain")),
        _mkdocs(FULL, write_plain(docs, folder / "full", full=True))
        if full
        else Missing(FULL, "not run: it grows with the square of the library"),
        _zensical(write_plain(docs, folder / "zensical")),
        _hugo(docs, folder / "hugo"),
    )


def versions() -> dict[str, str]:
    """What was measured: each tool with the version that it names itself."""
    said = {name: _said([sys.executable, "-m", name, "--version"]) for name in ("mkdocs", "zensical")}
    found = _hugo_binary()
    said["hugo"] = _said([found, "version"]) if found else ""
    numbers = {name: re.search(r"\d+\.\d+(\.\d+)?", words) for name, words in said.items()}
    material = _said([sys.executable, "-c", "import importlib.metadata as m; print(m.version('mkdocs-material'))"])
    python = sys.version.split()[0]
    return {
        "python": python,
        "material": material.strip(),
        **{name: got[0] if got else "missing" for name, got in numbers.items()},
    }


def _mkdocs(name: str, config: Path) -> Tool:
    out = config.parent / "site"
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config))
    return Tool(name, command, out, _forgets(out), index="search/search_index.json")


def _zensical(config: Path) -> Tool | Missing:
    if not _said([sys.executable, "-m", "zensical", "--version"]):
        return Missing(ZENSICAL, "not installed: pip install zensical")
    out = config.parent / "site"
    command = (sys.executable, "-m", "zensical", "build", "--config-file", str(config))
    edit = _edits(config.parent / "docs" / "co-regulation" / "index.md")
    return Tool(ZENSICAL, command, out, _forgets(out, config.parent / ".cache"), edit, index="search.json")


def _hugo(docs: Path, folder: Path) -> Tool | Missing:
    binary = _hugo_binary()
    if not binary:
        return Missing(HUGO, "not installed: make bench gets it")
    write_hugo(docs, folder)
    out = folder / "site"
    return Tool(HUGO, (binary, "--quiet", "--source", str(folder), "--destination", str(out)), out, _forgets(out))


def _hugo_binary() -> str | None:
    """The binary itself: what pip puts into bin/ starts Python first, which Hugo need not pay for."""
    own = next(_PEERS.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)
    return str(own) if own else shutil.which("hugo")


def _forgets(*folders: Path) -> Callable[[], None]:
    """Puts these folders out of the way. They go when all is measured: an ext4 without a journal looks at every file that
    went in the last minute before it makes one, and that would be measured with whatever comes next."""

    def forget() -> None:
        for folder in filter(Path.exists, folders):
            gone = tempfile.mkdtemp(prefix="gone-", dir=folder.parent)
            folder.rename(gone)
            _GONE.append(gone)

    return forget


def clear() -> None:
    """Take away what was put out of the way."""
    while _GONE:
        shutil.rmtree(_GONE.pop(), ignore_errors=True)


_GONE: list[str] = []


def _edits(file: Path) -> Callable[[int], None]:
    """Each time another sentence at the end of the page."""

    def edit(number: int) -> None:
        with file.open("a", encoding="utf-8") as page:
            page.write(f"\nThis is sentence {number} of those that were added.\n")

    return edit


def _said(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
