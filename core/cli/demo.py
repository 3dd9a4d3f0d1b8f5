# SPDX-License-Identifier: Apache-2.0
"""The demonstration: a sample clip whose manipulated span is known, through the whole analysis."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.cli.run import FileRunner
from core.cli.summary import mean_inside_and_outside, span, summary_lines
from core.demo import make_demo_clip
from core.records import AnalysisResult
from core.report.folders import prepare_folder
from core.text import printable

EVIDENCE_FOLDER, REPORT_FOLDER = "evidence", "report"


def run_demo(
    out: Path, make_runner: Callable[[Path], FileRunner], say: Callable[[str], None]
) -> AnalysisResult:
    """Make the clip in `out/evidence`, analyse it, write the reports into `out/report`.

    Two folders side by side, since nothing is ever written beside evidence.

    Args:
        out: Folder for clip and reports; made if it is not there.
        make_runner: Gives the runner for a report folder.
        say: Takes a line for stdout: what is known of the clip, what the detectors say of it.

    Returns:
        The analysis, which may have come to nothing.
    """
    prepare_folder(out / EVIDENCE_FOLDER)
    clip = make_demo_clip(out / EVIDENCE_FOLDER / "demo.mp4")
    known = span(clip.manipulated_start_s, clip.manipulated_end_s)
    say(f"Made {printable(str(clip.path))}: {clip.how}")
    say(f"Manipulated span, known because we made it: {known}")
    done = make_runner(out / REPORT_FOLDER).run(clip.path)
    for line in summary_lines(done.result):
        say(line)
    scored = [face for track in done.result.tracks for face in track.observations]
    for run in done.result.run.detectors:
        inside, outside = mean_inside_and_outside(
            scored, run.detector_id, clip.manipulated_start_s, clip.manipulated_end_s
        )
        if inside is not None and outside is not None:
            say(
                f"  {run.detector_id}: mean frame score {inside:.3f} inside the manipulated span, "
                f"{outside:.3f} outside"
            )
    for report in done.reports:
        say(f"  written: {printable(str(report))}")
    return done.result
