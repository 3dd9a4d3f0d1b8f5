# SPDX-License-Identifier: Apache-2.0
"""What a run was made with stays beside it, and a change on the way shows."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

pytest.importorskip("tensorflow")

from training.learning.provenance import FILE_NAME, record

pytestmark = pytest.mark.tf


def test_run_that_goes_on_unchanged_adds_nothing_and_a_changed_one_does(tmp_path: Path) -> None:
    manifest, run = tmp_path / "manifest.csv", tmp_path / "run"
    manifest.write_bytes(b"first")
    record(run, manifest, None)
    record(run, manifest, None)
    (entry,) = json.loads((run / FILE_NAME).read_text("utf-8"))
    assert entry["manifest_sha256"] == hashlib.sha256(b"first").hexdigest()
    assert entry["versions"]["numpy"]
    assert "jax" not in entry["versions"]
    manifest.write_bytes(b"second")
    record(run, manifest, manifest)
    assert len(json.loads((run / FILE_NAME).read_text("utf-8"))) == 2
