# SPDX-License-Identifier: Apache-2.0
"""Saves the time line as a picture where the person says, never beside the evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from core.errors import AnalysisError
from core.text import printable
from gui import theme
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.models.session import Session
from gui.views.plot_picture import (
    MAX_COLUMNS,
    DrawnCurve,
    PlotDrawing,
    cut_to,
    draw_image,
    draw_svg,
)
from gui.views.scores_panel import ScoresPanel
from gui.words.messages import Message, error_message
from gui.workers.base import WorkerThread
from gui.workers.plots import PlotJob, PlotWorker

# More would make a picture that nobody prints.
MOST_LANES = 24
# Kind ("png" or "svg") and a name to begin with; gives the file to write, or None.
AskFile = Callable[[str, str], Path | None]


class PlotController(QObject):
    """Asks for a file, paints the plot, and has it written.

    Signals:
        told: A Message and whether it is a good one.

    Attributes:
        thread_of_worker: The plot worker's.
    """

    told = Signal(object, bool)

    def __init__(
        self,
        session: Session,
        intents: Intents,
        panel: ScoresPanel,
        ask_file: AskFile,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker and listen to the intent."""
        super().__init__(parent)
        self._session = session
        self._panel = panel
        self._ask_file = ask_file
        self._next_id = 1
        self._worker = PlotWorker()
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the plot"), self)
        intents.plot_export_requested.connect(self.export)

    @Slot(str)
    def export(self, kind: str) -> None:
        """Save the plot as it is shown.

        Args:
            kind: "png" or "svg".
        """
        item = self._session.current
        if item is None or item.is_image or not item.series.curves:
            return
        path = self._ask_file(kind, f"{Path(item.name).stem}-scores.{kind}")
        if path is None:
            return
        if path.suffix.lower() != f".{kind}":
            path = path.with_name(f"{path.name}.{kind}")
        drawing = self.drawing()
        content = draw_image(drawing) if kind == "png" else draw_svg(drawing)
        self._worker.submitted.emit(PlotJob(self._next_id, path, item.path, content))
        self._next_id += 1

    def drawing(self) -> PlotDrawing:
        """Gather what is shown: the part of the file that is seen, all persons, on white paper."""
        item = self._session.current
        if item is None:
            return PlotDrawing("", (), (), (0.0, 1.0), (), ())
        header, (start_s, end_s) = self._panel.header, self._panel.plot.seen
        curves = []
        for key, curve in item.series.curves.items():
            if header.shows(key.detector_id):
                times, scores = curve.between(start_s, end_s, MAX_COLUMNS)
                part = cut_to(times, scores, start_s, end_s)
                color = theme.LIGHT.person(key.track_id)
                style = header.style_of(key.detector_id)
                is_score = np.isin(part[0], times)
                curves.append(DrawnCurve(key.track_id, color, style, *part, is_score))
        lanes, lines = self._panel.lanes(item, theme.LIGHT), self._lines(item)
        if len(lanes) > MOST_LANES:
            seen = self._panel.plot.seen_lanes
            text = self.tr("Only the persons in view are drawn: {0} of {1}.")
            lines = (*lines, text.format(len(seen), len(lanes)))
            lanes = lanes[seen.start : seen.stop]
        return PlotDrawing(
            title=item.name,
            lines=lines,
            detectors=tuple(
                (printable(run.title), header.style_of(run.detector_id))
                for run in item.detectors
                if header.shows(run.detector_id)
            ),
            span=(start_s, end_s),
            lanes=lanes,
            curves=tuple(curves),
            shots=item.result.shots if item.result else item.shots,
            bookmarks=tuple(
                (one.time_s, printable(one.label)) for one in item.annotations.bookmarks
            ),
        )

    def _lines(self, item: EvidenceItem) -> tuple[str, ...]:
        lines = [
            self.tr(
                "Scores over time, from 0 to 1: higher speaks more for manipulation of the kinds "
                "the detectors were trained on."
            ),
            self.tr("A gap: no usable face. A shaded span with a bar: suspicious."),
        ]
        if item.media is not None:
            lines.append(self.tr("SHA-256 {0}").format(item.media.sha256))
        if item.result is None:
            lines.append(self.tr("The analysis is not complete: only a part of the file."))
        return tuple(lines)

    @Slot(int, object)
    def _on_succeeded(self, _job_id: int, path: Path) -> None:
        self.told.emit(Message(self.tr("Plot saved"), printable(str(path))), True)

    @Slot(int, object)
    def _on_failed(self, _job_id: int, error: AnalysisError) -> None:
        self.told.emit(error_message(error), False)
