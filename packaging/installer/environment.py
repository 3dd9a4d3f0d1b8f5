# SPDX-License-Identifier: Apache-2.0
"""The build's own Python environment, from the lock file with hashes; needs Python and pip only."""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.places import Places
from installer.talk import run, say, stop

LOCK = "requirements/packaging.lock"
# Programs that the Linux build calls, and the Debian package of each.
_PROGRAMS = {"dpkg-deb": "dpkg", "xz": "xz-utils", "readelf": "binutils", "ldd": "libc-bin"}


def check_machine() -> None:
    """Refuse a machine that lacks something, and say how to get it."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        stop(f"Python 3.11, 3.12 or 3.13 is needed, this is {sys.version.split()[0]}.")
    if sys.platform != "linux":
        return
    packages = [package for name, package in _PROGRAMS.items() if not shutil.which(name)]
    version = "{}.{}".format(*sys.version_info)
    if ctypes.util.find_library(f"python{version}") is None:
        packages.append(f"libpython{version}")
    packages += _missing_window_libraries()
    if packages:
        line = "apt-get install --yes --no-install-recommends " + " ".join(packages)
        stop(f"the build needs packages that are missing. As root: {line}")


def _missing_window_libraries() -> list[str]:
    """Name what the window needs; what is missing here would be missing in the package."""
    import bootstrap

    return bootstrap.missing_qt_packages()


def python_of(places: Places) -> Path:
    """Name the environment's Python."""
    if os.name == "nt":
        return places.environment / "Scripts" / "python.exe"
    return places.environment / "bin" / "python"


def prepare(places: Places, *, fresh: bool) -> Path:
    """Make the environment unless it is there and fits the lock file.

    Returns:
        Its Python.
    """
    lock = places.root / LOCK
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    stamp = places.environment / "installed"
    python = python_of(places)
    if not fresh and python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    say("making the build's environment from requirements/packaging.lock; some minutes once")
    shutil.rmtree(places.environment, ignore_errors=True)
    run([sys.executable, "-m", "venv", "--without-pip", places.environment])
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", python, "install"]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    pinned: list[str | Path] = [
        "--no-deps",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "-r",
        lock,
    ]
    run([*pip, *quiet, *pinned], folder=places.root)
    stamp.write_text(wanted)
    return python


def run_inside(arguments: Sequence[str]) -> int:
    """Run the rest of the build in the environment, with what makes it repeatable.

    Returns:
        Its exit code.
    """
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    # Sets are written into compiled modules in the order of their hashes.
    env |= {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    env |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return subprocess.run(arguments, env=env, check=False).returncode
