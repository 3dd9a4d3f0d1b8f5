# SPDX-License-Identifier: Apache-2.0
"""The open files and what is selected: the single source of truth for all views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.case.checking import EvidenceCheck
from core.errors import AnalysisError
from core.events import Event
from core.evidence.annotations import Annotations
from core.records import AnalysisResult, DetectorRun
from core.settings import AnalysisSettings
from gui.models.evidence import EvidenceItem
from gui.models.face_look import FaceLook
from gui.models.key_frames import KeyFrameModel
from gui.models.score_series import CurveKey
from gui.pictures import ShownFrame
from gui.states import ItemState

# Drawing all curves and tables anew takes some milliseconds, and nobody reads faster than this.
TELL_PERIOD_MS = 150


class Session(QObject):
    """Holds the items, the selected item, the selected track and the frame shown.

    Attributes:
        face: The face that is looked at closely.
        key_frames: The selected file's.

    Signals:
        item_added, item_removed: A job id. Removal is told before and after.
        item_changed: A job id; anything but its scores changed.
        scores_added: A job id and the curves (frozenset of CurveKey) that grew.
        current_changed: Another item is selected, or none.
        track_changed: Another track is selected, or all.
        frame_changed: Another frame is shown, or none.
        frame_failed: A frame could not be shown (AnalysisError).
        annotations_changed: A job id; its notes or bookmarks changed.
        selection_changed: Other items are marked in the list.

    Attributes:
        selected: Job ids of the marked items, in the order of the list; the current one is
            usually among them.
    """

    item_added = Signal(int)
    item_about_to_be_removed = Signal(int)
    item_removed = Signal(int)
    item_changed = Signal(int)
    scores_added = Signal(int, object)
    current_changed = Signal()
    track_changed = Signal()
    frame_changed = Signal()
    frame_failed = Signal(object)
    annotations_changed = Signal(int)
    selection_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._items: dict[int, EvidenceItem] = {}
        self._next_id = 1
        self._current: int | None = None
        self.track_id: int | None = None
        self.selected: tuple[int, ...] = ()
        self.frame: ShownFrame | None = None
        self.face = FaceLook(self)
        self.key_frames = KeyFrameModel(self)
        self._untold: dict[int, set[CurveKey]] = {}
        self._teller = QTimer(self)
        self._teller.setSingleShot(True)
        self._teller.setInterval(TELL_PERIOD_MS)
        self._teller.timeout.connect(self.tell)

    def __len__(self) -> int:
        """Count the items."""
        return len(self._items)

    def __iter__(self) -> Iterator[EvidenceItem]:
        """Go through the items in the order in which they were added."""
        return iter(tuple(self._items.values()))

    def item(self, job_id: int) -> EvidenceItem | None:
        """Find an item; None when it was removed meanwhile."""
        return self._items.get(job_id)

    @property
    def current(self) -> EvidenceItem | None:
        """The selected item."""
        return self._items.get(self._current) if self._current is not None else None

    # What is open -------------------------------------------------------------------------

    def add(self, path: Path, settings: AnalysisSettings) -> EvidenceItem:
        """Put a file at the end of the list."""
        item = EvidenceItem(self._next_id, path, settings)
        self._next_id += 1
        self._items[item.job_id] = item
        self.item_added.emit(item.job_id)
        return item

    def recall(
        self, path: Path, settings: AnalysisSettings, annotations: Annotations | None = None
    ) -> EvidenceItem:
        """Put a file at the end of the list that was analysed before; its result is to follow."""
        item = EvidenceItem(self._next_id, path, settings, ItemState.READING)
        item.annotations = annotations or Annotations()
        self._next_id += 1
        self._items[item.job_id] = item
        self.item_added.emit(item.job_id)
        return item

    def set_check(self, job_id: int, check: EvidenceCheck) -> None:
        """Note whether a file is still the one that was analysed."""
        item = self._items.get(job_id)
        if item is not None and item.check is not check:
            item.check = check
            self.item_changed.emit(job_id)

    def remove(self, job_id: int) -> None:
        """Take an item off the list; its neighbor is selected in its place."""
        if job_id not in self._items:
            return
        ids = list(self._items)
        place = ids.index(job_id)
        self.item_about_to_be_removed.emit(job_id)
        del self._items[job_id]
        self.item_removed.emit(job_id)
        self.mark(self.selected)
        if self._current == job_id:
            ids.remove(job_id)
            self._current = None
            self._choose(ids[min(place, len(ids) - 1)] if ids else None)

    def restore(self, item: EvidenceItem, place: int) -> None:
        """Put an item back on the list where it was, as it was."""
        if item.job_id in self._items:
            return
        items = list(self._items.values())
        items.insert(place, item)
        self._items = {one.job_id: one for one in items}
        self.item_added.emit(item.job_id)
        self.select(item.job_id)

    def place_of(self, job_id: int) -> int:
        """Give an item's place in the list, from 0 on; -1 when it is not there."""
        return list(self._items).index(job_id) if job_id in self._items else -1

    def mark(self, job_ids: Iterable[int]) -> None:
        """Mark items for what is done with several."""
        wanted = set(job_ids)
        selected = tuple(one for one in self._items if one in wanted)
        if selected != self.selected:
            self.selected = selected
            self.selection_changed.emit()

    def select(self, job_id: int) -> None:
        """Show another item."""
        if job_id in self._items and job_id != self._current:
            self._choose(job_id)

    def _choose(self, job_id: int | None) -> None:
        self._current = job_id
        self.track_id, self.frame = None, None
        self.current_changed.emit()
        self.track_changed.emit()
        self.frame_changed.emit()

    def select_track(self, track_id: int | None) -> None:
        """Bring one person out, or all."""
        if track_id != self.track_id:
            self.track_id = track_id
            self.track_changed.emit()

    def show_frame(self, frame: ShownFrame) -> None:
        """Show a frame, unless another item was selected meanwhile."""
        if frame.job_id == self._current:
            self.frame = frame
            self.frame_changed.emit()

    def tell_frame_failed(self, job_id: int, error: AnalysisError) -> None:
        """Say that a frame of the current item cannot be shown."""
        if job_id == self._current:
            self.frame_failed.emit(error)

    # What the analyst adds ----------------------------------------------------------------

    def annotate(self, job_id: int, annotations: Annotations) -> None:
        """Put other notes and bookmarks in the place of those of an item."""
        item = self._items.get(job_id)
        if item is not None and item.annotations != annotations:
            item.annotations = annotations
            self.annotations_changed.emit(job_id)

    # What the analysis says ---------------------------------------------------------------

    def set_state(self, job_id: int, state: ItemState) -> None:
        """Note where the analysis stands."""
        item = self._items.get(job_id)
        if item is not None and item.state != state:
            self.tell()
            item.state = state
            self.item_changed.emit(job_id)

    def set_detectors(self, job_id: int, detectors: tuple[DetectorRun, ...]) -> None:
        """Note which detectors run, so that their operating points can be drawn."""
        item = self._items.get(job_id)
        if item is not None:
            item.detectors = detectors
            self.item_changed.emit(job_id)

    def apply(self, job_id: int, events: tuple[Event, ...]) -> None:
        """Take in what the analysis reports; views are told at most every `TELL_PERIOD_MS`."""
        item = self._items.get(job_id)
        if item is None:
            return
        grown = self._untold.setdefault(job_id, set())
        for event in events:
            grown |= item.apply(event)
        if not self._teller.isActive():
            self._teller.start()

    def tell(self) -> None:
        """Tell the views now what they have not been told yet."""
        self._teller.stop()
        untold, self._untold = self._untold, {}
        for job_id, grown in untold.items():
            if job_id in self._items:
                self.item_changed.emit(job_id)
                self.scores_added.emit(job_id, frozenset(grown))

    def finish(self, job_id: int, result: AnalysisResult) -> None:
        """Note the result."""
        item = self._items.get(job_id)
        if item is not None:
            self.tell()
            item.result = result
            item.media = result.media or item.media
            item.detectors = result.run.detectors
            item.state = ItemState.DONE
            self.item_changed.emit(job_id)

    def fail(self, job_id: int, error: AnalysisError) -> None:
        """Note that the analysis could not run."""
        item = self._items.get(job_id)
        if item is not None:
            self.tell()
            item.error = error
            item.state = ItemState.FAILED
            self.item_changed.emit(job_id)
