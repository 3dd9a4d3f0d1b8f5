# SPDX-License-Identifier: Apache-2.0
"""Batches in tests run with the networks that the whole test run shares."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.pipeline import AnalysisTools
from tests.core.batch.folders import make_folder
from tests.core.batch.quick import analyze_quickly


@pytest.fixture
def shared_tools(tools: AnalysisTools, monkeypatch: pytest.MonkeyPatch) -> None:
    """Load nothing in this process: one thread after the other uses the same tools."""
    monkeypatch.setattr(AnalysisTools, "load", lambda *_, **__: tools)


@pytest.fixture
def quick_analysis(shared_tools: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash and sniff files instead of decoding them, for tests of what a batch does with results.

    Only pictures and broken files are understood; a fake cannot be taken for an analysis.
    """
    monkeypatch.setattr("core.batch.task.analyze", analyze_quickly)
    # Waiting for the disk is most of what is left, and no test here pulls the plug.
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with small media."""
    return make_folder(tmp_path / "evidence")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output folder that is not there yet."""
    return tmp_path / "out"
