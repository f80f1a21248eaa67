"""A form that a reviewer filled in, in; the answers out, or everything that is missing from them, line by line."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from builder.check.questions import questions
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.finding import Finding
from builder.diagnostics.nearest import did_you_mean
from builder.diagnostics.resolve import place_of
from builder.diagnostics.source import Source
from builder.load import codes
from builder.load.form import form
from builder.load.tree import Tree, tree_of
from builder.model.facts import Answer
from builder.model.noun import Id, Noun, Words

_AGAIN = "Print the questions again: psychoed review ask"
_MAX_BYTES = 1_000_000


def _spoken(said: Any) -> Any:
    """Phones and word processors write a capital, and people write n/a."""
    word = "-".join(said.casefold().split()) if isinstance(said, str) else said
    return "does-not-apply" if word == "n/a" else word or None


def _written(note: Any) -> Any:
    return (note.strip() or None) if isinstance(note, str) else note


class Given(Noun):
    """One answer as it stands in the form, or not yet."""

    ask: Id
    said: Annotated[Literal["yes", "no", "does-not-apply"] | None, BeforeValidator(_spoken)] = None
    note: Annotated[Words | None, BeforeValidator(_written)] = None


class Form(Noun):
    """A form, filled in or not."""

    module: Id
    of: Words
    answers: tuple[Given, ...]


def answers_in(path: Path, module_id: str, now: str) -> tuple[Answer, ...]:
    """The answers of a form for this module and this content hash, one to each question.

    Raises:
        BuilderError: the form cannot be read, was made for something else, or leaves something out.
    """
    text = _text(path)
    tree = tree_of(text)
    source = Source(path.name, text, tree.extents, tree.keys)
    given = _form(tree, source, path)
    if given.module != module_id:
        raise BuilderError(f"{path} has the answers on {given.module}, not on {module_id}.", _AGAIN)
    if given.of != now:
        raise BuilderError(f"{module_id} has changed since the questions in {path} were printed.", _AGAIN)
    wrong = [f"{path}:{line}: {words}" for line, words in sorted(_wrong(given, source))]
    if wrong:
        raise BuilderError("\n".join(wrong), "Nothing was signed. Mend these lines, and sign again.")
    return tuple(Answer(ask=one.ask, said=one.said, note=one.note) for one in given.answers if one.said is not None)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        if len(data) > _MAX_BYTES:
            raise BuilderError(f"{path} is far larger than a form.", _AGAIN)
        return data.decode("utf-8-sig")
    except OSError as error:
        raise BuilderError(f"{path} cannot be read: {error.strerror}.", _AGAIN) from error
    except UnicodeDecodeError as error:
        raise BuilderError(f"{path} is not text in UTF-8.", "Save it again as UTF-8.") from error


def _form(tree: Tree, source: Source, path: Path) -> Form:
    """Yes and no need no quotation marks here: the form has no other program for a reader."""
    troubles = [one for one in tree.troubles if one.code is not codes.AMBIGUOUS]
    if troubles:
        line = source.text.count("\n", 0, troubles[0].extent.start) + 1
        mend = "Look at this line and the one above. A note stands between quotation marks."
        raise BuilderError(f"{path}:{line}: {troubles[0].message}", mend)
    formed = form(Form, tree.data, path.name)
    if formed.value is None:
        said = [f"{path}:{_line(source, finding)}: {finding.message}" for _, finding in formed.findings]
        raise BuilderError(
            "\n".join(dict.fromkeys(said)),
            "Write yes or no, or does-not-apply where the form offers it. A note is words.",
        )
    return formed.value


def _wrong(given: Form, source: Source) -> Iterator[tuple[int, str]]:
    asked = {question.id: question.asks for question in questions()}
    can_be_left = {question.id for question in questions() if question.can_be_left}
    times = Counter(one.ask for one in given.answers)
    for number, one in enumerate(given.answers):
        line = _line(source, Finding(source.file, ("answers", number, "ask"), ""))
        if one.ask not in asked:
            yield line, f"there is no question {one.ask}.{did_you_mean(one.ask, asked)}"
        elif times[one.ask] > 1:
            yield line, f"{one.ask} is answered more than once."
        elif one.said is None:
            yield line, f"{one.ask} has no answer yet: {asked[one.ask]}"
        elif one.said == "no" and not one.note:
            yield line, f"{one.ask} says no, and no note tells what is wrong."
        elif one.said == "does-not-apply" and one.ask not in can_be_left:
            yield line, f"{one.ask} always applies. Say yes or no: {asked[one.ask]}"
        elif one.said == "does-not-apply" and not one.note:
            yield line, f"{one.ask} says does-not-apply, and no note tells why."
        if _cut_off(source, number):
            yield line, f"the note on {one.ask} is cut off at the sign #. Put it between quotation marks."
    for missing in asked.keys() - times.keys():
        yield source.text.count("\n") + 1, f"{missing} is missing: {asked[missing]}"


def _cut_off(source: Source, number: int) -> bool:
    note = source.extents.get(("answers", number, "note"))
    rest = source.text[note.end :].split("\n", 1)[0] if note else ""
    return rest.strip().startswith("#")


def _line(source: Source, finding: Finding) -> int:
    return place_of(finding, {source.file: source}).line
