# SPDX-License-Identifier: Apache-2.0
"""Offers, after a crash, the log and the files that were open; never a dialog in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from gui.views.facts import plain_label
from gui.views.notes_view import moment_words


class RecoveryBar(QFrame):
    """A line with three buttons; hidden unless there was a crash.

    Signals:
        reopen_wanted, log_wanted, dismissed: A button was pressed.
    """

    reopen_wanted = Signal()
    log_wanted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.words = plain_label("", self)
        self.reopen = QPushButton(self.tr("Reopen the files"), self)
        self.reopen.setObjectName("primary")
        self.reopen.clicked.connect(self.reopen_wanted)
        self.log = QPushButton(self.tr("Show the log"), self)
        self.log.clicked.connect(self.log_wanted)
        self.dismiss = QPushButton(self.tr("Dismiss"), self)
        self.dismiss.clicked.connect(self.dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.addWidget(self.words, 1)
        for button in (self.reopen, self.log, self.dismiss):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def offer(self, started_at: str, n_files: int) -> None:
        """Say what happened."""
        when = moment_words(started_at)
        text = self.tr("The program ended unexpectedly in the run that began at {0}.").format(when)
        if n_files == 1:
            text += " " + self.tr("One file was open; its notes and bookmarks were kept.")
        elif n_files:
            more = self.tr("{0} files were open; their notes and bookmarks were kept.")
            text += " " + more.format(n_files)
        self.words.setText(text)
        self.reopen.setVisible(n_files > 0)
        self.setAccessibleName(text)
        self.show()
