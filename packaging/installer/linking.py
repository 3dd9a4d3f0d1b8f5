# SPDX-License-Identifier: Apache-2.0
"""What the frozen program needs of a Linux system, read from its files."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from installer.pruning import OPTIONAL_LIBRARIES, SYSTEM_LIBRARIES
from installer.talk import stop

_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")
_ELF = b"\x7fELF"


def elf_files(tree: Path) -> Iterator[Path]:
    """Give programs and libraries in a folder, links left out."""
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as stream:
                if stream.read(4) == _ELF:
                    yield path


def needed(path: Path) -> list[str]:
    """Give the names of the libraries that a file links to."""
    done = subprocess.run(
        ["readelf", "-d", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    return _NEEDED.findall(done.stdout)


def system_libraries(tree: Path) -> set[str]:
    """Give the libraries that the program needs and does not bring."""
    files = list(elf_files(tree))
    ours = {path.name for path in tree.rglob("*") if ".so" in path.name}
    return {name for path in files for name in needed(path)} - ours - OPTIONAL_LIBRARIES


def dependencies(tree: Path) -> list[str]:
    """Give Debian's packages for them, the C library with the version that is needed."""
    libraries = system_libraries(tree)
    unknown = sorted(libraries - SYSTEM_LIBRARIES.keys())
    if unknown:
        stop(f"no Debian package is known for {', '.join(unknown)}; see installer/pruning.py")
    packages = {SYSTEM_LIBRARIES[name] for name in libraries}
    newest = newest_glibc(elf_files(tree))
    return sorted(f"libc6 (>= 2.{newest})" if one == "libc6" else one for one in packages)


def newest_glibc(files: Iterable[Path]) -> int:
    """Give the minor version of the newest glibc 2 that a file asks for."""
    found = {int(number) for path in files for number in _GLIBC.findall(path.read_bytes())}
    return max(found, default=0)
