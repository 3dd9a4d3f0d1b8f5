# SPDX-License-Identifier: Apache-2.0
"""Pictures of a network's scores for its page: plain numbers drawn, never a face."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import roc_curve

from core.records import Calibration
from training.measuring.calibrate import logit
from training.measuring.scoring import ScoreTable

# Told apart without color vision, and by their dashes in gray print.
_REAL, _FAKE = "#0072B2", "#D55E00"
_DPI = 90

Panel = Callable[[Axes], None]


def draw_scores(
    table: ScoreTable, calibration: Calibration, thresholds: tuple[float, float], path: Path
) -> None:
    """Draw histogram, ROC, reliability and Tippett plot side by side.

    Args:
        table: Scores that the calibration is shown on.
        calibration: As shipped.
        thresholds: `no_support_threshold` and `support_threshold`.
        path: PNG to write.
    """
    raw = (calibration.slope * logit(table.scores) + calibration.intercept) / math.log(10)
    log10_lr = np.clip(raw, calibration.log10_lr_min, calibration.log10_lr_max)
    panels: Sequence[Panel] = (
        lambda axes: _histogram(axes, table, thresholds),
        lambda axes: _roc(axes, table, thresholds),
        lambda axes: _reliability(axes, table, log10_lr),
        lambda axes: _tippett(axes, table, log10_lr),
    )
    _save(panels, path)


def draw_history(history: Sequence[Mapping[str, float]], path: Path) -> None:
    """Draw loss and validation AUC over the images of a run."""
    _save((lambda axes: _loss(axes, history), lambda axes: _validation(axes, history)), path)


def draw_learning(points: Sequence[Mapping[str, Any]], law: Any, target: float, path: Path) -> None:
    """Draw AUC over the crops seen, with a fitted law drawn out beyond what was measured.

    Args:
        points: `samples`, `auc` and whether the point `fits`, that is, was fitted to.
        law: Gives `auc(samples)`.
        target: AUC to mark.
        path: PNG to write.
    """
    _save((lambda axes: _learning(axes, points, law, target),), path, width=6.0)


def _learning(axes: Axes, points: Sequence[Mapping[str, Any]], law: Any, target: float) -> None:
    seen = [float(point["samples"]) for point in points]
    beyond = np.geomspace(min(seen), 12 * max(seen), 60)
    known = beyond[beyond <= max(seen)]
    axes.plot(known, [law.auc(n) for n in known], color="gray", linewidth=1)
    drawn_out = beyond[beyond >= known[-1]]
    guess = [law.auc(n) for n in drawn_out]
    axes.plot(drawn_out, guess, color="gray", linewidth=1, linestyle=":", label="extrapolated")
    for fits, name, mark in ((True, "measured, fitted to", "o"), (False, "measured", "s")):
        some = [point for point in points if bool(point["fits"]) is fits]
        if some:
            x, y = [p["samples"] for p in some], [p["auc"] for p in some]
            axes.plot(x, y, mark, color=_REAL if fits else _FAKE, label=name)
    axes.axhline(target, color="black", linewidth=0.8, linestyle="--", label=f"target {target}")
    axes.set_xscale("log")
    axes.set(xlabel="crops seen in training", ylabel="validation AUC", title="xception")
    axes.legend(fontsize="small", loc="lower right")


def _save(panels: Sequence[Panel], path: Path, width: float = 3.4) -> None:
    figure = Figure(figsize=(width * len(panels), 3.1), dpi=_DPI, layout="constrained")
    FigureCanvasAgg(figure)
    axes_of = np.atleast_1d(figure.subplots(1, len(panels)))
    for axes, draw in zip(axes_of, panels, strict=True):
        draw(axes)
        axes.grid(visible=True, color="#dddddd", linewidth=0.5)
        axes.set_axisbelow(True)
    # Without a date or a version the same numbers give the same file.
    figure.savefig(path, metadata={"Software": None})


def _histogram(axes: Axes, table: ScoreTable, thresholds: tuple[float, float]) -> None:
    bins = np.linspace(0, 1, 21).tolist()
    for label, name, color, style in ((0, "real", _REAL, "-"), (1, "fake", _FAKE, "--")):
        scores = table.scores[table.labels == label]
        share = np.full(scores.size, 100 / max(1, scores.size))
        title = f"{name} ({scores.size})"
        axes.hist(
            scores, bins, weights=share, histtype="step", color=color, linestyle=style, label=title
        )
    for threshold in thresholds:
        axes.axvline(threshold, color="black", linewidth=0.8, linestyle=":")
    axes.set(xlabel="score", ylabel="% of the class", title="Scores")
    axes.legend(fontsize="small")


def _roc(axes: Axes, table: ScoreTable, thresholds: tuple[float, float]) -> None:
    alarms, hits, _ = roc_curve(table.labels, table.scores)
    axes.plot(100 * alarms, 100 * hits, color="black", linewidth=1.2)
    axes.plot([0, 100], [0, 100], color="gray", linewidth=0.8, linestyle=":")
    for threshold, marker in zip(thresholds, "so", strict=True):
        point = [100 * np.mean(table.scores[table.labels == k] >= threshold) for k in (0, 1)]
        axes.plot(*point, marker, color=_FAKE, label=f"threshold {threshold:.2f}")
    axes.set(xlabel="false alarms, %", ylabel="fakes found, %", title="ROC")
    axes.legend(fontsize="small", loc="lower right")


def _reliability(axes: Axes, table: ScoreTable, log10_lr: np.ndarray) -> None:
    """What the data say against what the ratio says, by isotonic regression (PAV)."""
    order = np.argsort(log10_lr, kind="stable")
    labels = table.labels[order]
    weights = np.where(labels == 1, 1 / max(1, labels.sum()), 1 / max(1, (1 - labels).sum()))
    fit = IsotonicRegression(y_min=1e-3, y_max=1 - 1e-3)
    share = fit.fit_transform(log10_lr[order], labels, sample_weight=weights)
    found = np.log10(share / (1 - share))
    limits = [float(log10_lr.min()) - 0.2, float(log10_lr.max()) + 0.2]
    axes.plot(limits, limits, color="gray", linewidth=0.8, linestyle=":")
    axes.plot(log10_lr[order], np.clip(found, limits[0], limits[1]), color="black", linewidth=1.2)
    axes.set(xlabel="log10 ratio as given", ylabel="log10 ratio found", title="Reliability")


def _tippett(axes: Axes, table: ScoreTable, log10_lr: np.ndarray) -> None:
    for label, name, color, style in ((0, "real", _REAL, "-"), (1, "fake", _FAKE, "--")):
        ratios = np.sort(log10_lr[table.labels == label])
        above = 100 * (1 - np.arange(ratios.size) / max(1, ratios.size))
        axes.step(ratios, above, where="pre", color=color, linestyle=style, label=name)
    axes.axvline(0, color="gray", linewidth=0.8, linestyle=":")
    axes.set(xlabel="log10 ratio", ylabel="% at or above", title="Tippett")
    axes.legend(fontsize="small")


def _loss(axes: Axes, history: Sequence[Mapping[str, float]]) -> None:
    axes.plot([e["step"] for e in history], [e["loss"] for e in history], color=_REAL)
    axes.set(xlabel="step", ylabel="loss", title="Training loss")


def _validation(axes: Axes, history: Sequence[Mapping[str, float]]) -> None:
    taken = [entry for entry in history if "validation_auc" in entry]
    steps, found = [e["step"] for e in taken], [e["validation_auc"] for e in taken]
    axes.plot(steps, found, "o-", color=_FAKE)
    axes.set(xlabel="step", ylabel="AUC", title="Validation, part of the split")
