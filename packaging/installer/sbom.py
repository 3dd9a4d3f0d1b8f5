# SPDX-License-Identifier: Apache-2.0
"""The list of parts (SBOM) in CycloneDX: what is in the package, and by which licence."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from installer.metadata import project_facts
from installer.notices import read_components
from installer.places import Places
from installer.source import Source
from installer.talk import stop


def make_sbom(places: Places, source: Source) -> Path:
    """Write the list beside the installers, checked against the specification's schema."""
    facts = project_facts(places.root)
    text = sbom_text(facts, read_components(places), weights(places.root), source)
    problem = sbom_problem(text)
    if problem is not None:
        stop(f"the SBOM does not fit its schema: {problem}")
    target = places.artifact(".cdx.json")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def weights(root: Path) -> list[dict[str, str]]:
    """Give the networks that are shipped: name, version, SHA-256, licence."""
    from core.cards import CARD_NAME, read_card
    from core.faces.catalog import FACE_DETECTORS

    found = []
    for path in sorted((root / "resources/weights").glob(f"*/{CARD_NAME}")):
        card = read_card(path)
        facts = {"name": card.id, "version": card.version, "licence": card.license}
        found.append({**facts, "sha256": card.network_sha256})
    for spec in FACE_DETECTORS:
        file = spec.weights
        facts = {"name": spec.id, "version": file.version, "licence": spec.licence}
        found.append({**facts, "sha256": file.sha256})
    return found


def sbom_text(
    facts: Mapping[str, str],
    parts: Iterable[Mapping[str, Any]],
    networks: Iterable[Mapping[str, str]],
    source: Source,
) -> str:
    """Write the document; the same facts give the same bytes.

    Args:
        facts: Name, version, description, license of the program.
        parts: As `installer.notices` lists them.
        networks: As `weights` gives them.
        source: For the date and the number of the document.
    """
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output import make_outputter
    from cyclonedx.schema import OutputFormat, SchemaVersion

    program = Component(
        type=ComponentType.APPLICATION,
        name=facts["name"],
        version=facts["version"],
        bom_ref="facewitness",
        licenses=[_licence(facts["license"])],
        description=facts["description"],
    )
    bom = Bom(components=[*map(_part, parts), *map(_network, networks)])
    bom.metadata.component = program
    bom.metadata.timestamp = datetime.fromtimestamp(source.epoch, UTC)
    number = f"{facts['name']} {facts['version']} {source.commit} {source.epoch}"
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, number)
    bom.register_dependency(program, list(bom.components))
    outputter = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6)
    return str(outputter.output_as_string(indent=1)) + "\n"


def sbom_problem(text: str) -> str | None:
    """Say why a document does not fit CycloneDX 1.6, or None where it does."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    found = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return None if found is None else str(found)[:2000]


def _part(part: Mapping[str, Any]) -> Any:
    from cyclonedx.model import ExternalReference, ExternalReferenceType, Property, XsUri
    from cyclonedx.model.component import Component, ComponentType
    from packageurl import PackageURL

    purl = PackageURL.from_string(part["purl"]) if part["purl"] else None
    references = [
        ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(part["source"]))
    ]
    return Component(
        type=ComponentType.DATA if part["kind"] == "data" else ComponentType.LIBRARY,
        name=part["name"],
        version=part["version"] or None,
        bom_ref=f"{part['kind']}:{part['name']}",
        purl=purl,
        licenses=[_licence(part["licence"])],
        external_references=references if part["source"] else [],
        properties=[Property(name="facewitness:kind", value=part["kind"])],
    )


def _network(network: Mapping[str, str]) -> Any:
    from cyclonedx.model import HashAlgorithm, HashType
    from cyclonedx.model.component import Component, ComponentType

    return Component(
        type=ComponentType.MACHINE_LEARNING_MODEL,
        name=network["name"],
        version=network["version"],
        bom_ref=f"weights:{network['name']}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=network["sha256"])],
        licenses=[_licence(network["licence"])],
    )


def _licence(words: str) -> Any:
    """Take SPDX words as an expression, and others as a name."""
    from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
    from cyclonedx.spdx import is_expression

    if is_expression(words):
        return LicenseExpression(value=words)
    return DisjunctiveLicense(name=words[:200])


def read_sbom(path: Path) -> dict[str, Any]:
    """Read a document as plain values."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
