"""A content folder in, today by this machine's clock out: refused where the content knows that the clock is wrong."""

import re
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from builder.diagnostics.errors import BuilderError
from builder.model.ledger import FILE

_ON = re.compile(r"^  - \{version: .*?, on: (\d{4}-\d\d-\d\d)", re.MULTILINE)
_ELSEWHERE = timedelta(days=1)
"""So much earlier can it be in another part of the world."""


def last_release(content: Path) -> date | None:
    """The day of the last release. The ledger is looked through, not parsed: this is asked before anything is loaded."""
    with suppress(OSError, ValueError):
        return max(map(date.fromisoformat, _ON.findall((content / FILE).read_text("utf-8"))), default=None)
    return None


def today_by_clock(content: Path | None = None) -> date:
    """Today.

    Raises:
        BuilderError: the library was released after that, so that every judgement of what is due would be wrong.
    """
    today = date.today()
    released = last_release(content) if content else None
    if released and released > today + _ELSEWHERE:
        raise BuilderError(
            f"By this machine's clock it is {today.isoformat()}, but the library was released on {released.isoformat()}.",
            f"Set the clock, or say which day it is: --today {released.isoformat()}",
        )
    return today
