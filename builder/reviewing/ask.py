"""A module in, the form out that its reviewer fills in: every question that no machine can answer."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from builder.check.questions import questions
from builder.diagnostics.errors import BuilderError
from builder.diagnostics.nearest import did_you_mean
from builder.load.files import folder_of
from builder.load.gather import load
from builder.markup.day import in_words
from builder.model.content_hash import content_hash
from builder.model.facts import Answer
from builder.model.library import Library, Module
from builder.reviewing.block import quoted


def ask(content: Path, module_id: str) -> str:
    """The form for one module as it is now. Earlier answers stand in it only where the pages have not changed.

    Raises:
        BuilderError: there is no such module, it was withdrawn, or something in it cannot be read.
    """
    loaded = load(content)
    library, module = loaded.library, module_named(module_id, loaded.library)
    files = {finding.file for code, finding in loaded.findings if code.severity == "error"}
    if unread := sorted(file for file in files if folder_of(file) in ("", module_id)):
        raise BuilderError(
            f"What is to be reviewed cannot all be read: {', '.join(unread)}.", "Mend what psychoed check says."
        )
    return "\n".join(_form(module, library, content_hash(module, library))) + "\n"


def module_named(module_id: str, library: Library) -> Module:
    """The module that can be reviewed under this id.

    Raises:
        BuilderError: there is no such module, or it was withdrawn.
    """
    module = library.modules.get(module_id)
    if module is None:
        near = did_you_mean(module_id, library.modules)
        raise BuilderError(f"There is no module {module_id}.{near}", f"There are: {', '.join(library.modules)}.")
    if module.facts.status == "withdrawn":
        raise BuilderError(f"{module.facts.title} was withdrawn.", "Nothing of it is published, so nothing is signed.")
    return module


def _form(module: Module, library: Library, now: str) -> Iterator[str]:
    head = (
        f"The questions on “{module.facts.title}”, version {library.settings.version}, for its reviewer. "
        "Open it in VS Code, not in Word.",
        "A program has checked beforehand what a program can. These questions are for a person. Read the four pages "
        "first: psychoed serve shows them.",
        "Write yes or no after each “said:”. With no, write after “note:” what is wrong and where, between the "
        "quotation marks. Write does-not-apply only where the form offers it, and after “note:” say why.",
        "Yes is not expected. A no is the most useful answer. Readers are told how many there are, and a no on safety, "
        "on blame or on evidence keeps the pages from them until it is mended.",
        "Your answers are kept with your signature, and hold for exactly these words. They are no PEMAT or CDC score.",
        f"When all are answered: psychoed review sign {module.id} --by YOUR-ID --answers THIS-FILE",
    )
    yield from (_comment(words) for words in head)
    review = module.facts.review
    before = {answer.ask: answer for answer in review.answers} if review and review.of == now else {}
    if review and before:
        yield _comment(f"Answers of {in_words(review.on)} stand here already. Change what no longer holds.")
    yield f'module: {quoted(module.id)}\nof: "{now}"\nanswers:'
    for number, question in enumerate(questions(), start=1):
        yield "\n" + _comment(f"{number}. {question.asks}")
        yield _comment(f"{question.why} ({question.source})", "#    ")
        if question.can_be_left:
            yield _comment("You can write does-not-apply here, and why.", "#    ")
        yield from _lines(question.id, before.get(question.id))


def _lines(question_id: str, before: Answer | None) -> Iterator[str]:
    yield f"- ask: {question_id}"
    yield f"  said: {before.said}" if before else "  said:"
    yield f"  note: {quoted(before.note)}" if before and before.note else '  note: ""'


def _comment(words: str, start: str = "# ") -> str:
    return fill(" ".join(words.split()), 100, initial_indent=start, subsequent_indent="#    ", break_on_hyphens=False)
