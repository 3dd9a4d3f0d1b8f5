# SPDX-License-Identifier: Apache-2.0
"""Frames a second at which the time line of a two-hour video scrolls: 200,000 scores drawn anew.

Needs no screen. A video of two hours is made up, with 200,000 frame scores and the window scores
that go with them, for one person, shared among four, and
shared among two thousand tracks, as many shots have them. The time line is then moved from its
beginning to its end, first with ten minutes in view, then with an hour, and the whole file is
redrawn. Each step is painted before the next. Printed are the median and the slowest step, by the
clock and by the processor time of the window's thread, which tells more on a busy machine.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from core.records import FaceObservation, WindowScore
from gui import theme
from gui.app import make_application
from gui.models.score_series import ScoreSeries
from gui.views.lanes import Lane
from gui.views.score_plot import ScorePlot

DURATION_S = 7200.0
N_SCORES = 200_000
BAR_FPS = 30


def made_up_series(n_persons: int) -> ScoreSeries:
    """Make up the scores of a two-hour video, N_SCORES of frames in all."""
    series = ScoreSeries(max_step_s=1.0)
    random = np.random.default_rng(7)
    count = N_SCORES // n_persons
    times = np.linspace(0, DURATION_S, count)
    for person in range(1, n_persons + 1):
        wave = 0.25 + 0.15 * np.sin(times / 90 + person) + random.normal(0, 0.06, count)
        scores = np.clip(wave, 0, 1)
        scores[count // 2] = 0.99
        for index, (time_s, score) in enumerate(zip(times, scores, strict=True)):
            series.add((_seen(person, index, float(time_s), float(score)),), ())
        for start in range(0, max(count - 20, 1), 10):
            mean = float(scores[start : start + 20].mean())
            window = WindowScore(
                person,
                "xception_gru",
                start,
                start + 19,
                float(times[start]),
                float(times[min(start + 19, count - 1)]),
                20,
                mean,
            )
            series.add((), (window,))
    return series


def _seen(person: int, index: int, time_s: float, score: float) -> FaceObservation:
    box = (0.0, 0.0, 9.0, 9.0)
    return FaceObservation(person, index, time_s, box, 0.9, 50.0, None, {"xception": score})


def make_plot(series: ScoreSeries, n_persons: int, size: tuple[int, int]) -> ScorePlot:
    """Show the scores in a plot of its own."""
    plot = ScorePlot()
    plot.resize(*size)
    plot.set_theme(theme.LIGHT)
    plot.set_duration(DURATION_S)
    for key, curve in series.curves.items():
        plot.draw(key, curve)
        place = 0 if key.detector_id == "xception" else 1
        color = theme.LIGHT.person(key.track_id)
        plot.set_style(key, color, place, is_shown=True, is_faded=False)
    lanes = tuple(
        Lane(person, f"Person {person}", theme.LIGHT.person(person), 0.31, 0.78, ((600.0, 900.0),))
        for person in range(1, n_persons + 1)
    )
    plot.show_lanes(lanes, tuple(np.arange(60.0, DURATION_S, 60.0)), theme.LIGHT)
    plot.show()
    QApplication.processEvents()
    return plot


def scrolled(plot: ScorePlot, in_view_s: float, steps: int) -> Iterator[tuple[float, float]]:
    """Move from the beginning to the end.

    Yields:
        Seconds by the clock and by the thread's processor time for each step, painting included.
    """
    for start_s in np.linspace(0, DURATION_S - in_view_s, steps):
        clock, used = time.perf_counter(), time.thread_time()
        plot.look_at(float(start_s), float(start_s) + in_view_s)
        plot.repaint_now()
        yield time.perf_counter() - clock, time.thread_time() - used


def main() -> None:
    """Time the time line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=150)
    parser.add_argument("--size", type=int, nargs=2, default=(1600, 420))
    options = parser.parse_args()
    make_application(["benchmark"])
    print(f"{N_SCORES:,} frame scores in {DURATION_S / 3600:g} h, plot of {options.size} pixels")
    for n_persons in (1, 4, 2000):
        plot = make_plot(made_up_series(n_persons), n_persons, tuple(options.size))
        for in_view_s in (600.0, 3600.0, DURATION_S):
            times = list(scrolled(plot, in_view_s, options.steps))
            clocks, used = ([one[which] * 1000 for one in times] for which in (0, 1))
            median = statistics.median(used)
            print(
                f"{n_persons} person(s), {in_view_s / 60:3.0f} min in view: median "
                f"{statistics.median(clocks):5.1f} ms by the clock, {median:5.1f} ms of the "
                f"thread = {1000 / median:3.0f} frames a second; slowest {max(used):5.1f} ms"
                f" of the thread; bar {BAR_FPS} frames a second"
            )
        plot.close()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
