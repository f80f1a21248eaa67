"""A number of modules, a language and a seed in, a library of that size out, which the check accepts.

Usage: python -m bench.library FOLDER MODULES [LANGUAGE …] [--seed N]. The shipped modules come first, then made-up ones.
A library has one language today, so for several languages one library is written for each, in a folder of its own. What
all modules share (pages, numbers, labels) stays as it is shipped, in English.
"""

import shutil
import sys
from pathlib import Path

from bench.module import Asked, as_yaml, module_files, source, sources_by, term, terms_by

ROOT = Path(__file__).parents[1]


def write_library(project: Path, modules: int, language: str = "en", seed: int = 1) -> None:
    """Write content, theme and config of a library with so many modules into `project`.

    A library of 30 modules is the beginning of one of 3,000: what is in both is the same in both.
    """
    content = project / "content"
    shutil.copytree(ROOT / "content", content)
    (project / "theme").symlink_to(ROOT / "theme")
    (project / "mkdocs.yml").symlink_to(ROOT / "mkdocs.yml")
    settings = content / "library.yml"
    settings.write_text(settings.read_text("utf-8").replace("languages: [en]", f"languages: [{language}]"), "utf-8")
    shipped = tuple(sorted(path.name for path in (content / "modules").iterdir()))
    own = modules - len(shipped)

    def asked(number: int) -> Asked:
        return Asked(seed, language, number, shipped)

    for number in range(1, own + 1):
        for name, text in module_files(asked(number)).items():
            file = content / "modules" / asked(number).id / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    shared = ((source, sources_by, "references.yml"), (term, terms_by, "glossary.yml"))
    for made, count, name in shared:
        entries = [made(asked(number)) for number in range(1, count(max(own, 0)) + 1)]
        with (content / name).open("a", encoding="utf-8") as opened:
            opened.write(f"\n{as_yaml(entries)}" if entries else "")


def write_libraries(folder: Path, modules: int, languages: tuple[str, ...], seed: int = 1) -> tuple[Path, ...]:
    """One library a language, each in the folder of its name."""
    projects = tuple(folder / language for language in languages)
    for project, language in zip(projects, languages, strict=True):
        project.mkdir(parents=True)
        write_library(project, modules, language, seed)
    return projects


if __name__ == "__main__":
    *words, seed = sys.argv[1:] if "--seed" in sys.argv else [*sys.argv[1:], "--seed", "1"]
    write_libraries(Path(words[0]), int(words[1]), tuple(words[2:-1]) or ("en",), int(seed))
