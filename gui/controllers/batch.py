# SPDX-License-Identifier: Apache-2.0
"""Joins the batch's views, its model and the worker that runs it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from core.batch.control import Wish, WishKind
from core.batch.discovery import Scope
from core.batch.options import BatchOptions, scope_of_json
from core.batch.records import BatchEvent, Item
from core.batch.run import refuse_overlap
from core.errors import AnalysisError, BatchError
from core.text import printable
from gui.controllers.inbox import Inbox
from gui.models.batch import BatchModel, BatchPlace
from gui.models.intents import Intents
from gui.states import BatchPhase
from gui.words.messages import Message, error_message
from gui.workers.base import WorkerThread
from gui.workers.batch import BatchJob, BatchWorker, StateFacts, StateJob

log = logging.getLogger(__name__)

# Where the results of a folder go: None where the person thought better of it.
ChooseOut = Callable[[Path], Path | None]
MakeOptions = Callable[[BatchPlace], BatchOptions]


class BatchController(QObject):
    """Starts, pauses, ends and steers the batch, one at a time; others wait for their turn.

    Signals:
        told: A Message and whether it is a good one.
        shown: A batch is there that was not; bring it to the front.
        result_wanted: The path of a file of the batch, and of its JSON result (Path).
        place_changed: Batches came (see `places`).

    Attributes:
        model: The batch that is shown.
        places: All batches of this session, in the order in which they came.
    """

    told = Signal(object, bool)
    shown = Signal()
    result_wanted = Signal(object, object)
    place_changed = Signal()

    def __init__(
        self,
        intents: Intents,
        worker: BatchWorker,
        make_options: MakeOptions,
        choose_out: ChooseOut,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker's thread and listen to the intents.

        Args:
            intents: What people ask.
            worker: Not yet on a thread.
            make_options: Settings, formats and case of a batch.
            choose_out: Gives the folder for a batch's results.
            parent: Owner.
        """
        super().__init__(parent)
        self.model = BatchModel(self)
        self.places: list[BatchPlace] = []
        self._make_options = make_options
        self.choose_out = choose_out
        self._running: BatchJob | None = None
        self._waiting: list[BatchPlace] = []
        self._reading = 0
        self._next_id = 1
        self._worker = worker
        self._inbox = Inbox(self)
        worker.progressed.connect(self._on_progressed)
        worker.items_read.connect(self._on_items_read)
        worker.succeeded.connect(self._on_succeeded)
        worker.failed.connect(self._on_failed)
        worker.cancelled.connect(self._on_cancelled)
        self.thread_of_worker = WorkerThread(
            worker, self.tr("the batch"), self, priority=QThread.Priority.LowPriority
        )
        intents.batch_folder_dropped.connect(self.add_folder)
        intents.batch_pause_toggled.connect(self.toggle_pause)
        intents.batch_started.connect(self.go_on)
        intents.batch_stopped.connect(self.stop)
        intents.rows_cancelled.connect(self._on_rows_cancelled)
        intents.rows_repeated.connect(self._on_rows_repeated)
        intents.rows_removed.connect(self._on_rows_removed)
        intents.row_opened.connect(self._on_row_opened)

    @property
    def is_busy(self) -> bool:
        """Whether a run is under way."""
        return self._running is not None

    # What people ask ----------------------------------------------------------------------

    @Slot(object)
    def add_folder(self, folder: Path) -> None:
        """Analyse a folder with all folders in it; asks where its results go."""
        out = self.choose_out(folder)
        if out is None:
            return
        try:
            refuse_overlap(folder, out)
        except AnalysisError as error:
            self.told.emit(error_message(error), False)
            return
        self._take_up(BatchPlace(folder.absolute(), out), is_to_run=True)

    def open(self, out: Path) -> None:
        """Show a batch that was begun before; nothing is analysed until that is asked."""
        self._take_up(BatchPlace(Path(), out), is_to_run=False)

    def restore(self, places: tuple[BatchPlace, ...]) -> None:
        """Show the batches of a case in place of those there are; nothing is analysed."""
        self.stop()
        self.places = list(places)
        self._waiting.clear()
        self.model.show(None)
        if places:
            self.show(places[-1])
        self.place_changed.emit()

    def relocate(self, old: Path | None, new: Path) -> None:
        """Follow the batches of a case into its copy."""
        if old is None:
            return
        shown = self.model.place
        for number, place in enumerate(self.places):
            if place.out.is_relative_to(old):
                moved = replace(place, out=new / place.out.relative_to(old))
                self.places[number] = moved
                if place == shown:
                    self.model.place = moved
        self.model.changed.emit()

    def choose(self, number: int) -> None:
        """Show another batch of the session."""
        if 0 <= number < len(self.places) and self.places[number] != self.model.place:
            self.show(self.places[number])

    def show(self, place: BatchPlace) -> None:
        """Show one of the batches; a run of another one goes on unseen."""
        self.model.show(place)
        if self._running is not None and self._running.options.out == place.out:
            self.model.set_phase(BatchPhase.RUNNING)
        self._reading = self._new_id()
        self._worker.state_wanted.emit(StateJob(self._reading, place.out))

    def _take_up(self, place: BatchPlace, *, is_to_run: bool) -> None:
        known = next((one for one in self.places if one.out == place.out), None)
        if known is None:
            self.places.append(place)
            self.place_changed.emit()
        elif not is_to_run:
            place = known
        if is_to_run and self._running is not None:
            if place not in self._waiting:
                self._waiting.append(place)
            text = self.tr("It is analysed after the one before it.")
            name = printable(place.folder.name)
            self.told.emit(Message(self.tr("Folder added: {0}").format(name), text), True)
            return
        if is_to_run:
            self.model.show(place)
            self._run(place)
        else:
            self.show(place)
        self.shown.emit()

    def _run(self, place: BatchPlace) -> None:
        self._running = BatchJob(self._new_id(), self._make_options(place))
        self.model.set_phase(BatchPhase.PREPARING)
        self._worker.submitted.emit(self._running)

    @Slot()
    def go_on(self) -> None:
        """Analyse what is left of the batch that is shown."""
        place = self.model.place
        if place is None:
            return
        if self._running is None:
            self._run(place)
        elif self._is_shown_running:
            self._running.control.resume()

    @Slot()
    def toggle_pause(self) -> None:
        """Begin nothing more, or go on; the answer is seen at once."""
        if self._running is None:
            self.go_on()
        elif self._running.control.is_paused:
            self._running.control.resume()
            self.model.set_phase(BatchPhase.RUNNING)
        else:
            self._running.control.pause()
            self.model.set_phase(BatchPhase.PAUSING)

    @Slot()
    def stop(self) -> None:
        """End the run; what is in work waits again, what is finished is kept."""
        self._waiting.clear()
        if self._running is not None:
            self._running.cancel.cancel()
            if self._is_shown_running:
                self.model.set_phase(BatchPhase.STOPPING)

    @Slot(object)
    def _on_rows_cancelled(self, item_ids: tuple[int, ...]) -> None:
        self._ask(Wish(WishKind.CANCEL, item_ids))

    @Slot(object)
    def _on_rows_removed(self, item_ids: tuple[int, ...]) -> None:
        self._ask(Wish(WishKind.REMOVE, item_ids))

    @Slot(object)
    def _on_rows_repeated(self, item_ids: tuple[int, ...]) -> None:
        self._ask(Wish(WishKind.RETRY, item_ids))
        if self._running is None and item_ids:
            self.go_on()

    def _ask(self, wish: Wish) -> None:
        place = self.model.place
        if place is None or not wish.item_ids:
            return
        if self._running is not None and self._is_shown_running:
            self._running.control.ask(wish)
        else:
            self._reading = self._new_id()
            self._worker.state_wanted.emit(StateJob(self._reading, place.out, wish))

    @Slot(int)
    def _on_row_opened(self, item_id: int) -> None:
        """Show a file with its finished result, or tell why there is none."""
        item, place = self.model.item(item_id), self.model.place
        if item is None or place is None:
            return
        if item.outcome is None:
            name = printable(item.path.rpartition("/")[2])
            text = self.tr("It has no result yet.")
            self.told.emit(Message(self.tr("{0} is still to be analysed").format(name), text), True)
            return
        report = result_file(place, item)
        if report is None:
            error = BatchError(
                "This batch has no JSON results, from which a file could be shown.",
                advice="Open the file itself to analyse it again.",
            )
            self.told.emit(error_message(error), False)
            return
        self.result_wanted.emit(place.folder / item.path, report)

    # What the worker says -----------------------------------------------------------------

    def _is_current(self, job_id: int) -> bool:
        """Whether something concerns the batch that is shown."""
        is_run = self._running is not None and self._running.job_id == job_id
        return job_id == self._reading or (is_run and self._is_shown_running)

    @property
    def _is_shown_running(self) -> bool:
        place = self.model.place
        return self._running is not None and place is not None and place.out == self._out

    @property
    def _out(self) -> Path | None:
        return self._running.options.out if self._running else None

    @Slot(int, object)
    def _on_progressed(self, job_id: int, events: tuple[BatchEvent, ...]) -> None:
        self._inbox.put(lambda: self._take_events(job_id, events))

    @Slot(int, object)
    def _on_items_read(self, job_id: int, items: tuple[Item, ...]) -> None:
        self._inbox.put(lambda: self._take_items(job_id, items))

    @Slot(int, object)
    def _on_succeeded(self, job_id: int, facts: StateFacts) -> None:
        self._inbox.put(lambda: self._take_success(job_id, facts))

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: AnalysisError) -> None:
        self._inbox.put(lambda: self._take_failure(job_id, error))

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        self._inbox.put(lambda: self._take_cancel(job_id))

    def _take_events(self, job_id: int, events: tuple[BatchEvent, ...]) -> None:
        if self._is_current(job_id) and self.model.phase is not BatchPhase.STOPPING:
            self.model.apply(events)

    def _take_items(self, job_id: int, items: tuple[Item, ...]) -> None:
        if self._is_current(job_id):
            self.model.put(items)

    def _take_success(self, job_id: int, facts: StateFacts) -> None:
        if self._is_current(job_id):
            self._take_facts(facts)
            if job_id == self._reading and not self._is_shown_running:
                is_over = facts.counts.files > 0 and facts.counts.left == 0
                self.model.set_phase(BatchPhase.FINISHED if is_over else BatchPhase.STOPPED)
        self._end(job_id)

    def _take_facts(self, facts: StateFacts) -> None:
        """Take in what the state knows of a batch that was opened by its results alone."""
        self.model.set_counts(facts.counts)
        place = self.model.place
        if place is not None and place.folder == Path() and facts.folder:
            known = BatchPlace(Path(facts.folder), place.out, _scope_of(facts))
            self.places[self.places.index(place)] = known
            self.model.place = known
            self.place_changed.emit()
            self.model.changed.emit()

    def _take_failure(self, job_id: int, error: AnalysisError) -> None:
        if self._is_current(job_id):
            self.model.set_phase(BatchPhase.FAILED, error)
        self.told.emit(error_message(error), False)
        self._end(job_id)

    def _take_cancel(self, job_id: int) -> None:
        if self._is_current(job_id):
            self.model.set_phase(BatchPhase.STOPPED)
        self._end(job_id)

    def _end(self, job_id: int) -> None:
        if self._running is None or self._running.job_id != job_id:
            return
        log.info("batch %d is over", job_id)
        self._running = None
        if self._waiting:
            place = self._waiting.pop(0)
            self.model.show(place)
            self._run(place)

    def _new_id(self) -> int:
        self._next_id += 1
        return self._next_id


def _scope_of(facts: StateFacts) -> Scope:
    try:
        return scope_of_json(facts.scope)
    except ValueError:
        log.warning("the batch does not say which files it takes; all are taken")
        return Scope(recursive=True)


def result_file(place: BatchPlace, item: Item) -> Path | None:
    """Find the JSON result of a file of a batch; a copy has its original's."""
    if not item.folder:
        return None
    folder = place.out / item.folder
    return next(iter(sorted(folder.glob("*.json"))), None)
