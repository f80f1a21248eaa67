"""A signature is bound to what the pages say, and to nothing else."""

from dataclasses import replace
from typing import Any

import pytest

from builder.load.files import Files, read
from builder.load.gather import load_files
from builder.model.content_hash import content_hash
from tests.check.sample import SAMPLE

FILES = read(SAMPLE)


def hash_of(file: str = "", was: str = "", now: str = "", module: str = "cup-of-tea") -> str:
    """The content hash once `was` in `file` reads `now`."""
    texts = dict(FILES.texts)
    if file:
        assert texts[file].count(was) == 1
        texts[file] = texts[file].replace(was, now)
    loaded = load_files(Files(texts, ()))
    assert not loaded.findings
    return content_hash(loaded.library.modules[module], loaded.library)


TEA = "modules/cup-of-tea"


def test_a_publisher_touches_nothing_that_was_signed() -> None:
    own = 'name: Tea Clinic\nexit_target: https://rain.example\nhelplines: [{name: Tea Line, for: Anyone, call: "1"}]\n'
    loaded = load_files(Files({**FILES.texts, "publisher.yml": own}, ()))
    assert loaded.library.publisher
    assert content_hash(loaded.library.modules["cup-of-tea"], loaded.library) == hash_of()


@pytest.mark.parametrize(
    ("file", "was", "now"),
    [
        (f"{TEA}/learn.md", "A cloth is enough.", "A cloth is never enough."),
        (f"{TEA}/clinicians.md", "people who offer tea", "people who sell tea"),
        (f"{TEA}/module.yml", "stop_if: your eyes get tired", "stop_if: you like"),
        (f"{TEA}/module.yml", "status: limited", "status: strong"),
        (f"{TEA}/figures/cup.svg", ">a cup<", ">a mug<"),
        ("glossary.yml", "To leave tea leaves in hot water for a short time.", "To leave tea leaves in hot water."),
        ("glossary.yml", "term: Steep", "term: Steeping"),
        ("quotes.yml", "A warm cup in two hands is a small rest", "A warm cup in two hands is a long rest"),
        ("quotes.yml", "Spoon argues", "Spoon has shown"),
        ("quotes.yml", "who: Ada Kettle", "who: Ada Kettle the elder"),
        ("quotes.yml", "where: p. 1", "where: p. 2"),
        ("references.yml", "title: Sample study of warm cups", "title: Sample study of cold cups"),
        ("quotes.yml", "  status: verified\n  words:", "  status: paraphrase\n  says:"),
    ],
)  # fmt: skip
def test_what_the_pages_say_is_signed(file: str, was: str, now: str) -> None:
    assert hash_of(file, was, now) != hash_of()


@pytest.mark.parametrize(
    ("file", "was", "now"),
    [
        (f"{TEA}/module.yml", "what is a tea brake", "what is a tea break"),
        (f"{TEA}/module.yml", "related: [warm-socks]", "related: []"),
        (f"{TEA}/module.yml", "status: published", "status: draft"),
        (f"{TEA}/module.yml", "      on: 2026-06-01", "      on: 2026-07-01"),
        (f"{TEA}/module.yml", "topics: [tea, rest]", "topics: [tea, rest] # words"),
        (f"{TEA}/learn.md", "A cloth is enough.", "A cloth\nis enough."),
        ("glossary.yml", "To mend a hole in a sock with thread.", "To sew."),
        ("glossary.yml", "called: [brew]", "called: [brewing]"),
        ("quotes.yml", "A line on lost spoons.", "A line on spoons."),
    ],
)
def test_what_they_do_not_say_is_not(file: str, was: str, now: str) -> None:
    assert hash_of(file, was, now) == hash_of()


def test_another_pages_word_is_signed_there_only() -> None:
    change: Any = ("glossary.yml", "To mend a hole in a sock with thread.", "To sew.")
    assert hash_of(*change, module="warm-socks") != hash_of(module="warm-socks")


def test_a_part_judged_alone_has_the_same_hash_as_in_its_library() -> None:
    library = load_files(FILES).library
    module = library.modules["cup-of-tea"]
    assert content_hash(module, library.part(module).whole) == content_hash(module, library)
    nothing = replace(library, terms={}, quotes={})
    assert content_hash(module, nothing) != content_hash(module, library)
