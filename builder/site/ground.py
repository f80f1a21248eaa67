"""The folder that a person named in, leave to put a site there out: nothing is taken away but a site of ours."""

from pathlib import Path

from builder.diagnostics.errors import BuilderError
from builder.site.finish import THEME_MARK

_NOT_OURS = ("library.yml", "mkdocs.yml", ".git")


def refuse_other_ground(out: Path, project: Path, *others: Path) -> None:
    """Judge `out`, a resolved path: a build replaces the whole of it.

    Raises BuilderError unless it is absent, empty, or a site that we built; and always for the project's own folders and
    for `others` that hold what a person wrote.
    """
    project = project.resolve()
    sources = (project / "content", project / "theme", *(other.resolve() for other in others))
    if any(own.is_relative_to(out) for own in (project, *sources)) or any(map(out.is_relative_to, sources)):
        raise _refusal(f"{out} holds the sources of the library, and a build would replace them.")
    if not out.exists():
        return
    if not out.is_dir():
        raise _refusal(f"{out} is a file, and a site needs a folder.")
    held = sorted(path.name for path in out.iterdir())
    for name in _NOT_OURS:
        if name in held:
            raise _refusal(f"{out} holds {name}, so it is more than a site, and a build would replace all of it.")
    if held and not _is_our_site(out):
        raise _refusal(f"{out} holds {held[0]} and is not a site that we built. A build would replace all of it.")


def _is_our_site(folder: Path) -> bool:
    index = folder / "index.html"
    return index.is_file() and THEME_MARK.encode() in index.read_bytes()


def _refusal(message: str) -> BuilderError:
    return BuilderError(message, "Name a new or an empty folder with --out, for instance --out site.")
