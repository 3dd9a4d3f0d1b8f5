# SPDX-License-Identifier: Apache-2.0
"""What the window needs of the core and of the desktop, so that tests can give other answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from core.cancel import CancelToken
from core.cards import WeightsCard
from core.detectors.catalog import find_detectors
from core.installed import check_weights, engine_places, measure_speed, runtime_providers
from core.media.isolation import open_media
from core.pipeline import AnalysisTools, analyze
from core.report.catalog import REPORT_FORMATS
from core.settings import AnalysisSettings, MediaLimits
from gui import reporting
from gui.controllers.checks import Checks, Places
from gui.controllers.export import MakePreviews, SavePreviews, Write
from gui.crash import log_folder
from gui.workers.detection import Analyze, LoadTools
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
    make_previews: MakePreviews = reporting.make_previews
    save_previews: SavePreviews = reporting.save_previews
    checks: Checks = field(default_factory=core_checks)
    list_cards: Callable[[], tuple[WeightsCard, ...]] = installed_cards
    log_folder: Path = field(default_factory=log_folder)


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
