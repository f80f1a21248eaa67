"""A name and data in, the data with their sum before it out, and back: what was damaged, cut or is another's is known."""

from hashlib import sha256

_LENGTH = 65


def sealed(name: str, data: bytes) -> bytes:
    """The data with a line before it that tells the sum of name and data."""
    return seal(name, data) + data


def opened(name: str, held: bytes) -> bytes | None:
    """The data, if it is what was sealed under this name."""
    data = held[_LENGTH:]
    return data if held[:_LENGTH] == seal(name, data) else None


def seal(name: str, data: bytes) -> bytes:
    """The line that stands before what is sealed."""
    made = sha256(name.encode() + b"\0")
    made.update(data)
    return made.hexdigest().encode() + b"\n"
