# SPDX-License-Identifier: Apache-2.0
"""The list of problems: what happened, what to do, and a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QMainWindow,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.models.intents import Intents
from gui.models.problems import ProblemTable
from gui.views.panel_title import PanelTitle
from gui.words.messages import translate


class ProblemsPanel(QWidget):
    """A table and three buttons."""

    def __init__(
        self, problems: ProblemTable, intents: Intents, parent: QWidget | None = None
    ) -> None:
        """Show the problems."""
        super().__init__(parent)
        self._problems = problems
        self.table = QTableView(self)
        self.table.setAccessibleName(self.tr("Problems"))
        self.table.setModel(problems)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 74)
        self.table.setColumnWidth(1, 150)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setToolTip(self.tr("Copy the chosen problems, or all of them"))
        self.copy.clicked.connect(self.copy_text)
        self.log = QPushButton(self.tr("Show the log"), self)
        self.log.clicked.connect(intents.log_requested)
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.clicked.connect(problems.clear)
        self.setFocusProxy(self.table)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.copy, self.log, self.clear):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 2, 6, 6)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        problems.rowsInserted.connect(self._on_rows_inserted)
        problems.changed.connect(self._on_changed)
        self._on_changed()

    def copy_text(self) -> None:
        """Put the chosen problems on the clipboard; all of them where none is chosen."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        chosen = [self._problems.rows[row] for row in rows] or self._problems.rows
        QGuiApplication.clipboard().setText("\n\n".join(one.text for one in chosen))

    def _on_rows_inserted(self) -> None:
        self.table.resizeRowToContents(len(self._problems.rows) - 1)
        self.table.scrollToBottom()

    def _on_changed(self) -> None:
        for button in (self.copy, self.clear):
            button.setEnabled(bool(self._problems.rows))


def problems_dock(problems: ProblemTable, intents: Intents, window: QMainWindow) -> QDockWidget:
    """Put the list into a dock at the bottom, hidden at first."""
    dock = QDockWidget(translate("Problems", "Problems"), window)
    dock.setObjectName("problems")
    dock.setTitleBarWidget(PanelTitle(dock))
    frame = QWidget(dock)
    frame.setObjectName("panel")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(1, 1, 1, 1)
    panel = ProblemsPanel(problems, intents, frame)
    frame.setFocusProxy(panel)
    layout.addWidget(panel)
    dock.setWidget(frame)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    scores = window.findChild(QDockWidget, "scores")
    if scores is not None:
        window.tabifyDockWidget(scores, dock)
    dock.hide()
    return dock
