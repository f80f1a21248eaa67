"""Where finished things are kept between runs, by a key that tells all that they came from."""

from hashlib import sha256
from typing import Protocol


class Shelf(Protocol):
    """What was put there under a key comes back whole, or not at all. Losing it costs time and nothing else."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, data: bytes) -> None: ...

    def keep(self, key: str) -> None: ...


def key_of(*parts: str | bytes) -> str:
    """The key of what comes from these parts in this order; where one ends counts too."""
    made = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.hexdigest()
