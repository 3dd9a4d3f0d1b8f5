# SPDX-License-Identifier: Apache-2.0
"""Analyses files one after the other for the command line."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.cancel import CancelToken
from core.cli.background import in_background
from core.cli.exits import Exit
from core.cli.paperwork import Paperwork
from core.cli.progress import ProgressDisplay
from core.events import AnalysisCompleted, Event, Stage, StageStarted
from core.gathering import gather_for
from core.pipeline import AnalysisTools, analyze
from core.records import AnalysisResult, Outcome
from core.report.catalog import prepare_folder, write_reports
from core.settings import AnalysisRequest, AnalysisSettings


@dataclass(frozen=True, slots=True)
class FileReport:
    """A finished file and the reports that were written."""

    result: AnalysisResult
    reports: tuple[Path, ...]


class FileRunner:
    """Keeps the networks loaded from one file to the next."""

    def __init__(
        self,
        settings: AnalysisSettings,
        out: Path,
        formats: Sequence[str],
        *,
        quiet: bool,
        paperwork: Paperwork | None = None,
    ) -> None:
        """Keep what is the same for all files; nothing is loaded yet."""
        self._settings = settings
        self._out = out
        self._formats = tuple(formats)
        self._quiet = quiet
        self._paperwork = paperwork or Paperwork()
        self._tools: AnalysisTools | None = None

    def run(self, path: Path) -> FileReport:
        """Analyse one file and write its reports.

        Raises:
            AnalysisError: Nothing can be analysed, or a report cannot be written.
            KeyboardInterrupt: Ctrl-C; no report of this file was written.
        """
        request = AnalysisRequest(path, self._settings)
        result: AnalysisResult | None = None
        with ProgressDisplay(path.name, quiet=self._quiet) as display:
            for event in in_background(lambda cancel: self._events(request, cancel), CancelToken()):
                display.show(event)
                if isinstance(event, AnalysisCompleted):
                    result = event.result
        if result is None:
            raise KeyboardInterrupt
        dossier = self._paperwork.dossier(result)
        dossier = gather_for(dossier, path, self._formats, self._settings.limits)
        written = write_reports(dossier, self._out, self._formats, evidence=path)
        return FileReport(result, written)

    def _events(
        self, request: AnalysisRequest, cancel: CancelToken
    ) -> Generator[Event, None, None]:
        if self._tools is None:
            yield StageStarted(Stage.LOADING_DETECTORS)
            self._tools = AnalysisTools.load(self._settings)
            prepare_folder(self._out)
        yield from analyze(request, cancel, tools=self._tools)


def exit_of(results: Sequence[AnalysisResult]) -> Exit:
    """Give the exit code of a run: any outcome is fine but one that could not be evaluated."""
    failed = any(result.outcome is Outcome.COULD_NOT_EVALUATE for result in results)
    return Exit.NOT_EVALUATED if failed else Exit.DONE
