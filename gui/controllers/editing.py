# SPDX-License-Identifier: Apache-2.0
"""Notes, bookmarks and the removal of files: what a person does and may want to undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.evidence.annotations import Annotations, Bookmark, Note
from gui.controllers.analysis import AnalysisController
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.models.session import Session
from gui.states import ItemState

# Removed files keep their results for as long as they can come back.
MOST_STEPS = 100


class Annotate(QUndoCommand):
    """Puts other notes and bookmarks in the place of those of an item."""

    def __init__(self, session: Session, job_id: int, after: Annotations, text: str) -> None:
        """Keep what was there before."""
        super().__init__(text)
        self._session, self._job_id, self._after = session, job_id, after
        item = session.item(job_id)
        self._before = item.annotations if item is not None else after

    def redo(self) -> None:
        """Override QUndoCommand::redo."""
        self._session.annotate(self._job_id, self._after)

    def undo(self) -> None:
        """Override QUndoCommand::undo."""
        self._session.annotate(self._job_id, self._before)


class Remove(QUndoCommand):
    """Takes files off the list; undone, they are back with their results, notes and places."""

    def __init__(
        self, session: Session, analysis: AnalysisController, ids: tuple[int, ...], text: str
    ) -> None:
        """Keep the items."""
        super().__init__(text)
        self._session, self._analysis = session, analysis
        found = [(session.place_of(one), item) for one in ids if (item := session.item(one))]
        self._kept: list[tuple[int, EvidenceItem]] = sorted(found, key=lambda one: one[0])

    def redo(self) -> None:
        """Override QUndoCommand::redo."""
        for _, item in reversed(self._kept):
            self._analysis.remove(item.job_id)

    def undo(self) -> None:
        """Override QUndoCommand::undo."""
        for place, item in self._kept:
            if not item.state.is_over:  # its analysis was stopped when it was removed
                item.state = ItemState.CANCELLED
            self._session.restore(item, place)


class EditController(QObject):
    """Turns wishes into steps that can be undone.

    Attributes:
        stack: The steps.
    """

    def __init__(
        self,
        session: Session,
        intents: Intents,
        analysis: AnalysisController,
        author: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """Listen to the intents.

        Args:
            session: Holds the items.
            intents: Told what is wished.
            analysis: Stops the job of a file that is removed.
            author: Names who writes a note now; empty where nobody is named.
            parent: Owner.
        """
        super().__init__(parent)
        self._session, self._analysis, self._author = session, analysis, author
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST_STEPS)
        intents.item_removed.connect(self._on_item_removed)
        intents.items_removed.connect(self.remove)
        intents.bookmark_toggled.connect(self.toggle_bookmark)
        intents.bookmark_labelled.connect(self.label_bookmark)
        intents.bookmark_removed.connect(self.remove_bookmark)
        intents.note_added.connect(self.add_note)
        intents.note_amended.connect(self.amend_note)
        intents.note_removed.connect(self.remove_note)

    # Files --------------------------------------------------------------------------------

    @Slot(int)
    def _on_item_removed(self, job_id: int) -> None:
        self.remove((job_id,))

    @Slot(object)
    def remove(self, job_ids: tuple[int, ...]) -> None:
        """Take files off the list."""
        known = tuple(one for one in job_ids if self._session.item(one) is not None)
        if known:
            text = self.tr("remove a file") if len(known) == 1 else self.tr("remove files")
            self.stack.push(Remove(self._session, self._analysis, known, text))

    # Notes --------------------------------------------------------------------------------

    @Slot(str)
    def add_note(self, text: str) -> None:
        """Write a note to the current file."""
        item = self._session.current
        if item is not None and text.strip():
            notes = (*item.annotations.notes, self._note(text))
            self._annotate(item, replace(item.annotations, notes=notes), self.tr("add a note"))

    @Slot(int, str)
    def amend_note(self, number: int, text: str) -> None:
        """Put a new note, with its own author and time, in the place of an older one."""
        item = self._session.current
        if item is None or not text.strip() or not 0 <= number < len(item.annotations.notes):
            return
        notes = list(item.annotations.notes)
        if notes[number].text != text.strip():
            notes[number] = self._note(text)
            after = replace(item.annotations, notes=tuple(notes))
            self._annotate(item, after, self.tr("amend a note"))

    @Slot(int)
    def remove_note(self, number: int) -> None:
        """Take a note away."""
        item = self._session.current
        if item is not None and 0 <= number < len(item.annotations.notes):
            notes = item.annotations.notes
            after = replace(item.annotations, notes=(*notes[:number], *notes[number + 1 :]))
            self._annotate(item, after, self.tr("remove a note"))

    def _note(self, text: str) -> Note:
        written_at = datetime.now(UTC).isoformat("T", "seconds")
        return Note(text.strip(), self._author().strip(), written_at)

    # Bookmarks ----------------------------------------------------------------------------

    @Slot()
    def toggle_bookmark(self) -> None:
        """Mark the frame shown, or take its mark away."""
        item, frame = self._session.current, self._session.frame
        if item is None or frame is None:
            return
        marks = item.annotations.bookmarks
        if any(one.frame_index == frame.frame_index for one in marks):
            self.remove_bookmark(frame.frame_index)
            return
        added = (*marks, Bookmark(frame.frame_index, frame.time_s))
        ordered = tuple(sorted(added, key=lambda one: one.frame_index))
        after = replace(item.annotations, bookmarks=ordered)
        self._annotate(item, after, self.tr("bookmark a frame"))

    @Slot(object, str)
    def label_bookmark(self, frame_index: int, label: str) -> None:
        """Say why a frame is marked."""
        item = self._session.current
        if item is None:
            return
        marks = tuple(
            replace(one, label=label.strip()) if one.frame_index == frame_index else one
            for one in item.annotations.bookmarks
        )
        if marks != item.annotations.bookmarks:
            after = replace(item.annotations, bookmarks=marks)
            self._annotate(item, after, self.tr("name a bookmark"))

    @Slot(object)
    def remove_bookmark(self, frame_index: int) -> None:
        """Take a mark away."""
        item = self._session.current
        if item is None:
            return
        marks = tuple(one for one in item.annotations.bookmarks if one.frame_index != frame_index)
        if marks != item.annotations.bookmarks:
            after = replace(item.annotations, bookmarks=marks)
            self._annotate(item, after, self.tr("remove a bookmark"))

    def _annotate(self, item: EvidenceItem, after: Annotations, text: str) -> None:
        self.stack.push(Annotate(self._session, item.job_id, after, text))
