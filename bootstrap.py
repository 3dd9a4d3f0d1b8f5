#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sets FaceWitness up on a fresh machine and runs it; needs nothing but Python and pip.

    python3 bootstrap.py demo [--no-window]   set up, make a sample clip, analyse it, show it
    python3 bootstrap.py test [PYTEST ARGS]   set up with the developer tools, run every check
    python3 bootstrap.py setup [--dev]        set up only

Everything is installed into `.venv/` beside this file, from lock files with hashes. Nothing else
is changed, except that Debian's libraries for Qt are installed when they are missing and this
runs as root.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"runtime": "requirements/runtime.lock", "dev": "requirements/dev.lock"}
# Shared libraries that PySide6 loads, and the Debian package that carries each.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")


def say(text: str) -> None:
    """Print one line at once, so that it stands before what the next program prints."""
    print(text, flush=True)


def stop(text: str) -> None:
    """End with a sentence that says what to do."""
    raise SystemExit(f"bootstrap: {text}")


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a program in the checkout; its failure is ours."""
    code = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=env, check=False
    ).returncode
    if code != 0:
        raise SystemExit(code)


def run_silently(*command: str) -> None:
    """Run Debian's package manager; what it prints is shown only when it fails."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=env, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode != 0:
        say(done.stdout)
        stop(f"this failed: {' '.join(command)}")


def check_python() -> None:
    """Refuse a Python that the locked packages do not have wheels for."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        have = ".".join(map(str, sys.version_info[:3]))
        stop(f"Python 3.11, 3.12 or 3.13 is needed, this is {have}. Start me with another Python.")


def make_venv() -> list[str]:
    """Make `.venv/` unless it is there.

    Returns:
        The command that runs pip for it. Debian ships `venv` without its own pip; then the
        system's pip installs into the environment.
    """
    import importlib.util

    bundled_pip = importlib.util.find_spec("ensurepip") is not None
    if not PYTHON.exists():
        say(f"Making the environment {VENV.name}/ with Python {sys.version.split()[0]}")
        options = [] if bundled_pip else ["--without-pip"]
        run(sys.executable, "-m", "venv", "--clear", *options, VENV)
    inside = [str(PYTHON), "-m", "pip"]
    if subprocess.run([*inside, "--version"], capture_output=True, check=False).returncode == 0:
        return inside
    outside = [sys.executable, "-m", "pip"]
    if subprocess.run([*outside, "--version"], capture_output=True, check=False).returncode != 0:
        stop("pip is needed. On Debian: sudo apt-get install python3-pip")
    return [*outside, "--python", str(PYTHON)]


def fingerprint(lock: Path) -> str:
    """Hash what decides the installed packages, so that nothing is installed twice."""
    digest = hashlib.sha256(lock.read_bytes())
    digest.update((ROOT / "pyproject.toml").read_bytes())
    digest.update(str(ROOT).encode())
    return digest.hexdigest()


def install(kind: str) -> None:
    """Install the locked packages and this project, unless that is done already."""
    lock = ROOT / LOCKS[kind]
    wanted = fingerprint(lock)
    stamp = VENV / f"installed-{kind}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    pip = make_venv()
    size = {"runtime": "about 1.3 GB", "dev": "about 3 GB"}[kind]
    say(f"Installing the locked packages ({kind}, {size} on disk); this takes some minutes once")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    run(
        *pip,
        "install",
        *quiet,
        "--no-deps",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "-r",
        lock,
    )
    run(*pip, "install", *quiet, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    stamp.write_text(wanted)


def missing_qt_packages() -> list[str]:
    """Name the Debian packages that the window needs and this machine lacks."""
    if sys.platform != "linux":
        return []
    missing = []
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    if not any(next(Path(f).rglob("*.[to]tf"), None) for f in FONT_FOLDERS if Path(f).is_dir()):
        missing.append("fonts-dejavu-core")
    return missing


def install_qt_libraries(*, needed: bool) -> None:
    """Install the system libraries of Qt where that is allowed, else say which to install.

    Args:
        needed: Whether to stop when they cannot be installed; else the window is left out.
    """
    packages = missing_qt_packages()
    if not packages:
        return
    line = "apt-get install --yes --no-install-recommends " + " ".join(packages)
    if os.geteuid() == 0 and shutil.which("apt-get"):
        say(f"Installing the system libraries of Qt: {line}")
        run_silently("apt-get", "update")
        run_silently(*line.split())
    elif needed:
        stop(
            f"the window needs system libraries that are missing. Install them, then run me again:"
            f"\n    sudo {line}"
        )
    else:
        say(f"The window needs system libraries that are missing. To have it: sudo {line}")


def has_display() -> bool:
    """Tell whether a window can be shown here."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def demo(*, window: bool) -> None:
    """Set up, analyse a generated sample, and show it in the window where there is a display."""
    install("runtime")
    install_qt_libraries(needed=False)
    out = ROOT / "demo-out"
    run(BIN / "facewitness", "demo", "--out", out)
    if not window or missing_qt_packages():
        return
    if has_display():
        say("Opening the sample in the window; close it to end.")
        run(BIN / "facewitness", out / "demo.mp4")
    else:
        say("No display here. On a desktop: .venv/bin/facewitness demo-out/demo.mp4")


def pytest_runs() -> list[list[str]]:
    """Give the arguments of the full test run: most tests side by side, then those that time."""
    # Each process loads the networks and TensorFlow: about 1.5 GB.
    side_by_side = str(min(os.cpu_count() or 1, 4))
    return [
        ["-m", "not alone", "--numprocesses", side_by_side, "--dist", "loadfile"],
        ["-m", "alone"],
    ]


def test(arguments: list[str]) -> None:
    """Set up with the developer tools and run every check that CI runs."""
    install_qt_libraries(needed=True)
    install("dev")
    for title, command in (
        ("ruff check", ["ruff", "check", "."]),
        ("ruff format", ["ruff", "format", "--check", "."]),
        ("mypy --strict", ["mypy"]),
        ("import contracts", ["lint-imports"]),
    ):
        say(f"== {title}")
        run(BIN / command[0], *command[1:])
    say("== pytest")
    # Settings, caches and cases of the person who runs the tests stay untouched.
    with tempfile.TemporaryDirectory(prefix="facewitness-home-") as home:
        env = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": f"{home}/config"}
        env |= {"XDG_DATA_HOME": f"{home}/data", "XDG_CACHE_HOME": f"{home}/cache"}
        for rest in [arguments] if arguments else pytest_runs():
            run(PYTHON, "-m", "pytest", *rest, env=env)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for_demo = commands.add_parser("demo", help="set up and analyse a generated sample")
    for_demo.add_argument("--no-window", action="store_true", help="stay in the terminal")
    commands.add_parser("test", help="set up and run every check", add_help=False)
    for_setup = commands.add_parser("setup", help="set up only")
    for_setup.add_argument("--dev", action="store_true", help="with TensorFlow and the test tools")
    known, rest = parser.parse_known_args()
    if rest and known.command != "test":
        parser.error(f"not understood: {' '.join(rest)}")
    check_python()
    if known.command == "demo":
        demo(window=not known.no_window)
    elif known.command == "test":
        test(rest)
    else:
        install("dev" if known.dev else "runtime")
        install_qt_libraries(needed=False)


if __name__ == "__main__":
    main()
