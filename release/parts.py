"""Lock files, what each package says of itself and docs/licences.yml in, every part that is not ours out, with its licence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path
from typing import Any

import yaml
from cyclonedx.spdx import is_expression, is_supported_id
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
TO_BUILD, TO_TEST = "requirements.lock", "requirements-dev.lock"
_LOCKED = re.compile(r"^([a-z0-9.-]+)==([^ ]+)", re.MULTILINE)


@dataclass(frozen=True)
class Package:
    """A locked package, and the names of those that it needs."""

    name: str
    version: str
    licence: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Carried:
    """Something of others that lies in this repository: where it is from, its files, and where its licence stands."""

    name: str
    version: str
    licence: str
    origin: str
    files: tuple[Path, ...]
    text: Path


def packages(lock: str) -> tuple[Package, ...]:
    """Every package of a lock file, by name.

    Raises:
        LookupError: a package's licence is neither said by itself nor read by us, or both.
    """
    read: Mapping[str, str] = _data()["read"]
    locked = _LOCKED.findall((ROOT / lock).read_text("utf-8"))
    names = {name for name, _ in locked}
    return tuple(Package(name, version, _licence(name, read), tuple(_needs(name, names))) for name, version in locked)


def carried() -> tuple[Carried, ...]:
    """Everything of others that lies in this repository."""
    return tuple(
        Carried(
            one["name"],
            one["version"],
            one["licence"],
            one["from"],
            tuple(path for pattern in one["files"] for path in sorted(ROOT.glob(pattern))),
            ROOT / one["text"],
        )
        for one in _data()["carried"]
    )


def _data() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "docs" / "licences.yml").read_text("utf-8")))


def _licence(name: str, read: Mapping[str, str]) -> str:
    said = _said(name)
    if bool(said) == (name in read):
        trouble = (
            "says its licence by itself: take it out" if said else "does not say its licence: read it, and put it in"
        )
        raise LookupError(f"{name} {trouble}. (docs/licences.yml)")
    return said or read[name]


def _said(name: str) -> str:
    """What a package says of its own licence in the words of SPDX, or ""."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    (said, *_) = told.get_all("License-Expression") or told.get_all("License") or [""]
    return said if is_supported_id(said) or (" " in said and is_expression(said)) else ""


def _needs(name: str, locked: set[str]) -> Iterator[str]:
    """What a package asks for on any machine: the same list on each."""
    try:
        asked = [Requirement(one) for one in requires(name) or ()]
    except PackageNotFoundError:
        return
    for one in asked:
        if "extra" not in str(one.marker or "") and canonicalize_name(one.name) in locked:
            yield canonicalize_name(one.name)
