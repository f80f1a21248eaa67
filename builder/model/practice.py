"""A practice: something small that a reader can try, stop, or do another way."""

from typing import Annotated

from pydantic import Field

from builder.model.noun import Id, Noun, Words


class Practice(Noun):
    """Something to try. The stop rule is always shown before the first step."""

    id: Id
    """Permanent. A page places it with a `practice` block."""
    title: Words
    """What one does, in a few words."""
    why: Words
    """Why it may help."""
    minutes: Annotated[int, Field(ge=1, le=30)]
    """About how long it takes."""
    stop_if: Words
    """Ends the sentence that starts with "Stop if"."""
    alternative: Words
    """A way round for somebody whom this does not suit."""
    steps: Annotated[tuple[Words, ...], Field(min_length=2, max_length=7)]
    """Two to seven short actions, in order."""
