# SPDX-License-Identifier: Apache-2.0
"""What people ask of the window, as signals: views emit them, controllers act on them.

One object is shared by all panels, so that a new panel needs no wiring of its own.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Intents(QObject):
    """The wishes that a panel, a menu or a key can express.

    Signals:
        open_requested: Show the dialog for files to open.
        files_dropped: Paths (tuple of Path) to open.
        item_selected, item_removed, item_cancelled, item_repeated: A job id.
        cancel_all_requested: Stop all jobs.
        track_selected: A track id, or None for all persons.
        time_wanted: Seconds; the frame shown there.
        sighting_wanted: Seconds; the analysed frame nearest to it.
        frames_stepped: So many frames forward (or back, when negative).
        sightings_stepped: 1 or -1: the next or previous analysed frame with a face.
        ends_wanted: -1 for the first frame, 1 for the last.
        play_toggled: Start or stop playing.
        export_requested: Id of a report format, for the selected file.
        items_marked: Job ids (tuple of int) for what is done with several.
        items_removed, items_repeated, items_cancelled: Job ids (tuple of int).
        reports_requested: "current", "selected" or "all", and ids of formats (tuple of str).
        preview_requested: "current", "selected" or "all"; the PDF is looked at first.
        undo_requested, redo_requested: Take the last step back; take it again.
        settings_requested: Show the settings; a page's id, or empty.
        shortcuts_requested, glossary_requested, about_requested, log_requested: Show it.
        problems_toggled: Show the problems, or hide them.
        weights_requested: Check the weights.
        note_wanted: Begin a note.
        bookmark_toggled: Mark the frame shown, or take the mark away.
        note_added, note_amended, note_removed: Text; number and text; number.
        bookmark_labelled, bookmark_removed: Frame and text; frame.
    """

    open_requested = Signal()
    files_dropped = Signal(object)
    item_selected = Signal(int)
    item_removed = Signal(int)
    item_cancelled = Signal(int)
    item_repeated = Signal(int)
    cancel_all_requested = Signal()
    track_selected = Signal(object)
    time_wanted = Signal(float)
    sighting_wanted = Signal(float)
    frames_stepped = Signal(int)
    sightings_stepped = Signal(int)
    ends_wanted = Signal(int)
    play_toggled = Signal()
    export_requested = Signal(str)
    items_marked = Signal(object)
    items_removed = Signal(object)
    items_repeated = Signal(object)
    items_cancelled = Signal(object)
    reports_requested = Signal(str, object)
    preview_requested = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    settings_requested = Signal(str)
    shortcuts_requested = Signal()
    glossary_requested = Signal()
    about_requested = Signal()
    log_requested = Signal()
    problems_toggled = Signal()
    weights_requested = Signal()
    note_wanted = Signal()
    bookmark_toggled = Signal()
    note_added = Signal(str)
    note_amended = Signal(int, str)
    note_removed = Signal(int)
    bookmark_labelled = Signal(object, str)
    bookmark_removed = Signal(object)
