"""Finds an nginx for the tests, or gets one; serves a folder with the configuration that we hand out."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.chromium import from_the_system
from tests.run import ROOT

HOW = "Install nginx with your system's packages (Debian: apt install nginx), or set NGINX to its path."
_CONFIG = ROOT / "docs" / "publishing" / "nginx.conf"
_PLACES = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def found() -> str | None:
    """The path of an nginx on this machine."""
    named = os.environ.get("NGINX", "nginx")
    return shutil.which(named, path=os.pathsep.join((os.environ["PATH"], "/usr/sbin", "/usr/local/sbin")))


@contextmanager
def served(site: Path, folder: Path) -> Iterator[str]:
    """The address of `site` while a real nginx serves it: as we hand it out, but for the port and the place.

    `folder` takes what nginx writes.
    """
    program = found()
    assert program, f"This test needs nginx. {HOW}"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = _CONFIG.read_text("utf-8")
    assert ours.count("listen 8080;") == 1
    (folder / "library.conf").write_text(
        ours.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace("/srv/site", str(site)), "utf-8"
    )
    built_with = subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr
    stock = re.search(r"--conf-path=(\S+)/nginx\.conf", built_with)
    assert stock
    (folder / "nginx.conf").write_text(
        "daemon off; master_process off; pid nginx.pid; error_log stderr; events {}\n"
        f"http {{ include {stock[1]}/mime.types; default_type application/octet-stream; access_log off;\n"
        + "".join(f"{place}_temp_path {place};\n" for place in _PLACES)
        + "include library.conf; }\n",
        "utf-8",
    )
    with (folder / "said").open("w") as said:
        nginx = subprocess.Popen([program, "-p", str(folder), "-c", "nginx.conf", "-e", "stderr"], stderr=said)
    try:
        _wait(nginx, port, folder / "said")
        yield f"http://127.0.0.1:{port}/"
    finally:
        nginx.terminate()
        nginx.wait()


def _wait(nginx: subprocess.Popen[bytes], port: int, said: Path) -> None:
    for _ in range(200):
        assert nginx.poll() is None, said.read_text()
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(said.read_text())


def main() -> int:
    """Make sure that there is an nginx; leave with 1 where there is none."""
    if not found():
        from_the_system("nginx")
    path = found()
    print(f"nginx for the tests: {path}" if path else f"No nginx could be found or installed. {HOW}")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
