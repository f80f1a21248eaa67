"""A part of a library in, out each no beside a signature: the reviewer says what is wrong, and the author mends it."""

from collections.abc import Iterator

from builder.check.questions import questions
from builder.diagnostics.finding import Finding
from builder.model.library import Library
from builder.model.shared import authors_of


def noes(library: Library, *, that_stop: bool) -> Iterator[Finding]:
    """Each no to a question that stops publishing, or each other no. It stands until the reviewer signs again."""
    asked = {question.id: question for question in questions()}
    for module in library.published:
        review = module.facts.review
        for number, answer in enumerate(review.answers if review else ()):
            question = asked.get(answer.ask)
            if review and answer.said == "no" and (question is not None and question.stops) == that_stop:
                who = library.whole.name_of(review.by)
                message = (
                    f"{who} answered no to “{question.asks if question else answer.ask}” {answer.note or ''}".strip()
                )
                authors = authors_of(module.id, library.whole.people)
                yield Finding(
                    module.file,
                    ("review", "answers", number, "said"),
                    message,
                    mend=f"Mend what {who}’s note names.",
                    who=" and ".join(person.name for person in authors) or "Whoever wrote it",
                )
