"""The parts that are not ours in, the page that lists each with its licence out."""

from collections.abc import Iterable, Iterator

from release.parts import ROOT, TO_BUILD, TO_TEST, Carried, Package, carried, packages

_HEAD = """# What is not ours, and its licence

Written by `make docs` from the lock files, from what each package says of itself, and from `licences.yml`. Licences are
named as in SPDX. Ours: code MIT, words and drawings CC BY 4.0.
"""


def licences() -> str:
    """The page, as Markdown.

    Raises:
        LookupError: a licence is not known.
    """
    build = packages(TO_BUILD)
    built_with = {(one.name, one.version) for one in build}
    test = [one for one in packages(TO_TEST) if (one.name, one.version) not in built_with]
    return "\n".join(
        (
            _HEAD,
            *_carried(carried()),
            *_packages("builds it, and is not in it", build),
            *_packages("is for tests only", test),
        )
    )


def _carried(parts: Iterable[Carried]) -> Iterator[str]:
    yield "## What readers get\n\n| Part | Version | Licence | From |\n|---|---|---|---|"
    for one in parts:
        text = one.text.relative_to(ROOT).as_posix()
        yield f"| {one.name} | {one.version} | [{one.licence}](../{text}) | {one.origin} |"
    yield ""


def _packages(what: str, parts: Iterable[Package]) -> Iterator[str]:
    yield f"## What {what}\n\n| Package | Version | Licence |\n|---|---|---|"
    for one in parts:
        yield f"| {one.name} | {one.version} | {one.licence} |"
    yield ""
