# SPDX-License-Identifier: Apache-2.0
"""What the analyst adds: notes, with who and when, and bookmarked frames to come back to."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.evidence.annotations import Annotations, Bookmark, Note
from core.text import printable
from gui import theme
from gui.icons import icon
from gui.models.intents import Intents
from gui.models.session import Session
from gui.views.facts import plain_label
from gui.views.section import Section
from gui.words.formatting import format_time


class NotesView(QWidget):
    """Notes above, bookmarks below; both follow the session."""

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it."""
        super().__init__(parent)
        self._session, self._intents = session, intents
        self._shown: tuple[int, Annotations] | None = None
        self.notes: list[NoteCard] = []
        self.bookmarks: list[BookmarkRow] = []
        self.editor = NoteEditor(self.tr("New note"), self)
        self.editor.setPlaceholderText(
            self.tr("What you see and think. Your notes are printed in the report, apart from the "
                    "tool's findings.")
        )  # fmt: skip
        self.editor.committed.connect(self._on_committed)
        self.add = QPushButton(self.tr("Add the note"), self)
        self.add.setToolTip(self.tr("Ctrl+Enter in the text does the same"))
        self.add.clicked.connect(self.editor.commit)
        self.editor.textChanged.connect(self._on_text_changed)
        self.mark = QPushButton(self.tr("Bookmark the frame shown"), self)
        self.mark.clicked.connect(intents.bookmark_toggled)
        self._author = plain_label("", self)
        self._author.setObjectName("muted")
        self.notes_section = Section(self.tr("Notes"), self)
        self.marks_section = Section(self.tr("Bookmarked frames"), self)
        self._no_marks = plain_label(self.tr("None yet. Ctrl+D bookmarks the frame shown."), self)
        self._no_marks.setObjectName("muted")
        self._lay_out()
        session.annotations_changed.connect(self._on_annotations_changed)
        session.frame_changed.connect(self._on_frame_changed)
        session.current_changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._author, 1)
        foot.addWidget(self.add)
        notes = QVBoxLayout(self.notes_section.body)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(8)
        self._note_cards = QVBoxLayout()
        self._note_cards.setSpacing(8)
        notes.addLayout(self._note_cards)
        notes.addWidget(self.editor)
        notes.addLayout(foot)
        marks = QVBoxLayout(self.marks_section.body)
        marks.setContentsMargins(0, 0, 0, 0)
        marks.setSpacing(4)
        self._mark_rows = QVBoxLayout()
        self._mark_rows.setSpacing(4)
        marks.addLayout(self._mark_rows)
        marks.addWidget(self._no_marks)
        marks.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.notes_section)
        layout.addWidget(self.marks_section)

    def set_author(self, author: str) -> None:
        """Say in whose name a note is written."""
        if author:
            self._author.setText(self.tr("as {0}").format(printable(author)))
        else:
            self._author.setText(self.tr("Name the examiner in the settings."))

    def refresh(self) -> None:
        """Show the current item's annotations; rows that stay the same are left alone."""
        item = self._session.current
        if item is None:
            return
        if self._shown is None or self._shown != (item.job_id, item.annotations):
            self._shown = (item.job_id, item.annotations)
            self._show_notes(item.annotations.notes)
            self._show_bookmarks(item.annotations.bookmarks)
        self._on_frame_changed()

    def _show_notes(self, notes: tuple[Note, ...]) -> None:
        for card in self.notes:
            self._note_cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.notes = []
        for number, note in enumerate(notes):
            card = NoteCard(note, self)
            card.amended.connect(partial(self._intents.note_amended.emit, number))
            card.removed.connect(partial(self._intents.note_removed.emit, number))
            self._note_cards.addWidget(card)
            self.notes.append(card)

    def _show_bookmarks(self, marks: tuple[Bookmark, ...]) -> None:
        for row in self.bookmarks:
            self._mark_rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.bookmarks = []
        for mark in marks:
            row = BookmarkRow(mark, self)
            row.wanted.connect(partial(self._intents.time_wanted.emit, mark.time_s))
            row.labelled.connect(partial(self._intents.bookmark_labelled.emit, mark.frame_index))
            row.removed.connect(partial(self._intents.bookmark_removed.emit, mark.frame_index))
            self._mark_rows.addWidget(row)
            self.bookmarks.append(row)
        self._no_marks.setVisible(not marks)

    def _on_annotations_changed(self, job_id: int) -> None:
        if self._session.current is not None and self._session.current.job_id == job_id:
            self.refresh()

    def _on_frame_changed(self) -> None:
        frame, item = self._session.frame, self._session.current
        self.mark.setEnabled(frame is not None)
        is_marked = (
            frame is not None
            and item is not None
            and any(one.frame_index == frame.frame_index for one in item.annotations.bookmarks)
        )
        for row in self.bookmarks:
            is_here = frame is not None and row.frame_index == frame.frame_index
            row.set_current(is_current=is_here)
        self.mark.setText(
            self.tr("Remove the bookmark of the frame shown")
            if is_marked
            else self.tr("Bookmark the frame shown")
        )

    def _on_text_changed(self) -> None:
        self.add.setEnabled(bool(self.editor.toPlainText().strip()))

    def _on_committed(self, text: str) -> None:
        self._intents.note_added.emit(text)
        self.editor.clear()


