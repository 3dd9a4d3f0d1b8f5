#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tries the Debian package as a person would, on an empty machine without Python or network.

    sudo python3 packaging/test_as_user.py dist/facewitness_*.deb [--out FOLDER]

An empty Debian is made by debootstrap; the package is installed over an older one with only what it
declares; the self-test passes; the window shows and analyses the demo on a display in memory; a PDF
is exported; the package is removed, and nothing but the person's own files is left. What was seen
is kept in FOLDER. Takes some minutes; prints a line a step and ends with code 1 at the first fault.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from installer import room  # noqa: E402
from installer.room import USER, Room  # noqa: E402
from installer.screen import Screen  # noqa: E402
from installer.talk import run, say, stop  # noqa: E402

WORK = ROOT / "build" / "packaging" / "user-test"
MIRROR = "http://deb.debian.org/debian"
SETTINGS = ".config/FaceWitness/FaceWitness.conf"
_ANALYSIS_LIMIT_S = 600
_PAINT_FLAG = "--facewitness-first-paint"
_OLD_CONTROL = """\
Package: facewitness
Version: 0.0.1
Architecture: {architecture}
Maintainer: FaceWitness authors <noreply@facewitness.invalid>
Description: stands for an older version
"""


def main() -> None:
    """Go through all steps."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("deb", type=Path)
    parser.add_argument("--out", type=Path, default=WORK / "seen", help="keeps what was seen")
    parser.add_argument("--suite", default="bookworm", help="of Debian")
    parser.add_argument("--mirror", default=MIRROR, help="of Debian's packages")
    chosen = parser.parse_args()
    room.check_machine()
    out = chosen.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    place = Room(WORK / f"base-{chosen.suite}", WORK / "room", chosen.suite, chosen.mirror)
    before = place.files()
    install(place, chosen.deb.resolve())
    try_self_test(place, out)
    try_demo_and_pdf(place, out)
    try_window(place, out)
    remove(place, before)
    say("everything holds")


def install(place: Room, deb: Path) -> None:
    """Install an older version, leave settings and a case behind, and upgrade without a network."""
    place.fetch(deb)
    shutil.copyfile(deb, place.root / "srv" / deb.name)
    older = make_older(place, run_out("dpkg-deb", "--field", str(deb), "Architecture"))
    place.as_root("dpkg", "--install", f"/srv/{older.name}")
    kept = leave_behind(place)
    plain = ["--yes", "--no-install-recommends", "install"]
    place.as_root("apt-get", *plain, *place.fetched(), f"/srv/{deb.name}")
    place.forget_needs()
    if place.as_root("dpkg", "--verify", "facewitness").strip():
        stop("files differ from those of the package")
    if (place.root / "opt/facewitness/_internal/of-an-older-version").exists():
        stop("a file of the older version is still there")
    changed = [name for name, text in kept.items() if (place.home / name).read_text() != text]
    if changed:
        stop(f"the upgrade changed {', '.join(changed)}")
    if (place.root / "usr/bin/python3").exists():
        stop("the package brought a Python")
    say("installed over an older version, without a network; settings and case are as they were")


def make_older(place: Room, architecture: str) -> Path:
    """Make a package of an older version: it has a file that this version does not have."""
    stage = WORK / "older"
    shutil.rmtree(stage, ignore_errors=True)
    stale = stage / "opt/facewitness/_internal/of-an-older-version"
    stale.parent.mkdir(parents=True)
    stale.write_text("older\n")
    control = stage / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text(_OLD_CONTROL.format(architecture=architecture.strip()))
    target = place.root / "srv/facewitness_0.0.1.deb"
    run(["dpkg-deb", "--root-owner-group", "--build", stage, target])
    return target


def leave_behind(place: Room) -> dict[str, str]:
    """Write what a person has after using an older version."""
    kept = {
        SETTINGS: "[General]\nschema_version=1\nscheme=dark\n",
        "cases/2024-17/notes.txt": "the person's own\n",
        "cases/2024-17/case-log.jsonl": "",
    }
    for name, text in kept.items():
        file = place.home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    place.as_root("chown", "--recursive", f"{USER}:{USER}", f"/home/{USER}")
    return kept


def try_self_test(place: Room, out: Path) -> None:
    """Have the installed program test itself, for people and for programs."""
    told = json.loads(place.as_user("facewitness", "self-test", "--json").splitlines()[-1])
    (out / "self-test.json").write_text(json.dumps(told, indent=1) + "\n")
    if not told["passed"]:
        stop(f"the self-test failed: {[one for one in told['steps'] if not one['passed']]}")
    packaged = next(one["detail"] for one in told["steps"] if one["id"] == "program")
    if "packaged" not in packaged:
        stop(f"another program was tried: {packaged}")
    say(f"self-test: {len(told['steps'])} checks passed ({packaged})")


def try_demo_and_pdf(place: Room, out: Path) -> None:
    """Analyse the demo in the terminal, look at its PDF, verify all that was written."""
    said = place.as_user("facewitness", "demo", "--quiet", "--out", f"/home/{USER}/demo")
    report = place.home / "demo/report/demo.mp4.pdf"
    content = report.read_bytes()
    if not content.startswith(b"%PDF-"):
        stop("the PDF is none")
    shutil.copyfile(report, out / "demo.mp4.pdf")
    place.as_user("facewitness", "verify", f"/home/{USER}/demo/report")
    lines = len(said.splitlines())
    say(f"demo: {lines} lines; PDF of {len(content) // 1024} KiB exported, all of it verifies")


def try_window(place: Room, out: Path) -> None:
    """Measure the first paint, then open the demo in the window and wait for its analysis."""
    with Screen() as screen, place.screen_shared():
        times = []
        for attempt in range(3):
            if attempt == 0:
                forget_cache()
            said = place.as_user("facewitness", _PAINT_FLAG, DISPLAY=screen.name)
            times.append(said.strip().splitlines()[-1])
            say(f"{times[-1]}, {'cold' if attempt == 0 else 'warm'}")
        log = out / "window.log"
        window = place.start_as_user(
            *("facewitness", f"/home/{USER}/demo/evidence/demo.mp4"),
            log=log,
            DISPLAY=screen.name,
            FACEWITNESS_LOG="INFO",
        )
        try:
            wait_for(log, "is over")
            time.sleep(5)  # what is shown last
            screen.save(out / "window.png")
        finally:
            window.kill()  # unshare holds other signals back
            window.wait()
    (out / "first-paint.json").write_text(json.dumps(times) + "\n")
    say(f"window: the demo was analyzed; see {out / 'window.png'}")


def wait_for(log: Path, words: str) -> None:
    """Wait until a program's log has these words."""
    end = time.monotonic() + _ANALYSIS_LIMIT_S
    while time.monotonic() < end:
        if words in log.read_text(errors="replace"):
            return
        time.sleep(1)
    stop(f"not within {_ANALYSIS_LIMIT_S} s: {words}; it said: {log.read_text()[-2000:]}")


