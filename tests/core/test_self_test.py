# SPDX-License-Identifier: Apache-2.0
"""The self-test: it passes here, and it fails where something is broken."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import resources
from core.cli.exits import Exit
from core.cli.self_test import exit_of
from core.demo import PORTRAIT, read_portrait
from core.errors import DetectorError, ReportError
from core.self_test import neighbors
from core.self_test.bench import Bench
from core.self_test.installed import installed_steps
from core.self_test.records import Step, StepFailedError, StepResult
from core.self_test.run import run_self_test, tried
from core.settings import AnalysisSettings

ROOT = Path(__file__).resolve().parents[2]


def result(step: str, *, passed: bool) -> StepResult:
    return StepResult(step, step, passed, "", 0.0)


def failing(error: Exception) -> Step:
    def run() -> str:
        raise error

    return Step("x", "x", run)


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (StepFailedError("not so"), "not so"),
        (DetectorError("Broken.", advice="Mend it."), "Broken. Mend it."),
        (ModuleNotFoundError("No module named 'x'"), "ModuleNotFoundError: No module named 'x'"),
    ],
)
def test_whatever_a_step_raises_is_its_failure(error: Exception, detail: str) -> None:
    found = tried(failing(error))
    assert (found.passed, found.detail) == (False, detail)


def test_the_exit_code_names_the_gravest_fault() -> None:
    good = result("image", passed=True)
    assert exit_of([good]) is Exit.DONE
    assert exit_of([good, result("reports", passed=False)]) is Exit.VERIFICATION
    broken = [result("reports", passed=False), result("weights:xception", passed=False)]
    assert exit_of(broken) is Exit.WEIGHTS


def test_what_is_installed_is_listed_and_holds() -> None:
    found = {step.id: tried(step) for step in installed_steps("auto", "cpu")}
    assert {"program", "resources", "weights:xception", "weights:centerface"} <= found.keys()
    assert [one for one in found.values() if not one.passed] == []


def test_altered_weights_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "weights" / "altered"
    shutil.copytree(resources.path("weights/xception_gru"), folder)
    card = folder / "card.toml"
    text = card.read_text("utf-8").replace('id = "xception_gru"', 'id = "altered"', 1)
    card.write_text(text, "utf-8")
    with (folder / "network.onnx").open("ab") as stream:
        stream.write(b"\0")
    monkeypatch.setenv("FACEWITNESS_WEIGHTS_DIR", str(tmp_path / "weights"))
    found = {step.id: tried(step) for step in installed_steps("auto", "cpu")}
    assert not found["weights:altered"].passed
    assert "SHA-256" in found["weights:altered"].detail
    assert exit_of(list(found.values())) is Exit.WEIGHTS


def test_weights_folders_that_cannot_be_read_end_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEWITNESS_WEIGHTS_DIR", str(tmp_path / "none"))
    first = next(iter(run_self_test(tmp_path, AnalysisSettings(), with_window=False)))
    assert (first.id, first.passed) == ("weights", False)


def test_steps_without_what_they_stand_on_say_so(tmp_path: Path) -> None:
    bench = Bench(tmp_path, AnalysisSettings())
    found = {step.id: tried(step) for step in bench.steps() if step.id != "networks"}
    assert not any(one.passed for one in found.values())
    assert "not tried" in found["reports"].detail


def test_the_window_that_cannot_start_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no display here')"]
    monkeypatch.setattr(neighbors, "window_command", lambda: command)
    steps = {step.id: step for step in neighbors.neighbor_steps(None, with_window=True)}  # type: ignore[arg-type]
    found = tried(steps["window"])
    assert (found.passed, "no display here" in found.detail) == (False, True)


def test_the_window_can_be_left_out() -> None:
    steps = neighbors.neighbor_steps(None, with_window=False)  # type: ignore[arg-type]
    assert "window" not in {step.id for step in steps}


def test_the_portrait_is_the_published_one() -> None:
    from skimage import data

    assert (read_portrait() == data.astronaut()).all()  # type: ignore[no-untyped-call]


def test_another_picture_in_its_place_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.demo.PORTRAIT", replace(PORTRAIT, sha256="0" * 64))
    with pytest.raises(ReportError, match="picture data"):
        read_portrait()


@pytest.mark.slow
def test_the_whole_self_test_passes_from_source() -> None:
    """As a person calls it; the packaged program is tried by `packaging/test_as_user.py`."""
    done = subprocess.run(
        [sys.executable, "-m", "gui", "self-test", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert [one for one in told["steps"] if not one["passed"]] == []
    assert (done.returncode, told["passed"]) == (0, True)
    assert {"isolation", "signature", "workers", "window", "network"} <= {
        one["id"] for one in told["steps"]
    }
