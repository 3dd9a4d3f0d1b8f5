# SPDX-License-Identifier: Apache-2.0
"""Files that the program carries: weights, schemas, icons, report templates."""

from __future__ import annotations

from importlib import resources
from pathlib import Path, PurePosixPath, PureWindowsPath


def path(name: str) -> Path:
    """Locate a resource, in a checkout, an installed package or the frozen program.

    Args:
        name: Relative, with forward slashes, such as `schema/result.json`. Whether it exists
            is for the caller to find out.

    Returns:
        Its place on disk.

    Raises:
        ValueError: `name` is absolute, empty, or leads out of the resources.
    """
    as_windows = PureWindowsPath(name)
    is_relative = not (PurePosixPath(name).is_absolute() or as_windows.anchor or "\\" in name)
    if not is_relative or not as_windows.parts or ".." in as_windows.parts:
        raise ValueError(f"expected a relative name inside the resources, got {name!r}")
    return Path(str(resources.files(__name__))) / name
