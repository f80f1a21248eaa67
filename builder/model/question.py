"""A question that no machine can answer: a reviewer does, for one module."""

from builder.model.noun import Id, Noun, Words


class Question(Noun):
    """One question to a reviewer. Yes is the good answer."""

    id: Id
    """Permanent: signed answers name it."""
    asks: Words
    """The question, to be answered yes, no or does-not-apply."""
    why: Words
    """Why it is asked."""
    source: Words
    """The standard or paper that it comes from."""
