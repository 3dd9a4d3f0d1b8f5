#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the installers of this platform from a clean checkout, with one command.

    python3 packaging/build.py [--only STEP ...] [--fast] [--fresh]

Linux: a .deb and a relocatable archive. Windows: a setup program. macOS: an app in a disk image.
Beside them: an SBOM, the list of what takes space, and SHA-256 sums. What was made before and
still fits is not made again; see docs/packaging.md.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from installer import environment  # noqa: E402
from installer.places import Places  # noqa: E402
from installer.talk import say  # noqa: E402


def main() -> None:
    """Read the command line, then work in the build's own environment."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", metavar="STEP", help="tree, deb, archive, ...")
    parser.add_argument("--fast", action="store_true", help="compress less, for trying things out")
    parser.add_argument("--fresh", action="store_true", help="throw away what was made before")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where installers go")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    places = Places(ROOT, chosen.out.resolve())
    if not chosen.inside:
        environment.check_machine()
        python = environment.prepare(places, fresh=chosen.fresh)
        arguments = [str(python), str(Path(__file__).resolve()), *sys.argv[1:], "--inside"]
        sys.exit(environment.run_inside(arguments))
    from installer.steps import make_all

    for path in make_all(places, only=chosen.only, fast=chosen.fast, fresh=chosen.fresh):
        say(f"made {os.path.relpath(path)}  {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
