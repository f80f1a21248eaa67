"""A signature that leaves a question open."""

from collections.abc import Iterator
from datetime import date

from builder.check.questions import questions
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library

_FILE = "modules/warm-socks/module.yml"
_NOTE = "      note: There is not one number in it.\n"
_YES = '    - ask: {}\n      said: "yes"\n'
_LEFT = "    - ask: {}\n      said: does-not-apply\n" + _NOTE


@rule(
    Code(
        "REV012",
        "question-without-answer",
        "person",
        "What a machine cannot judge is asked of the reviewer. A question that was never answered is not a yes, and "
        "neither is one that was left without a reason.",
        "Ask the reviewer: `psychoed review ask` prints the questions, and `psychoed review sign` keeps the answers.",
        "ISO 24495-1: evaluate; PEMAT-P and CDC Clear Communication Index: items for a person",
    ),
    Case(_FILE, _YES.format("numbers-are-clear"), "", _LEFT.format("numbers-are-clear"), "answers", in_file=_FILE),
    Case(_FILE, _YES.format("needed"), _LEFT.format("needed"), _YES.format("needed") + _NOTE, "answers", in_file=_FILE),
    Case(
        _FILE,
        _YES.format("numbers-are-clear"),
        _LEFT.format("numbers-are-clear").removesuffix(_NOTE),
        _LEFT.format("numbers-are-clear"),
        "answers",
        in_file=_FILE,
    ),
)
def question_without_answer(library: Library, today: date) -> Iterator[Finding]:
    """Compare the answers beside each signature with the questions, and each does-not-apply with what can be left."""
    for module in library.published:
        if review := module.facts.review:
            said = {answer.ask: answer for answer in review.answers}
            missing = [question.id for question in questions() if not question.is_answered_by(said.get(question.id))]
            if missing:
                who = library.whole.name_of(review.by)
                message = f"{who} signed, and {len(missing)} of {len(questions())} questions have no answer: {', '.join(missing)}."
                yield Finding(module.file, ("review", "answers"), message, on_key=True, who=who)
