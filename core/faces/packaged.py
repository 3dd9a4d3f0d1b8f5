# SPDX-License-Identifier: Apache-2.0
"""Single files inside an installed wheel: found without running its code, checked before use.

The wheels are installed without their own dependencies (a second OpenCV, TensorFlow), so their
packages must never be imported. This is the one place that knows where such a file lies, for
the program and for the packaging alike.
"""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from core.errors import FaceStageError


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """A file of a wheel, pinned by its hash.

    Attributes:
        distribution, version: As in `pip install distribution==version`.
        package: Import name of the wheel's top-level package.
        path: Relative to that package's folder, with slashes.
        sha256: Hex digest of the content.
        what: Begins the sentences of its errors.
    """

    distribution: str
    version: str
    package: str
    path: str
    sha256: str
    what: str = "The face detector's weights"

    @property
    def description(self) -> str:
        """Name, version and hash, for reports."""
        name = self.path.rpartition("/")[2]
        return f"{self.distribution} {self.version} {name} sha256:{self.sha256}"

    @property
    def bundle_folder(self) -> str:
        """Folder, relative to a packaged program's root, in which `locate` will find the file."""
        return f"{self.package}/{self.path}".rpartition("/")[0]

    def locate(self) -> Path:
        """Find the file; `find_spec` of a top-level name looks the package up, it runs nothing.

        In a packaged program the folder holds the file alone, which Python takes for a namespace
        package: it is found the same way.

        Returns:
            Path of the file, not yet checked.

        Raises:
            FaceStageError: The wheel is not installed, or lacks the file.
        """
        spec = importlib.util.find_spec(self.package)
        folders = (spec.submodule_search_locations if spec else None) or ()
        for folder in folders:
            found = Path(folder, self.path)
            if found.is_file():
                return found
        raise FaceStageError(
            f"{self.what} {self.path} of {self.distribution} are not installed.",
            advice=self._advice,
            distribution=self.distribution,
        )

    def read(self) -> bytes:
        """Read the content; what was hashed is what is returned, the file is not opened again.

        Raises:
            FaceStageError: The file is missing, cannot be read, or is not the pinned one.
        """
        path = self.locate()
        try:
            content = path.read_bytes()
        except OSError as error:
            raise FaceStageError(
                f"{self.what} {self.path} cannot be read: {error.strerror}.",
                advice=self._advice,
                distribution=self.distribution,
            ) from error
        found = hashlib.sha256(content).hexdigest()
        if found != self.sha256:
            raise FaceStageError(
                f"{self.what} {self.path} are not the pinned ones "
                f"(SHA-256 {found}, expected {self.sha256}).",
                advice=self._advice,
                distribution=self.distribution,
                sha256_found=found,
                sha256_expected=self.sha256,
            )
        return content

    @property
    def _advice(self) -> str:
        return (
            "Install FaceWitness again, or only this part: "
            f"pip install --force-reinstall --no-deps {self.distribution}=={self.version}"
        )
