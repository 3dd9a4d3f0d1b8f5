# SPDX-License-Identifier: Apache-2.0
"""New scores for a table of clips from their crops: minutes, where whole clips take an hour.

Up to eight faces of each clip, cut by the stages of the analysis, are scored; the outcome is that
of the pooled score against the thresholds of the card, as in `core.aggregate.outcome`. What new
weights cannot change is taken over from the earlier table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.cards import WeightsCard, read_card
from core.preprocess.tensors import to_batch
from core.records import InputSpec
from training.datasets.crops import read_crop
from training.datasets.manifest import ManifestRow
from training.errors import ManifestError
from training.measuring.calibrate import logit
from training.measuring.clip_figures import clip_rows, window_score
from training.measuring.clip_scores import ClipScore
from training.measuring.scoring import ExportedNetwork


def rescored(earlier: Sequence[ClipScore], weights: Path, folder: Path) -> list[ClipScore]:
    """Score the clips of a table anew with the `xception` and `xception_gru` of a folder.

    Args:
        earlier: Rows of the table; `image_cnn` must be that of the folder.
        weights: Folder that holds a folder for each detector.
        folder: Of the clips' crops, by `cut`.

    Raises:
        ManifestError: A clip has no crops, or `image_cnn` is another one.
    """
    cards = {name: read_card(weights / name / "card.toml") for name in _ORDER}
    trunk, head = (ExportedNetwork(weights / name / "network.onnx") for name in _ORDER[:2])
    clips = {group.split("|", 1)[1]: rows for group, rows in clip_rows(folder).items()}
    found = []
    for one in earlier:
        if cards["image_cnn"].network_sha256[:12] not in one.weights.split("+"):
            raise ManifestError(f"{one.file}: scored by another image_cnn", folder)
        if one.file not in clips:
            raise ManifestError(f"{one.file}: no crops", folder)
        found.append(_rescored(one, cards, trunk, head, folder, clips[one.file]))
    return found


_ORDER = ("xception", "xception_gru", "image_cnn")


def _rescored(
    one: ClipScore,
    cards: dict[str, WeightsCard],
    trunk: ExportedNetwork,
    head: ExportedNetwork,
    folder: Path,
    rows: Sequence[ManifestRow],
) -> ClipScore:
    card = cards["xception"]
    if not isinstance(card.input, InputSpec):
        raise ManifestError("xception's card is that of no image detector", folder)
    out = trunk.run(batch=to_batch([read_crop(folder, row) for row in rows], card.input))
    scores = out["score"][:, 0].astype(np.float64)
    return replace(
        one,
        weights="+".join(cards[name].network_sha256[:12] for name in _ORDER),
        outcome=outcome_of(scores, card.no_support_threshold, card.support_threshold),
        faces=len(rows),
        xception=float(scores.mean()),
        xception_gru=window_score(head, out["features"]),
    )


def outcome_of(scores: np.ndarray, low: float, high: float) -> str:
    """Compare the pooled score, of the mean logit, with the two thresholds."""
    pooled = 1 / (1 + np.exp(-logit(scores).mean()))
    if pooled >= high:
        return "support_for_manipulation"
    return "no_support_found" if pooled < low else "inconclusive"
