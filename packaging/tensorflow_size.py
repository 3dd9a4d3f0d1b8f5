#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Says what TensorFlow and Keras would add to the package: run it in the developers' environment.

    .venv/bin/python packaging/tensorflow_size.py

Counts the installed files of every distribution that the extra `training` needs for them and that
`requirements/runtime.lock` does not name.
"""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from installer.bundle import locked  # noqa: E402
from installer.owners import normal_name  # noqa: E402

WANTED = ("tensorflow-cpu", "keras")


def needed_by(names: tuple[str, ...]) -> set[str]:
    """Follow what distributions need on this platform, without extras."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = normal_name(waiting.pop())
        if name in found:
            continue
        try:
            needs = distribution(name).requires or ()
        except PackageNotFoundError:
            continue
        found.add(name)
        waiting += [
            one.name
            for one in map(Requirement, needs)
            if one.marker is None or one.marker.evaluate({"extra": ""})
        ]
    return found


def size_of(name: str) -> int:
    """Add up the bytes of a distribution's installed files."""
    one = distribution(name)
    places = (Path(str(one.locate_file(file))) for file in one.files or ())
    return sum(place.stat().st_size for place in places if place.is_file())


def main() -> None:
    """Print a line for each, the largest first, and the sum."""
    added = needed_by(WANTED) - locked(ROOT, "runtime")
    sizes = sorted(((size_of(name), name) for name in added), reverse=True)
    for size, name in sizes:
        sys.stdout.write(f"{size / 1e6:9.1f} MB  {name}\n")
    sys.stdout.write(f"{sum(size for size, _ in sizes) / 1e6:9.1f} MB  in all\n")


if __name__ == "__main__":
    main()
