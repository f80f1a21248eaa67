"""The folder of a release with the site in it in, the files beside the site out. Usage: python -m release FOLDER."""

import sys
from pathlib import Path

from builder.load.gather import load
from release.files import files_of
from release.parts import ROOT


def main(folder: Path) -> None:
    """Write what goes out beside `folder`/site."""
    for name, data in files_of(folder / "site", load(ROOT / "content").library.settings).items():
        (folder / name).write_bytes(data)
        print(f"  {folder / name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
