"""The authors' guide tells the truth: its commands are there, its examples have the form that the builder takes."""

import re

import click
import pytest

from builder.cli import commands
from builder.load.drawing import figure_of
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


@pytest.fixture
def samples(library: Library) -> list[Sample]:
    return [block for block in blocks_of(library.pages["authors"].prose.blocks) if isinstance(block, Sample)]


def typed(samples: list[Sample], kind: str) -> list[str]:
    return [one.text for one in samples if one.kind == kind]


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
    assert skeleton("low-mood", "Low mood", "low", "any")["module.yml"].split("\n", 1)[1].startswith(f"{first}\n")


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


def test_the_markdown_that_it_shows_is_the_markdown_that_is_taken(samples: list[Sample]) -> None:
    for text in typed(samples, "In learn.md"):
        assert not parse(text, "learn.md")[1]
