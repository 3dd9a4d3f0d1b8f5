# SPDX-License-Identifier: Apache-2.0
"""The Debian package and the archive: what stands around the frozen program."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from installer.archive import add_folder
from installer.deb import lay_out, settle_stage
from installer.freezing import settle
from installer.icons import SIZES, draw
from installer.linking import newest_glibc
from installer.manual import manual_page, roff
from installer.media_types import SUFFIXES, desktop_types
from installer.places import Places
from installer.pruning import OPTIONAL_LIBRARIES, SYSTEM_LIBRARIES
from installer.source import Source

import bootstrap
from core.cli.commands import COMMANDS
from gui.desk.desk import MEDIA_SUFFIXES

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging/linux"
EPOCH = 1_700_000_000
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="the package is made on Linux")


def test_the_desktop_is_told_of_the_windows_own_types() -> None:
    assert set(SUFFIXES) == set(MEDIA_SUFFIXES.split())
    types = desktop_types(LINUX / "facewitness.desktop")
    assert len(types) == len(set(types))
    assert {"image/jpeg", "video/mp4", "application/x-facewitness-case"} <= set(types)


def test_the_desktop_entry_is_valid() -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("desktop-file-validate is not installed (Debian: desktop-file-utils)")
    done = subprocess.run(
        ["desktop-file-validate", LINUX / "facewitness.desktop"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", ["facewitness.xml", "org.facewitness.FaceWitness.metainfo.xml"])
def test_descriptions_are_well_formed(name: str) -> None:
    assert ET.parse(LINUX / name).getroot().tag


def test_the_manual_names_every_command_and_option() -> None:
    text = gzip.decompress(manual_page("0.1.0", EPOCH)).decode("utf-8")
    assert '.TH FACEWITNESS 1 "2023-11-14" "FaceWitness 0.1.0"' in text
    for command in COMMANDS:
        assert f".SS {roff(f'facewitness {command}')}" in text
    for option in ("--sample", "--face-detector", "--resume", "--keep"):
        assert roff(option) in text


def test_the_manual_is_the_same_each_time() -> None:
    assert manual_page("0.1.0", EPOCH) == manual_page("0.1.0", EPOCH)


def test_text_cannot_become_roffs_commands() -> None:
    assert roff(".so /etc/passwd") == "\\&.so /etc/passwd"
    assert roff("a\\b") == "a\\eb"


def test_icons_have_their_size_and_are_no_blank() -> None:
    from PIL import Image

    for size in SIZES[:3]:
        picture = Image.open(io.BytesIO(draw(ROOT / "resources/icons/facewitness.svg", size)))
        assert picture.size == (size, size)
        assert len(picture.getcolors(size * size) or ()) > 2


def test_what_the_set_up_script_installs_is_bundled_or_declared() -> None:
    """A library that the window needs is in the package, or a package is declared for it."""
    for library, package in bootstrap.QT_LIBRARIES.items():
        if library in SYSTEM_LIBRARIES:
            assert SYSTEM_LIBRARIES[library] == package
        else:
            assert library.startswith(("libxcb-", "libxkbcommon"))  # small, and in the package


def test_no_optional_library_is_unknown() -> None:
    assert set(SYSTEM_LIBRARIES) >= OPTIONAL_LIBRARIES


def test_the_newest_c_library_counts(tmp_path: Path) -> None:
    for number, name in ((17, "a"), (34, "b")):
        (tmp_path / name).write_bytes(b"\0GLIBC_2.%d\0" % number)
    assert newest_glibc(sorted(tmp_path.iterdir())) == 34


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A build whose frozen program is a program of the system."""
    root = tmp_path / "checkout"
    for name in ("packaging", "resources/icons"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("pyproject.toml", "CHANGELOG.md", "LICENSE"):
        shutil.copyfile(ROOT / name, root / name)
    made = Places(root, tmp_path / "dist")
    library = made.tree / "_internal/libx.so"
    library.parent.mkdir(parents=True)
    shutil.copyfile("/bin/true", made.tree / "facewitness")
    library.write_bytes(b"\x7fELF-not")
    library.unlink()
    (made.tree / "_internal/data.txt").write_text("data\n")
    return made


@only_linux
@pytest.mark.skipif(not shutil.which("readelf"), reason="readelf is not installed (binutils)")
def test_the_package_has_everything_at_its_place(places: Places) -> None:
    stage = places.build / "deb"
    lay_out(places, Source("c0ffee", EPOCH), stage)
    settle_stage(stage, EPOCH)
    for name in (
        "opt/facewitness/facewitness",
        "usr/share/applications/facewitness.desktop",
        "usr/share/mime/packages/facewitness.xml",
        "usr/share/man/man1/facewitness.1.gz",
        "usr/share/metainfo/org.facewitness.FaceWitness.metainfo.xml",
        "usr/share/icons/hicolor/48x48/apps/facewitness.png",
        "usr/share/icons/hicolor/scalable/apps/facewitness.svg",
        "usr/share/doc/facewitness/copyright",
        "usr/share/doc/facewitness/changelog.gz",
        "usr/share/doc/facewitness/NEWS.gz",
    ):
        assert (stage / name).is_file(), name
    entry = gzip.decompress((stage / "usr/share/doc/facewitness/changelog.gz").read_bytes())
    assert re.search(rb"^facewitness \(.*\) stable; ", entry)
    assert re.search(
        rb"^ -- .* <.*>  \w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000$", entry, re.MULTILINE
    )
    assert (stage / "usr/bin/facewitness").readlink() == Path("/opt/facewitness/facewitness")
    control = (stage / "DEBIAN/control").read_text("utf-8")
    assert "libc6 (>= 2." in control
    assert "@" not in (
        stage / "usr/share/metainfo/org.facewitness.FaceWitness.metainfo.xml"
    ).read_text("utf-8")
    maintainers = {path.name for path in (stage / "DEBIAN").iterdir()}
    assert maintainers == {"control", "md5sums"}  # no script runs with root's rights


@only_linux
@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is not installed (dpkg)")
@pytest.mark.skipif(not shutil.which("readelf"), reason="readelf is not installed (binutils)")
def test_two_packages_of_one_tree_are_the_same_to_the_byte(places: Places) -> None:
    from installer.deb import make_deb

    hashes = set()
    for _ in range(2):
        settle(places.tree, EPOCH)
        content = make_deb(places, Source("c0ffee", EPOCH), fast=True).read_bytes()
        hashes.add(hashlib.sha256(content).hexdigest())
    assert len(hashes) == 1


def test_the_archive_names_no_person_and_one_date(tmp_path: Path) -> None:
    (tmp_path / "in/b").mkdir(parents=True)
    (tmp_path / "in/a").write_text("a")
    (tmp_path / "in/b/link").symlink_to("../a")
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        add_folder(archive, tmp_path / "in", "top", EPOCH)
    stream.seek(0)
    with tarfile.open(fileobj=stream) as archive:
        members = archive.getmembers()
    assert [one.name for one in members] == ["top/a", "top/b", "top/b/link"]
    assert {(one.uid, one.uname, one.mtime) for one in members} == {(0, "root", EPOCH)}


@only_linux
def test_the_menu_script_adds_and_takes_away(tmp_path: Path) -> None:
    here = tmp_path / "my programs" / "facewitness-0.1.0"
    (here / "share").mkdir(parents=True)
    shutil.copyfile(LINUX / "add-to-menu.sh", here / "add-to-menu.sh")
    shutil.copyfile(LINUX / "facewitness.desktop", here / "share/facewitness.desktop")
    for name in ("share/facewitness.png", "share/facewitness.1.gz", "facewitness"):
        (here / name).write_bytes(b"")
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "home")}
    script = ["sh", str(here / "add-to-menu.sh")]
    subprocess.run(script, env=env, check=True, capture_output=True)
    entry = tmp_path / "home/.local/share/applications/facewitness.desktop"
    assert f'Exec="{here}/facewitness" %F' in entry.read_text("utf-8")
    assert "TryExec" not in entry.read_text("utf-8")
    subprocess.run([*script, "--remove"], env=env, check=True, capture_output=True)
    assert [path for path in (tmp_path / "home").rglob("*") if not path.is_dir()] == []
    assert (here / "facewitness").exists()
