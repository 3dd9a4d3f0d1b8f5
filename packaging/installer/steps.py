# SPDX-License-Identifier: Apache-2.0
"""The steps of a build on each platform, in order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from pathlib import Path

from installer.archive import make_archive
from installer.deb import make_deb
from installer.freezing import make_tree
from installer.macos import make_image
from installer.places import Places
from installer.reports import MAX_INSTALLED, MAX_INSTALLER, folder_sizes, make_sizes, make_sums
from installer.sbom import make_sbom
from installer.source import Source, read_source
from installer.talk import say, stop
from installer.windows import make_setup

Make = Callable[..., Path]
INSTALLERS: dict[str, dict[str, Make]] = {
    "linux": {"deb": make_deb, "archive": make_archive},
    "win32": {"setup": make_setup},
    "darwin": {"image": make_image},
}


def make_all(
    places: Places, *, only: Collection[str] | None, fast: bool, fresh: bool
) -> list[Path]:
    """Make the frozen program, its installers, and what stands beside them.

    Args:
        places: Of the build.
        only: Names of steps; "tree" is always one. None for all.
        fast: Compress less.
        fresh: Make the frozen program anew.

    Returns:
        What was made, in `places.out`.
    """
    installers = INSTALLERS.get(sys.platform)
    if installers is None:
        stop(f"there is no installer for {sys.platform}")
    unknown = set(only or ()) - {"tree", *installers}
    if unknown:
        stop(f"no such step: {', '.join(unknown)}; there are tree, {', '.join(installers)}")
    source = read_source(places.root)
    make_tree(places, source, fresh=fresh)
    made = [
        _make(name, make, places, source, fast=fast)
        for name, make in installers.items()
        if only is None or name in only
    ]
    if not made:
        return []
    _warn_of_size(places, made)
    beside = [make_sbom(places, source), make_sizes(places, made)]
    return [*made, *beside, make_sums(places, [*made, *beside])]


def _make(name: str, make: Make, places: Places, source: Source, *, fast: bool) -> Path:
    say(f"making the {name}; some minutes")
    return make(places, source, fast=fast)


def _warn_of_size(places: Places, installers: list[Path]) -> None:
    """Say what is larger than it should be."""
    total = sum(folder_sizes(places.tree).values())
    if total > MAX_INSTALLED:
        say(f"WARNING: installed {total / 1e6:.0f} MB, more than {MAX_INSTALLED / 1e6:.0f} MB")
    for path in installers:
        if path.stat().st_size > MAX_INSTALLER:
            say(f"WARNING: {path.name} is larger than {MAX_INSTALLER / 1e6:.0f} MB")
