"""Values and files in, short digests out: the same value has the same digest on every run of one version."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from builder.disk.own import held_in, packages
from builder.model.shelf import key_of

_BUILDER = Path(__file__).parents[1]
_DIGITS = 16


def of_value(value: object) -> str:
    """The digest of a value whose repr tells all of it: a content type, or tuples, texts and numbers."""
    return of_words((repr(value),))


@cache
def of_builder() -> str:
    """The digest of everything but the content that decides what is found and made: our code, its data, Python, packages."""
    return of_words((*packages(), *held_in(_BUILDER, kinds=(".css", ".md", ".py", ".yml"))))


def of_bytes(data: bytes) -> str:
    """The digest of a file's bytes."""
    return sha256(data).hexdigest()


def of_words(words: Iterable[str | bytes]) -> str:
    """The digest of texts, or bytes, in order; where one ends counts too."""
    return key_of(*words)[:_DIGITS]
