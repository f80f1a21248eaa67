"""A signature that leaves a question open."""

from collections.abc import Iterator
from datetime import date

from builder.check.questions import questions
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "REV012",
        "question-without-answer",
        "person",
        "What a machine cannot judge is asked of the reviewer. A question that was never answered is not a yes.",
        "Ask the reviewer: `psychoed review ask` prints the questions, and `psychoed review sign` keeps the answers.",
        "ISO 24495-1: evaluate; PEMAT-P and CDC Clear Communication Index: items for a person",
    ),
    Case(
        "modules/warm-socks/module.yml",
        '    - ask: helplines-fit\n      said: "yes"\n',
        "",
        "    - ask: helplines-fit\n      said: does-not-apply\n",
        "answers",
        in_file="modules/warm-socks/module.yml",
    ),
)
def question_without_answer(library: Library, today: date) -> Iterator[Finding]:
    """Compare the answers beside each signature with the questions."""
    for module in library.published:
        if review := module.facts.review:
            answered = {answer.ask for answer in review.answers}
            missing = [question.id for question in questions() if question.id not in answered]
            if missing:
                who = library.whole.name_of(review.by)
                message = f"{who} signed, and {len(missing)} of {len(questions())} questions have no answer: {', '.join(missing)}."
                yield Finding(module.file, ("review", "answers"), message, on_key=True, who=who)
