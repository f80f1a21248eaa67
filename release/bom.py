"""A library's settings and all parts in, a bill of materials in the words of CycloneDX out: the same bytes each time."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from builder.model.shared import Settings
from release.parts import ROOT, TO_BUILD, Carried, Package

BUILDER = "psychoed"


def bom_of(settings: Settings, builder: str, carried: Iterable[Carried], packages: Iterable[Package]) -> str:
    """What a release is made of: what a reader gets with it, and what only built it (scope "excluded").

    `builder` is the builder's version. The date is the edition's, and the serial number comes from what is listed.
    """
    site = _component(settings.name, settings.version, settings.licence.replace(" ", "-"), ComponentType.APPLICATION)
    maker = _component(BUILDER, builder, "MIT", ComponentType.APPLICATION, ComponentScope.EXCLUDED)
    lock = HashType(alg=HashAlgorithm.SHA_256, content=_digest(ROOT / TO_BUILD))
    kind = ExternalReferenceType.CONFIGURATION
    maker.external_references.add(ExternalReference(type=kind, url=XsUri(TO_BUILD), hashes=[lock]))
    with_readers = [_carried(one) for one in carried]
    installed = {one: _package(one) for one in packages}
    everything = [maker, *with_readers, *installed.values()]
    serial = uuid5(
        NAMESPACE_URL, "\n".join([settings.base_address, *(str(part.bom_ref) for part in (site, *everything))])
    )
    bom = Bom(serial_number=serial, components=everything)
    bom.metadata.component = site
    bom.metadata.timestamp = datetime.combine(settings.released, time(), UTC)
    bom.register_dependency(site, [maker, *with_readers])
    bom.register_dependency(maker, installed.values())
    for one, part in installed.items():
        bom.register_dependency(part, [need for other, need in installed.items() if other.name in one.needs])
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _component(
    name: str, version: str, licence: str, kind: ComponentType, scope: ComponentScope | None = None
) -> Component:
    ref = f"{name}@{version}"
    licences = [LicenseFactory().make_from_string(licence)]
    return Component(name=name, version=version, bom_ref=ref, licenses=licences, type=kind, scope=scope)


def _carried(one: Carried) -> Component:
    part = _component(one.name, one.version, one.licence, ComponentType.LIBRARY, ComponentScope.REQUIRED)
    part.external_references.add(ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(one.origin)))
    for path in one.files:
        name = path.relative_to(ROOT).as_posix()
        digest = HashType(alg=HashAlgorithm.SHA_256, content=_digest(path))
        part.components.add(Component(name=name, bom_ref=name, type=ComponentType.FILE, hashes=[digest]))
    return part


def _package(one: Package) -> Component:
    part = _component(one.name, one.version, one.licence, ComponentType.LIBRARY, ComponentScope.EXCLUDED)
    part.purl = PackageURL("pypi", name=one.name, version=one.version)
    return part


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
