# SPDX-License-Identifier: Apache-2.0
"""What the build says: one line a step, and how it stops."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn


def say(text: str) -> None:
    """Print one line at once, so that it stands before what the next program prints."""
    sys.stdout.write(f"build: {text}\n")
    sys.stdout.flush()


def stop(text: str) -> NoReturn:
    """End with a sentence that says what to do."""
    raise SystemExit(f"build: {text}")


def run(
    command: Sequence[str | Path],
    *,
    folder: Path | None = None,
    env: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> None:
    """Run a program; where it fails, show the end of what it said and stop.

    Args:
        command: Program and arguments.
        folder: Where to run it.
        env: Its environment, or None for ours.
        log: File for all that it says.
    """
    words = [str(part) for part in command]
    done = subprocess.run(
        words,
        cwd=folder,
        env=None if env is None else dict(env),
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if log is not None:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(done.stdout, encoding="utf-8")
    if done.returncode != 0:
        say("\n".join(done.stdout.splitlines()[-40:]))
        where = f" (all of it: {log})" if log is not None else ""
        stop(f"this failed with code {done.returncode}: {' '.join(words)}{where}")
