"""`psychoed serve` shows the site and follows a change."""

import functools
import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.run import ROOT


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
