# SPDX-License-Identifier: Apache-2.0
"""The experiments that made the shipped weights, and the inputs of their networks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.records import InputSpec
from training.augmentation.augment import AugmentSettings
from training.datasets.splits import Split
from training.learning.config import ExperimentConfig
from training.learning.loop import Schedule

# The crops of the data set lie about a CenterFace box like this: measured on 420 training crops,
# padded by 80 pixels (median; the 5 to 95 percentiles of the scale are 0.95 and 1.10).
_CROP_SCALE = 1.03
_CROP_SHIFT_Y = 0.01

XCEPTION_INPUT = InputSpec(160, 160, -1.0, 1.0, _CROP_SCALE, 0.0, _CROP_SHIFT_Y)
IMAGE_CNN_INPUT = InputSpec(224, 224, 0.0, 1.0, _CROP_SCALE, 0.0, _CROP_SHIFT_Y)

INPUTS = {
    "image_cnn": IMAGE_CNN_INPUT,
    "xception": XCEPTION_INPUT,
    "xception_gru": XCEPTION_INPUT,
}

XCEPTION = ExperimentConfig(
    network="xception",
    spec=XCEPTION_INPUT,
    schedule=Schedule(2e-4, max_steps=2400, budget_minutes=52.0),
    frozen_until="block4",
    self_blended=0.1,
)

# Goes on from an earlier release; keeps crops that no release has seen for the head.
XCEPTION_CONTINUED = replace(
    XCEPTION,
    schedule=Schedule(2e-4, max_steps=4000, budget_minutes=110.0, hold=0.3),
    frozen_until="block5",
    self_blended=0.15,
    validation_images=250,
    average=0.99,
    held_back=600,
)

# A network this small sees little but fine texture, so it is spared most of its loss. Mirrored
# are its measures.
_LIGHT = AugmentSettings(warp=0.4, shrink=0.1, blur=0.05, jpeg=0.25, light=0.4, noise=0.05)

IMAGE_CNN = ExperimentConfig(
    network="image_cnn",
    spec=IMAGE_CNN_INPUT,
    schedule=Schedule(3e-3, max_steps=16_000, budget_minutes=20.0),
    batch_size=256,
    weight_decay=0.1,
    augment=_LIGHT,
    validation_images=1000,
    average=0.99,
)
# Degraded crops: every fake of the training split once, each real crop about five times. And crops
# as they are, which it is mostly asked about.
IMAGE_CNN_MEASURED = (125_000, 51_200)

XCEPTION_GRU = ExperimentConfig(
    network="xception_gru",
    spec=XCEPTION_INPUT,
    schedule=Schedule(5e-4, max_steps=300, budget_minutes=5.0),
    batch_size=64,
    self_blended=0.1,
)

# Goes on from an earlier head, which reads the features of a new trunk almost as well as the old.
XCEPTION_GRU_CONTINUED = replace(
    XCEPTION_GRU, schedule=Schedule(1e-4, max_steps=150, budget_minutes=5.0)
)

# Views of each crop, and crops of each class, that the trunk sees for `xception_gru`.
GRU_VIEWS = 5
GRU_CROPS = {"train": 580, "validation": 250, "test": 200}
# Clips of one generator, 0 for no clips at all: with them validation was worse. Times that each
# real clip comes, each time degraded anew.
GRU_CLIPS_OF_A_SOURCE = 0
GRU_ROUNDS_OF_REAL_CLIPS = 1
# Training sequences with the face of another crop, or clip; 0 for none. With each swapped clip
# comes the clip as it is.
GRU_SWAPPED_CROPS = 120
GRU_SWAPPED_CLIPS = 60

# Which crops of a split are drawn for figures.
DRAW_SEEDS = {Split.TRAIN: 5, Split.VALIDATION: 1, Split.TEST: 2}


def xception_from(start: Path) -> ExperimentConfig:
    """Give the experiment that starts from an exported network, or from ImageNet arrays."""
    return XCEPTION_CONTINUED if start.suffix == ".onnx" else XCEPTION


def bounded(config: ExperimentConfig, minutes: float | None, steps: int | None) -> ExperimentConfig:
    """Give an experiment another budget.

    Args:
        config: The experiment.
        minutes: Of training at most; None to keep it, 0 for no limit.
        steps: At most; None to keep it.
    """
    schedule = config.schedule
    if minutes is not None:
        schedule = replace(schedule, budget_minutes=minutes or None)
    if steps is not None:
        schedule = replace(schedule, max_steps=steps)
    return replace(config, schedule=schedule)
