"""How an engine ended and its own words in, what is wrong and how to mend it out; nothing where all is well."""

import re
import signal

from builder.diagnostics.errors import BuilderError
from builder.disk.trouble import told_of

_TRACEBACK = "Traceback (most recent call last)"


def engine_trouble(name: str, module: str, code: int, words: str) -> BuilderError | None:
    """Judge a run of an engine. One that breaks down on the way and says that all went well is not believed."""
    if code == 0 and _TRACEBACK not in words:
        return None
    could_not = f"{name} could not build the site."
    if code < 0:
        by = signal.Signals(-code).name
        return BuilderError(
            f"{could_not} This machine stopped it ({by}), perhaps for want of memory.\n{_plain(words)}".strip(),
            "Close other programs, then give the command again.",
        )
    if f"No module named {module}" in words:
        return BuilderError(f"{could_not}\n{_plain(words)}", f"Install it: pip install {module}")
    if trouble := told_of(words):
        return BuilderError(f"{could_not} It says that {trouble[0]}.\n{_plain(words)}", trouble[1])
    mend = (
        "Its own words stand above. If you changed theme/ or mkdocs.yml, look there. psychoed doctor looks at the rest."
    )
    return BuilderError(f"{could_not}\n{_plain(words)}", mend)


def _plain(said: str) -> str:
    """What an engine said, without colours; of a traceback what it came to, and not the way there."""
    words = re.sub(r"\x1b\[[0-9;]*m", "", said).strip()
    before, _, after = words.partition(_TRACEBACK)
    came = [line for line in after.splitlines() if line.strip() and not line.startswith(" ") and _TRACEBACK not in line]
    return "\n".join((*before.strip().splitlines(), *came)) or "It said nothing."
