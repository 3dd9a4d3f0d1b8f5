# SPDX-License-Identifier: Apache-2.0
"""Whether a network's heat maps mean anything: two checks that a meaningless map fails.

Randomised weights: a map that stays the same when what was learnt is destroyed shows the picture
and not the network. Adebayo, J. et al. (2018), "Sanity Checks for Saliency Maps", NeurIPS; here
each kernel's values are shuffled, which keeps their distribution.

Deletion: the places that a map calls the strongest are blurred first, and the score must fall
faster than when others are. Petsiuk, V. et al. (2018), "RISE", BMVC; blurred instead of blackened,
because black squares are a novelty that moves the score by itself. Two other orders are compared:
a random one, and that of the same map shifted by a random amount. Blurring at random leaves far
more edges between blurred and sharp places than blurring one connected place after the other, and
these edges alone move the score of a network that looks for blending: only the shifted map is as
connected as the map itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core.networks.onnx_explanation import MAP_OUTPUT, with_explanation
from training.graphs.onnx_networks import graph_of
from training.measuring.metrics import bootstrap_mean
from training.measuring.scoring import ExportedNetwork

Floats = NDArray[np.floating[Any]]
Weights = Mapping[str, Floats]

GRID = 8
STEPS = 8
_SEED = 12
# Which kernels are shuffled, from the output down.
_DEPTHS = {
    "xception": {"score": ("score/",), "score_and_block14": ("score/", "block14_"), "all": ("",)},
    "image_cnn": {"score": ("score/",), "dense": ("score/", "dense"), "all": ("",)},
}


def check_explanations(
    network_id: str, weights: Weights, size: tuple[int, int], batch: Floats
) -> dict[str, Any]:
    """Take both checks.

    Args:
        network_id: `xception` or `image_cnn`.
        weights: Keras variable path to value.
        size: Height and width of the input in pixels.
        batch: float32 (N, H, W, 3), fakes that the network scores high.

    Returns:
        Figures: rank correlation of the maps with those of other crops and with those after
        shuffling, and the mean score while deleting, by the map, by a shifted one and at random,
        with the intervals of the differences.
    """
    explained = explained_network(network_id, weights, size)
    maps = in_parts(explained, batch, MAP_OUTPUT)
    figures: dict[str, Any] = {"n": len(batch)}
    others = np.roll(maps, 1, axis=0)
    pairs = [rank_correlation(one, other) for one, other in zip(maps, others, strict=True)]
    figures["rank_correlation_with_another_crop"] = round(float(np.nanmean(pairs)), 4)
    for depth, prefixes in _DEPTHS[network_id].items():
        ruined = explained_network(network_id, shuffled(weights, prefixes), size)
        changed = in_parts(ruined, batch, MAP_OUTPUT)
        found = [rank_correlation(one, other) for one, other in zip(maps, changed, strict=True)]
        figures[f"rank_correlation_shuffled_{depth}"] = round(float(np.nanmean(found)), 4)
    return figures | deletion_figures(explained, batch, maps)


def explained_network(network_id: str, weights: Weights, size: tuple[int, int]) -> ExportedNetwork:
    """Load weights as a network that also gives maps."""
    graph = graph_of(network_id, weights, *size)
    return ExportedNetwork(with_explanation(network_id, graph.SerializeToString()))


def shuffled(weights: Weights, prefixes: Sequence[str]) -> dict[str, Floats]:
    """Shuffle the values of each kernel whose path starts with one of `prefixes`."""
    rng = np.random.default_rng(_SEED)
    changed = dict(weights)
    for path in sorted(weights):
        if path.endswith("kernel") and path.startswith(tuple(prefixes)):
            flat = rng.permutation(weights[path].ravel())
            changed[path] = flat.reshape(weights[path].shape)
    return changed


def rank_correlation(first: Floats, second: Floats) -> float:
    """Spearman's rank correlation of two maps of one shape; NaN if one is constant."""
    ranks = [np.argsort(np.argsort(one.ravel())).astype(np.float64) for one in (first, second)]
    if np.ptp(first) == 0 or np.ptp(second) == 0:
        return float("nan")
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def in_parts(network: ExportedNetwork, batch: Floats, output: str, size: int = 8) -> Floats:
    """Run a batch a few crops at a time."""
    parts = range(0, len(batch), size)
    return np.concatenate([network.run(batch=batch[i : i + size])[output] for i in parts])


def deletion_figures(network: ExportedNetwork, batch: Floats, maps: Floats) -> dict[str, Any]:
    """Scores while deleting by the map's order, by a shifted map's and at random.

    Returns:
        For each order the mean over the whole deletion and the mean after its first step, and by
        how much the map's own are lower, with intervals.
    """
    rng = np.random.default_rng(_SEED)
    curves: dict[str, list[Floats]] = {"map": [], "shifted": [], "random": []}
    for crop, heat in zip(batch, maps, strict=True):
        strength = np.asarray(cv2.resize(heat, (GRID, GRID), interpolation=cv2.INTER_AREA))
        shift = tuple(rng.integers(GRID // 4, GRID - GRID // 4 + 1, 2).tolist())
        orders = {
            "map": np.argsort(-strength.ravel(), kind="stable"),
            "shifted": np.argsort(-np.roll(strength, shift, (0, 1)).ravel(), kind="stable"),
            "random": rng.permutation(GRID * GRID),
        }
        for name, order in orders.items():
            steps = deletion_steps(crop, order)
            curves[name].append(in_parts(network, steps, "score")[:, 0])
    found = {name: np.array(curve, np.float64) for name, curve in curves.items()}
    figures: dict[str, Any] = {}
    for measure, part in (("whole_deletion", slice(None)), ("first_eighth", slice(1, 2))):
        means = {name: curve[:, part].mean(axis=1) for name, curve in found.items()}
        for name, values in means.items():
            figures[f"{measure}_by_{name}"] = round(float(values.mean()), 4)
        for name in ("shifted", "random"):
            gain = means[name] - means["map"]
            figures[f"{measure}_gain_over_{name}"] = round(float(gain.mean()), 4)
            bounds = [round(bound, 4) for bound in bootstrap_mean(gain)]
            figures[f"{measure}_gain_over_{name}_ci95"] = bounds
    return figures


def deletion_steps(crop: Floats, order: NDArray[np.int64]) -> Floats:
    """Blur the cells of a `GRID` x `GRID` grid one after the other.

    Args:
        crop: float32 (H, W, 3).
        order: int64 (GRID * GRID,), cells in the order in which they go, row by row.

    Returns:
        float32 (STEPS + 1, H, W, 3): nothing blurred first, everything last.
    """
    height, width = crop.shape[:2]
    blurred = np.asarray(cv2.GaussianBlur(crop, (0, 0), width / 12), np.float32)
    rank = np.empty(order.size, np.float32)
    rank[order] = np.arange(order.size)
    cells = cv2.resize(rank.reshape(GRID, GRID), (width, height), interpolation=cv2.INTER_NEAREST)[
        ..., None
    ]
    shares = np.linspace(0, order.size, STEPS + 1)
    return np.stack([np.where(cells < share, blurred, crop) for share in shares])
