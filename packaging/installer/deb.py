# SPDX-License-Identifier: Apache-2.0
"""The Debian package: one folder in /opt, a link in /usr/bin, and what a desktop shows of it.

No script runs when it is installed or removed: Debian's own triggers refresh menus and types.
"""

from __future__ import annotations

import gzip
import os
import shutil
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from installer.freezing import settle
from installer.icons import SOURCE as ICON
from installer.icons import write_png_theme
from installer.linking import dependencies
from installer.manual import manual_page
from installer.metadata import project_facts
from installer.places import Places, debian_machine
from installer.source import Source
from installer.talk import run

PREFIX = "opt/facewitness"
_MAINTAINER = "FaceWitness authors <noreply@facewitness.invalid>"
# A window without any font shows no text.
_FONTS = "fonts-dejavu-core | fonts-noto-core | fonts-liberation2 | fonts-liberation"
_DESCRIPTION = (
    "FaceWitness opens an image or a video, finds every face, scores every face in",
    "every examined frame for signs of manipulation, and writes a result that",
    "another laboratory can check and repeat.",
    ".",
    "It works offline: nothing is sent or fetched. Evidence is opened read-only.",
)


def make_deb(places: Places, source: Source, *, fast: bool) -> Path:
    """Build the package.

    Args:
        places: Of the build; the frozen program is there.
        source: For the date.
        fast: Compress less.

    Returns:
        The file.
    """
    stage = places.build / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    lay_out(places, source, stage)
    settle_stage(stage, source.epoch)
    target = places.deb()
    target.parent.mkdir(parents=True, exist_ok=True)
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(source.epoch)}
    # Zstandard unpacks ten times as fast as xz; Debian 12, which the program needs, reads it.
    compression = ["-Zzstd", "-z3" if fast else "-z9", "--threads-max=2"]
    run(["dpkg-deb", "--root-owner-group", *compression, "--build", stage, target], env=env)
    return target


def lay_out(places: Places, source: Source, stage: Path) -> None:
    """Put every file of the package at its place below `stage`."""
    # Hard links: the tree is not copied, and both have the same modes and dates.
    shutil.copytree(
        places.tree, stage / PREFIX, symlinks=True, copy_function=os.link, dirs_exist_ok=True
    )
    program = stage / "usr/bin/facewitness"
    program.parent.mkdir(parents=True)
    program.symlink_to(f"/{PREFIX}/facewitness")
    share = stage / "usr/share"
    ours = places.root / "packaging/linux"
    _copy(ours / "facewitness.desktop", share / "applications/facewitness.desktop")
    _copy(ours / "facewitness.xml", share / "mime/packages/facewitness.xml")
    page = share / "man/man1/facewitness.1.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(manual_page(places.version, source.epoch))
    write_metainfo(places, source, share / "metainfo/org.facewitness.FaceWitness.metainfo.xml")
    write_png_theme(places.root / ICON, share / "icons/hicolor")
    document = share / "doc/facewitness"
    document.mkdir(parents=True)
    (document / "LICENSES").symlink_to(f"/{PREFIX}/LICENSES")
    _copy(ours / "copyright", document / "copyright")
    changes = (places.root / "CHANGELOG.md").read_bytes()
    (document / "NEWS.gz").write_bytes(gzip.compress(changes, mtime=0))
    history = debian_changelog(places.version, source.epoch).encode()
    (document / "changelog.gz").write_bytes(gzip.compress(history, mtime=0))
    write_control(places, stage)


def debian_changelog(version: str, epoch: int) -> str:
    """Write the one entry that Debian's tools look for; what changed stands in NEWS."""
    date = format_datetime(datetime.fromtimestamp(epoch, UTC))
    return (
        f"facewitness ({version}) stable; urgency=medium\n\n"
        "  * See NEWS.gz beside this file.\n\n"
        f" -- {_MAINTAINER}  {date}\n"
    )


def write_metainfo(places: Places, source: Source, file: Path) -> None:
    """Write AppStream's description with this version and date."""
    text = (places.root / "packaging/linux/org.facewitness.FaceWitness.metainfo.xml").read_text(
        encoding="utf-8"
    )
    date = datetime.fromtimestamp(source.epoch, UTC).date().isoformat()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace("@VERSION@", places.version).replace("@DATE@", date), "utf-8")


def write_control(places: Places, stage: Path) -> None:
    """Write the package's facts; what it depends on is read from its files."""
    needs = ", ".join([*dependencies(stage / PREFIX), _FONTS])
    size = sum(path.lstat().st_size for path in stage.rglob("*") if path.is_file())
    facts = project_facts(places.root)
    lines = [
        f"Package: {facts['name']}",
        f"Version: {places.version}",
        f"Architecture: {debian_machine()}",
        f"Maintainer: {_MAINTAINER}",
        f"Installed-Size: {size // 1024}",
        f"Depends: {needs}",
        "Recommends: xdg-desktop-portal, libgl1-mesa-dri",
        "Section: science",
        "Priority: optional",
        f"Description: {facts['description'].partition(':')[0]}",
        *(f" {line}" for line in _DESCRIPTION),
    ]
    control = stage / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sums = _sums(stage)
    (control.parent / "md5sums").write_text(sums, encoding="utf-8")


def settle_stage(stage: Path, epoch: int) -> None:
    """Give what is not of the frozen program its modes and date too."""
    settle(stage / "usr", epoch)
    settle(stage / "DEBIAN", epoch)
    for folder in (stage / "opt", stage):
        os.utime(folder, (epoch, epoch))
        folder.chmod(0o755)


def _sums(stage: Path) -> str:
    """Write the list with which `dpkg --verify` checks an installation."""
    import hashlib

    lines = []
    for path in sorted(stage.rglob("*")):
        inside = path.relative_to(stage).as_posix()
        if path.is_file() and not path.is_symlink() and not inside.startswith("DEBIAN/"):
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False))
            lines.append(f"{digest.hexdigest()}  {inside}\n")
    return "".join(lines)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
