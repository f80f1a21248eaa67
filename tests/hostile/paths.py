"""Hostile names and hostile things with names: links, loops, pipes, endless files and folders, names that act or hide."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

TEA = "modules/cup-of-tea"


@dataclass(frozen=True)
class Odd:
    """What stands at `path`: a file with words, a link with its target, a pipe, a folder, or endless folders.

    The finding has `code` and names `file`, which is `path` where it is left empty. RUN in a file is a call that tells
    which case has run; no file of the site may hold it.
    """

    name: str
    path: str
    kind: Literal["file", "link", "pipe", "folders"]
    holds: str | bytes
    code: str
    file: str = ""

    @property
    def call(self) -> str:
        return f"pwn_{self.name.replace('-', '_')}"

    def plant(self, content: Path) -> None:
        path = os.path.join(content, self.path)  # noqa: PTH118 - a Path would tidy the name
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        match self.kind, self.holds:
            case "link", target:
                Path(path).symlink_to(os.fsdecode(target))
            case "pipe", _:
                os.mkfifo(path)
            case "folders", name:
                for _ in range(40):
                    path = os.path.join(path, os.fsdecode(name))  # noqa: PTH118
                os.makedirs(path)  # noqa: PTH103
            case "file", bytes(held):
                Path(path).write_bytes(held)
            case "file", str(held):
                Path(path).write_text(held.replace("RUN", f"{self.call}()"), "utf-8")


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="RUN"/>'
_PAGE = "# <script>RUN</script>\n"

PATHS = (
    Odd("link-to-a-file-outside", f"{TEA}/figures/outside.svg", "link", "../../../../secret.svg", "FIL003"),
    Odd("link-with-a-whole-path", f"{TEA}/figures/passwd.svg", "link", "/etc/passwd", "FIL003"),
    Odd("link-to-a-device", f"{TEA}/figures/zero.svg", "link", "/dev/zero", "FIL003"),
    Odd("link-to-a-folder-outside", f"{TEA}/figures/more", "link", "../../../..", "FIL003"),
    Odd("link-for-a-module", "modules/linked", "link", "../..", "FIL003"),
    Odd("link-to-the-folder-above", f"{TEA}/again", "link", "..", "FIL001"),
    Odd("link-in-a-chain", "pages/chain.md", "link", "chain-2", "FIL003"),
    Odd("link-in-a-chain-2", "pages/chain-2", "link", "../../secret.svg", "FIL003"),
    Odd("link-to-itself", "pages/loop.md", "link", "loop.md", "FIL001"),
    Odd("link-to-nothing", "pages/gone.md", "link", "nowhere.md", "FIL001"),
    Odd("pipe", f"{TEA}/figures/pipe.svg", "pipe", "", "FIL001"),
    Odd("huge", f"{TEA}/figures/huge.svg", "file", b"<svg>" + b" " * 2_000_000, "FIL002"),
    Odd("huge-prose", "pages/huge.md", "file", b"[" * 60_000, "FIL002"),
    Odd("not-utf-8", "pages/latin.md", "file", b"caf\xe9 <script>", "FIL001"),
    Odd("utf-16", "pages/wide.md", "file", "<script>".encode("utf-16"), "FIL001"),
    Odd("null-byte", "pages/null.md", "file", b"a\0b", "FIL001"),
    Odd("folders-without-end", f"{TEA}/figures/deep", "folders", "d", "FIL001", f"{TEA}/figures/deep/{'/'.join('d' * 5)}"),
    Odd("name-with-a-line", f"{TEA}/figures/a\n<script>.svg", "file", _SVG, "FIL007", f"{TEA}/figures/a\\n<script>.svg"),
    Odd("name-with-html", f"{TEA}/figures/<img src=x onerror=alert(1)>.svg", "file", _SVG, "FIL007"),
    Odd("name-with-an-attribute", f'{TEA}/figures/x" onload="alert(1).svg', "file", _SVG, "FIL007"),
    Odd("name-for-a-terminal", f"{TEA}/figures/\x1b]0;x\x07.svg", "file", _SVG, "FIL007", f"{TEA}/figures/\\x1b]0;x\\x07.svg"),
    Odd("name-right-to-left", f"{TEA}/figures/\u202egvs.exe.svg", "file", _SVG, "FIL007", f"{TEA}/figures/\\u202egvs.exe.svg"),
    Odd("name-of-odd-bytes", f"{TEA}/figures/\udcff\udcfe.svg", "file", _SVG, "FIL007", f"{TEA}/figures/\\udcff\\udcfe.svg"),
    Odd("name-of-a-device", f"{TEA}/figures/con.svg", "file", _SVG, "FIL007"),
    Odd("name-with-a-dot-at-its-end", f"{TEA}/figures/x.svg.", "file", _SVG, "FIL007"),
    Odd("name-of-another-kind", f"{TEA}/figures/page.html", "file", _PAGE, "FIL005"),
    Odd("script-beside-the-prose", f"{TEA}/steady.js", "file", "RUN", "FIL005"),
    Odd("page-that-nobody-knows", "pages/assets.md", "file", _PAGE, "FIL005"),
    Odd("module-that-acts", "modules/javascript:alert(1)/learn.md", "file", _PAGE, "FIL007", "modules/javascript:alert(1)"),
    Odd("module-of-html", "modules/<svg onload=alert(1)>/learn.md", "file", _PAGE, "FIL007", "modules/<svg onload=alert(1)>"),
    Odd("module-of-a-device", "modules/con/learn.md", "file", _PAGE, "FIL007", "modules/con"),
    Odd("module-in-capitals", "modules/Cup-Of-Tea/learn.md", "file", _PAGE, "FIL007", "modules/Cup-Of-Tea"),
    Odd("module-in-other-letters", "modules/cup-of-te\u0430/learn.md", "file", _PAGE, "FIL007", "modules/cup-of-te\u0430"),
    Odd("module-with-a-question", "modules/cup?x=1#y/learn.md", "file", _PAGE, "FIL007", "modules/cup?x=1#y"),
    Odd("module-in-place-of-help", "modules/help/learn.md", "file", _PAGE, "FIL004", "modules/help/module.yml"),
    Odd("module-in-place-of-assets", "modules/assets/learn.md", "file", _PAGE, "FIL004", "modules/assets/module.yml"),
)  # fmt: skip

UNSEEN = (
    Odd("name-above-on-windows", f"{TEA}/figures/..\\..\\x.svg", "file", _SVG, ""),
    Odd("module-above", "modules/..%2f/learn.md", "file", _PAGE, ""),
    Odd("hidden-file", f"{TEA}/.htaccess", "file", _PAGE, ""),
    Odd("hidden-folder", "modules/.git/hooks/learn.md", "file", _PAGE, ""),
    Odd("kept-by-an-editor", f"{TEA}/learn.md~", "file", _PAGE, ""),
)
"""Files that nobody reads, and that reach nobody."""
