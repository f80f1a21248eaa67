"""`psychoed serve` shows the site and follows a change."""

import http.client
import os
import shutil
import signal
import socket
import struct
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from builder import serve
from builder.diagnostics.diagnostic import Report
from builder.diagnostics.errors import BuilderError
from builder.preview import Preview
from builder.saved import Saved
from tests.run import ROOT, psychoed
from tests.served import served

NOTHING = Report.of((), 0, 0, 0)


def page(port: int, module: str = "cup-of-tea") -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{module}/", timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def answer_to(port: int, path: str, host: str, method: str = "GET") -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, path, headers={"Host": host})
    return connection.getresponse().status


def hang_up(port: int, path: str) -> None:
    """Ask for a file, and drop the connection before it comes."""
    with socket.create_connection(("127.0.0.1", port)) as asking:
        asking.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        asking.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())


def wait_for(words: str, port: int, seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if words in page(port):
            return True
        time.sleep(0.3)
    return False


def test_a_change_reaches_the_page_and_a_mistake_is_named_on_it(tmp_path: Path) -> None:
    port = 18000 + os.getpid() % 1000
    with served(tmp_path, port) as log:
        learn = tmp_path / "content" / "modules" / "cup-of-tea" / "learn.md"
        good = learn.read_text("utf-8")
        assert wait_for("A cloth is enough", port)
        learn.write_text(good.replace("A cloth is enough.", "A towel is enough."), "utf-8")
        assert wait_for("A towel is enough", port)
        learn.write_text(good.replace("A cloth is enough.", "A rag <b>is</b> enough."), "utf-8")
        until = time.monotonic() + 30
        while "Not built" not in log.read_text("utf-8") and time.monotonic() < until:
            time.sleep(0.3)
        said = log.read_text("utf-8")
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
        for method in ("GET", "HEAD"):
            assert {host: answer_to(port, "/cup-of-tea/", host, method) for host in hosts} == hosts
            for odd in ("/%00", "/%ED%A0%80", "/cup-of-tea/%0A", f"/{'a' * 300}", f"/{'a/' * 600}"):
                assert answer_to(port, odd, "localhost", method) == 404, odd
        for _ in range(20):
            hang_up(port, "/cup-of-tea/")
            hang_up(port, "/take/book.pdf")
        assert wait_for("A cloth is enough", port)
        assert "Traceback" not in log.read_text("utf-8")
        assert "Exception" not in log.read_text("utf-8")


def test_an_answer_that_fails_is_told_in_a_line_and_a_browser_that_leaves_is_not() -> None:
    said = list[str]()
    with serve._Server(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.say = said.append
        for error in (BrokenPipeError(), ConnectionResetError(), ValueError("odd")):
            try:
                raise error
            except Exception:
                server.handle_error(None, None)
    (line,) = said
    assert line.startswith("A page could not be sent. ")
    assert "ValueError('odd')" in line
    assert "\n" not in line


def test_a_project_without_a_theme_is_told_as_a_build_tells_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "sample", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    done = psychoed.run(tmp_path, "serve", "--port", str(19000 + os.getpid() % 1000))
    assert done.returncode == 2
    assert f"There is no {tmp_path / 'theme'}." in done.stderr
    assert "Run psychoed in the folder that holds mkdocs.yml and theme." in done.stderr


def preview(name: str = "", built: bool = True) -> Preview:
    return Preview(NOTHING, built, frozenset({name}))


class Rounds:
    """What is shown in each round, and what is saved when; the first glance is never asked for anything."""

    def __init__(self, *rounds: tuple[Preview | None, Callable[[Saved], Iterator[Preview]]]) -> None:
        self.rounds = iter(rounds)
        self.saved = Saved()
        self.asked: list[frozenset[Path]] = []

    def glance(self, out: Path, saved: Iterable[Path]) -> Preview | None:
        self.asked.append(frozenset(saved))
        seen, self.rest = next(self.rounds)
        return seen

    def round(self, out: Path) -> Iterator[Preview]:
        yield from self.rest(self.saved)


def follow(rounds: Rounds, many: int) -> tuple[list[str], list[Preview | None]]:
    """What is said, and what is shown last after each of so many words."""
    said, shown, last = list[str](), list[Preview | None](), serve._Last()

    def say(words: str) -> None:
        said.append(words)
        shown.append(last.preview)
        if len(said) == many:
            raise KeyboardInterrupt

    with rounds.saved as saved, pytest.raises(KeyboardInterrupt):
        serve._follow(saved, rounds, Path(), last, say, lambda *_: None)
    return said, shown


def test_the_pages_are_told_first_and_then_their_files() -> None:
    one, two, three = (preview(name) for name in ("one", "two", "three"))
    said, _ = follow(Rounds((None, lambda _: iter((one, two, three)))), 3)
    assert said == ["All pages are built.", "It was tried on paper too.", "Its files are made too."]


def test_what_is_saved_meanwhile_is_seen_before_the_files_of_what_is_old() -> None:
    page = Path("learn.md")

    def saved_while_at_work(saved: Saved) -> Iterator[Preview]:
        yield preview("one")
        threading.Timer(0.1, saved.add, [page]).start()
        threading.Event().wait(60)
        raise AssertionError("the files of an old page are not waited for")

    began = time.monotonic()
    rounds = Rounds((None, saved_while_at_work), (preview("two"), lambda _: iter((preview("three"),))))
    said, shown = follow(rounds, 3)
    assert said == ["All pages are built.", "Your change is shown.", "All pages are built."]
    assert shown == [None, preview("one"), preview("two")]
    assert rounds.asked == [frozenset(), frozenset({page})]
    assert time.monotonic() - began < 30


def test_what_is_not_built_is_told_once() -> None:
    def mended(saved: Saved) -> Iterator[Preview]:
        yield preview("", built=False)
        saved.add(Path("learn.md"))

    rounds = Rounds((preview("", built=False), mended), (preview("mended"), lambda _: iter(())))
    said, _ = follow(rounds, 2)
    assert said == ["Not built. The page is as it was.", "Your change is shown."]


def test_files_that_fail_are_told_beside_a_page_that_is_new() -> None:
    def broken(_: Saved) -> Iterator[Preview]:
        yield preview()
        raise BuilderError("There are no fonts.", "Restore them.")

    said, _ = follow(Rounds((None, broken)), 2)
    assert said[1] == "There are no fonts. Restore them. The page is new; the files beside it are as they were."


def test_what_fails_while_an_old_round_is_cleared_away_is_not_told() -> None:
    def closed_twice(saved: Saved) -> Iterator[Preview]:
        try:
            saved.add(Path("learn.md"))
            yield preview("old")
        finally:
            os.close(-1)

    said, shown = follow(Rounds((None, closed_twice), (None, lambda _: iter((preview("new"),)))), 1)
    assert said == ["All pages are built."]
    assert shown == [None]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_is_heard_though_something_is_saved_and_a_folder_is_closed_twice(sign: int) -> None:
    class Stop(BaseException):
        pass

    def stop(*_: object) -> None:
        rounds.saved.add(Path("learn.md"))
        raise Stop

    def closed_twice(_: Saved) -> Iterator[Preview]:
        try:
            signal.raise_signal(sign)
            yield preview()
        finally:
            os.close(-1)

    before = signal.signal(sign, stop)
    try:
        rounds = Rounds((preview("seen"), closed_twice))
        with rounds.saved as saved, pytest.raises(Stop):
            serve._follow(saved, rounds, Path(), serve._Last(), print, lambda *_: None)
        assert signal.getsignal(sign) is stop
    finally:
        signal.signal(sign, before)


def test_a_stop_that_was_lost_is_heard_when_the_round_is_over() -> None:
    def lost(saved: Saved) -> Iterator[Preview]:
        with suppress(KeyboardInterrupt):  # as Python does where it clears away
            signal.raise_signal(signal.SIGINT)
        yield preview()

    said, _ = follow(Rounds((None, lost)), 99)
    assert said == ["All pages are built."]
