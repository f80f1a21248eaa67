"""A code: the permanent name of one kind of problem, with everything that an editor may want to know of it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "person"]
"""error: nothing is published. warning: published, to be mended. person: only a real person can clear it."""


@dataclass(frozen=True)
class Code:
    """One kind of problem. `id` never changes its meaning; `name` states the problem."""

    id: str
    name: str
    severity: Severity
    why: str
    mend: str
    source: str = ""
