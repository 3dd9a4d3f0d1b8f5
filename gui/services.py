# SPDX-License-Identifier: Apache-2.0
"""What the window needs of the core and of the desktop, so that tests can give other answers."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import platformdirs

from core.batch.control import BatchControl
from core.batch.local import local_runner
from core.batch.options import BatchOptions
from core.batch.records import BatchEvent
from core.batch.run import run_batch
from core.cancel import CancelToken
from core.cards import WeightsCard
from core.demo import DemoClip, make_demo_clip
from core.detectors.catalog import find_detectors
from core.explaining import FaceExplainer
from core.installed import check_weights, engine_places, measure_speed, runtime_providers
from core.media.isolation import open_media
from core.pipeline import AnalysisTools, analyze
from core.report.catalog import REPORT_FORMATS
from core.report.folders import prepare_folder
from core.settings import AnalysisSettings, MediaLimits
from gui import reporting
from gui.controllers.checks import Checks, Places
from gui.controllers.export import MakePreviews, SavePreviews, Write
from gui.lifecycle.crash import log_folder
from gui.workers.batch import RunBatch
from gui.workers.demo import MakeClip
from gui.workers.detection import Analyze, LoadTools
from gui.workers.faces import MakeExplainer
from gui.workers.frames import OpenSession, Session


class ReportChoice(Protocol):
    """The part of `core.report.catalog.ReportFormat` that a menu needs."""

    @property
    def id(self) -> str:
        """Stable name."""
        ...

    @property
    def label(self) -> str:
        """What the menu shows."""
        ...


def usual_demo_folder() -> Path:
    """Give the folder of the demo clip among the program's own data."""
    return platformdirs.user_data_path("facewitness", appauthor=False) / "demo"


def make_demo(folder: Path, cancel: CancelToken) -> DemoClip:
    """Make the demo clip in a folder, under a name that is free there.

    Raises:
        ReportError: It cannot be written.
        CancelledError: `cancel` was set.
    """
    prepare_folder(folder)
    names = itertools.chain(("demo.mp4",), (f"demo-{number}.mp4" for number in itertools.count(2)))
    path = next(folder / name for name in names if not (folder / name).exists())
    return make_demo_clip(path, cancel=cancel)


def core_checks() -> Checks:
    """Give the core's means to look at this machine."""
    return Checks(
        places=lambda: Places(engine_places(), runtime_providers()),
        measure=measure_speed,
        weights=check_weights,
    )


def installed_cards() -> tuple[WeightsCard, ...]:
    """Read the cards of the installed detectors.

    Raises:
        DetectorError: There are none, or one cannot be used.
    """
    return tuple(folder.card for folder in find_detectors().values())


@dataclass(frozen=True, slots=True)
class Services:
    """The core as the window sees it.

    Attributes:
        analyze, load_tools: The analysis and what it keeps loaded.
        open_session: Opens a file for the viewer.
        write_reports, make_previews, save_previews: Write reports; make PDFs to look at first;
            write those as they were seen.
        report_formats: In the order of the menu.
        settings: How files are analysed.
        make_explainer: Makes what shows single faces as a network read them.
        make_demo: Makes the demo clip in a folder.
        demo_folder: Where it goes when nobody says.
        run_batch: Runs a folder.
        checks: Looks at this machine.
        list_cards: The cards of the installed detectors.
        log_folder: Where logs go.
    """

    analyze: Analyze
    load_tools: LoadTools
    open_session: OpenSession
    write_reports: Write
    report_formats: tuple[ReportChoice, ...]
    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    make_explainer: MakeExplainer = FaceExplainer
    make_demo: MakeClip = make_demo
    demo_folder: Callable[[], Path] = usual_demo_folder
    run_batch: RunBatch = field(default_factory=lambda: run_batch_here)
    make_previews: MakePreviews = reporting.make_previews
    save_previews: SavePreviews = reporting.save_previews
    checks: Checks = field(default_factory=core_checks)
    list_cards: Callable[[], tuple[WeightsCard, ...]] = installed_cards
    log_folder: Path = field(default_factory=log_folder)


def run_batch_here(
    options: BatchOptions, cancel: CancelToken, control: BatchControl
) -> Iterator[BatchEvent]:
    """Run a folder by worker processes of this machine, as the command line does."""
    runner, options = local_runner(None, None, options)
    return run_batch(options, runner, cancel, control)


def core_services() -> Services:
    """Give the real core."""
    limits = MediaLimits()

    def open_session(path: Path, cancel: CancelToken) -> Session:
        return open_media(path, limits, cancel)

    return Services(
        analyze=analyze,
        load_tools=AnalysisTools.load,
        open_session=open_session,
        write_reports=reporting.write_reports,
        report_formats=REPORT_FORMATS,
    )
