"""Kills builds, releases, moves and writes to the memory at random moments, and says whether anything was lost.

Usage: python -m bench.kills [KILLS] [SEED]. Each run is a process of its own on the sample library, stopped with SIGKILL,
SIGTERM or SIGINT. After each the site, or the content with its ledger, is what it was or what a clean run makes of it, byte
for byte. Then the command runs to its end, and what comes out is what a clean run makes.
"""

import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from builder import cli, pipeline
from builder.memory.place import memory_of

ROOT = Path(__file__).parents[1]
TODAY = ("--today", "2026-11-24")
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)

_FORKED = multiprocessing.get_context("fork")
_LOADED = (pipeline, cli)
"""Loaded once, for all that are forked off."""


@dataclass(frozen=True)
class Deed:
    """A command in a project, what it makes or changes there, and what is done to the content before it.

    `wanted` is what a clean run makes of each content, by digests; `took` how many seconds that was.
    """

    name: str
    project: Path
    words: tuple[str, ...]
    what: str
    before: Callable[[Path], None]
    wanted: dict[str, str] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)

    def made(self) -> str:
        """The digest of what is there now."""
        return digest(self.project / self.what)

    def learn(self) -> None:
        """See what it makes of a content."""
        self.before(self.project)
        given = digest(self.project / "content")
        self.run_to_its_end()
        self.wanted[given] = self.made()

    def run_to_its_end(self) -> None:
        """Run it as it should be run."""
        began = time.monotonic()
        code, said = run(self.project, self.words)
        assert code == 0, f"{self.name} does not work\n{said}"
        self.took.append(time.monotonic() - began)


def main(kills: int = 200, seed: int = 1) -> None:
    """Kill so many runs, and print what came of it."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as folder:
        print(f"{kills} kills, seed {seed}", flush=True)
        tally = Counter[str]()
        for told in killed(deeds_in(Path(folder)), kills, random.Random(seed)):
            tally[told] += 1
            print(f"\r  {tally.total()}", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        for told, number in sorted(tally.items()):
            print(f"  {number:4}  {told}")
        print("Nothing was lost.")


def deeds_in(folder: Path) -> list[Deed]:
    """Everything that is to be killed, each once run as it should be; in projects below `folder`."""
    kept = _project(folder / "kept")
    assert run(kept, ("release", "--write", "--says", "A first version.", *TODAY))[0] == 0
    shutil.copytree(kept / "content", folder / "first")

    def at_first(project: Path) -> None:
        shutil.rmtree(project / "content")
        shutil.copytree(folder / "first", project / "content")

    def second_version(project: Path) -> None:
        at_first(project)
        _change(project, "library.yml", 'version: "0.1"', 'version: "0.2"')

    def nothing_remembered(project: Path) -> None:
        shutil.rmtree(memory_of(project), ignore_errors=True)

    deeds = [
        Deed("build", _project(folder / "built"), ("build", *TODAY), "site", _other_words),
        Deed("move", kept, ("move", "warm-socks", "dry-socks", "--write", *TODAY), "content", at_first),
        Deed("memory", _project(folder / "printed"), ("pdf", "cup-of-tea", *TODAY), "pdf", nothing_remembered),
        Deed("release", kept, ("release", "--write", *TODAY), "content", second_version),
    ]
    for deed in (deeds[0], *deeds):
        deed.learn()
    return deeds


def killed(deeds: list[Deed], kills: int, dice: random.Random) -> Iterator[str]:
    """Kill runs in turn, and say of each what it was and how it ended. Raises if anything is not as it should be.

    A run that was at its end before the signal came counts for nothing, and has to be looked at all the same.
    """
    number = tries = 0
    while number < kills:
        deed, sign = deeds[number % len(deeds)], SIGNALS[number // len(deeds) % len(SIGNALS)]
        tries += 1
        assert tries < 4 * kills + 20, f"{deed.name}, {sign.name}: too few runs are stopped by it"
        deed.before(deed.project)
        given, old = digest(deed.project / "content"), deed.made()
        wanted = deed.wanted[given]
        moment = deed.took[-1] * dice.choice((dice.uniform(0, 1), dice.uniform(0.7, 1), dice.uniform(0.9, 1.05)))
        code, said = run(deed.project, deed.words, sign, moment)
        how = f"{deed.name}, {sign.name}, kill {number} after {moment:.2f} s, code {code}"
        assert "Traceback" not in said, f"{how}\n{said}"
        assert code in (0, -sign, 128 + sign if sign != signal.SIGKILL else 0), f"{how}\n{said}"
        assert sign == signal.SIGKILL or not left(deed.project), f"{how} left {left(deed.project)}"
        if deed.what == "content":
            checked, said = run(deed.project, ("check", *TODAY))
            assert checked == 0, f"{how}\n{said}"
        now = deed.made()
        assert now in (old, wanted) or deed.name == "memory", f"{how}: neither the old nor the new"
        if now != wanted or deed.name != "move":
            deed.run_to_its_end()
        assert deed.made() == wanted, f"{how}: the next run makes something else"
        assert not left(deed.project), f"{how} left {left(deed.project)}"
        if code != 0:
            number += 1
            yield f"{deed.name:8} {sign.name:8} left the {'new' if now == wanted != old else 'old'}"


def run(project: Path, words: tuple[str, ...], sign: int = 0, moment: float = 0) -> tuple[int, str]:
    """Run a command; with `sign`, stop it after `moment` seconds. Return its code, and what it said of trouble."""
    process = _FORKED.Process(target=_become, args=(project, words))
    process.start()
    if sign:
        process.join(moment)
        if process.exitcode is None and process.pid:
            os.kill(process.pid, sign)
    process.join()
    return process.exitcode or 0, (project / "said.txt").read_text("utf-8", "replace")


def digest(what: Path) -> str:
    """One digest of a folder's files and their names, but for those that a run has beside them."""
    made = sha256()
    for path in sorted(what.rglob("*")):
        if path.is_file() and ".psychoed-" not in str(path.relative_to(what)):
            made.update(f"{path.relative_to(what)}\n".encode() + sha256(path.read_bytes()).digest())
    return made.hexdigest()


def left(project: Path) -> list[Path]:
    """What runs have left beside what they made."""
    return [
        *project.glob(".psychoed-*"),
        *(one for name in ("content", "pdf") for one in (project / name).rglob(".psy*")),
    ]


def _become(project: Path, words: tuple[str, ...]) -> None:
    try:
        said = os.open(project / "said.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        signal.signal(
            signal.SIGINT, signal.default_int_handler
        )  # whoever works in the background may have been told to ignore it
        os.chdir(project)
        sys.argv = ["psychoed", *words]
        cli.main()
    except KeyboardInterrupt:  # before it was begun
        os._exit(128 + signal.SIGINT)


def _project(root: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "sample", root / "content")
    for name in ("theme", "mkdocs.yml"):
        (root / name).symlink_to(ROOT / name)
    return root


def _other_words(project: Path) -> None:
    """Change a sentence to and fro."""
    words = ("A cloth is enough.", "A dry cloth is enough.")
    text = (project / "content/modules/cup-of-tea/learn.md").read_text("utf-8")
    _change(project, "modules/cup-of-tea/learn.md", *(words if words[0] in text else reversed(words)))


def _change(project: Path, file: str, was: str, now: str) -> None:
    path = project / "content" / file
    text = path.read_text("utf-8")
    assert text.count(was) == 1, (file, was)
    path.write_text(text.replace(was, now), "utf-8")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
