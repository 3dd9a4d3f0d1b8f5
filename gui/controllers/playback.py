# SPDX-License-Identifier: Apache-2.0
"""Brings the frame that is asked for: by time, by step, by a click in the plot, by playing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import AnalysisError
from gui.controllers.playing import Player
from gui.models.intents import Intents
from gui.models.session import Session
from gui.pictures import ShownFrame
from gui.workers.base import WorkerThread
from gui.workers.frames import FrameRequest, FrameWorker, OpenSession

# A click this near to an analysed frame means that frame, as a share of the file.
SNAP_SHARE = 0.01
SNAP_S = 0.5
# Beyond the end of any file; the last frame is the one that is not after it.
END_S = 1e9


class PlaybackController(QObject):
    """Turns wishes into requests for frames; only the newest counts.

    Signals:
        playing_changed: Whether it plays now.
        speed_changed: How many seconds of the file are played in one second.
    """

    playing_changed = Signal(bool)
    speed_changed = Signal(float)

    def __init__(
        self,
        session: Session,
        intents: Intents,
        open_session: OpenSession,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker and listen to the intents."""
        super().__init__(parent)
        self._session = session
        self._next_id = 1
        self._pending: FrameRequest | None = None
        self._worker = FrameWorker(open_session)
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the decoder"), self)
        self._player = Player(self)
        self._player.frame_due.connect(session.show_frame)
        self._player.frame_wanted.connect(self._on_player_wants)
        self._player.playing_changed.connect(self.playing_changed)
        self._player.speed_changed.connect(self.speed_changed)
        self._connect(intents)
        session.current_changed.connect(self._on_current_changed)

    def _connect(self, intents: Intents) -> None:
        intents.time_wanted.connect(self.show_time)
        intents.sighting_wanted.connect(self.show_sighting)
        intents.frame_wanted.connect(self.show_frame)
        intents.frames_stepped.connect(self.step)
        intents.sightings_stepped.connect(self.step_sighting)
        intents.ends_wanted.connect(self.show_end)
        intents.play_toggled.connect(self.toggle_play)
        intents.speed_wanted.connect(self._player.set_speed)
        intents.speed_stepped.connect(self._player.step_speed)

    @property
    def is_playing(self) -> bool:
        """Whether frames follow by themselves."""
        return self._player.is_playing

    @property
    def speed(self) -> float:
        """How many seconds of the file are played in one second."""
        return self._player.speed

    @Slot(float)
    def show_time(self, time_s: float) -> None:
        """Show the frame at a time."""
        self.stop()
        self._request(None, time_s)

    @Slot(int)
    def show_frame(self, frame_index: int) -> None:
        """Show exactly this frame."""
        self.stop()
        self._request(max(frame_index, 0), 0.0)

    @Slot(float)
    def show_sighting(self, time_s: float) -> None:
        """Show the analysed frame nearest to a time, or the frame there when none is near."""
        self.stop()
        item = self._session.current
        near = item.faces.nearest(time_s) if item else None
        reach_s = max(SNAP_S, SNAP_SHARE * ((item.duration_s if item else None) or 0.0))
        if near is not None and abs(near[1] - time_s) <= reach_s:
            self._request(near[0], near[1])
        else:
            self._request(None, time_s)

    @Slot(int)
    def step(self, n_frames: int) -> None:
        """Go so many frames on, from where the last wish leads."""
        self.stop()
        index = self._index()
        if index is not None:
            self._request(max(index + n_frames, 0), 0.0)

    @Slot(int)
    def step_sighting(self, direction: int) -> None:
        """Go to the next or the previous analysed frame with a face."""
        self.stop()
        index, item = self._index(), self._session.current
        if index is not None and item is not None:
            found = item.faces.neighbor(index, direction)
            if found is not None:
                self._request(found, 0.0)

    @Slot(int)
    def show_end(self, direction: int) -> None:
        """Go to the first or the last frame."""
        self.stop()
        if direction < 0:
            self._request(0, 0.0)
        else:
            self._request(None, END_S)

    @Slot()
    def toggle_play(self) -> None:
        """Play from the frame shown, or stop."""
        frame, item = self._session.frame, self._session.current
        if self.is_playing:
            self.stop()
        elif frame is not None and item is not None and not item.is_image:
            self._player.start(frame)

    def stop(self) -> None:
        """Stop playing; what was asked for to be played is not waited for any more."""
        if self.is_playing:
            self._player.stop()
            self._pending = None

    def _index(self) -> int | None:
        """Give the frame from which a step is meant: the one on its way, or the one shown."""
        if self._pending is not None and self._pending.frame_index is not None:
            return self._pending.frame_index
        return self._session.frame.frame_index if self._session.frame else None

    def _request(self, frame_index: int | None, time_s: float) -> None:
        item = self._session.current
        if item is None:
            return
        self._pending = FrameRequest(self._next_id, item.job_id, item.path, frame_index, time_s)
        self._next_id += 1
        self._worker.request(self._pending)

    @Slot()
    def _on_current_changed(self) -> None:
        self.stop()
        self._pending = None
        self._request(0, 0.0)

    @Slot(object, float)
    def _on_player_wants(self, frame_index: int | None, time_s: float) -> None:
        self._request(frame_index, time_s)

    @Slot(int, object)
    def _on_succeeded(self, request_id: int, frame: ShownFrame) -> None:
        is_newest = self._settle(request_id)
        if not self.is_playing:
            self._session.show_frame(frame)
        elif is_newest:
            self._player.take(frame)

    @Slot(int, object)
    def _on_failed(self, request_id: int, error: AnalysisError) -> None:
        pending = self._pending
        if not self._settle(request_id) or pending is None:
            return
        if self.is_playing and self._player.take_failure():
            return
        self.stop()
        self._session.tell_frame_failed(pending.job_id, error)

    def _settle(self, request_id: int) -> bool:
        """Note that a request was answered.

        Returns:
            Whether it was the newest.
        """
        is_newest = self._pending is not None and self._pending.request_id == request_id
        if is_newest:
            self._pending = None
        return is_newest
