"""Something that the reviewer found wanting."""

from collections.abc import Iterator
from datetime import date

from builder.check.questions import questions
from builder.check.rule import Case, rule
from builder.diagnostics.code import Code
from builder.diagnostics.finding import Finding
from builder.model.library import Library


@rule(
    Code(
        "REV013",
        "answered-no",
        "person",
        "A reviewer who says no has seen what no program sees. Kept in a file and not acted on, it helps nobody.",
        "Mend what the note names, and ask the reviewer to look and to sign again.",
        "NHS content standard: clinical assurance",
    ),
    Case(
        "modules/warm-socks/module.yml",
        '    - ask: helplines-fit\n      said: "yes"\n',
        '    - ask: helplines-fit\n      said: "no"\n      note: No line is for cold feet.\n',
        '    - ask: helplines-fit\n      said: "yes"\n      note: No line is for cold feet, and none has to be.\n',
        '"no"',
    ),
)
def answered_no(library: Library, today: date) -> Iterator[Finding]:
    """Look for each no beside a signature."""
    asked = {question.id: question.asks for question in questions()}
    for module in library.published:
        review = module.facts.review
        for number, answer in enumerate(review.answers if review else ()):
            if review and answer.said == "no":
                who = library.whole.name_of(review.by)
                message = f"{who} answered no to “{asked.get(answer.ask, answer.ask)}” {answer.note or ''}".strip()
                yield Finding(module.file, ("review", "answers", number, "said"), message, who=who)
