"""Tries inputs on one target for some seconds: `python -m tests.fuzz TARGET SECONDS`. Needs atheris; see README.md."""

import sys
import tempfile
from pathlib import Path

SEEDS = Path(__file__).with_name("seeds")
KINDS = {".yml": "tree", ".md": "prose", ".svg": "drawing"}
LIMITS = ("-timeout=5", "-rss_limit_mb=1500", "-max_len=3000", "-len_control=0", "-print_final_stats=1")
"""No input may take more than five seconds, nor the process more memory than this."""


def main() -> None:
    """Fuzz until the time is over or something breaks; the input that broke it lies where the last line says."""
    target, seconds = sys.argv[1], sys.argv[2]
    try:
        import atheris
    except ModuleNotFoundError:
        sys.exit("This needs atheris: .venv/bin/pip install atheris")

    with atheris.instrument_imports(include=["builder", "markdown_it", "mdit_py_plugins"]):
        from tests.fuzz.targets import TARGETS, TEXTS

    found = Path(tempfile.mkdtemp(prefix=f"fuzz-{target}-"))
    grown = found / "grown"
    grown.mkdir()
    for number, (name, text) in enumerate(TEXTS.items()):
        if target in ("load", KINDS[Path(name).suffix]):
            (grown / f"sample-{number}").write_text(f"=== {name}\n{text}" if target == "load" else text, "utf-8")
    arguments = [sys.argv[0], *LIMITS, f"-max_total_time={seconds}", f"-artifact_prefix={found}/"]
    kept = [str(folder) for folder in (SEEDS / target,) if folder.is_dir()]
    atheris.Setup([*arguments, str(grown), *kept], TARGETS[target])
    print(f"What breaks something will lie in {found}", flush=True)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
