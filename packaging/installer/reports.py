# SPDX-License-Identifier: Apache-2.0
"""What stands beside the installers: what takes space, and SHA-256 sums."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from installer.places import Places

# The bars: an installer and an installation, in bytes.
MAX_INSTALLER, MAX_INSTALLED = 350_000_000, 900_000_000
_SHOWN = 25


def folder_sizes(tree: Path) -> dict[str, int]:
    """Add up the bytes of each part of the frozen program; links take none."""
    sizes: dict[str, int] = {}
    for path in tree.rglob("*"):
        if path.is_file() and not path.is_symlink():
            parts = path.relative_to(tree).parts
            depth = 3 if parts[:2] == ("_internal", "resources") else 2
            name = "/".join(parts[: min(depth, max(1, len(parts) - 1))])
            name = name if len(parts) > 2 else "/".join(parts)
            sizes[name] = sizes.get(name, 0) + path.stat().st_size
    return sizes


def size_lines(tree: Path, installers: Iterable[Path]) -> list[str]:
    """Say what takes space, the largest first."""
    sizes = folder_sizes(tree)
    total = sum(sizes.values())
    lines = [f"installed {total / 1e6:.1f} MB (bar {MAX_INSTALLED / 1e6:.0f} MB)"]
    lines += [
        f"{path.name} {path.stat().st_size / 1e6:.1f} MB (bar {MAX_INSTALLER / 1e6:.0f} MB)"
        for path in installers
    ]
    largest = sorted(sizes.items(), key=lambda one: -one[1])
    lines += [f"{size / 1e6:9.1f} MB  {name}" for name, size in largest[:_SHOWN]]
    rest = sum(size for _, size in largest[_SHOWN:])
    return [*lines, f"{rest / 1e6:9.1f} MB  {max(0, len(largest) - _SHOWN)} smaller parts"]


def make_sizes(places: Places, installers: Iterable[Path]) -> Path:
    """Write the list of what takes space."""
    target = places.artifact(".sizes.txt")
    target.write_text("\n".join(size_lines(places.tree, installers)) + "\n", encoding="utf-8")
    return target


def make_sums(places: Places, files: Iterable[Path]) -> Path:
    """Write what `sha256sum -c SHA256SUMS` reads."""
    target = places.out / "SHA256SUMS"
    lines = []
    for path in sorted(files):
        with path.open("rb") as stream:
            lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {path.name}\n")
    target.write_text("".join(lines), encoding="utf-8")
    return target
