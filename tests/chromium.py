"""Finds a Chromium for the tests, or gets one; says plainly what it could not get, and how to get it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHELL = "chromium-headless-shell"
"""The same engine without a window: half the work for the machine."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOW = "Install Chromium with your system's packages (Debian: apt install chromium), or set CHROMIUM to its path."


def found() -> str | None:
    """The path of a Chromium on this machine, best one without a window."""
    named = os.environ.get("CHROMIUM")
    if named and Path(named).is_file():
        return named
    return shutil.which(SHELL) or next(_shells_of_playwright(), None) or with_window()


def with_window() -> str | None:
    """The path of a Chromium that also keeps whole pages in its memory, as a reader's does."""
    paths = filter(None, map(shutil.which, NAMES))
    path = next(paths, None) or _of_playwright()
    return path if Path(path).is_file() else None


def _of_playwright() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _shells_of_playwright() -> Iterator[str]:
    for folder in Path(_of_playwright()).parents[2].glob("chromium_headless_shell-*"):
        yield from (str(path) for path in folder.rglob("*headless*shell") if path.is_file())


def starts(path: str) -> bool:
    """Whether the browser at `path` opens a page; one without its libraries does not."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=path, args=list(FLAGS)).close()
    except Error:
        return False
    return True


def _from_playwright() -> None:
    print("No Chromium here. Trying Playwright's own …", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        print("That could not be downloaded.", flush=True)


def from_the_system(package: str = "chromium") -> None:
    """Install a package of the system where that needs nobody's password."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not root or shutil.which("sudo")):
        print(f"Trying the system's package {package} …", flush=True)
        for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", package]):
            subprocess.run([*root, "apt-get", *words], capture_output=True, check=False)


def main() -> int:
    """Make sure that there is a Chromium that starts; leave with 1 where there is none."""
    ways: tuple[Callable[[], None], ...] = (lambda: None, _from_playwright, from_the_system)
    for get in ways:
        get()
        path = found()
        if path and starts(path) and with_window():
            print(f"Chromium for the tests: {path}")
            return 0
    print(f"No Chromium that starts could be found or installed. {HOW}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
