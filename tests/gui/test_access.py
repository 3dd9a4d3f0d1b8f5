# SPDX-License-Identifier: Apache-2.0
"""Every control of the window and of every dialog can be reached by keys and read aloud."""

from __future__ import annotations

import html
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFrame,
    QGroupBox,
    QLabel,
    QScrollBar,
    QWidget,
)

from gui.views.main_window import MainWindow
from gui.words.glossary import explain, glossary
from gui.workers.export import Document
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import opened, verdict
from tests.gui.test_tools import CHECKS

# Parts of a control of Qt's own, which speaks for them.
_PARTS = ("qt_", "_q_")


def nameless(root: QWidget) -> list[str]:
    """List what takes the keyboard's focus and has nothing to be read aloud."""
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith(_PARTS)
        and widget.focusProxy() is None
        and not (isinstance(widget, QLabel) and not widget.text())  # nothing to read yet
        and not is_part(widget)
        and not spoken(widget)
    ]


def is_part(widget: QWidget) -> bool:
    """Whether it is inside a control that is named: the field of a spin box, a header."""
    parent = widget.parentWidget()
    inner = {"QLineEdit", "QHeaderView", "QExpandingLineEdit", "QListView"}
    while isinstance(parent, QFrame) and not spoken(parent):  # the list that a box folds out
        parent = parent.parentWidget()
    return parent is not None and bool(spoken(parent)) and type(widget).__name__ in inner


def spoken(widget: QWidget) -> str:
    name = widget.accessibleName()
    if not name and isinstance(widget, QAbstractButton | QLabel):
        name = widget.text() or widget.toolTip()
    if not name and isinstance(widget, QGroupBox):
        name = widget.title()
    return name.strip()


@pytest.fixture
def full(make_stand: MakeStand) -> Stand:
    stand = make_stand(services={"checks": CHECKS})
    opened(stand)
    stand.desk.intents.note_added.emit("a note")
    stand.desk.intents.bookmark_toggled.emit()
    panel = verdict(stand)
    panel.setCurrentIndex(3)
    stand.qtbot.waitUntil(lambda: len(panel.detectors.sections) == 2)
    panel.setCurrentIndex(0)
    stand.desk.tools.recovery_bar.offer("2026-11-24T10:00:00+00:00", 2)
    return stand


def dialogs(stand: Stand) -> Iterator[QDialog]:
    tools = stand.desk.tools
    tools.settings.show()
    assert tools.settings.dialog is not None
    yield tools.settings.dialog
    yield tools.show_shortcuts()
    yield tools.show_glossary()
    yield tools.show_about()
    yield tools.show_log()
    item = stand.desk.export._report_items("current")[0]
    tools.previews.show((Document("", b"", None), Document("a.mp4", b"", item)))
    assert tools.previews.dialog is not None
    yield tools.previews.dialog


def test_every_control_of_the_window_can_be_read_aloud(full: Stand) -> None:
    assert "\n".join(nameless(full.desk.window)) == ""


def test_every_control_of_every_dialog_can_be_read_aloud(full: Stand) -> None:
    for dialog in dialogs(full):
        assert dialog.windowTitle()
        assert "\n".join(nameless(dialog)) == "", dialog.windowTitle()
        dialog.close()
        QApplication.processEvents()


def test_the_tab_key_goes_round_the_window_in_the_order_it_is_seen(full: Stand) -> None:
    """From the list on the left to the picture, the findings and back, each control once."""
    window = full.desk.window
    start = window.panels["jobs"].widget().focusProxy()
    assert start is not None
    order = list(chain_of(window, start))
    assert len(order) == len(set(order))
    assert len(order) > 15


def chain_of(window: MainWindow, start: QWidget) -> Iterator[int]:
    """Go through what Tab reaches, from one widget until it is there again."""
    widget: QWidget | None = start
    for _ in range(2000):
        if widget is None:
            return
        can = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
        if can and widget.isVisibleTo(window):
            yield id(widget)
        widget = widget.nextInFocusChain()
        if widget is start:
            return


def test_every_term_is_explained_in_a_whole_sentence() -> None:
    for key, term in glossary().items():
        assert term.name
        assert explain(key).endswith(".")
    assert explain("nonsense") == ""


def test_labels_of_facts_explain_their_terms(full: Stand) -> None:
    tips = [label.toolTip() for label in full.desk.window.findChildren(QLabel)]
    for term in ("threshold", "log10_lr", "sha256", "pooled"):
        assert any(html.escape(explain(term)) in tip for tip in tips), term
