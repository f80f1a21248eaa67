"""One thing that is wrong with an environment, and how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ill:
    """`is_` says what is wrong, `mend` what to do, as a sentence or a command."""

    is_: str
    mend: str
