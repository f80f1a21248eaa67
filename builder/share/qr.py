"""A publication in, the QR code of each short address out, as a drawing and as a picture that lie at that address."""

from builder.model.page import Publication
from builder.scanned import drawing, picture, target_of_code


def qr_files(publication: Publication) -> dict[str, bytes]:
    """`m/<code>/qr.svg` and `qr.png`; none while the base address is an example: a code that leads nowhere is worse than none."""
    if not publication.has_real_address:
        return {}
    base = publication.base_address.partition("://")[2].rstrip("/")
    made: dict[str, bytes] = {}
    for page in publication.pages:
        if page.kind == "short":  # at a code that moved lies a copy of the new one
            target = target_of_code(f"{base}/{page.address.rstrip('/')}")
            made |= {f"{page.address}qr.svg": drawing(target), f"{page.address}qr.png": picture(target)}
    return made
