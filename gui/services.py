# SPDX-License-Identifier: Apache-2.0
"""What the window needs of the core and of the desktop, so that tests can give other answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from core.batch.control import BatchControl
from core.batch.local import local_runner
from core.batch.options import BatchOptions
from core.batch.records import BatchEvent
from core.batch.run import run_batch
from core.cancel import CancelToken
from core.dossier import Dossier
from core.explaining import explain_key_frames
from core.gathering import gather_for
from core.media.isolation import open_media
from core.pipeline import AnalysisTools, analyze
from core.report.catalog import REPORT_FORMATS, write_reports
from core.settings import AnalysisSettings, MediaLimits
from gui.workers.batch import RunBatch
from gui.workers.detection import Analyze, LoadTools
from gui.workers.export import ExportJob
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


@dataclass(frozen=True, slots=True)
class Services:
    """The core as the window sees it.

    Attributes:
        analyze, load_tools: The analysis and what it keeps loaded.
        open_session: Opens a file for the viewer.
        write_reports: Writes one export.
        report_formats: In the order of the menu.
        settings: How files are analysed.
        run_batch: Runs a folder.
    """

    analyze: Analyze
    load_tools: LoadTools
    open_session: OpenSession
    write_reports: Callable[[ExportJob], Sequence[Path]]
    report_formats: tuple[ReportChoice, ...]
    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    run_batch: RunBatch = field(default_factory=lambda: run_batch_here)


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

    def write(job: ExportJob) -> Sequence[Path]:
        dossier = gather_for(Dossier(job.result), job.evidence, job.formats, limits)
        # The loaded detectors belong to another thread; those that are needed are loaded anew.
        dossier = explain_key_frames(dossier)
        return write_reports(dossier, job.folder, job.formats, evidence=job.evidence)

    return Services(
        analyze=analyze,
        load_tools=AnalysisTools.load,
        open_session=open_session,
        write_reports=write,
        report_formats=REPORT_FORMATS,
    )
