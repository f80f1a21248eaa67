"""A question that no machine can answer: a reviewer does, for one module."""

from builder.model.facts import Answer
from builder.model.noun import Id, Noun, Words


class Question(Noun):
    """One question to a reviewer. Yes is the good answer."""

    id: Id
    """Permanent: signed answers name it."""
    asks: Words
    """The question, to be answered yes or no."""
    why: Words
    """Why it is asked."""
    source: Words
    """The standard or paper that it comes from."""
    stops: bool = False
    """Whether nothing is published while the answer is no."""
    can_be_left: bool = False
    """Whether it can be left with does-not-apply, and a note that says why."""

    def is_answered_by(self, answer: Answer | None) -> bool:
        """Whether this is an answer, and not only a way round the question."""
        if answer is None:
            return False
        return answer.said != "does-not-apply" or (self.can_be_left and answer.note is not None)
