"""questions.yml into typed questions: what a reviewer is asked, because no machine can tell."""

from functools import cache

from builder.disk.lists import list_beside
from builder.model.question import Question


@cache
def questions() -> tuple[Question, ...]:
    """Read questions.yml, once. The order is the order of the form."""
    return tuple(Question.model_validate(one) for one in list_beside(__file__, "questions.yml"))
