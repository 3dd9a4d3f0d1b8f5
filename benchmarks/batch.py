# SPDX-License-Identifier: Apache-2.0
"""Throughput of a batch: against the sum of single analyses, and two workers against one.

Prints start-up and working time of each, and the ratios of their medians; all in one run, since
machines differ. They take turns, there and back in each round, so that a machine that becomes
faster or slower favours none; the spread of each shows how far it did. Start-up lasts until the
first file is done, in each: a process reads libraries, fonts and networks when it first needs them,
so that its first file is no measure.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
import psutil
from PIL import Image

from core.batch.cluster import ClusterRunner
from core.batch.discovery import Scope
from core.batch.local import LocalProcesses
from core.batch.options import BatchOptions
from core.batch.records import BatchFinished, ItemFinished
from core.batch.run import run_batch
from core.cancel import CancelToken
from core.demo import make_demo_clip
from core.dossier import Dossier
from core.engines.base import usable_cores
from core.events import AnalysisCompleted
from core.explaining import explain_key_frames
from core.gathering import gather_for
from core.pipeline import AnalysisTools, analyze
from core.report.catalog import REPORT_FORMATS, write_reports
from core.settings import AnalysisRequest, AnalysisSettings

SETTINGS = AnalysisSettings()
SINGLE, ONE, TWO = "single analyses", "batch, 1 worker", "batch, 2 workers"


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds until the first file was done, and for the others; their number and frames."""

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


class Watch:
    """Takes the time from the end of the first file to the end of everything."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._first = self._spent = 0.0
        self._files = self._frames = 0

    def count(self, frames: int) -> None:
        """A file is done."""
        if not self._first:
            self._first, self._spent = time.perf_counter(), processor_s()
        else:
            self._files += 1
            self._frames += frames

    def stop(self) -> Measured:
        """Everything is done."""
        return Measured(
            self._first - self._began,
            time.perf_counter() - self._first,
            self._files,
            self._frames,
            processor_s() - self._spent,
        )


def single(folder: Path, out: Path, formats: tuple[str, ...]) -> Measured:
    """Analyse the files one after the other, without a batch; the reports are the same."""
    watch = Watch()
    tools = AnalysisTools.load(SETTINGS)
    for path in sorted(folder.iterdir()):
        for event in analyze(AnalysisRequest(path, SETTINGS), CancelToken(), tools=tools):
            if isinstance(event, AnalysisCompleted):
                dossier = gather_for(Dossier(event.result), path, formats, SETTINGS.limits)
                dossier = explain_key_frames(dossier, tools.detectors)
                write_reports(dossier, out, formats, evidence=path)
                watch.count(event.result.coverage.frames_sampled)
    return watch.stop()


def batch(folder: Path, out: Path, formats: tuple[str, ...], workers: int) -> Measured:
    """Run a batch on worker processes."""
    watch = Watch()
    runner = ClusterRunner(LocalProcesses(workers))
    threads = max(1, usable_cores() // workers)
    options = BatchOptions(folder, out, SETTINGS, formats, Scope(), threads=threads)
    measured = None
    for event in run_batch(options, runner, CancelToken()):
        if isinstance(event, ItemFinished):
            watch.count(event.item.frames_examined)
        elif isinstance(event, BatchFinished):
            measured = watch.stop()  # while the workers are there: their time counts
    if measured is None:
        raise RuntimeError("the batch did not finish")
    return measured


def measured_in_turns(
    folder: Path, out: Path, formats: tuple[str, ...], rounds: int
) -> dict[str, list[Measured]]:
    """Run each way of working twice a round, there and back; one list for each."""
    ways: dict[str, Callable[[Path], Measured]] = {
        SINGLE: lambda place: single(folder, place, formats),
        ONE: lambda place: batch(folder, place, formats, 1),
        TWO: lambda place: batch(folder, place, formats, 2),
    }
    found: dict[str, list[Measured]] = {name: [] for name in ways}
    for number in range(rounds):
        for turn, name in enumerate([*ways, *reversed(ways)]):
            place = out / f"round{number}-turn{turn}"
            found[name].append(ways[name](place))
            shutil.rmtree(place)
            print(found[name][-1].line(name), flush=True)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=6)
    parser.add_argument("--images", type=int, default=18)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--format", default=",".join(one.id for one in REPORT_FORMATS))
    options = parser.parse_args()
    formats = tuple(options.format.split(","))
    print(f"{usable_cores()} usable cores, {options.clips} clips, {options.images} pictures")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        make_evidence(root / "in", options.clips, options.images)
        found = measured_in_turns(root / "in", root, formats, options.rounds)
    work_s = {name: [one.work_s for one in runs] for name, runs in found.items()}
    spent_s = {name: [one.processor_s for one in runs] for name, runs in found.items()}
    middle = {name: median(times) for name, times in work_s.items()}
    print(f"1 worker against the sum of single analyses: {middle[ONE] / middle[SINGLE]:.3f}")
    print(f"the same, fastest runs: {min(work_s[ONE]) / min(work_s[SINGLE]):.3f}")
    print(f"the same, processor time: {median(spent_s[ONE]) / median(spent_s[SINGLE]):.3f}")
    print(f"2 workers against 1: {middle[ONE] / middle[TWO]:.2f} times as fast")
    for name, times in work_s.items():
        print(f"slowest against fastest run, {name}: {max(times) / min(times):.2f}")


if __name__ == "__main__":
    main()
