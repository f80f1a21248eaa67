"""`psychoed serve` shows the site and follows a change."""

import functools
import http.client
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder import serve
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.errors import BuilderError
from builder.preview import Preview
from tests.run import ROOT

NOTHING = Report.of((), 0, 0, 0)


def page(port: int, module: str = "cup-of-tea") -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{module}/", timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def answer_to(port: int, path: str, host: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers={"Host": host})
    return connection.getresponse().status


def wait_for(words: str, port: int, seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if words in page(port):
            return True
        time.sleep(0.3)
    return False


def test_a_change_reaches_the_page_and_a_mistake_is_named_on_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    port = 18000 + os.getpid() % 1000
    command = [sys.executable, "-m", "builder.cli", "serve", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    log = (tmp_path / "log.txt").open("w+")
    # Whoever runs the tests in the background may have told their processes to ignore Ctrl+C.
    heard = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    running = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=log, stderr=subprocess.STDOUT, preexec_fn=heard
    )
    learn = tmp_path / "content" / "modules" / "cup-of-tea" / "learn.md"
    good = learn.read_text("utf-8")
    try:
        assert wait_for("A cloth is enough", port)
        learn.write_text(good.replace("A cloth is enough.", "A towel is enough."), "utf-8")
        assert wait_for("A towel is enough", port)
        learn.write_text(good.replace("A cloth is enough.", "A rag <b>is</b> enough."), "utf-8")
        until = time.monotonic() + 30
        while "Not built" not in (tmp_path / "log.txt").read_text("utf-8") and time.monotonic() < until:
            time.sleep(0.3)
        said = (tmp_path / "log.txt").read_text("utf-8")
        assert "MKD001" in said
        broken = page(port)
        assert "A towel is enough" in broken
        assert "Not built" in broken
        assert "modules/cup-of-tea/learn.md" in broken
        assert "MKD001" in broken
        learn.write_text(good, "utf-8")
        until = time.monotonic() + 30
        while "Not built" in page(port) and time.monotonic() < until:
            time.sleep(0.3)
        assert "A cloth is enough" in page(port)
        draft = page(port, "window-seat")
        assert "This is a draft. Readers do not see it." in draft
        assert "STR008" in draft
        assert "STR008" not in page(port)
        hosts = {"localhost": 200, f"127.0.0.1:{port}": 200, "elsewhere.example": 403}
        assert {host: answer_to(port, "/cup-of-tea/", host) for host in hosts} == hosts
        assert answer_to(port, "/%00", "localhost") == 404
    finally:
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 0
        log.close()


def preview(name: str = "") -> Preview:
    return Preview(NOTHING, True, frozenset({name}))


def follow(rounds: list[Callable[[threading.Event], Iterator[Preview]]]) -> tuple[list[str], list[Preview]]:
    """What is said, and what is shown last after each round, as long as two things are said."""
    said, shown, changed, last = list[str](), list[Preview](), threading.Event(), serve._Last(preview())
    left = iter(rounds)

    def rebuild(_: Path) -> Iterator[Preview]:
        yield from next(left)(changed)

    def say(words: str) -> None:
        said.append(words)
        shown.append(last.preview)
        if len(said) == 2:
            raise KeyboardInterrupt

    changed.set()
    with pytest.raises(KeyboardInterrupt):
        serve._follow(changed, rebuild, Path(), last, say)
    return said, shown


def test_the_page_is_told_first_and_then_its_files() -> None:
    one, two = preview("one"), preview("two")
    assert follow([lambda _: iter((one, two))]) == (
        ["Built again. Reload the page.", "It was tried on paper too."],
        [one, two],
    )


def test_what_is_saved_meanwhile_goes_before_the_files() -> None:
    one, two = preview("one"), preview("two")

    def saved(changed: threading.Event) -> Iterator[Preview]:
        yield one
        raise AssertionError("the files of an old page are not waited for")

    def first(changed: threading.Event) -> Iterator[Preview]:
        changed.set()
        return saved(changed)

    said, shown = follow([first, lambda _: iter((two,))])
    assert said == ["Built again. Reload the page."] * 2
    assert shown == [one, two]


def test_files_that_fail_are_told_beside_a_page_that_is_new() -> None:
    def broken(_: threading.Event) -> Iterator[Preview]:
        yield preview()
        raise BuilderError("There are no fonts.", "Restore them.")

    said, _ = follow([broken])
    assert said[1] == "There are no fonts. Restore them. The page is new; the files beside it are as they were."
