# SPDX-License-Identifier: Apache-2.0
"""Training of the three networks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from core.networks.onnx_weights import read_keras_weights
from core.networks.xception import build_xception
from training import presets
from training.augmentation.clip_mix import ClipMix
from training.augmentation.landmarks import landmarks_of
from training.augmentation.self_blending import Landmarks
from training.datasets.clip_crops import read_clip_crops
from training.datasets.manifest import REAL, ManifestRow, select
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.learning.batches import Mixture
from training.learning.checkpoints import CHECKPOINT_NAME
from training.learning.config import ExperimentConfig
from training.learning.provenance import record
from training.measuring.scoring import ExportedNetwork, draw
from training.releasing.export import NETWORK_FILE
from training.releasing.release import run_facts
from training.releasing.soup import average_networks, keep_state
from training.sequences.clip_sequences import clip_sequences
from training.sequences.swap_sequences import swapped_clips, swapped_crops
from training.sequences.views import ViewFeatures, extract, joined
from training.trainers.train_cnn import train_image_cnn
from training.trainers.train_gru import train_gru
from training.trainers.train_images import batches_of, train_xception
from training.workspace import Workspace

GRU = "xception_gru"


def train(
    network_id: str,
    work: Workspace,
    start: Path | None = None,
    minutes: float | None = None,
    steps: int | None = None,
    mixed_from: int = -1,
) -> None:
    """Train a network, or go on with a run that was interrupted.

    Args:
        network_id: Of the network.
        work: Holds the manifest; receives the run.
        start: ImageNet arrays, or an exported network, that `xception` starts from; needed for
            that network only.
        minutes: Budget instead of the preset's.
        steps: Steps at most instead of the preset's.
        mixed_from: First batch of `xception` with landmarks, and with crops of clips where `cut`
            made any; -1 for none.

    Raises:
        CheckpointError: `xception` without anything to start from, or `xception_gru` without trunk.
    """
    rows, images, run = work.rows(), work.images(), work.run(network_id)
    record(run, work.manifest, start)
    if start is not None and start.suffix == ".onnx" and start.with_name("card.toml").is_file():
        work.remember_start(network_id, start.with_name("card.toml"))
    if network_id == "xception":
        if start is None:
            raise CheckpointError(
                "xception starts from ImageNet arrays (--imagenet-weights PATH) "
                "or from an earlier release (--from-weights PATH)"
            )
        config = presets.bounded(presets.xception_from(start), minutes, steps)
        share = config.clip_share if work.clips.is_dir() else 0.0
        config = replace(config, mixed_from=mixed_from, clip_share=share)
        mixture = mixture_of(config, work)
        train_xception(config, rows, images, start, run, work.used(), mixture)
    elif network_id == "image_cnn":
        config = presets.bounded(presets.IMAGE_CNN, minutes, steps)
        train_image_cnn(config, presets.IMAGE_CNN_MEASURED, rows, images, run)
    else:
        preset = presets.XCEPTION_GRU if start is None else presets.XCEPTION_GRU_CONTINUED
        config = presets.bounded(preset, minutes, steps)
        parts = [gru_features(work, split) for split in (Split.TRAIN, Split.VALIDATION)]
        weights = read_keras_weights(work.run("xception") / NETWORK_FILE)
        trunk_head = (weights["score/kernel"], weights["score/bias"])
        train_gru(config, parts[0], parts[1], trunk_head, run, start)


def average(work: Workspace, files: Sequence[Path]) -> None:
    """Make the mean of network files what the run of `xception` gives."""
    spec = presets.XCEPTION_INPUT
    average_networks(files, work.run("xception"), spec.height, spec.width)


def keep(work: Workspace, out: Path, *, of_average: bool) -> None:
    """Write the state that the run of `xception` is in as a network file, to average it later."""
    spec = presets.XCEPTION_INPUT
    network = build_xception(spec.height, spec.width)
    checkpoint = work.run("xception") / CHECKPOINT_NAME
    keep_state(network, checkpoint, of_average, out)


def mixture_of(config: ExperimentConfig, work: Workspace) -> Mixture | None:
    """Give what comes into the batches of `xception` besides the data set's crops."""
    if config.mixed_from < 0:
        return None
    clips = ClipMix.load(work.clips) if config.clip_share else None
    return Mixture(config.mixed_from, clips, config.clip_share, known_landmarks(work))


