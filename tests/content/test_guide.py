"""The authors' guide tells the truth: its commands are there, its examples have the form that the builder takes."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from builder import keeping
from builder.cli import commands
from builder.diagnostics.diagnostic import Report
from builder.load.drawing import ATTRIBUTES, ELEMENTS, figure_of
from builder.load.files import Files, read
from builder.load.form import form
from builder.load.skeleton import skeleton
from builder.load.tree import tree_of
from builder.markup.parse import parse
from builder.markup.walk import blocks_of
from builder.model.claim import Claim
from builder.model.facts import ModuleFacts
from builder.model.library import Library
from builder.model.prose import Sample
from builder.model.shared import Person, Waiver
from builder.pipeline import check
from tests.conftest import TODAY
from tests.run import ROOT, psychoed


@pytest.fixture
def samples(library: Library) -> list[Sample]:
    return [block for block in blocks_of(library.pages["authors"].prose.blocks) if isinstance(block, Sample)]


def typed(samples: list[Sample], kind: str) -> list[str]:
    return [one.text for one in samples if one.kind == kind]


def followed(content: str, changed: Mapping[str, str]) -> Report:
    """What is said of a library in which somebody began the guide's topic and then wrote these files."""
    new = {f"modules/low-mood/{name}": text for name, text in skeleton("low-mood", "Low mood", "low").items()}
    texts = {**read(ROOT / content).texts, **new, **changed}
    return check(Files(texts, ()), TODAY, drafts=True).report


def test_every_command_is_one_and_takes_what_it_is_given(samples: list[Sample]) -> None:
    lines = [line for text in typed(samples, "In the terminal") for line in text.split("\n")]
    asked = [line.split()[1:] for line in lines if line.startswith("psychoed ")]
    assert len(asked) >= 6
    for words in asked:
        command: click.Command = commands
        while isinstance(command, click.Group):
            found = command.get_command(click.Context(command), words.pop(0))
            assert found, words
            command = found
        known = {option for one in command.params for option in one.opts}
        assert {word for word in words if word.startswith("-")} <= known, words


def test_the_example_module_is_the_one_that_the_command_writes(samples: list[Sample]) -> None:
    first = typed(samples, "In module.yml")[0]
    assert skeleton("low-mood", "Low mood", "low")["module.yml"].split("\n", 1)[1].startswith(f"{first}\n")


def test_every_field_of_a_module_is_told_of(library: Library) -> None:
    told = " ".join(str(block) for block in library.pages["authors"].prose.blocks)
    untold = [name for name in ModuleFacts.model_fields if not re.search(rf"\b{name}\b", told)]
    assert set(untold) <= {"withdrawn"}


@pytest.mark.parametrize(("kind", "model"), [("In waivers.yml", Waiver), ("In people.yml", Person)])
def test_the_entries_have_the_form_that_is_taken(samples: list[Sample], kind: str, model: type) -> None:
    for text in typed(samples, kind):
        for data in tree_of(text).data:
            assert not form(model, data, "x").findings


def test_the_claim_is_a_real_one(samples: list[Sample], library: Library) -> None:
    (data,) = tree_of(typed(samples, "In module.yml")[1]).data["claims"]
    assert form(Claim, data, "x").value in library.modules["co-regulation"].facts.claims


def test_the_drawing_has_the_form_that_is_taken(samples: list[Sample]) -> None:
    (svg,) = typed(samples, "In figures/two-lines.svg")
    assert figure_of("two-lines", "two-lines.svg", svg)[0]


def test_it_names_all_that_a_drawing_can_hold(library: Library) -> None:
    (told,) = (one for one in blocks_of(library.pages["authors"].prose.blocks) if "stroke-linecap" in str(one))
    untold = [name for name in ELEMENTS | ATTRIBUTES if not re.search(rf"(?<![\w-]){name}(?![\w-])", str(told))]
    assert not untold


def test_what_it_moves_can_move(samples: list[Sample], tmp_path: Path) -> None:
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    lines = [line for text in typed(samples, "In the terminal") for line in text.split("\n")]
    moves = [line.split()[2:] for line in lines if line.startswith("psychoed move ")]
    assert len(moves) == 2
    for old, new in moves:
        assert keeping.move(content, old, new, TODAY, write=False)


def test_the_markdown_that_it_shows_is_the_markdown_that_is_taken(samples: list[Sample]) -> None:
    for text in typed(samples, "In learn.md"):
        assert not parse(text, "learn.md")[1]


def test_the_pages_that_it_shows_pass_with_their_drawing_and_author(samples: list[Sample]) -> None:
    written = {
        "people.yml": "\n".join(typed(samples, "In people.yml")),
        "modules/low-mood/learn.md": "\n\n".join(typed(samples, "In learn.md")),
        "modules/low-mood/figures/two-lines.svg": "".join(typed(samples, "In figures/two-lines.svg")),
    }
    report = followed("content", written)
    assert "modules/low-mood/module.yml" in {one.place.file for one in report.diagnostics}
    assert not [one for one in report.diagnostics if one.place.file in written]


def test_the_waiver_lets_something_through_and_is_right(samples: list[Sample]) -> None:
    (waivers,) = typed(samples, "In waivers.yml")
    learn = skeleton("low-mood", "Low mood", "low")["learn.md"]
    changed = {"modules/low-mood/learn.md": f"{learn}\nSome hear that it will pass.\n"}
    before = followed("tests/sample", changed)
    own = (ROOT / "tests" / "sample" / "waivers.yml").read_text("utf-8")
    after = followed("tests/sample", {**changed, "waivers.yml": own + waivers})
    assert [one.diagnostic.code.id for one in after.waived] == ["LAN005", "LAN005"]
    assert len(after.diagnostics) == len(before.diagnostics) - 1


def test_nothing_is_said_of_the_publishers_file_that_it_shows(samples: list[Sample]) -> None:
    (own,) = typed(samples, "In publisher.yml")
    report = followed("tests/sample", {"publisher.yml": own})
    assert not [one for one in report.diagnostics if one.place.file == "publisher.yml"]


def test_the_end_of_the_check_is_the_one_that_is_printed(samples: list[Sample], tmp_path: Path) -> None:
    (shown,) = typed(samples, "What you see at its end")
    printed = psychoed.run(tmp_path, "check", "--content", str(ROOT / "content"), "--today", "2026-11-24").stdout
    end = printed.strip().split("\n\n")[-1]
    assert re.sub(r"\d+", "N", shown) == re.sub(r"\d+", "N", end)
