# SPDX-License-Identifier: Apache-2.0
"""What stands at the right end of the status bar: reports being written, and problems."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from core.text import printable
from gui import theme
from gui.icons import icon
from gui.models.problems import ProblemTable
from gui.states import ReportProgress


class TaskStrip(QWidget):
    """How far the reports are, with a button that stops them; hidden while there are none.

    Signals:
        stop_wanted: The button was pressed.
    """

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("Progress of the reports"))
        self.button = QToolButton(self)
        self.button.setText(self.tr("Stop"))
        self.button.setAccessibleName(self.tr("Stop writing reports"))
        self.button.setToolTip(self.tr("What is written already stays"))
        self.button.clicked.connect(self.stop_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        for widget in (self.words, self.progress, self.button):
            layout.addWidget(widget)
        self.hide()

    def show_progress(self, progress: ReportProgress | None) -> None:
        """Say how far it is; None hides it."""
        self.setVisible(progress is not None)
        if progress is None:
            return
        name = printable(progress.name)
        if progress.total > 1:
            text = self.tr("Report {0} of {1}: {2}")
            self.words.setText(text.format(progress.done + 1, progress.total, name))
            self.progress.setRange(0, progress.total)
            self.progress.setValue(progress.done)
        else:
            self.words.setText(self.tr("Making the report…"))
            self.progress.setRange(0, 0)


class ProblemsButton(QToolButton):
    """Says how many problems there are and shows them."""

    def __init__(self, problems: ProblemTable, parent: QWidget | None = None) -> None:
        """Follow the list."""
        super().__init__(parent)
        self._problems = problems
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("Show the problems, or hide them"))
        problems.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count."""
        count = len(self._problems.rows)
        words = self.tr("1 problem") if count == 1 else self.tr("{0} problems").format(count)
        self.setText(words if count else self.tr("No problems"))
        self.setAccessibleName(self.text())
        colors = theme.of(self.palette())
        name, color = ("could_not_evaluate", colors.could_not) if count else ("info", colors.muted)
        self.setIcon(icon(name, color))

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_problems"):
            self.refresh()