def known_landmarks(work: Workspace) -> Landmarks:
    """Find, or read, the landmarks of the real crops that training uses."""
    real = select(work.rows(), Split.TRAIN, REAL)
    found = dict(landmarks_of(real, work.images(), work.root / "landmarks.npz"))
    if work.clips.is_dir():
        folder = work.clips
        of_clips = [row for row in read_clip_crops(folder) if row.label == REAL]
        found |= landmarks_of(of_clips, folder, folder / "landmarks.npz")
    return found


def features_file(work: Workspace, split: Split) -> Path:
    """Where the trunk's features of a split's sequences are kept."""
    return work.run(GRU) / f"features_{split}.npz"


def gru_features(work: Workspace, split: Split) -> ViewFeatures:
    """Give the trunk's features of a split's crops, from the cache if they are there.

    Training sequences also come from swapped faces and, where the workspace has crops of them,
    from labelled clips, as `training.presets` says; the file counts them by kind.
    """
    path = features_file(work, split)
    if path.is_file():
        return ViewFeatures.load(path)
    trunk_file = work.run("xception") / NETWORK_FILE
    if not trunk_file.is_file():
        raise CheckpointError(f"{trunk_file}: missing; run `evaluate xception` first")
    trunk = ExportedNetwork(trunk_file)
    spec, seed = presets.XCEPTION_INPUT, presets.XCEPTION_GRU.seed
    rows, blended = work.rows(), 0.0
    landmarks: Landmarks = {}
    if split is Split.TRAIN:
        # Only training sequences get self-blended fakes: figures are about the data's own fakes.
        rows, blended = _unseen_by_trunk(work), presets.XCEPTION_GRU.self_blended
        landmarks = known_landmarks(work)
    chosen = draw(rows, split, presets.GRU_CROPS[split], presets.DRAW_SEEDS[split])
    data = extract(trunk, chosen, work.images(), spec, presets.GRU_VIEWS, seed, blended, landmarks)
    if split is Split.TRAIN:
        data = joined([data, *_further(trunk, work, chosen, landmarks)])
    path.parent.mkdir(parents=True, exist_ok=True)
    data.save(path)
    return data


def _further(
    trunk: ExportedNetwork, work: Workspace, chosen: Sequence[ManifestRow], landmarks: Landmarks
) -> list[ViewFeatures]:
    """Training sequences beside the crops that were drawn."""
    parts, clips = [], work.clips
    if count := presets.GRU_SWAPPED_CROPS:
        parts.append(swapped_crops(trunk, chosen, work.images(), landmarks, count))
    if clips.is_dir() and presets.GRU_CLIPS_OF_A_SOURCE:
        parts.append(clip_sequences(trunk, clips, landmarks))
    if clips.is_dir() and (count := presets.GRU_SWAPPED_CLIPS):
        parts.append(swapped_clips(trunk, clips, landmarks, count))
    return parts


def _unseen_by_trunk(work: Workspace) -> Sequence[ManifestRow]:
    """Training crops that the trunk was not trained on, as far as there are enough of them."""
    facts = run_facts(work.run("xception"))
    known = {field.name for field in fields(ExperimentConfig)} - {"spec", "schedule", "augment"}
    kept = {name: value for name, value in facts.config.items() if name in known}
    config = replace(presets.XCEPTION, **kept)
    batches = batches_of(config, work.rows(), work.images(), work.used(), mixture_of(config, work))
    unseen = batches.unseen(facts.steps)
    return unseen if len(draw(unseen, Split.TRAIN, 1)) == 2 else work.rows()
