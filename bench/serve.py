"""Saves an edit under `psychoed serve`, again and again, and times until real Chromium shows it; prints median and worst.

Usage: python -m bench.serve [MODULES] [EDITS]. From the end of the save until the words are on the page, which is open and
follows by itself. Between two edits the author thinks for a while; meanwhile all other pages and files are being made.
"""

import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

from playwright.sync_api import Error, Page, TimeoutError, sync_playwright

from bench.library import ROOT, write_library
from builder.memory.place import memory_of
from tests.chromium import FLAGS, found

_FIRST_BUILD = 3_600
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
                first = _opened(page, f"http://127.0.0.1:{port}/{learn.parent.name}/")
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
    started = time.perf_counter()
    while not page.get_by_text(words).count():  # no asking meanwhile: that would keep a processor busy
        with suppress(TimeoutError):
            page.wait_for_event("domcontentloaded", timeout=1_000)
    return time.perf_counter() - started


def _opened(page: Page, address: str) -> float:
    """How long it takes until the first page is there."""
    started = time.perf_counter()
    while True:
        with suppress(Error):  # nobody answers there yet
            page.goto(address, wait_until="domcontentloaded")
            break
        time.sleep(0.05)
    page.get_by_text("Only got a minute?").wait_for(timeout=_FIRST_BUILD * 1000)
    return time.perf_counter() - started


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
