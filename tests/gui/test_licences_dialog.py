# SPDX-License-Identifier: Apache-2.0
"""The window with the licences of others."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.views.licences_dialog import LicencesDialog


def test_the_list_is_shown_and_cannot_be_changed(qtbot: QtBot) -> None:
    dialog = LicencesDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert "numpy" in dialog.text.toPlainText()
    assert dialog.text.isReadOnly()
    assert dialog.text.accessibleName()
