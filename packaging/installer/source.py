# SPDX-License-Identifier: Apache-2.0
"""Facts of the checkout that is built: commit, date."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

# A checkout without git has no date; ZIP and Debian's tools do not go back further.
_NO_DATE = 315532800


@dataclass(frozen=True, slots=True)
class Source:
    """What is built.

    Attributes:
        commit: Hash, with "-modified" where the checkout has changes; None without git.
        epoch: Date of the commit in seconds since 1970, or what SOURCE_DATE_EPOCH names; every
            file of the package has it.
    """

    commit: str | None
    epoch: int

    def as_json(self) -> str:
        """What the program reads of it; see core/evidence/custody.py."""
        return json.dumps({"commit": self.commit}) + "\n"


def read_source(root: Path) -> Source:
    """Ask git."""
    commit = _git(root, "rev-parse", "HEAD")
    if commit and _git(root, "status", "--porcelain", "--untracked-files=no"):
        commit += "-modified"
    date = os.environ.get("SOURCE_DATE_EPOCH") or _git(root, "log", "-1", "--format=%ct")
    return Source(commit or None, int(date) if date else _NO_DATE)


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
