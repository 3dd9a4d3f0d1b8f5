# SPDX-License-Identifier: Apache-2.0
"""The metadata that `importlib.metadata` finds in the packaged program: names and versions.

Only the file METADATA of each bundled distribution: the others say where and how it was installed
on the building machine.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from installer.owners import BundledFile, Owners


def project_facts(root: Path) -> dict[str, str]:
    """Read name, version and description of the program."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {key: str(project[key]) for key in ("name", "version", "description", "license")}


def metadata_entries(
    owners: Owners, files: Iterable[BundledFile], work: Path
) -> list[tuple[str, str, str]]:
    """Give PyInstaller's entries for the metadata of all that is bundled, and of the program.

    Args:
        owners: The installed distributions.
        files: What is bundled.
        work: Folder for the program's own file, which is written here.
    """
    entries = []
    for name in sorted({one.owner for one in files if one.owner}):
        source = _metadata_file(owners, name)
        entries.append((f"{source.parent.name}/METADATA", str(source), "DATA"))
    facts = project_facts(Path(owners.root))
    own = work / "METADATA"
    own.write_text(
        f"Metadata-Version: 2.4\nName: {facts['name']}\nVersion: {facts['version']}\n"
        f"Summary: {facts['description']}\nLicense-Expression: {facts['license']}\n",
        encoding="utf-8",
    )
    folder = f"{facts['name']}-{facts['version']}.dist-info"
    return [*entries, (f"{folder}/METADATA", str(own), "DATA")]


def _metadata_file(owners: Owners, name: str) -> Path:
    one = owners.distributions[name]
    for file in one.files or ():
        if file.name == "METADATA" and file.parent.name.endswith(".dist-info"):
            return Path(str(one.locate_file(file)))
    raise FileNotFoundError(f"{name} has no METADATA")
