"""Saves an edit under `psychoed serve`, again and again, and times until real Chromium shows it; prints median and worst.

Usage: python -m bench.serve [MODULES] [EDITS]. From the end of the save to the words on the page. The browser loads the
page again about every 50 ms, as an impatient author would; each load is in the figure. Between two edits the author thinks
for a while, in which the files beside the page can be made.
"""

import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Error, Page, sync_playwright

from bench.library import ROOT, write_library
from builder.memory.place import memory_of
from tests.chromium import FLAGS, found

_FIRST_BUILD = 3_600
_ONE_EDIT = 600
_THINKS = 5


def main(modules: int = 1_000, edits: int = 20) -> None:
    """Make a library, serve it, edit, print."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as folder, sync_playwright() as playwright:
        project = Path(folder)
        write_library(project, modules)
        learn = sorted((project / "content" / "modules").iterdir())[-1] / "learn.md"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        words = ("serve", "--content", str(project / "content"), "--port", str(port))
        with tempfile.TemporaryFile("w+") as said:
            command = (sys.executable, "-m", "builder.cli", *words)
            running = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said, start_new_session=True)
            try:
                page = playwright.chromium.launch(executable_path=found(), args=list(FLAGS)).new_page()
                first = _until(
                    page, f"http://127.0.0.1:{port}/{learn.parent.name}/", "Only got a minute?", _FIRST_BUILD
                )
                seen = [_edit(page, learn, number) for number in range(edits)]
            finally:
                running.send_signal(signal.SIGINT)
                running.wait(60)
                shutil.rmtree(memory_of(project), ignore_errors=True)
    print(f"{modules} modules: first page after {first:.1f} s; {edits} edits, each saved and then seen in Chromium:")
    print(f"  median {median(seen):.2f} s, worst {max(seen):.2f} s, first {seen[0]:.2f} s")


def _edit(page: Page, file: Path, number: int) -> float:
    text = file.read_text("utf-8").split("\nThe newest words are")[0]
    words = f"The newest words are number {number} of all."
    time.sleep(_THINKS)
    file.write_text(f"{text}\n{words}\n", "utf-8")
    return _until(page, page.url, words, _ONE_EDIT)


def _until(page: Page, address: str, words: str, most: float) -> float:
    """How long it takes until the page shows these words."""
    started = time.perf_counter()
    while time.perf_counter() - started < most:
        try:
            page.goto(address, wait_until="domcontentloaded")
            if page.get_by_text(words).count():
                return time.perf_counter() - started
        except Error:  # nobody answers there yet
            pass
        time.sleep(0.05)
    raise SystemExit(f"“{words}” did not come within {most} s.")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
