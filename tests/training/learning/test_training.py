# SPDX-License-Identifier: Apache-2.0
"""Training on generated pictures: it learns, and a killed run ends as if it had not been killed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("tensorflow")

import keras  # noqa: TID253 - the test is skipped without it

from core.networks.xception import build_xception
from core.records import InputSpec
from tests.training.fake_set import make_fake_set
from training.augmentation.augment import AugmentSettings
from training.datasets.manifest import ManifestRow, build_manifest
from training.errors import CheckpointError
from training.learning.checkpoints import Progress, load_better, of_one_state
from training.learning.config import ExperimentConfig
from training.learning.loop import Intervals, Schedule, fit
from training.learning.quick_layers import with_matrix_products
from training.releasing.export import to_onnx
from training.trainers.train_images import (
    batches_of,
    compiled,
    freeze_until,
    started_xception,
    validator,
)

pytestmark = pytest.mark.tf

CONFIG = ExperimentConfig(
    network="tiny",
    spec=InputSpec(12, 12, 0.0, 1.0),
    schedule=Schedule(0.05, max_steps=12, warmup_steps=2),
    batch_size=8,
    label_smoothing=0.0,
    augment=AugmentSettings(0, 0, 0, 0, 0, 0),
    validation_images=6,
)
EVERY_STEP = Intervals(report_s=0, checkpoint_s=0, validation_s=1e9)


@pytest.fixture
def data(tmp_path: Path) -> tuple[list[ManifestRow], Path]:
    table, images = make_fake_set(tmp_path, groups=30)
    return build_manifest(table, images), images


def _tiny() -> Any:
    keras.utils.set_random_seed(5)
    batch = keras.Input((12, 12, 3), name="batch")
    x = keras.layers.GlobalAveragePooling2D()(batch)
    x = keras.layers.Dropout(0.3)(keras.layers.Dense(8, activation="relu")(x))
    score = keras.layers.Dense(1, activation="sigmoid")(x)
    return compiled(keras.Model(batch, {"score": score}), CONFIG)


def _values(network: Any) -> list[Any]:
    return [np.asarray(variable) for variable in network.weights]


def test_run_learns_and_keeps_its_history(
    data: tuple[list[ManifestRow], Path], tmp_path: Path
) -> None:
    batches = batches_of(CONFIG, *data)
    validate = validator(CONFIG, *data)
    progress = fit(_tiny(), batches.at, CONFIG.schedule, tmp_path / "run", validate, EVERY_STEP)
    history = json.loads((tmp_path / "run" / "history.json").read_text("utf-8"))
    assert progress.step == 12
    assert history[-1]["validation_auc"] > 0.9
    assert history[-1]["rate"] < history[4]["rate"]


def test_killed_run_ends_with_the_same_weights(
    data: tuple[list[ManifestRow], Path], tmp_path: Path
) -> None:
    batches = batches_of(CONFIG, *data)
    whole = _tiny()
    fit(whole, batches.at, CONFIG.schedule, tmp_path / "whole", None, EVERY_STEP)

    def killed_at_seven(step: int) -> Any:
        if step == 7:
            raise InterruptedError
        return batches.at(step)

    with pytest.raises(InterruptedError):
        fit(_tiny(), killed_at_seven, CONFIG.schedule, tmp_path / "cut", None, EVERY_STEP)
    resumed = _tiny()
    progress = fit(resumed, batches.at, CONFIG.schedule, tmp_path / "cut", None, EVERY_STEP)
    assert progress.step == 12
    for expected, found in zip(_values(whole), _values(resumed), strict=True):
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-6)


def test_killed_run_goes_on_with_the_same_average(
    data: tuple[list[ManifestRow], Path], tmp_path: Path
) -> None:
    batches = batches_of(CONFIG, *data)
    half = replace(CONFIG.schedule, max_steps=6)
    for name, schedules in (("whole", [CONFIG.schedule]), ("cut", [half, CONFIG.schedule])):
        for schedule in schedules:
            # The rate depends on the end of the run, so that only a held one is alike.
            steady = replace(schedule, hold=1.0, warmup=0.0)
            fit(_tiny(), batches.at, steady, tmp_path / name, None, EVERY_STEP, average=0.5)
    arrays = [np.load(tmp_path / name / "checkpoint.npz") for name in ("whole", "cut")]
    names = [name for name in arrays[0].files if name.startswith("average")]
    assert len(names) == len(_tiny().variables)
    for name in names:
        np.testing.assert_allclose(arrays[1][name], arrays[0][name], rtol=0, atol=1e-6)
    assert any((arrays[0][n] != arrays[0][n.replace("average", "network")]).any() for n in names)


def test_the_average_is_restored_where_validation_prefers_it(
    data: tuple[list[ManifestRow], Path], tmp_path: Path
) -> None:
    batches, found = batches_of(CONFIG, *data), {}
    for better in (False, True):
        taken = iter([0.6, 0.7 if better else 0.5])

        def validate(_: Any, taken: Iterator[float] = taken) -> dict[str, float]:
            return {"validation_auc": next(taken)}

        folder = tmp_path / str(better)
        schedule = replace(CONFIG.schedule, max_steps=3)
        fit(_tiny(), batches.at, schedule, folder, validate, EVERY_STEP, average=0.9)
        network = _tiny()
        assert load_better(folder, network) is better
        with np.load(folder / "checkpoint.npz") as arrays:
            prefix = "average" if better else "network"
            expected = [arrays[name] for name in arrays.files if name.startswith(prefix)]
        found[better] = np.array_equal(np.asarray(network.variables[0]), expected[0])
    assert found == {False: True, True: True}


def test_matrix_products_give_the_scores_and_gradients_of_convolutions() -> None:
    import tensorflow as tf

    network = build_xception(64, 64)
    quick = with_matrix_products(network)
    batch = np.random.default_rng(0).uniform(-1, 1, (2, 64, 64, 3)).astype(np.float32)
    assert [v.path for v in quick.variables] == [v.path for v in network.variables]
    gradients = []
    for one in (network, quick):
        with tf.GradientTape() as tape:
            out = one(batch, training=False)["features"]
            loss = tf.reduce_sum(out * out)
        gradients.append(tape.gradient(loss, one.get_layer("block5_sepconv1").trainable_weights))
    np.testing.assert_allclose(
        quick.predict_on_batch(batch)["score"], network.predict_on_batch(batch)["score"], atol=1e-6
    )
    for expected, value in zip(*gradients, strict=True):
        np.testing.assert_allclose(value, expected, rtol=2e-3, atol=1e-5)


def test_checkpoint_of_another_network_is_refused(
    data: tuple[list[ManifestRow], Path], tmp_path: Path
) -> None:
    batches = batches_of(CONFIG, *data)
    fit(_tiny(), batches.at, CONFIG.schedule, tmp_path / "run", None, EVERY_STEP)
    other = keras.Sequential([keras.Input((12, 12, 3)), keras.layers.Flatten()])
    other.add(keras.layers.Dense(1, activation="sigmoid"))
    other = compiled(keras.Model(other.inputs[0], {"score": other.outputs[0]}), CONFIG)
    with pytest.raises(CheckpointError):
        fit(other, batches.at, CONFIG.schedule, tmp_path / "run", None, EVERY_STEP)


def test_schedule_ends_by_the_clock_with_a_decayed_rate() -> None:
    from training.learning.checkpoints import Progress

    schedule = Schedule(1e-3, max_steps=1000, budget_minutes=10)
    late = Progress(step=100, elapsed_s=590)
    assert schedule.rate(Progress(step=100, elapsed_s=60)) > 0.9e-3
    assert schedule.rate(late) < 2e-5
    assert schedule.used(Progress(step=100, elapsed_s=600)) == 1


def test_freezing_keeps_the_blocks_before_and_trains_the_rest() -> None:
    network = build_xception(64, 64)
    freeze_until(network, "block4")
    names = {variable.path.split("_")[0] for variable in network.trainable_variables}
    assert names == {f"block{index}" for index in range(4, 15)} | {"score/kernel", "score/bias"}


def test_run_goes_on_from_an_exported_network(tmp_path: Path) -> None:
    config = replace(CONFIG, spec=InputSpec(32, 32, -1.0, 1.0))
    network = build_xception(32, 32)
    start = tmp_path / "network.onnx"
    start.write_bytes(to_onnx(network, is_compact=False))
    found = started_xception(config, start)
    assert len(_values(network)) == 236
    for expected, value in zip(_values(network), _values(found), strict=True):
        np.testing.assert_array_equal(value, expected)


@pytest.mark.parametrize(("is_average", "auc"), [(False, 0.8), (True, 0.9)])
def test_history_of_one_state_has_its_figures_only(is_average: bool, auc: float) -> None:
    step = {"step": 1.0, "loss": 0.7}
    judged = {"step": 2.0, "validation_auc": 0.8, "validation_auc_of_average": 0.9}
    told = of_one_state(Progress(2, 1.0, [step, judged]), is_average=is_average)
    assert told.history == [step, {"step": 2.0, "validation_auc": auc}]
    assert (told.step, told.elapsed_s) == (2, 1.0)
