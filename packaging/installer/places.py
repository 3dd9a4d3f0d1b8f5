# SPDX-License-Identifier: Apache-2.0
"""Where the build puts things, and what it calls them."""

from __future__ import annotations

import hashlib
import platform
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

# What decides over the frozen program; a change makes it anew.
_SOURCES = ("core", "gui", "resources", "packaging/licences", "packaging/macos", "build.spec")
_SOURCE_FILES = (
    *("pyproject.toml", "requirements/packaging.lock", "LICENSE"),
    *(f"packaging/installer/{name}.py" for name in ("bundle", "freezing", "icons", "macos")),
    *(f"packaging/installer/{name}.py" for name in ("metadata", "notices", "owners", "pruning")),
)
_DEBIAN_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one build.

    Attributes:
        root: Of the checkout.
        out: Where finished installers go.
    """

    root: Path
    out: Path

    @property
    def build(self) -> Path:
        """All that can be made again."""
        return self.root / "build" / "packaging"

    @property
    def environment(self) -> Path:
        """The build's own Python environment."""
        return self.build / "environment"

    @property
    def work(self) -> Path:
        """PyInstaller's files and what it is given."""
        return self.build / "work"

    @property
    def facts(self) -> Path:
        """What the specification takes from the build: commit, icons, version resource."""
        return self.work / "facts"

    @property
    def tree(self) -> Path:
        """The frozen program, complete, as it is installed."""
        name = "FaceWitness.app" if sys.platform == "darwin" else "facewitness"
        return self.build / "tree" / name

    @property
    def notices(self) -> Path:
        """Licence texts and their index, as they go into the tree."""
        return self.build / "LICENSES"

    @property
    def version(self) -> str:
        """Of the program."""
        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))
        return str(project["project"]["version"])

    def artifact(self, suffix: str, *, kind: str = "") -> Path:
        """Name a finished file: program, version, platform, suffix."""
        name = f"facewitness-{self.version}-{platform_name()}{kind}{suffix}"
        return self.out / name

    def deb(self) -> Path:
        """Name the Debian package as Debian does."""
        return self.out / f"facewitness_{self.version}_{debian_machine()}.deb"

    def fingerprint(self) -> str:
        """Hash what decides over the frozen program, with the Python that makes it."""
        digest = hashlib.sha256(sys.version.encode())
        files = [self.root / name for name in _SOURCE_FILES]
        for source in _SOURCES:
            place = self.root / source
            files += sorted(place.rglob("*")) if place.is_dir() else [place]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.relative_to(self.root).as_posix().encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
        return digest.hexdigest()


def platform_name() -> str:
    """Name the platform as file names have it, such as linux-x86_64."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    machine = platform.machine().lower()
    return f"{system}-{'x86_64' if machine == 'amd64' else machine}"


def debian_machine() -> str:
    """Name the processor as Debian does."""
    return _DEBIAN_MACHINES.get(platform.machine(), platform.machine())
