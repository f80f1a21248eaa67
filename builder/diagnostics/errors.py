"""Trouble with the call or the machine, not with the content. Caught only by the command line."""


class BuilderError(Exception):
    """The call or the environment is wrong. `mend` says what to do."""

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.mend = mend
