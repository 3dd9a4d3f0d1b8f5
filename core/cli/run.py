# SPDX-License-Identifier: Apache-2.0
"""Analyses files one after the other for the command line."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.cancel import CancelToken
from core.cli.background import in_background
from core.cli.exits import Exit
from core.cli.logged import RunLog
from core.cli.paperwork import Paperwork
from core.cli.progress import ProgressDisplay
from core.dossier import Dossier
from core.errors import AnalysisError
from core.events import AnalysisCompleted, Event, Stage, StageStarted
from core.explaining import explain_key_frames
from core.gathering import gather_for
from core.pipeline import AnalysisTools, analyze
from core.records import AnalysisResult, Outcome
from core.report.case_table import CaseItem, write_case_table
from core.report.catalog import export_reports
from core.report.export import PLAIN, ExportOptions
from core.report.folders import prepare_folder
from core.settings import AnalysisRequest, AnalysisSettings


@dataclass(frozen=True, slots=True)
class FileReport:
    """A finished file and all that was written of it."""

    result: AnalysisResult
    reports: tuple[Path, ...]


class FileRunner:
    """Keeps the networks loaded, and the case log open, from one file to the next."""

    def __init__(
        self,
        settings: AnalysisSettings,
        out: Path,
        formats: Sequence[str],
        *,
        quiet: bool,
        paperwork: Paperwork | None = None,
        log: RunLog | None = None,
        options: ExportOptions = PLAIN,
    ) -> None:
        """Keep what is the same for all files; nothing is loaded or written yet."""
        self._settings = settings
        self._out = out
        self._formats = tuple(formats)
        self._quiet = quiet
        self._paperwork = paperwork or Paperwork()
        self._log = log or RunLog(None)
        self._options = options
        self._tools: AnalysisTools | None = None
        self._items: list[CaseItem] = []

    def run(self, path: Path) -> FileReport:
        """Analyse one file and write its reports.

        Raises:
            AnalysisError: Nothing can be analysed, or a report cannot be written.
            KeyboardInterrupt: Ctrl-C; no report of this file was written.
        """
        item = self._log.item(path, self._settings)
        try:
            result = self._analyze(path)
            dossier = replace(self._paperwork.dossier(result), log_head=self._log.head)
            written = export_reports(
                self._with_pictures(dossier, path),
                self._out,
                self._formats,
                evidence=path,
                options=self._options,
            )
        except KeyboardInterrupt:
            self._log.cancelled(item)
            raise
        except AnalysisError as error:
            self._log.failed(item, error)
            raise
        self._log.exported(item, written)
        self._items.append(CaseItem(result, written))
        return FileReport(result, tuple(one.path for one in written))

    def summarize(self) -> tuple[Path, ...]:
        """Write one table of all files that were run.

        Raises:
            ReportError: It cannot be written.
        """
        written = write_case_table(
            self._items, self._out, log_head=self._log.head, options=self._options
        )
        self._log.exported(None, written)
        return tuple(one.path for one in written)

    def _with_pictures(self, dossier: Dossier, path: Path) -> Dossier:
        """Gather pictures and explain them, where a format shows them."""
        gathered = gather_for(dossier, path, self._formats, self._settings.limits)
        detectors = self._tools.detectors if self._tools is not None else None
        return explain_key_frames(gathered, detectors)

    def _analyze(self, path: Path) -> AnalysisResult:
        request = AnalysisRequest(path, self._settings)
        result: AnalysisResult | None = None
        with ProgressDisplay(path.name, quiet=self._quiet) as display:
            for event in in_background(lambda cancel: self._events(request, cancel), CancelToken()):
                display.show(event)
                self._log.take(event)
                if isinstance(event, AnalysisCompleted):
                    result = event.result
        if result is None:
            raise KeyboardInterrupt
        return result

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
