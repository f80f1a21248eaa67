"""One hostile input: what it puts where, and what the check says of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hostile:
    """`bad` takes the place of `was` in `file`; with an empty `was` it stands at the end.

    A `file` of a module is named from its folder; every case has a module of its own. The finding has `code` and points
    at the first character of `at` in `bad`, or else in the file; an empty `at` is the start of the file. RUN in `bad` is a call that tells
    the browser test which case has run.
    """

    name: str
    file: str
    was: str
    bad: str
    code: str
    at: str

    @property
    def call(self) -> str:
        """The name of the function that the payload calls."""
        return f"pwn_{self.name.replace('-', '_')}"

    @property
    def module(self) -> str:
        """The id of the module that holds the case; empty where the case stands in a shared file."""
        return f"h-{self.name}" if self.file in _OF_A_MODULE else ""

    @property
    def path(self) -> str:
        """The file below the content folder."""
        return f"modules/{self.module}/{self.file}" if self.module else self.file

    def planted(self, text: str) -> tuple[str, int]:
        """The host's text with the case in it, and the offset at which the finding points."""
        bad, at = (part.replace("RUN", f"{self.call}()") for part in (self.bad, self.at))
        start = text.index(self.was) if self.was else len(text)
        whole = text[:start] + bad + text[start + len(self.was) :]
        if not at:
            return whole, 0
        return whole, start + bad.index(at) if at in bad else whole.index(at)


_OF_A_MODULE = frozenset({"module.yml", "learn.md", "practice.md", "clinicians.md", "figures/cup.svg"})
