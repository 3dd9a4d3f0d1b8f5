# SPDX-License-Identifier: Apache-2.0
"""A weights folder of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import weights


@pytest.fixture
def weights_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place where detectors are looked for; empty."""
    monkeypatch.setattr(weights, "weights_roots", lambda: (tmp_path / "weights",))
    return tmp_path / "weights"
