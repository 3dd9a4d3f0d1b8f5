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
        folder_requested: Show the dialog for a folder whose files to open.
        demo_requested: Make the demo clip in its usual place and open it.
        demo_folder_requested: Ask for a folder, make the demo clip in it and open it.
        demo_cancelled: Give up making the demo clip.
        files_dropped: Paths (tuple of Path) to open.
        folders_dropped: Folders (tuple of Path) whose files to open.
        item_selected, item_removed, item_cancelled, item_repeated: A job id.
        cancel_all_requested: Stop all jobs.
        track_selected: A track id, or None for all persons.
        time_wanted: Seconds; the frame shown there.
        sighting_wanted: Seconds; the analysed frame nearest to it.
        frame_wanted: A frame index; exactly this frame.
        frames_stepped: So many frames forward (or back, when negative).
        sightings_stepped: 1 or -1: the next or previous analysed frame with a face.
        ends_wanted: -1 for the first frame, 1 for the last.
        play_toggled: Start or stop playing.
        speed_wanted: How many seconds of the file are played in one second.
        speed_stepped: 1 or -1: the next faster or slower speed.
        map_wanted: Whether the heat map of each face looked at is wanted.
        map_opacity_wanted: How strongly it covers the picture, [0, 1].
        detector_looked_at: Id of the detector whose input is looked at.
        plot_export_requested: "png" or "svg".
        export_requested: Id of a report format, for the selected file.
        items_marked: Job ids (tuple of int) for what is done with several.
        items_removed, items_repeated, items_cancelled: Job ids (tuple of int).
        reports_requested: "current", "selected" or "all", and ids of formats (tuple of str).
        preview_requested: "current", "selected" or "all"; the PDF is looked at first.
        undo_requested, redo_requested: Take the last step back; take it again.
        settings_requested: Show the settings; a page's id, or empty.
        shortcuts_requested, glossary_requested, about_requested, log_requested,
        licences_requested: Show it.
        problems_toggled: Show the problems, or hide them.
        weights_requested: Check the weights.
        note_wanted: Begin a note.
        bookmark_toggled: Mark the frame shown, or take the mark away.
        note_added, note_amended, note_removed: Text; number and text; number.
        bookmark_labelled, bookmark_removed: Frame and text; frame.
        batch_folder_requested: Show the dialog for a folder to analyse.
        batch_folder_dropped: A folder (Path) to analyse, with all folders in it.
        batch_requested: Show the dialog for the results of an earlier batch.
        batch_wanted: Bring the batch to the front.
        batch_pause_toggled: Begin nothing more, or go on.
        batch_started, batch_stopped: Go on with the batch, or end its run.
        rows_cancelled, rows_repeated, rows_removed: Item ids (tuple of int) of the batch.
        row_opened: Item id of the batch.
    """

    open_requested = Signal()
    folder_requested = Signal()
    demo_requested = Signal()
    demo_folder_requested = Signal()
    demo_cancelled = Signal()
    files_dropped = Signal(object)
    folders_dropped = Signal(object)
    item_selected = Signal(int)
    item_removed = Signal(int)
    item_cancelled = Signal(int)
    item_repeated = Signal(int)
    cancel_all_requested = Signal()
    track_selected = Signal(object)
    time_wanted = Signal(float)
    sighting_wanted = Signal(float)
    frame_wanted = Signal(int)
    frames_stepped = Signal(int)
    sightings_stepped = Signal(int)
    ends_wanted = Signal(int)
    play_toggled = Signal()
    speed_wanted = Signal(float)
    speed_stepped = Signal(int)
    map_wanted = Signal(bool)
    map_opacity_wanted = Signal(float)
    detector_looked_at = Signal(str)
    plot_export_requested = Signal(str)
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
    licences_requested = Signal()
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
    batch_folder_requested = Signal()
    batch_folder_dropped = Signal(object)
    batch_requested = Signal()
    batch_wanted = Signal()
    batch_pause_toggled = Signal()
    batch_started = Signal()
    batch_stopped = Signal()
    rows_cancelled = Signal(object)
    rows_repeated = Signal(object)
    rows_removed = Signal(object)
    row_opened = Signal(int)