class NoteEditor(QPlainTextEdit):
    """A few lines of text; Ctrl+Enter commits it, Tab leaves it.

    Signals:
        committed: The text, not empty.
        given_up: Esc was pressed.
    """

    committed = Signal(str)
    given_up = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setObjectName("note")
        self.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 16)

    def commit(self) -> None:
        """Hand the text over."""
        text = self.toPlainText().strip()
        if text:
            self.committed.emit(text)

    def event(self, event: QEvent) -> bool:
        """Override QObject::event: Esc and Ctrl+Enter are this field's before they are a menu's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() == Qt.Key.Key_Escape or _is_commit(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if _is_commit(event):
            self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _is_commit(event: QKeyEvent) -> bool:
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class NoteCard(QFrame):
    """One note with buttons to amend and to remove it.

    Signals:
        amended: The new text.
        removed: The button was pressed.
    """

    amended = Signal(str)
    removed = Signal()

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        """Show a note."""
        super().__init__(parent)
        self.setObjectName("noteCard")
        self._note = note
        self.text = plain_label(note.text, self)
        who = note.author or self.tr("nobody named")
        head = plain_label(f"{printable(who)}, {moment_words(note.written_at)}", self)
        head.setObjectName("muted")
        self.edit = _tool(self, "edit", self.tr("Amend the note"))
        self.edit.clicked.connect(self._on_edit_clicked)
        self.remove = _tool(self, "remove", self.tr("Remove the note"))
        self.remove.clicked.connect(self.removed)
        self.editor = NoteEditor(self.tr("Amended note"), self)
        self.editor.hide()
        self.editor.committed.connect(self.amended)
        self.editor.given_up.connect(self._on_given_up)
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(self.edit)
        top.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 8)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.text)
        layout.addWidget(self.editor)

    def _on_edit_clicked(self) -> None:
        if not self.editor.isHidden():
            self.editor.commit()
            self._on_given_up()
            return
        self.editor.setPlainText(self._note.text)
        self.editor.show()
        self.text.hide()
        self.editor.setFocus()

    def _on_given_up(self) -> None:
        self.editor.hide()
        self.text.show()
        self.edit.setFocus()


class BookmarkRow(QWidget):
    """One bookmark: a button that goes there, its label, and a button that removes it.

    Signals:
        wanted: Go there.
        labelled: The label's new text.
        removed: The button was pressed.
    """

    wanted = Signal()
    labelled = Signal(str)
    removed = Signal()

    def __init__(self, mark: Bookmark, parent: QWidget | None = None) -> None:
        """Show a bookmark."""
        super().__init__(parent)
        self.frame_index = mark.frame_index
        self._label = mark.label
        words = self.tr("Frame {0} · {1}").format(mark.frame_index, format_time(mark.time_s))
        self.go = QToolButton(self)
        self.go.setObjectName("bookmark")
        self.go.setText(words)
        self.go.setAccessibleName(self.tr("Go to: {0}").format(words))
        self.go.setToolTip(self.tr("Show this frame"))
        self.go.setIconSize(QSize(14, 14))
        self.go.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.go.clicked.connect(self.wanted)
        self.label = QLineEdit(mark.label, self)
        self.label.setAccessibleName(self.tr("Remark to: {0}").format(words))
        self.label.setPlaceholderText(self.tr("why"))
        self.label.editingFinished.connect(self._on_editing_finished)
        self.remove = _tool(self, "remove", self.tr("Remove the bookmark"))
        self.remove.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.go)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.remove)
        self.set_current(is_current=False)

    def set_current(self, *, is_current: bool) -> None:
        """Show whether the frame shown is this one."""
        colors = theme.of(self.palette())
        self.go.setIcon(icon("bookmark", colors.accent if is_current else colors.muted))

    def _on_editing_finished(self) -> None:
        if self.label.text().strip() != self._label:
            self._label = self.label.text().strip()
            self.labelled.emit(self._label)


def moment_words(iso: str) -> str:
    """Write a time in the local zone; text that is no time stays as it is."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return printable(iso)
    return f"{moment.astimezone():%Y-%m-%d %H:%M:%S %Z}"


def _tool(parent: QWidget, name: str, text: str) -> QToolButton:
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setIcon(icon(name, theme.of(parent.palette()).muted))
    button.setIconSize(QSize(14, 14))
    button.setAccessibleName(text)
    button.setToolTip(text)
    return button
