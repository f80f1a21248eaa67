"""A call on the content's files in, its words out; the same call on the same files has the same words at once.

Nothing here needs the rules or the types of the content: to load those is most of what a short check costs.
"""

from collections.abc import Callable
from pathlib import Path

from builder.load.files import Files
from builder.memory import digest
from builder.memory.place import read, write

Words = tuple[str, int]
"""What a command says, and the code with which it leaves."""


def again(path: Path, files: Files, call: tuple[object, ...], work: Callable[[], Words]) -> Words:
    """Return what `call` said last time if the files and the builder are the same; else do the work, and remember it.

    `path` is where the last words are kept. A file that is damaged, foreign or not to be written costs time only.
    """
    key = digest.of_words((digest.of_builder(), repr(call), files.digest))
    kept = read(path)
    if isinstance(kept, dict) and kept.get("key") == key:
        return str(kept["said"]), int(kept["code"])
    said, code = work()
    write(path, {"key": key, "said": said, "code": code})
    return said, code
