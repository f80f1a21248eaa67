"""A built site in, the files that go out with a release out, by name: two zips, the list of parts, checksums."""

import tomllib
from hashlib import sha256
from pathlib import Path

from builder.model.shared import Settings
from builder.zipped import zipped
from release.bom import bom_of
from release.parts import ROOT, TO_BUILD, carried, packages

SUMS = "SHA256SUMS"


def files_of(site: Path, settings: Settings) -> dict[str, bytes]:
    """All that lies beside the site in a release.

    `-site.zip` is the whole site for a host, which brings an edition back; the zip for a stick is the one on the site.
    """
    held = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    name = f"{settings.name.lower().replace(' ', '-')}-{settings.version}"
    builder = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    files = {f"{name}-stick.zip": data for path, data in held.items() if path.endswith(".zip")}
    files[f"{name}-site.zip"] = zipped({f"{name}/{path}": data for path, data in held.items()}, str(settings.released))
    files[f"{name}.cdx.json"] = bom_of(settings, builder, carried(), packages(TO_BUILD)).encode()
    sums = "".join(f"{sha256(data).hexdigest()}  {file}\n" for file, data in sorted(files.items()))
    return {**files, SUMS: sums.encode()}
