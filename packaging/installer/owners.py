# SPDX-License-Identifier: Apache-2.0
"""Which installed distribution each bundled file comes from: the ground of licences and SBOM."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BundledFile:
    """One file of the packaged program.

    Attributes:
        place: In the package, or the name of a module in its archive.
        source: Where it was taken from on the building machine; never shipped.
        owner: Normalized name of the distribution; "" for our own, None for the system's.
    """

    place: str
    source: str
    owner: str | None


def normal_name(name: str) -> str:
    """Write a distribution's name as package indexes do."""
    return re.sub(r"[-_.]+", "-", name).lower()


class Owners:
    """Looks files up in the records of the installed distributions."""

    def __init__(self, root: Path) -> None:
        """Read the records.

        Args:
            root: Of the checkout; files in it are our own.
        """
        self.root = os.path.realpath(root)
        self._owners: dict[str, str] = {}
        self.distributions: dict[str, Distribution] = {}
        for one in distributions():
            name = normal_name(one.metadata["Name"])
            self.distributions[name] = one
            # A link looked up for each of a hundred thousand files would take a minute.
            folder = os.path.realpath(str(one.locate_file("")))
            for file in one.files or ():
                self._owners[os.path.normpath(f"{folder}/{file}")] = name

    def owner(self, source: str) -> str | None:
        """Name the distribution of a file; "" for our own, None where the system has it."""
        path = os.path.realpath(source)
        found = self._owners.get(path)
        if found is not None:
            return found
        is_ours = path.startswith(self.root + os.sep) and "site-packages" not in path
        return "" if is_ours else None

    def of(self, entries: Iterable[tuple[str, str, str]]) -> list[BundledFile]:
        """Look up PyInstaller's entries: place, source, kind."""
        return [BundledFile(place, source, self.owner(source)) for place, source, _kind in entries]


def write_bundled(files: Iterable[BundledFile], path: Path) -> None:
    """Keep the list for the steps after PyInstaller."""
    path.write_text(json.dumps([asdict(one) for one in files], indent=0), encoding="utf-8")


def read_bundled(path: Path) -> list[BundledFile]:
    """Read what `write_bundled` wrote."""
    return [BundledFile(**one) for one in json.loads(path.read_text(encoding="utf-8"))]
