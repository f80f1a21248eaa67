"""A number of modules in, a library of that size out: the shipped modules again and again, each with words of its own."""

import re
import shutil
from pathlib import Path
from string import ascii_lowercase

ROOT = Path(__file__).parents[1]
_HOST = "modules"


def write_library(project: Path, modules: int) -> None:
    """Write content, theme and config of a library with so many modules into `project`."""
    shutil.copytree(ROOT / "content", project / "content")
    (project / "theme").symlink_to(ROOT / "theme")
    (project / "mkdocs.yml").symlink_to(ROOT / "mkdocs.yml")
    own = sorted(path.name for path in (project / "content" / _HOST).iterdir())
    for number in range(modules - len(own)):
        _copy(project / "content" / _HOST, own[number % len(own)], number)


def _copy(folder: Path, name: str, number: int) -> None:
    new = folder / f"{name}-{number}"
    shutil.copytree(folder / name, new)
    facts = new / "module.yml"
    text = re.sub(r"^id: .*$", f"id: {new.name}", facts.read_text("utf-8"), count=1, flags=re.MULTILINE)
    facts.write_text(re.sub(r"^code: .*$", f"code: {_code(number)}", text, count=1, flags=re.MULTILINE), "utf-8")
    for part in ("learn.md", "practice.md", "clinicians.md"):
        with (new / part).open("a", encoding="utf-8") as file:
            file.write(f"\nThis is page {number} of many. It has {_words(number)} in it.\n")


def _code(number: int) -> str:
    return "q" + "".join(ascii_lowercase[int(digit)] for digit in f"{number:06d}")


def _words(number: int) -> str:
    """A few words that no other module has: no two pages of a real library are the same."""
    return " and ".join(f"w{ascii_lowercase[number % 26]}{number * step % 9973}x" for step in (3, 7, 11))
