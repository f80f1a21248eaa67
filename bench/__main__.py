"""Times the build against plain MkDocs with Material on the same pages; prints medians and ratios.

Usage: python -m bench [MODULES] [ROUNDS]. Whole processes, interleaved, so that a noisy machine troubles all alike.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
BASELINE = "plain MkDocs with Material, the same Markdown"


def main(modules: int = 30, rounds: int = 3) -> None:
    """Make `modules` copies of a sample module, time each command `rounds` times, print what came out."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as folder:
        project = Path(folder)
        _library(project, modules)
        plain = _plain(project)
        python = sys.executable
        commands = {
            BASELINE: [python, "-m", "mkdocs", "build", "--quiet", "--config-file", str(plain), "--site-dir", f"{folder}/plain"],
            "psychoed build, PDFs included": [python, "-m", "builder.cli", "build", "--content", f"{folder}/content", "--out", f"{folder}/site"],
        }  # fmt: skip
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(_seconds(command))
    base = median(times[BASELINE])
    print(f"{modules} modules, median of {rounds} rounds")
    for name, taken in times.items():
        print(f"  {median(taken):7.2f} s  ratio {median(taken) / base:5.2f}  {name}")


def _library(project: Path, modules: int) -> None:
    sample = ROOT / "tests" / "sample"
    shutil.copytree(sample, project / "content")
    (project / "theme").symlink_to(ROOT / "theme")
    (project / "mkdocs.yml").symlink_to(ROOT / "mkdocs.yml")
    for number in range(modules - 2):
        code = "".join(chr(97 + int(digit)) for digit in f"{number:05d}")
        folder = project / "content" / "modules" / f"cup-{number}"
        shutil.copytree(sample / "modules" / "cup-of-tea", folder)
        for file in folder.rglob("*.*"):
            text = file.read_text("utf-8").replace("cup-of-tea", f"cup-{number}")
            file.write_text(text.replace("code: tea", f"code: {code}"), "utf-8")


def _plain(project: Path) -> Path:
    """The same words as Markdown with Material's own theme, search included: what most people would set up."""
    docs = project / "docs"
    for file in sorted((project / "content" / "modules").glob("*/*.md")):
        target = docs / file.parent.name / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {file.parent.name} {file.stem}\n\n{file.read_text('utf-8')}", "utf-8")
    (docs / "index.md").write_text("# Home\n", "utf-8")
    config = project / "plain.yml"
    config.write_text("site_name: Plain\ntheme: {name: material, font: false}\nplugins: [search]\n", "utf-8")
    return config


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return time.perf_counter() - started


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
