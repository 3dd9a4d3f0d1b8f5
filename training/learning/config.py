# SPDX-License-Identifier: Apache-2.0
"""What an experiment is: network, input, data, schedule. Saved beside its weights."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from core.records import InputSpec
from training.augmentation.augment import AugmentSettings
from training.learning.loop import Schedule


@dataclass(frozen=True, slots=True)
class ExperimentConfig:
    """One training run.

    Attributes:
        network: `image_cnn`, `xception` or `xception_gru`.
        spec: What the network, or the trunk before it, reads.
        schedule: Peak learning rate, end, warm-up.
        batch_size: Images or sequences in a batch, half real and half fake.
        seed: Of weights, order, augmentation and dropout.
        label_smoothing: As in Keras's binary cross-entropy.
        weight_decay: Of AdamW.
        frozen_until: Layers before this one keep their weights; empty for none.
        self_blended: Share of fakes made by self-blending real crops.
        augment: Probabilities of the degradations.
        validation_images: Crops of each class scored during training.
        mixed_from: First batch with crops of labelled clips and landmarks; -1 for none.
        clip_share: Share of a batch that crops of clips take from there on.
        average: Share of the old average of the weights that a step keeps; 0 for no average.
        held_back: Crops of each class kept from training, so that a head that reads the
            network's features can be trained on crops it has never seen.
    """

    network: str
    spec: InputSpec
    schedule: Schedule
    batch_size: int = 32
    seed: int = 20261123
    label_smoothing: float = 0.05
    weight_decay: float = 1e-4
    frozen_until: str = ""
    self_blended: float = 0.0
    augment: AugmentSettings = field(default_factory=AugmentSettings)
    validation_images: int = 200
    mixed_from: int = -1
    clip_share: float = 0.25
    average: float = 0.0
    held_back: int = 0

    def save(self, folder: Path) -> None:
        """Write `config.json` into a run's folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "config.json").write_text(json.dumps(asdict(self), indent=1), "utf-8")
