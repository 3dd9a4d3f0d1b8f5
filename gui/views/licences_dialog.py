# SPDX-License-Identifier: Apache-2.0
"""A window with the licences of all that the program is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.notices import notices_folder, notices_text


class LicencesDialog(QDialog):
    """Shows the list of parts; it can be searched by the eye, selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Read the list and show it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Third-party licenses"))
        self.resize(760, 560)
        head = QLabel(self.tr("FaceWitness contains the work of others, under their own terms."))
        head.setWordWrap(True)
        self.text = QPlainTextEdit(notices_text())
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("List of parts and their licenses"))
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(self.text)
        folder = notices_folder()
        if folder is not None:
            where = QLabel(self.tr("The full texts: {0}").format(folder))
            where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            where.setWordWrap(True)
            layout.addWidget(where)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def show_licences(parent: QWidget) -> LicencesDialog:
    """Open the window of licences."""
    dialog = LicencesDialog(parent)
    dialog.open()
    return dialog
