"""The ground of every content type: frozen, strict, unknown keys refused, each field documented."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints


class Noun(BaseModel):
    """A value read from a content file. A field's docstring is the help that an editor sees: the schema has it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def __getstate__(self) -> dict[Any, Any]:
        """Kept without which fields were given: nobody asks for that, and it takes a sixth of the room."""
        return {**super().__getstate__(), "__pydantic_fields_set__": _NOBODY_ASKS}


_NOBODY_ASKS: set[str] = set()


Words = Annotated[
    str,
    StringConstraints(
        min_length=1, max_length=2000, pattern=r"^[^\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
    ),
]
"""Plain words, no Markdown."""

Id = Annotated[str, StringConstraints(max_length=64, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""A permanent name: lower-case words joined by hyphens."""

Citekey = Annotated[str, StringConstraints(max_length=64, pattern=r"^[a-z][A-Za-z0-9]*$")]
"""The id of a source in references.yml."""

Web = Annotated[
    str,
    StringConstraints(max_length=500, pattern=r'^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?(/[^\s"<>]*)?$'),
]
"""A web address that starts with https://."""

Telephone = Annotated[str, StringConstraints(max_length=40, pattern=r"^\+?[0-9][0-9 -]*$")]
"""A number as one dials it, alone: a tap on it calls all of its digits."""
