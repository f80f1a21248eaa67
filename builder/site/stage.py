"""Pages as Markdown in, a project that an engine can build out: pages, theme and config in one folder."""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.diagnostics.errors import BuilderError
from builder.model.page import Publication
from builder.site.bare import bare_script
from builder.site.engine import CONFIG
from builder.site.places import staged_file
from builder.site.style import STYLE, style_of

_FILLED_IN = ("site_name", "site_url", "docs_dir", "site_dir", "extra")


def stage(pages: Iterable[tuple[str, str]], config: str, theme: Path, into: Path) -> Path:
    """Write everything that an engine needs below `into`: config, theme, pages by address and text; return the config's path."""
    for address, text in pages:
        _write(into / "docs" / staged_file(address), text.encode())
    shutil.copytree(theme, into / "theme", ignore=shutil.ignore_patterns("print", "styles", "assets"))
    path = into / CONFIG
    _write(path, config.encode())
    return path


def config_of(publication: Publication, project: Path) -> str:
    """The text of the project's config with the library's values in it.

    Raises BuilderError when `project` has no mkdocs.yml or no theme.
    """
    own, theme = project / "mkdocs.yml", project / "theme"
    for needed, there in ((own, own.is_file()), (theme, theme.is_dir())):
        if not there:
            raise BuilderError(f"There is no {needed}.", "Run psychoed in the folder that holds mkdocs.yml and theme.")
    return _config(publication, own.read_text(encoding="utf-8"))


def assets_of(theme: Path, own_rules: str) -> Iterator[tuple[str, bytes]]:
    """What every page loads, by its path on the site. `own_rules` are a publisher's, for the style sheet."""
    for path in sorted((theme / "assets").rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            bare = bare_script(data.decode()).encode() if path.suffix == ".js" else data
            yield path.relative_to(theme).as_posix(), bare
    yield STYLE, style_of(theme, own_rules).encode()


def _config(publication: Publication, text: str) -> str:
    """A line of JSON is a line of YAML."""
    kept = [line for line in text.splitlines() if not line.startswith(tuple(f"{key}:" for key in _FILLED_IN))]
    publisher = publication.publisher
    values = {
        "site_name": publication.name,
        "site_url": f"{publication.base_address.rstrip('/')}/",
        "docs_dir": "docs",
        "site_dir": "site",
        "extra": {
            "library": publication.name,
            "language": publication.language,
            "version": publication.version,
            "tagline": publication.tagline,
            "licence": publication.licence,
            "exit_target": publication.exit_target,
            "sent_from": f"{publication.base_address.rstrip('/')}/" if publication.has_real_address else "",
            "offered_by": publisher.name if publisher else "",
            "offered_says": (publisher.says if publisher else None) or "",
            "codes": any(page.address.startswith("m/") for page in publication.pages),
        },
    }
    filled = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join((*kept, *filled)) + "\n"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
