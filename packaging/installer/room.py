# SPDX-License-Identifier: Apache-2.0
"""An empty Debian without Python and without a network, in which the package is tried; needs root.

Made by debootstrap once and copied for each trial. What runs inside sees its own processes and no
network but the loopback interface, as a machine that is not plugged in.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.talk import run, say, stop

USER = "investigator"
_PROGRAMS = ("debootstrap", "unshare", "chroot", "ip", "Xvfb")
_INSIDE = """
set -eu
ip link set lo up
mount -t proc proc "$ROOM/proc"
mount -t tmpfs -o mode=1777 tmpfs "$ROOM/dev/shm"
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    HOME="$HOME_INSIDE" $VARIABLES chroot --userspec="$WHO" "$ROOM" "$@"
"""
_OWN_FOLDERS = ("home/", "proc/", "dev/", "sys/", "run/", "tmp/", "var/cache/", "var/log/")


def check_machine() -> None:
    """Refuse a machine on which there can be no such room."""
    if os.geteuid() != 0:
        stop("only root can make a room to try the package in")
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    if missing:
        stop(f"needed: {', '.join(missing)} (debootstrap, util-linux, iproute2, xvfb)")


class Room:
    """One fresh system.

    Attributes:
        root: Its top folder.
    """

    def __init__(self, base: Path, root: Path, suite: str, mirror: str) -> None:
        """Copy the base, which is made first where it is not there."""
        self.root = root
        if not (base / "etc/debian_version").exists():
            say(f"making an empty Debian {suite}; once, about a minute")
            shutil.rmtree(base, ignore_errors=True)
            run(["debootstrap", "--variant=minbase", suite, base, mirror])
        shutil.rmtree(root, ignore_errors=True)
        run(["cp", "--archive", "--reflink=auto", base, root])
        self.as_root("useradd", "--create-home", "--shell", "/bin/sh", USER)
        if (root / "usr/bin/python3").exists():
            stop("the empty Debian has a Python; it would prove nothing")

    @property
    def home(self) -> Path:
        """The person's home, from outside."""
        return self.root / "home" / USER

    def fetch(self, deb: Path) -> None:
        """Download what the package declares to need, beside it: the only use of a network.

        The building machine's apt does it, with the room's list of installed packages.
        """
        archives = self.root / "var/cache/apt/archives"
        for found in archives.glob("*.deb"):  # what the base was made from
            found.unlink()
        options = {
            "Dir::State::status": self.root / "var/lib/dpkg/status",
            "Dir::Cache::archives": archives,
            "APT::Sandbox::User": "root",
            "Binary::apt::APT::Keep-Downloaded-Packages": "true",
            "APT::Keep-Downloaded-Packages": "true",
            "Debug::NoLocking": "true",
        }
        words = [f"-o{key}={value}" for key, value in options.items()]
        plain = ["--yes", "--no-install-recommends", "--download-only"]
        run(["apt-get", *words, *plain, "install", deb])
        needs = self.root / "srv/needs"
        needs.mkdir()
        for found in archives.glob("*.deb"):
            shutil.move(found, needs / found.name)

    def fetched(self) -> list[str]:
        """Name the packages that were downloaded, as the room calls them."""
        return [f"/srv/needs/{path.name}" for path in (self.root / "srv/needs").iterdir()]

    def forget_needs(self) -> None:
        """Have apt know that what was fetched was wanted for the package only."""
        archives = (self.root / "srv/needs").glob("*.deb")
        names = sorted(path.name.partition("_")[0] for path in archives)
        self.as_root("apt-mark", "auto", *names)

    def as_root(self, *command: str) -> str:
        """Run a program as root; gives what it printed, stops the trial where it fails."""
        return self._run("root", "/root", command, {})

    def as_user(self, *command: str, **variables: str) -> str:
        """Run a program as the person; gives what it printed, stops where it fails."""
        return self._run(USER, f"/home/{USER}", command, variables)

    def start_as_user(self, *command: str, log: Path, **variables: str) -> subprocess.Popen[bytes]:
        """Start a program as the person and leave it running; it ends with the caller's `end`."""
        words, env = self._command(USER, f"/home/{USER}", command, variables)
        with log.open("wb") as stream:
            return subprocess.Popen(words, env=env, stdout=stream, stderr=stream)

    def _run(self, who: str, home: str, command: Iterable[str], variables: dict[str, str]) -> str:
        words, env = self._command(who, home, command, variables)
        done = subprocess.run(
            words, env=env, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        if done.returncode != 0:
            say(done.stdout)
            stop(f"in the room this failed with code {done.returncode}: {' '.join(command)}")
        return done.stdout

    def _command(
        self, who: str, home: str, command: Iterable[str], variables: dict[str, str]
    ) -> tuple[list[str], dict[str, str]]:
        names = " ".join(f"{key}={value}" for key, value in variables.items())
        env = {**os.environ, "ROOM": str(self.root), "WHO": who, "HOME_INSIDE": home}
        env["VARIABLES"] = names
        # Its own network without any device, its own mounts and processes: all end together.
        spaces = ["--net", "--mount", "--pid", "--fork", "--kill-child"]
        return ["unshare", *spaces, "sh", "-c", _INSIDE, "room", *command], env

    def files(self) -> set[str]:
        """Name every file and link, caches and logs left out."""
        found = set()
        for folder, _, names in os.walk(self.root):
            inside = os.path.relpath(folder, self.root)
            prefix = "" if inside == "." else f"{inside}/"
            if not prefix.startswith(_OWN_FOLDERS):
                found |= {prefix + name for name in names}
        return found

    def owned(self) -> set[str]:
        """Name every file that an installed package owns, and those of the package manager."""
        lists = (self.root / "var/lib/dpkg/info").glob("*.list")
        named = {line.lstrip("/") for path in lists for line in path.read_text().splitlines()}
        # Debian's /lib is a link to /usr/lib; packages name files by either.
        return named | {f"usr/{name}" for name in named}

    @contextmanager
    def screen_shared(self) -> Iterator[None]:
        """Let programs inside reach the display outside, by its socket in the file system."""
        place = self.root / "tmp/.X11-unix"
        place.mkdir(parents=True, exist_ok=True)
        run(["mount", "--bind", "/tmp/.X11-unix", place])  # noqa: S108  the display's place
        try:
            yield
        finally:
            run(["umount", place])
