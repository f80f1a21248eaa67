"""What somebody types for a place in, the place as the ledger writes it out."""

import re
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from builder.diagnostics.errors import BuilderError
from builder.model.ledger import Place

_PLACE: TypeAdapter[str] = TypeAdapter(Place)


def place_in(words: str, base_address: str) -> str:
    """`co-regulation#babies`, `/co-regulation/practice/`, a whole web address of the site, or `home`.

    Raises:
        BuilderError: that is no place of a library.
    """
    said = words.strip()
    host = urlsplit(base_address).netloc
    path = urlsplit(base_address).path.rstrip("/")
    said = re.sub(rf"^(https?://)?{re.escape(host + path)}(?=[/#]|$)", "", said)
    address, mark, anchor = said.partition("#")
    address = address.strip("/").removesuffix("index.html").rstrip("/")
    address = "" if address == "home" else address
    if address and "." not in address.rpartition("/")[2]:
        address += "/"
    place = f"{address}{mark}{anchor}"
    try:
        return _PLACE.validate_python(place)
    except ValidationError:
        mend = "Write it as co-regulation, co-regulation#babies, co-regulation/practice#hum or co-regulation/coreg.pdf."
        raise BuilderError(f"{words} is not a place of a library.", mend) from None


def module_in(place: str) -> str:
    """The id of a module, where a place could be one's first page; else nothing."""
    found = re.fullmatch(r"([a-z][a-z0-9-]*)/", place)
    return found[1] if found else ""
