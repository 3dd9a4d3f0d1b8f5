# SPDX-License-Identifier: Apache-2.0
"""Pictures of scores, and logs that TensorBoard reads."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import cv2
import numpy as np
from tensorboardX.proto.event_pb2 import Event

import resources
from core.records import Calibration
from tests.training.measuring.test_crop_scores import _crop
from training.learning.board import Board
from training.learning.checkpoints import Progress
from training.measuring.crop_scores import CropScore
from training.measuring.scoring import ScoreTable
from training.pages.figures import draw_history, draw_scores
from training.pages.report import write_reports
from training.workspace import Workspace

HISTORY = [
    {"step": 10, "elapsed_s": 1.0, "loss": 0.7, "rate": 1e-3},
    {"step": 20, "elapsed_s": 2.0, "loss": 0.5, "rate": 5e-4, "validation_auc": 0.8},
]


def _table(seed: int) -> ScoreTable:
    rng = np.random.default_rng(seed)
    labels = np.repeat([0, 1], 60)
    names = tuple(str(i) for i in range(120))
    return ScoreTable(names, names, labels, rng.beta(2 + 2 * labels, 4 - 2 * labels))


def test_same_scores_give_the_same_picture(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.png" for name in "ab"]
    for path in paths:
        draw_scores(_table(1), Calibration(1.0, 0.0, -1.5, 1.5), (0.3, 0.7), path)
    first, again = (path.read_bytes() for path in paths)
    assert first == again
    picture = cv2.imread(str(paths[0]))
    assert picture is not None
    assert picture.shape[1] > 3 * picture.shape[0]
    assert len(first) < 150_000


def test_history_is_drawn(tmp_path: Path) -> None:
    draw_history(HISTORY, tmp_path / "curve.png")
    assert cv2.imread(str(tmp_path / "curve.png")) is not None


def test_board_holds_what_the_run_reported(tmp_path: Path) -> None:
    board = Board(tmp_path / "board")
    for count in (1, 2):
        board.write(Progress(history=HISTORY[:count]))
    board.close()
    (path,) = (tmp_path / "board").iterdir()
    found = {
        (value.tag, event.step): value.simple_value
        for event in _events(path.read_bytes())
        for value in event.summary.value
    }
    assert np.isclose(found["loss", 10], 0.7)
    assert np.isclose(found["validation_auc", 20], 0.8)
    assert ("elapsed_s", 10) not in found


def _events(data: bytes) -> list[Event]:
    """TFRecord: length, its checksum, the message, its checksum."""
    events, place = [], 0
    while place < len(data):
        (length,) = struct.unpack_from("<Q", data, place)
        events.append(Event.FromString(data[place + 12 : place + 12 + length]))
        place += 12 + length + 4
    return events


def test_report_shows_pictures_of_the_shipped_weights_only(tmp_path: Path) -> None:
    weights = resources.path("weights")
    work = Workspace(tmp_path / "work")
    write_reports(weights, tmp_path / "old", work, [_with_weights(i, "0" * 12) for i in range(80)])
    assert not list((tmp_path / "old").glob("*.png"))
    from core.cards import read_card

    shipped = read_card(weights / "xception" / "card.toml").network_sha256[:12]
    write_reports(weights, tmp_path / "new", work, [_with_weights(i, shipped) for i in range(80)])
    assert [path.name for path in (tmp_path / "new").glob("*.png")] == ["xception-scores.png"]
    assert "](xception-scores.png)" in (tmp_path / "new" / "xception.md").read_text("utf-8")


def _with_weights(number: int, weights: str) -> CropScore:
    crop = _crop(number, number % 2)
    return CropScore(crop.file, crop.group, crop.label, weights, crop.facts, crop.scores)


def test_learning_curve_of_a_run_that_is_gone_stays_on_its_page(tmp_path: Path) -> None:
    weights, work = resources.path("weights"), Workspace(tmp_path / "work")
    run = work.run("xception")
    run.mkdir(parents=True)
    (run / "history.json").write_text(json.dumps(HISTORY), "utf-8")
    write_reports(weights, tmp_path / "pages", work)
    page = (tmp_path / "pages" / "xception.md").read_text("utf-8")
    assert "| 20 | 0.0 | 0.500 | 0.8 |" in page
    write_reports(weights, tmp_path / "pages", Workspace(tmp_path / "another"))
    again = (tmp_path / "pages" / "xception.md").read_text("utf-8")
    assert again[again.index("## Learning curve") :] == page[page.index("## Learning curve") :]
    assert again.count("## Learning curve") == 1
