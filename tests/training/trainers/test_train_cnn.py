# SPDX-License-Identifier: Apache-2.0
"""What the front measures, that it unfolds into `image_cnn`, and that a killed run goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("tensorflow")

from core.networks.image_cnn import build_image_cnn
from tests.training.fake_set import make_fake_set
from training import presets
from training.datasets.manifest import build_manifest
from training.learning.checkpoints import read_history
from training.learning.loop import Intervals, Schedule
from training.measuring.scoring import ExportedNetwork
from training.releasing.export import restore, to_onnx
from training.trainers import measured_crops, train_cnn
from training.trainers.residual_filters import COUNT
from training.trainers.texture_front import (
    CELLS,
    MEASURES,
    Scale,
    build_magnitudes,
    build_measures,
    mirrored,
    scale_of,
    unfold,
)

pytestmark = pytest.mark.tf


def _pictures(count: int = 3) -> np.ndarray:
    """Colored noise of different grain, brightness and contrast: float32 (N, 224, 224, 3)."""
    rng = np.random.default_rng(7)
    coarse = rng.random((count, 28, 28, 3)).repeat(8, axis=1).repeat(8, axis=2)
    fine = (
        rng.normal(0, 0.1, (count, 224, 224, 3)) * np.linspace(0.2, 1, count)[:, None, None, None]
    )
    return np.clip(0.6 * coarse + 0.2 + fine, 0, 1).astype(np.float32)


def _scale() -> Scale:
    return scale_of(np.asarray(build_magnitudes().predict_on_batch(_pictures())))


def _grid(measures: Any) -> np.ndarray:
    return np.asarray(measures).reshape(-1, CELLS, CELLS, COUNT)


def test_measures_follow_the_logarithm_of_magnitudes() -> None:
    scale = _scale()
    found = _grid(build_measures(scale).predict_on_batch(_pictures()))
    magnitudes = np.asarray(build_magnitudes().predict_on_batch(_pictures())) / scale.units
    logarithms = np.log(np.maximum(magnitudes / scale.knots[:, 0], 1))
    wanted = logarithms.reshape(-1, CELLS, 4, CELLS, 4, COUNT).mean(axis=(2, 4))
    for one in range(COUNT):
        assert np.corrcoef(found[..., one].ravel(), wanted[..., one].ravel())[0, 1] > 0.95


def test_grain_is_seen_where_it_lies() -> None:
    picture = np.full((1, 224, 224, 3), 0.5, np.float32)
    picture[:, 32:64, 32:64] += np.random.default_rng(0).normal(0, 0.1, (1, 32, 32, 1))
    found = _grid(build_measures(_scale()).predict_on_batch(picture))[0]
    brightness = [*range(16), 28]
    assert (found[2:4, 2:4, brightness] > found[9, 9, brightness] + 0.1).all()
    np.testing.assert_allclose(found[6:12, 6:12], found[8:9, 8:9].repeat(6, 0).repeat(6, 1))


def test_mirrored_measures_are_those_of_the_mirrored_picture() -> None:
    measure = build_measures(_scale())
    own = np.asarray(measure.predict_on_batch(_pictures()))
    other = np.asarray(measure.predict_on_batch(_pictures()[:, :, ::-1]))
    assert np.abs(mirrored(own) - other).mean() < 0.1 * np.abs(own - other).mean()


def test_pictures_without_texture_are_refused() -> None:
    with pytest.raises(ValueError, match="no texture"):
        scale_of(np.zeros((2, 56, 56, COUNT), np.float32))


def test_scale_comes_back_from_its_file(tmp_path: Path) -> None:
    scale = _scale()
    scale.save(tmp_path / "scale.npz")
    again = Scale.load(tmp_path / "scale.npz")
    for name in ("units", "knots", "slopes"):
        np.testing.assert_array_equal(getattr(again, name), getattr(scale, name))


@pytest.mark.slow
def test_unfolded_network_gives_the_same_scores() -> None:
    rng, scale, head = np.random.default_rng(0), _scale(), train_cnn.build_head()
    for variable in head.weights:
        shape = variable.shape
        if "variance" in variable.path:
            variable.assign(rng.uniform(0.5, 2, shape))
        elif len(shape) == 1 and "seed" not in variable.path:
            variable.assign(rng.normal(0.3, 0.3, shape))
    network = build_image_cnn()
    arrays = {v.path: np.asarray(v) for v in head.weights}
    unfolded = unfold(scale, arrays, train_cnn.EPSILON)
    for variable in network.weights:
        variable.assign(unfolded[variable.path])
    measures = build_measures(scale).predict_on_batch(_pictures())
    expected = np.asarray(head.predict_on_batch(measures)["score"])
    assert np.ptp(expected) > 1e-2
    np.testing.assert_allclose(network.predict_on_batch(_pictures())["score"], expected, atol=1e-5)


@pytest.mark.slow
def test_killed_training_goes_on_and_ends_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, images = make_fake_set(tmp_path, groups=30)
    rows = build_manifest(table, images)
    config = replace(
        presets.IMAGE_CNN,
        schedule=Schedule(3e-3, max_steps=40, warmup_steps=2),
        batch_size=8,
        validation_images=4,
    )
    monkeypatch.setattr(measured_crops, "_BATCHES_OF_A_PART", 3)
    monkeypatch.setattr(train_cnn, "_INTERVALS", Intervals(0, 0, 1e9))

    def train(folder: Path) -> None:
        train_cnn.train_image_cnn(config, (48, 16), rows, images, folder)

    whole, killed = tmp_path / "whole", tmp_path / "killed"
    train(whole)
    # Killed while it measures the second part, then in the middle of the dense layers.
    write = measured_crops._save
    calls: list[Path] = []

    def fail(path: Path, data: measured_crops.Measured) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise KeyboardInterrupt
        write(path, data)

    monkeypatch.setattr(measured_crops, "_save", fail)
    with pytest.raises(KeyboardInterrupt):
        train(killed)
    batches = train_cnn._batches
    monkeypatch.setattr(train_cnn, "_batches", lambda data, _: _until(batches(data, config), 17))
    with pytest.raises(KeyboardInterrupt):
        train(killed)
    monkeypatch.setattr(train_cnn, "_batches", batches)
    train(killed)

    one, other = (restore("image_cnn", folder, 224, 224) for folder in (whole, killed))
    for expected, value in zip(one.weights, other.weights, strict=True):
        np.testing.assert_allclose(np.asarray(value), np.asarray(expected), atol=1e-6)
    assert read_history(whole / train_cnn.DENSE)[-1]["step"] == 40
    # Fakes of the made-up set are brighter: forty batches are enough to tell.
    assert read_history(whole / train_cnn.DENSE)[-1]["validation_auc"] > 0.9
    exported = ExportedNetwork(to_onnx(one))
    scores = np.asarray(one.predict_on_batch(_pictures())["score"])[:, 0]
    np.testing.assert_allclose(exported.run(batch=_pictures())["score"][:, 0], scores, atol=0.02)


def _until(make: Any, last: int) -> Any:
    def batch(step: int) -> Any:
        if step >= last:
            raise KeyboardInterrupt
        return make(step)

    return batch


def test_scaled_scores_are_neither_too_sure_nor_lopsided() -> None:
    rng, head = np.random.default_rng(3), train_cnn.build_head()
    measures = rng.normal(0, 1, (2000, MEASURES)).astype(np.float16)
    layer = head.get_layer("score")
    layer.kernel.assign(layer.kernel * 2)
    layer.bias.assign(layer.bias + 2)
    before = train_cnn.scores_of(head, measures)
    # As often fake as half of its logit says, had it not been shifted.
    logits = np.log(before / (1 - before))
    odds = (logits - logits.mean()) / 2
    labels = (rng.random(2000) < 1 / (1 + np.exp(-odds))).astype(np.float32)[:, None]
    train_cnn.scale_scores(head, (measures, labels))
    after = train_cnn.scores_of(head, measures)
    odds = (after / (1 - after)) ** (1 / train_cnn._LOGIT_SHARE)
    after = odds / (1 + odds)
    assert np.abs(after - labels[:, 0]).mean() < 0.5
    for low, high in ((0.1, 0.4), (0.4, 0.6), (0.6, 0.9)):
        inside = (after >= low) & (after < high)
        assert inside.sum() > 50
        assert labels[inside].mean() == pytest.approx(after[inside].mean(), abs=0.1)


def test_measures_are_as_many_as_the_dense_layers_read() -> None:
    assert train_cnn.build_head().input_shape == (None, MEASURES)