def forget_cache() -> None:
    """Have the system forget what it has read, so that the next start is a cold one."""
    run(["sync"])
    Path("/proc/sys/vm/drop_caches").write_text("3\n")


def remove(place: Room, before: set[str]) -> None:
    """Remove the package; nothing of it is left, and all that is the person's is."""
    place.as_root("apt-get", "--yes", "purge", "facewitness")
    if (place.root / "opt/facewitness").exists():
        stop("/opt/facewitness is still there")
    named = [name for name in place.files() if "facewitness" in name.lower() and "srv/" not in name]
    named = [name for name in named if not name.startswith("var/lib/")]
    if named:
        stop(f"left behind: {', '.join(named[:10])}")
    place.as_root("apt-get", "--yes", "autoremove", "--purge")
    extra = {name for name in place.files() - before - place.owned() if not is_managers(name)}
    if extra:
        stop(f"left behind: {', '.join(sorted(extra)[:20])}")
    for name in (SETTINGS, "cases/2024-17/notes.txt", "demo/report/demo.mp4.pdf"):
        if not (place.home / name).exists():
            stop(f"the person's {name} is gone")
    say("removed; nothing is left but the person's own files")


def is_managers(name: str) -> bool:
    """Tell what the package manager keeps for itself, and what this trial put there."""
    return name.startswith(("var/lib/", "srv/", "etc/ld.so.cache")) or name.endswith("-")


def run_out(*command: str) -> str:
    """Run a program on this machine and give what it prints."""
    import subprocess

    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
