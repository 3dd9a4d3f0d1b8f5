# SPDX-License-Identifier: Apache-2.0
"""The relocatable archive for Linux: unpack it anywhere and start `facewitness` in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

from installer.icons import SOURCE as ICON
from installer.icons import draw
from installer.manual import manual_page
from installer.places import Places
from installer.source import Source
from installer.talk import stop


def make_archive(places: Places, source: Source, *, fast: bool) -> Path:
    """Pack the frozen program and its desktop files, sorted and with one date and owner.

    Args:
        places: Of the build; the frozen program is there.
        source: For the date.
        fast: Compress less.
    """
    target = places.artifact(".tar.xz")
    target.parent.mkdir(parents=True, exist_ok=True)
    extra = places.build / "archive"
    write_desktop_files(places, source, extra)
    top = f"facewitness-{places.version}"
    # Two threads whatever the machine has: the number of threads changes the bytes.
    command = ["xz", "--compress", "--stdout", "--threads=2", "-1" if fast else "-6"]
    with target.open("wb") as packed:
        xz = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=packed)
        assert xz.stdin is not None  # noqa: S101  it is a pipe
        with tarfile.open(fileobj=xz.stdin, mode="w|", format=tarfile.PAX_FORMAT) as archive:
            for folder in (places.tree, extra):
                add_folder(archive, folder, top, source.epoch)
        xz.stdin.close()
        if xz.wait() != 0:
            stop("xz failed; is the disk full?")
    return target


def add_folder(archive: tarfile.TarFile, folder: Path, top: str, epoch: int) -> None:
    """Add what is in a folder, sorted; links stay links."""
    for path in sorted(folder.rglob("*")):
        info = archive.gettarinfo(str(path), f"{top}/{path.relative_to(folder).as_posix()}")
        if info.islnk():  # the Debian package's stage shares files with the tree
            info.type, info.linkname, info.size = tarfile.REGTYPE, "", path.stat().st_size
        info.uid = info.gid = 0
        info.uname = info.gname = "root"
        info.mtime = epoch
        if info.isreg():
            with path.open("rb") as stream:
                archive.addfile(info, stream)
        else:
            archive.addfile(info)


def write_desktop_files(places: Places, source: Source, folder: Path) -> None:
    """Write icon, desktop entry, manual page and the script that adds them for one user."""
    shutil.rmtree(folder, ignore_errors=True)
    share = folder / "share"
    share.mkdir(parents=True)
    linux = places.root / "packaging/linux"
    (share / "facewitness.png").write_bytes(draw(places.root / ICON, 256))
    (share / "facewitness.1.gz").write_bytes(manual_page(places.version, source.epoch))
    shutil.copyfile(linux / "facewitness.desktop", share / "facewitness.desktop")
    script = folder / "add-to-menu.sh"
    shutil.copyfile(linux / "add-to-menu.sh", script)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() or path == script else 0o644)
        os.utime(path, (source.epoch, source.epoch))
