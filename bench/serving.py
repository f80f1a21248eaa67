"""A folder in, an address on this machine out that serves it as a good host does: zipped, over connections that stay."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path

_NOT_ZIPPED = (".woff2", ".pdf", ".png")


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder as long as the context lasts."""

    @cache
    def held(path: str) -> bytes | None:
        file = folder / path
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return None
        return file.read_bytes() if path.endswith(_NOT_ZIPPED) else gzip.compress(file.read_bytes(), 9, mtime=0)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.split("?")[0].strip("/")
            body = held(path)
            self.send_response(200 if body is not None else 404)
            kind = guess_type(path)[0] or "text/html"
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            if body is not None and not path.endswith(_NOT_ZIPPED):
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
