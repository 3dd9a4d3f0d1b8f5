# SPDX-License-Identifier: Apache-2.0
"""The Windows setup program: NSIS over the frozen program; and the facts that Explorer shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from installer.media_types import SUFFIXES
from installer.places import Places
from installer.source import Source
from installer.talk import run, stop

SCRIPT = "packaging/windows/facewitness.nsi"
PROGRAMS = {
    "facewitness": "FaceWitness for the terminal",
    "facewitness-window": "FaceWitness",
}
_VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "FaceWitness authors"),
      StringStruct("FileDescription", "{title}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{name}"),
      StringStruct("LegalCopyright", "Apache-2.0; parts under other licences, see LICENSES"),
      StringStruct("OriginalFilename", "{name}.exe"),
      StringStruct("ProductName", "FaceWitness"),
      StringStruct("ProductVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])])])
"""


def write_version_resource(folder: Path, version: str) -> None:
    """Write what Explorer shows of both programs, one file each, as PyInstaller reads it."""
    for name, title in PROGRAMS.items():
        text = _VERSION_RESOURCE.format(
            numbers=four_numbers(version), title=title, version=version, name=name
        )
        (folder / f"{name}.version").write_text(text, encoding="utf-8")


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Write a version as Windows wants it: 1.2 becomes (1, 2, 0, 0)."""
    numbers = [int(part) for part in re.findall(r"\d+", version)[:4]]
    first, second, third, fourth = [*numbers, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def make_setup(places: Places, source: Source, *, fast: bool) -> Path:
    """Build the setup program; each user installs it without an administrator.

    Args:
        places: Of the build; the frozen program is there.
        source: Not used, as NSIS takes the files' own dates.
        fast: Compress less.
    """
    del source
    if shutil.which("makensis") is None:
        stop("makensis is needed: install NSIS 3 and put it on the PATH")
    target = places.artifact(".exe", kind="-setup")
    target.parent.mkdir(parents=True, exist_ok=True)
    compile_script(places.root, places.tree, target, places.version, fast=fast)
    return target


def compile_script(root: Path, tree: Path, target: Path, version: str, *, fast: bool) -> None:
    """Run makensis.

    Args:
        root: Of the checkout.
        tree: What is installed.
        target: The setup program.
        version: Of the program.
        fast: Compress less.
    """
    kilobytes = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    defines = {
        "VERSION": version,
        "VERSION4": ".".join(map(str, four_numbers(version))),
        "TREE": str(tree),
        "TARGET": str(target),
        "ICON": str(tree / "facewitness.ico"),
        "KILOBYTES": str(kilobytes),
        "COMPRESSOR": "zlib" if fast else "lzma",
        "SUFFIX_LINES": str(write_associations(target.parent)),
    }
    words = [f"-D{key}={value}" for key, value in defines.items()]
    run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, root / SCRIPT])
    Path(defines["SUFFIX_LINES"]).unlink()


def write_associations(folder: Path) -> Path:
    """Write the lines that offer the program for each type of media, and take that back.

    The program is offered under "Open with"; the user's own choice stays as it is.
    """
    made = ["!macro AddSuffixes"]
    made += [f'  !insertmacro AddSuffix "{suffix}"' for suffix in SUFFIXES]
    made += ["!macroend", "!macro RemoveSuffixes"]
    made += [f'  !insertmacro RemoveSuffix "{suffix}"' for suffix in SUFFIXES]
    made += ["!macroend", ""]
    file = folder / "suffixes.nsh"
    file.write_text("\n".join(made), encoding="utf-8")
    return file
