"""Times `psychoed check` against the engine's build of the same pages, in one run; prints seconds and ratios.

Usage: python -m bench.check [MODULES] [ROUNDS]. Whole processes. Two baselines: the engine on the pages that
`psychoed build` stages (its own time only), and plain MkDocs with Material on the authors' Markdown with a small menu.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from bench.library import ROOT, write_library
from bench.standing_in import stage_all
from builder.load.gather import load
from builder.memory.place import memory_of
from builder.render import publication_of

ENGINE = "the engine, on the pages that psychoed stages"
PLAIN = "plain MkDocs with Material, authors' Markdown, small menu"
COLD, SAME, EDIT = "check, nothing remembered", "check, nothing changed", "check, one module edited"


def main(modules: int = 100, rounds: int = 3) -> None:
    """Make a library, time each command, print what came out."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as folder:
        project = Path(folder)
        write_library(project, modules)
        staged, plain = _staged(project), _plain(project)
        check = [sys.executable, "-m", "builder.cli", "check", "--content", f"{folder}/content"]
        times: dict[str, list[float]] = {name: [] for name in (COLD, SAME, EDIT, ENGINE, PLAIN)}
        for _ in range(rounds):
            shutil.rmtree(memory_of(project), ignore_errors=True)
            times[COLD].append(_seconds(check))
            times[SAME].append(_seconds(check))
            edited = project / "content" / "modules" / "co-regulation" / "learn.md"
            edited.write_text(edited.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
            times[EDIT].append(_seconds(check))
            for name, config in ((ENGINE, staged), (PLAIN, plain)):
                times[name].append(_seconds([sys.executable, "-m", "mkdocs", "build", "--config-file", str(config)]))
    print(f"{modules} modules, median of {rounds}; ratio to the engine, ratio to plain MkDocs")
    for name, taken in times.items():
        ratios = (median(taken) / median(times[base]) for base in (ENGINE, PLAIN))
        print(f"  {median(taken):8.2f} s  {'  '.join(f'{ratio:6.3f}' for ratio in ratios)}  {name}")


def _staged(project: Path) -> Path:
    library = load(project / "content").library
    publication = publication_of(library, date.today())
    return stage_all(publication, project / "staged")


def _plain(project: Path) -> Path:
    docs = project / "plain" / "docs"
    for file in sorted((project / "content" / "modules").glob("*/*.md")):
        target = docs / file.parent.name / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {file.parent.name} {file.stem}\n\n{file.read_text('utf-8')}", "utf-8")
    (docs / "index.md").write_text("# Home\n", "utf-8")
    config = project / "plain" / "mkdocs.yml"
    menu = "nav: [index.md]\nvalidation: {omitted_files: ignore}\n"
    config.write_text(f"site_name: Plain\ntheme: {{name: material, font: false}}\nplugins: [search]\n{menu}", "utf-8")
    return config


def _seconds(command: list[str]) -> float:
    print(f"  … {' '.join(command[2:4])}", file=sys.stderr)
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout[-3000:] + done.stderr[-3000:])
    return time.perf_counter() - started


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
