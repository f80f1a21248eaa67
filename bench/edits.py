"""Builds a library after each of many random edits with all that is kept, and says whether a build with nothing kept differs.

Usage: python -m bench.edits [MODULES] [EDITS] [EVERY] [SEED]. An edit adds a sentence, renames a module, changes a word or a
source that all share, adds a module or takes one away. After each the library is built as `bench.site` does; after EVERY of
them it is built a second time in a folder of which nothing is remembered, and the two sites are compared byte for byte.
"""

import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.library import ROOT, write_library
from builder.memory.place import memory_of

_MORE = 10
"""So many modules wait to be added."""


def main(modules: int = 300, edits: int = 100, every: int = 10, seed: int = 1) -> int:
    """Edit, build, compare; return how many sites differed."""
    chance, differed = random.Random(seed), 0
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as name:
        kept, clean = Path(name) / "kept", Path(name) / "clean"
        kept.mkdir()
        write_library(kept, modules + _MORE)
        own = sorted((kept / "content" / "modules").iterdir(), key=_number)
        waiting = own[modules:]
        away = Path(name) / "away"
        away.mkdir()
        for folder in waiting:
            shutil.move(folder, away / folder.name)
        try:
            _build(kept)
            for number in range(1, edits + 1):
                said = _edit(kept / "content", away, number, chance)
                _build(kept)
                if number % every and number != edits:
                    continue
                shutil.copytree(kept, clean, symlinks=True, ignore=shutil.ignore_patterns("site"))
                _build(clean)
                odd = _odd(kept / "site", clean / "site")
                differed += bool(odd)
                print(f"after {number} edits ({said}): {', '.join(odd[:3]) or 'the same'}", flush=True)
                _forget(clean)
                shutil.rmtree(clean)
        finally:
            _forget(kept)
            _forget(clean)
    print(f"{edits} edits of {modules} modules, seed {seed}: {differed} sites differed")
    return differed


def _edit(content: Path, away: Path, number: int, chance: random.Random) -> str:
    """Change something; return what."""
    modules = sorted((content / "modules").iterdir(), key=_number)
    one = chance.choice([folder for folder in modules if _number(folder)])
    kind = chance.choice(["sentence"] * 5 + ["title", "word", "source", "module"])
    match kind:
        case "sentence":
            file = one / chance.choice(["learn.md", "practice.md", "clinicians.md"])
            file.write_text(
                f"{file.read_text('utf-8')}\nThis is sentence {number} of those that were added.\n", "utf-8"
            )
        case "title":
            _replaced(one / "module.yml", r"\ntitle: (Again \d+, )?", f"\ntitle: Again {number}, ")
        case "word":
            _replaced(
                content / "glossary.yml", r"means: >-\n    (In sense \d+: )?", f"means: >-\n    In sense {number}: "
            )
        case "source":
            _replaced(content / "references.yml", r"family: (Of\d+)?", f"family: Of{number}")
        case _:
            there = sorted(away.iterdir(), key=_number)
            newest = modules[-1]
            if there and chance.random() < 0.6:
                shutil.move(there[0], content / "modules" / there[0].name)
            elif _number(newest):  # nothing names the newest module
                shutil.move(newest, away / newest.name)
    return kind


def _replaced(file: Path, was: str, now: str) -> None:
    """Put `now` in the first place of the pattern `was`."""
    text, found = re.subn(was, now, file.read_text("utf-8"), count=1)
    assert found
    file.write_text(text, "utf-8")


def _number(folder: Path) -> str:
    """The code of a made-up module, which counts them; nothing for a shipped one."""
    code = (folder / "module.yml").read_text("utf-8").partition("\ncode: ")[2].split()[0]
    return code if code.startswith("q") and len(code) == 6 else ""


def _build(project: Path) -> None:
    command = (sys.executable, "-m", "bench.site", str(project / "content"), str(project / "site"))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def _odd(one: Path, other: Path) -> list[str]:
    """The files that are not in both with the same bytes."""
    names = {path.relative_to(site).as_posix() for site in (one, other) for path in site.rglob("*") if path.is_file()}
    return sorted(name for name in names if not _same(one / name, other / name))


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def _forget(project: Path) -> None:
    shutil.rmtree(memory_of(project), ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])) > 0)
