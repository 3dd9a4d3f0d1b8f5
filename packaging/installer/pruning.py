# SPDX-License-Identifier: Apache-2.0
"""What PyInstaller gathers and the program does not need, each with the reason.

Qt's plugins name what they need; a plugin that is dropped takes along the libraries that nothing
else needs, found by following what each file links to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

Entry = tuple[str, str, str]  # place in the package, source, PyInstaller's kind


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over places in the package, with slashes, and why they are dropped."""

    pattern: str
    reason: str


DROPPED = (
    Rule(r"/plugins/platforminputcontexts/.*virtualkeyboard", "on-screen keyboard, brings all QML"),
    Rule(r"/plugins/(qmltooling|qmllint|designer|sqldrivers|sceneparsers)/", "not used"),
    Rule(r"/plugins/(egldeviceintegrations|generic)/", "screens without a window system"),
    Rule(r"/plugins/platforms/.*(eglfs|linuxfb|vkkhrdisplay|vnc|minimalegl|direct2d)", "as above"),
    Rule(r"/plugins/wayland-graphics-integration-server/", "makes a display server"),
    Rule(r"/plugins/(networkinformation|tls)/", "the window opens no connection"),
    Rule(r"/plugins/platformthemes/libqgtk3", "brings GTK; the desktop's portal has its dialogs"),
    Rule(r"/translations/qt_", "of modules that are not used; qtbase_ has what the window shows"),
    Rule(r"/plugins/imageformats/.*(pdf|icns|tga|wbmp|gif|tiff|webp)", "decoded elsewhere"),
    Rule(r"/plugins/(printsupport|vectorimageformats)/", "not used"),
    Rule(r"PySide6/(Qt/)?(qml|metatypes|typesystems|resources)/", "not used"),
    Rule(r"PySide6/.*opengl32sw\.dll", "software OpenGL, for widgets unused"),
    Rule(r"(^|/)(tests?|testing/tests|_pyinstaller)/", "tests of libraries"),
    Rule(r"\.(pxd|pyx|pyi|h|hpp|c|cpp|f90|lib|a)$", "for compilers"),
    Rule(r"^distributed/(http/(static|templates)|dashboard)/", "dashboard, switched off"),
    Rule(r"^dask/.*\.(html|css|js|j2|svg)$", "notebook displays"),
    # Names and versions are kept; see installer/metadata.py, and LICENSES for the texts.
    Rule(r"\.dist-info/(?!METADATA$|entry_points\.txt$)", "how it was installed"),
    Rule(r"^jsonschema/benchmarks/", "benchmarks"),
    Rule(r"^scipy/(datasets|misc)/", "not used"),
    Rule(r"^cv2/data/", "Haar cascades: faces are found by other detectors"),
)
# Libraries that come with facts for debuggers, which are taken off: nothing that runs is in them.
STRIPPED = re.compile(r"^(typst|av)/.*\.so$")
# What every Linux desktop has, and must be the system's own: the C and C++ library, and all that
# belongs to its drivers, its fonts and its session. The package of Debian 12 that carries each.
SYSTEM_LIBRARIES = {
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libc.so.6": "libc6",
    "libmvec.so.1": "libc6",
    "libm.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libresolv.so.2": "libc6",
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libdrm.so.2": "libdrm2",
    "libgbm.so.1": "libgbm1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libgmodule-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libwayland-server.so.0": "libwayland-server0",
    "libgtk-3.so.0": "libgtk-3-0",
    "libgdk-3.so.0": "libgtk-3-0",
    "libz.so.1": "zlib1g",
}
# Loaded by a plugin that is tried and left out where the library is missing: no dependency.
OPTIONAL_LIBRARIES = {"libgtk-3.so.0", "libgdk-3.so.0", "libgbm.so.1", "libdrm.so.2"}
# Libraries of these folders are kept only where something that is kept links to them; the one of
# Python itself is loaded by the program's own loader.
_FOLLOWED = re.compile(
    r"^PySide6/(Qt/)?lib/|^PySide6/(Qt6|lib)[^/]*\.(dll|dylib)$|^lib(?!python)[^/]+\.so"
)


def reason_to_drop(place: str) -> str | None:
    """Say why a file of the package is not needed, or None where it is.

    Args:
        place: Relative to the package's library folder.
    """
    name = PurePosixPath(place.replace("\\", "/"))
    if name.name in SYSTEM_LIBRARIES:
        return f"the system's own, from {SYSTEM_LIBRARIES[name.name]}"
    text = name.as_posix()
    return next((rule.reason for rule in DROPPED if re.search(rule.pattern, text)), None)


def prune(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out what the rules name."""
    return [entry for entry in entries if reason_to_drop(entry[0]) is None]


def drop_unreached(
    binaries: Sequence[Entry], links_of: Callable[[str], Iterable[str]]
) -> tuple[list[Entry], list[Entry]]:
    """Leave out shared libraries that nothing which is kept links to.

    Args:
        binaries: All that is left, extension modules and plugins included.
        links_of: Gives the names of the libraries that a source file links to.

    Returns:
        Kept and dropped.
    """
    by_name: dict[str, list[Entry]] = {}
    candidates: set[str] = set()
    for entry in binaries:
        by_name.setdefault(_name(entry[0]), []).append(entry)
        if entry[2] == "SYMLINK" or _FOLLOWED.search(entry[0].replace("\\", "/")):
            candidates.add(entry[0])
    reached: set[str] = set()
    waiting = [entry for entry in binaries if entry[0] not in candidates]
    while waiting:
        entry = waiting.pop()
        for link in links_of(entry[1]) if entry[2] != "SYMLINK" else ():
            for linked in by_name.get(_name(link), ()):
                if linked[0] in candidates and linked[0] not in reached:
                    reached.add(linked[0])
                    waiting.append(linked)
    kept = [entry for entry in binaries if entry[0] not in candidates or entry[0] in reached]
    gone = [entry for entry in binaries if entry[0] in candidates - reached]
    return kept, gone


def _name(place: str) -> str:
    return PurePosixPath(place.replace("\\", "/")).name
