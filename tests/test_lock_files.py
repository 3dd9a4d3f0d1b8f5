# SPDX-License-Identifier: Apache-2.0
"""Lock files: complete, hashed, and silent about where packages come from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {
    "runtime": ("setup",),
    "packaging": ("setup", "packaging"),
    "dev": ("setup", "dev", "packaging", "training"),
}


def entries(name: str) -> dict[str, str]:
    """Package name to its whole entry, hashes included."""
    text = (ROOT / "requirements" / f"{name}.lock").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {re.split(r"[=\[ ]", line)[0]: line for line in lines}


def normal(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", requirement)[0]).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_hashes(name: str) -> None:
    bare = [package for package, line in entries(name).items() if "--hash=sha256:" not in line]
    assert bare == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_is_named(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.lock").read_text("utf-8")
    assert not re.search(r"https?:|index-url|find-links|file:", text)


@pytest.mark.parametrize("name", LOCKS)
def test_everything_the_project_asks_for_is_locked(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in LOCKS[name]:
        wanted += project["optional-dependencies"][extra]
    locked = entries(name)
    assert [one for one in wanted if normal(one) not in {"facewitness", *locked}] == []


@pytest.mark.parametrize("name", ["runtime", "packaging"])
def test_the_locks_agree_on_versions(name: str) -> None:
    dev = entries("dev")
    pins = {
        package: re.search(r"==([^ ;]+)", line).group(1)  # type: ignore[union-attr]
        for package, line in entries(name).items()
    }
    assert {p: v for p, v in pins.items() if f"=={v} " not in dev.get(p, "")} == {}
