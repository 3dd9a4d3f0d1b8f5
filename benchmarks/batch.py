# SPDX-License-Identifier: Apache-2.0
"""Throughput of a batch: against the sum of single analyses, and two workers against one.

Prints start-up and working time of each, and the ratios; all in one run, since machines differ.
The single analyses run first and last, so that a change of the machine's load shows; processor
time hardly depends on it.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
from PIL import Image

from core.batch.cluster import ClusterRunner
from core.batch.discovery import Scope
from core.batch.local import LocalProcesses
from core.batch.options import BatchOptions
from core.batch.records import BatchFinished, ItemFinished, WorkStarted
from core.batch.run import run_batch
from core.cancel import CancelToken
from core.demo import make_demo_clip
from core.dossier import Dossier
from core.engines.base import usable_cores
from core.events import AnalysisCompleted
from core.pipeline import AnalysisTools, analyze
from core.report.catalog import REPORT_FORMATS, write_reports
from core.settings import AnalysisRequest, AnalysisSettings

SETTINGS = AnalysisSettings()


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds before the first file, seconds for all files, files and frames."""

    startup_s: float
    work_s: float
    files: int
    frames: int
    processor_s: float

    def line(self, name: str) -> str:
        """One line for people."""
        return (
            f"{name:24} start-up {self.startup_s:5.1f} s   work {self.work_s:6.1f} s   "
            f"{self.files / self.work_s:5.2f} files/s   {self.frames / self.work_s:5.1f} frames/s"
            f"   processor {self.processor_s:6.1f} s"
        )


def processor_s() -> float:
    """Processor time of this process, its workers, and the decoders that they waited for."""
    family = [psutil.Process(), *psutil.Process().children(recursive=True)]
    total = 0.0
    for process in family:
        try:
            spent = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += spent.user + spent.system + spent.children_user + spent.children_system
    return total


def make_evidence(folder: Path, clips: int, images: int) -> None:
    """Make clips with one face, each of another length, and pictures from them and of noise."""
    folder.mkdir()
    for number in range(clips):
        seconds = 2 + number * 0.2
        make_demo_clip(folder / f"clip{number}.mp4", seconds=seconds, fps=25, size=(640, 360))
    for number in range(images):
        pixels = np.random.default_rng(number).integers(0, 255, (360, 480, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"picture{number}.png")


def single(folder: Path, out: Path, formats: tuple[str, ...]) -> Measured:
    """Analyse the files one after the other, without a batch."""
    started = time.perf_counter()
    tools = AnalysisTools.load(SETTINGS)
    startup_s = time.perf_counter() - started
    spent = processor_s()
    started = time.perf_counter()
    frames = files = 0
    for path in sorted(folder.iterdir()):
        for event in analyze(AnalysisRequest(path, SETTINGS), CancelToken(), tools=tools):
            if isinstance(event, AnalysisCompleted):
                write_reports(Dossier(event.result), out, formats, evidence=path)
                frames += event.result.coverage.frames_sampled
                files += 1
    work_s = time.perf_counter() - started
    return Measured(startup_s, work_s, files, frames, processor_s() - spent)


def batch(folder: Path, out: Path, formats: tuple[str, ...], workers: int) -> Measured:
    """Run a batch on worker processes."""
    runner = ClusterRunner(LocalProcesses(workers))
    threads = max(1, usable_cores() // workers)
    options = BatchOptions(folder, out, SETTINGS, formats, Scope(), threads=threads)
    began = started = time.perf_counter()
    frames = files = 0
    work_s = spent = 0.0
    for event in run_batch(options, runner, CancelToken()):
        if isinstance(event, WorkStarted):
            started, spent = time.perf_counter(), processor_s()
        elif isinstance(event, ItemFinished):
            files += 1
            frames += event.item.frames_examined
        elif isinstance(event, BatchFinished):
            work_s, spent = time.perf_counter() - started, processor_s() - spent
    return Measured(started - began, work_s, files, frames, spent)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=6)
    parser.add_argument("--images", type=int, default=12)
    parser.add_argument("--format", default=",".join(one.id for one in REPORT_FORMATS))
    options = parser.parse_args()
    formats = tuple(options.format.split(","))
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        make_evidence(root / "in", options.clips, options.images)
        before = single(root / "in", root / "single1", formats)
        one = batch(root / "in", root / "one", formats, 1)
        two = batch(root / "in", root / "two", formats, 2)
        after = single(root / "in", root / "single2", formats)
    print(f"{usable_cores()} usable cores, {options.clips} clips, {options.images} pictures")
    for title, measured in (
        ("single analyses, before", before),
        ("batch, 1 worker", one),
        ("batch, 2 workers", two),
        ("single analyses, after", after),
    ):
        print(measured.line(title))
    mean_s = (before.work_s + after.work_s) / 2
    print(f"1 worker against the sum of single analyses: {one.work_s / mean_s:.3f} of the time")
    mean_processor_s = (before.processor_s + after.processor_s) / 2
    print(f"the same in processor time: {one.processor_s / mean_processor_s:.3f}")
    print(f"2 workers against 1: {one.work_s / two.work_s:.2f} times as fast")
    print(f"single analyses, after against before: {after.work_s / before.work_s:.2f}")


if __name__ == "__main__":
    main()
