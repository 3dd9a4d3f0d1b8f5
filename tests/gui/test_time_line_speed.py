# SPDX-License-Identifier: Apache-2.0
"""Two hours of scores scroll smoothly; the figures are printed by `benchmarks/time_line.py`."""

from __future__ import annotations

import statistics
import time

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.models.score_series import Curve, CurveKey
from gui.views.lanes import Lane
from gui.views.score_plot import ScorePlot

pytestmark = pytest.mark.alone

DURATION_S, N_SCORES, FPS = 7200.0, 200_000, 30


def test_two_hours_of_scores_scroll_at_30_frames_a_second(qtbot: QtBot) -> None:
    """By the thread's own time: what else the machine does is not the plot's fault."""
    curve = Curve()
    values = np.random.default_rng(7).uniform(0, 1, N_SCORES).tolist()
    for time_s, score in zip(np.linspace(0, DURATION_S, N_SCORES).tolist(), values, strict=True):
        curve.append(time_s, score)
    plot = ScorePlot()
    qtbot.addWidget(plot)
    plot.resize(1600, 420)
    plot.set_theme(theme.LIGHT)
    plot.set_duration(DURATION_S)
    key = CurveKey(1, "xception")
    plot.draw(key, curve)
    plot.set_style(key, "#0072b2", 0, is_shown=True, is_faded=False)
    plot.show_lanes((Lane(1, "Person 1", "#0072b2", 0.3, 0.8),), (60.0, 600.0), theme.LIGHT)
    plot.show()
    QCoreApplication.processEvents()
    steps = []
    for start_s in np.linspace(0, DURATION_S - 1800, 40).tolist():
        before = time.thread_time()
        plot.look_at(start_s, start_s + 1800)
        plot.repaint_now()
        steps.append(time.thread_time() - before)
    assert len(plot.curves.drawn[key].getData()[0]) > 1000  # it is drawn, and not left out
    assert statistics.median(steps) < 1 / FPS
