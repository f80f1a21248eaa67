"""A project's folder in, what its theme and its mkdocs.yml lack for a build out."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from builder.doctor.ill import Ill

_NEEDED = ("base.html", "main.html", "404.html", "moved.html", "short.html", "sw.js", "partials/masthead.html", "styles/style.css", "assets/mark.svg", "print/blocks.typ")  # fmt: skip
_FONTS = {"assets/font": "*.woff2", "print/font": "*.ttf"}
_SET: dict[str, Any] = {
    "use_directory_urls": True,
    "strict": True,
    "plugins": [],
    "nav": [],
    "theme": {"name": "material", "custom_dir": "theme", "font": False},
    "markdown_extensions": ["attr_list", "pymdownx.blocks.html"],
}
"""What a build needs of mkdocs.yml. It fills in the name, the address and the folders."""


def theme(root: Path) -> Iterator[Ill]:
    """Look whether templates and fonts are there, and whether mkdocs.yml says what both engines have to know."""
    folder = root / "theme"
    gone = [name for name in _NEEDED if not (folder / name).is_file()]
    gone += [f"{name}/{kind}" for name, kind in _FONTS.items() if not any((folder / name).glob(kind))]
    if gone:
        mend = "Restore theme/ from the repository: git checkout theme"
        yield Ill(f"{folder} lacks {', '.join(gone)}.", mend)
    config = root / "mkdocs.yml"
    try:
        import yaml

        said = yaml.safe_load(config.read_text("utf-8"))
        wrong = list(_differs(said if isinstance(said, Mapping) else {}, _SET))
    except ImportError:
        return  # told of already
    except (OSError, ValueError, yaml.YAMLError) as error:
        wrong = [f"it cannot be read ({str(error).splitlines()[0]})"]
    if wrong:
        mend = "Put that back, or restore the file from the repository: git checkout mkdocs.yml"
        yield Ill(f"{config} does not say what a build needs: {'; '.join(wrong)}.", mend)


def _differs(said: Mapping[str, Any], wanted: Mapping[str, Any], under: str = "") -> Iterator[str]:
    for key, value in wanted.items():
        has = said.get(key)
        if isinstance(value, Mapping):
            yield from _differs(has if isinstance(has, Mapping) else {}, value, f"{key}.")
        elif isinstance(value, list) and value:
            lacks = [one for one in value if one not in (has if isinstance(has, list) else [])]
            yield from (f"{under}{key} lacks {one}" for one in lacks)
        elif has != value:
            yield f"{under}{key} is {has!r}, not {value!r}"
