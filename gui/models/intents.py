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
        export_requested: Id of a report format.
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
