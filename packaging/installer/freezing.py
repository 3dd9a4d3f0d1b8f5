# SPDX-License-Identifier: Apache-2.0
"""The frozen program: PyInstaller with `build.spec`, then licences, modes and dates."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from installer.icons import SOURCE, write_icns, write_ico
from installer.notices import collect_notices
from installer.owners import read_bundled
from installer.places import Places
from installer.pruning import STRIPPED
from installer.source import Source
from installer.talk import run, say
from installer.windows import write_version_resource


def make_tree(places: Places, source: Source, *, fresh: bool) -> Path:
    """Freeze the program, unless what is there was made from the same sources.

    Returns:
        The folder that is installed.
    """
    stamp = places.build / "tree.stamp"
    # A signed app cannot be changed; elsewhere the commit is written into the finished tree.
    wanted = places.fingerprint() + (source.as_json() if sys.platform == "darwin" else "")
    if not fresh and places.tree.exists() and stamp.exists() and stamp.read_text() == wanted:
        say("the frozen program is up to date")
        finish(places, source)
        return places.tree
    stamp.unlink(missing_ok=True)
    say("freezing the program; some minutes")
    shutil.rmtree(places.tree.parent, ignore_errors=True)
    write_facts(places, source)
    _run_pyinstaller(places)
    _strip(places.tree / "_internal")
    say("collecting the licences of all that is bundled")
    collect_notices(read_bundled(places.work / "bundled.json"), places)
    _add_notices(places)
    finish(places, source)
    stamp.write_text(wanted)
    return places.tree


def finish(places: Places, source: Source) -> None:
    """Write the commit into the tree, then give all files their modes and date."""
    if sys.platform != "darwin":
        written = places.tree / "_internal" / "resources" / "build.json"
        written.write_text(source.as_json(), encoding="utf-8")
    settle(places.tree, source.epoch)


def write_facts(places: Places, source: Source) -> None:
    """Write what the specification takes from the build."""
    shutil.rmtree(places.facts, ignore_errors=True)
    places.facts.mkdir(parents=True)
    (places.facts / "build.json").write_text(source.as_json(), encoding="utf-8")
    svg = places.root / SOURCE
    if sys.platform == "win32":
        write_ico(svg, places.facts / "facewitness.ico")
        write_version_resource(places.facts, places.version)
    elif sys.platform == "darwin":
        write_icns(svg, places.facts / "facewitness.icns")


def _run_pyinstaller(places: Places) -> None:
    env = {**os.environ, "FACEWITNESS_BUILD_WORK": str(places.work)}
    # PyInstaller keeps its caches in the user's folders otherwise.
    env["PYINSTALLER_CONFIG_DIR"] = str(places.build / "pyinstaller")
    run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "INFO"),
            *("--distpath", places.tree.parent, "--workpath", places.work),
            places.root / "build.spec",
        ],
        folder=places.root,
        env=env,
        log=places.build / "pyinstaller.log",
    )


def _strip(libraries: Path) -> None:
    """Take debuggers' facts off the libraries that carry many of them; Linux only."""
    if sys.platform != "linux":
        return
    for path in sorted(libraries.rglob("*.so")):
        inside = path.relative_to(libraries).as_posix()
        if STRIPPED.search(inside) and not path.is_symlink():
            run(["strip", "--strip-unneeded", "--preserve-dates", path])


def _add_notices(places: Places) -> None:
    """Put licences and terms beside the program."""
    inside = places.tree / "Contents" / "Resources" if sys.platform == "darwin" else places.tree
    shutil.copytree(places.notices, inside / "LICENSES", dirs_exist_ok=True)
    shutil.copyfile(places.root / "LICENSE", inside / "LICENSE.txt")
    if sys.platform == "win32":  # for the setup program and its shortcuts
        shutil.copyfile(places.facts / "facewitness.ico", inside / "facewitness.ico")


def settle(tree: Path, epoch: int) -> None:
    """Give all files one date and plain modes, so that two builds are alike."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            is_program = path.is_dir() or _is_program(path)
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _is_program(path: Path) -> bool:
    """Tell a program from a library: only what starts by itself needs the right to run."""
    return path.name in {"facewitness", "facewitness.exe", "facewitness-window.exe"}
