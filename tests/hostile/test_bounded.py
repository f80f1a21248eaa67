"""The worst files of each kind, as large as a file may be, take little time and little memory: measured in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.conftest import ROOT
from tests.hostile.host import SAMPLE

pytestmark = pytest.mark.xdist_group("bounded")  # what they share is made once

LEARN, FACTS, FIGURE = (f"modules/cup-of-tea/{name}" for name in ("learn.md", "module.yml", "figures/cup.svg"))


def filled(unit: str, size: int) -> str:
    return unit * (size // len(unit.encode()))


def in_yaml(unit: str) -> str:
    return filled(unit, 990_000)


def in_prose(unit: str) -> str:
    return filled(unit, 49_000)


def in_drawing(unit: str) -> str:
    whole = (SAMPLE / FIGURE).read_text("utf-8")
    return whole.replace("<g fill", filled(unit, 195_000) + "<g fill", 1)


WORST: dict[str, tuple[str, Callable[[], str]]] = {
    "open-brackets": (LEARN, lambda: in_prose("[")),
    "links-without-end": (LEARN, lambda: in_prose("![a](")),
    "strong-in-strong": (LEARN, lambda: in_prose("**a ")),
    "tags": (LEARN, lambda: in_prose("<b>x</b> ")),
    "empty-headings": (LEARN, lambda: in_prose("# \n\n")),
    "list-entries": (LEARN, lambda: in_prose("- a\n")),
    "open-blocks": (LEARN, lambda: in_prose("/// x\n")),
    "table-rows": (LEARN, lambda: "|a|b|\n|-|-|\n" + in_prose("|a|\n")),
    "links-to-nowhere": (LEARN, lambda: "".join(f"[a](term:x{n})\n\n" for n in range(2800))),
    "words-to-rethink": (LEARN, lambda: in_prose("You must. ")),
    "aliases": (FACTS, lambda: f"a: &a [x]\nb: [{in_yaml('*a,')}]"),
    "open-lists": (FACTS, lambda: in_yaml("[")),
    "entries": (FACTS, lambda: in_yaml("- a\n")),
    "unknown-keys": (FACTS, lambda: "".join(f"k{n}: b\n" for n in range(59_000))),
    "same-key": (FACTS, lambda: in_yaml("a: b\n")),
    "ambiguous-values": (FACTS, lambda: f"a: [{in_yaml('no,')}]"),
    "broken-entries": ("glossary.yml", lambda: "".join(f"- {{id: c{n}}}\n" for n in range(19_000))),
    "unknown-modules": ("people.yml", lambda: f"- {{id: a, name: b, wrote: [{', '.join(f'x{n}' for n in range(59_000))}]}}"),
    "unknown-sources": ("quotes.yml", lambda: "".join(f"- {{id: c{n}, status: verified, words: w, who: a, checked: b, source: x{n}}}\n" for n in range(8_500))),
    "elements-not-allowed": (FIGURE, lambda: in_drawing("<a/>")),
    "entities": (FIGURE, lambda: in_drawing("<text>&amp;</text>")),
    "attributes": (FIGURE, lambda: in_drawing("<g " + " ".join(f"a{n}='x'" for n in range(17_000)) + "/>")),
    "endless-numbers": (FIGURE, lambda: (SAMPLE / FIGURE).read_text("utf-8").replace("0 0 320", f"0 0 {'9' * 150_000} {'9' * 40_000}")),
}  # fmt: skip
"""Each is the whole of its file."""

_RUN = """
import gc, json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
from tests.fuzz.targets import judged, SAMPLE
texts = {path.relative_to(SAMPLE).as_posix(): path.read_text("utf-8") for path in SAMPLE.rglob("*") if path.is_file()}
judged(texts)
took = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    file, _, text = path.read_text("utf-8").partition("\\n")
    start = time.process_time()
    judged({**texts, file: text})
    took[path.name] = time.process_time() - start
    gc.collect()  # a person's run meets one of them, not the leavings of twenty
print(json.dumps({"took": took, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}))
"""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("worst")
    for name, (file, text) in WORST.items():
        (folder / name).write_text(f"{file}\n{text()}", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, object] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize("name", WORST)
def test_it_takes_little_time(measured: dict[str, dict[str, float]], name: str) -> None:
    assert measured["took"][name] < 5


def test_none_of_them_takes_much_memory(measured: dict[str, float]) -> None:
    assert measured["peak"] < 350
