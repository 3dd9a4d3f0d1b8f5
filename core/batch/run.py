# SPDX-License-Identifier: Apache-2.0
"""One run over a folder: what is left is handed to a runner, what comes back is written.

The one place where the parts of a batch meet. `run_batch` is a generator of the events in
`core.batch.records`: the command line prints them, the window shows them, a test lists them.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from core.batch.control import BatchControl
from core.batch.discovery import Found, discover, require_folder
from core.batch.fingerprint import ToolFacts, fingerprint
from core.batch.options import BatchOptions, scope_as_json
from core.batch.records import (
    BatchEvent,
    BatchFinished,
    Discovering,
    Finding,
    FramesDone,
    HoldChanged,
    Item,
    ItemFinished,
    ItemsChanged,
    ItemStarted,
    Job,
    Preparing,
    Status,
    TaskSpec,
    Waited,
    WorkStarted,
)
from core.batch.results import FOLDER_NAME, ResultStore
from core.batch.runner import Lost, Progressed, Runner, RunnerEvent
from core.batch.state import BatchState
from core.batch.summaries import Summaries, run_as_json
from core.batch.task import finding_of, render, result_of_failure
from core.cancel import CancelToken
from core.errors import AnalysisError, BatchError, MediaAccessError, SettingsError
from core.media.handles import hash_handle, open_evidence
from core.report.folders import prepare_folder
from core.settings import AnalysisRequest
from core.text import printable

log = logging.getLogger(__name__)

_POLL_S = 0.2
# A cut-off run still writes a summary of so many files within the second that Ctrl-C has.
_SMALL = 2000
# With these the file's content was not judged; other copies of it are analysed by themselves.
_NOT_OF_THE_CONTENT = frozenset({"media_access", "media_changed"})


def refuse_overlap(folder: Path, out: Path) -> None:
    """Refuse an output folder inside the evidence, or evidence among the results.

    Raises:
        SettingsError: They overlap.
    """
    evidence, output = Path(os.path.realpath(folder)), Path(os.path.realpath(out))
    if output == evidence or output.is_relative_to(evidence):
        raise SettingsError(
            f"Nothing is written beside the evidence, and {printable(str(out))} lies in the folder "
            "that is to be analysed.",
            advice="Choose an output folder outside of it.",
        )
    if evidence.is_relative_to(output / FOLDER_NAME):
        raise SettingsError(
            f"{printable(str(folder))} lies among the results of {printable(str(out))}."
        )


def _refuse_other_batch(state: BatchState, options: BatchOptions) -> None:
    if not state.is_new and not options.resume:
        raise BatchError(
            f"{printable(str(options.out))} holds a batch already.",
            advice="Go on with it by --resume, or choose another output folder.",
        )


class Batch:
    """A batch that is open: state, results and what runs its tasks.

    Attributes:
        folder: Of the evidence, without links.
        state: What is done and what is left.
    """

    def __init__(
        self, options: BatchOptions, runner: Runner, control: BatchControl | None = None
    ) -> None:
        """Open or make the output folder; nothing is read or analysed yet.

        Raises:
            SettingsError: The folders overlap, or there is none to analyse.
            BatchError: The output folder holds a batch already, or is in use.
            ReportError: It cannot be written to.
        """
        refuse_overlap(options.folder, options.out)
        self.folder = require_folder(options.folder)
        prepare_folder(options.out)
        self._options = options
        self._runner = runner
        self._control = control or BatchControl()
        self._is_paused = False
        self._spec = TaskSpec(
            options.settings,
            options.formats,
            options.time_limit_s,
            options.threads,
            case=options.case,
            style=options.style,
        )
        self._facts: ToolFacts | None = None
        self._is_summed_up = False
        self._in_work: dict[int, tuple[Item, datetime, int]] = {}
        self.state = BatchState(options.out)
        try:
            _refuse_other_batch(self.state, options)
            self._store = ResultStore(options.out)
            self._summaries = Summaries(self.state.reader, options)
        except BaseException:
            self.state.close()
            raise

    def close(self) -> None:
        """Give up what is in work and let go of the files; may be called again."""
        self._runner.stop()
        if self.state.is_open:
            is_wanted = not self._is_summed_up and not self.state.is_new
            if is_wanted and self.state.counts.files <= _SMALL:
                self.write_summary()
            self.state.close()

    def scan(
        self,
        cancel: CancelToken,
        only: Callable[[Iterator[Found]], Iterator[Found]] | None = None,
    ) -> Iterator[BatchEvent]:
        """Look for files and write them down; `only` may hold some back."""
        self.state.set_meta(
            folder=str(os.fsencode(self.folder).decode("utf-8", "backslashreplace")),
            scope=scope_as_json(self._options.scope),
        )
        if self.state.is_new:
            self.state.set_meta(created_at=datetime.now(UTC).isoformat(timespec="seconds"))
        found = discover(self.folder, self._options.scope, output=self._options.out)
        found = only(found) if only else found
        for files in self.state.take_scan(found, lambda: cancel.is_cancelled):
            yield Discovering(files)

    def prepare(self, cancel: CancelToken) -> Iterator[BatchEvent]:
        """Load the networks, and look which finished items are to be analysed again."""
        yield Preparing("loading the detectors")
        facts = self._facts = self._runner.start(self._spec, self.folder, self._samples())
        expected = fingerprint(self._options.settings, facts)
        self._spec = replace(self._spec, expected=expected)
        self.state.set_meta(fingerprint=expected, run=run_as_json(self._options.settings, facts))
        yield Preparing("checking what is finished")
        self.verify(self.state.reader.items(Status.DONE, Status.DUPLICATE), cancel)
        if not cancel.is_cancelled:
            self.state.set_meta(formats=",".join(self._options.formats))

    def verify(self, items: Iterator[Item], cancel: CancelToken) -> None:
        """Have finished items analysed again whose content, settings or weights changed.

        Also where reports are asked for that were not written.
        """
        written = set(self.state.reader.meta("formats").split(","))
        lacks_reports = not set(self._options.formats) <= written
        for item in items:
            if cancel.is_cancelled:
                return
            if (
                not lacks_reports
                and item.fingerprint == self._spec.expected
                and item.sha256 is not None
                and item.sha256 == self._hash(item, cancel)
                and item.reason not in _NOT_OF_THE_CONTENT
            ):
                self.state.keep(item)
            elif not cancel.is_cancelled:
                self.state.redo(item)

    def work(self, cancel: CancelToken) -> Iterator[BatchEvent]:
        """Analyse what waits until nothing does."""
        yield WorkStarted(self.state.counts, self._runner.slots, self._runner.where)
        while not cancel.is_cancelled:
            yield from self._heed(cancel)
            if not self._is_paused:
                yield from self._hand_over(cancel)
            if not self._in_work:
                if not self._is_paused:
                    break
                self._control.wait(_POLL_S)
                continue
            events = self._runner.wait(_POLL_S)
            if not events:
                yield Waited()
            for event in events:
                # Ctrl-C may also have reached the process that an event tells of.
                if not cancel.is_cancelled:
                    yield from self._take(event, cancel)
            if self._summaries.are_due:
                self.write_summary()

    def finish(self) -> BatchFinished:
        """Write the summary of all that was done, for programs and for people."""
        counts = self.state.counts
        self._is_summed_up = True
        return BatchFinished(counts, self._summaries.write_all(counts, self._facts))

    def write_summary(self) -> None:
        """Write the tables of what is done so far.

        Raises:
            ReportError: They cannot be written.
        """
        self._summaries.write_tables()

    def _heed(self, cancel: CancelToken) -> Iterator[BatchEvent]:
        """Do what a person asked for meanwhile."""
        for wish in self._control.taken():
            for item_id in wish.ends:
                if self._in_work.pop(item_id, None) is not None:
                    self._runner.cancel(item_id)
            changed = wish.grant(self.state)
            if changed:
                yield ItemsChanged(changed, self.state.counts)
        if self._control.is_paused != self._is_paused and not cancel.is_cancelled:
            self._is_paused = self._control.is_paused
            yield HoldChanged(self._is_paused, len(self._in_work))

    def _hand_over(self, cancel: CancelToken) -> Iterator[BatchEvent]:
        """Give the runner as much as it takes; copies of known files need no analysis."""
        while len(self._in_work) < self._runner.capacity and not cancel.is_cancelled:
            item = self.state.next_waiting()
            if item is None:
                return
            sha256 = self._hash(item, cancel) if self.state.has_peer_of_size(item) else None
            same = self.state.find_same(item, sha256) if sha256 else None
            if same is not None:
                listed = self.state.make_duplicate(item, same)
                if listed.outcome is not None:
                    yield ItemFinished(listed, self.state.counts)
                continue
            self.state.start(item, sha256)
            self._in_work[item.item_id] = (item, datetime.now(UTC), 0)
            self._runner.submit(self._job(item), self._spec)

    def _take(self, event: RunnerEvent, cancel: CancelToken) -> Iterator[BatchEvent]:
        if event.item_id not in self._in_work:
            return
        item, started_at, frames = self._in_work[event.item_id]
        if isinstance(event, Progressed):
            if event.frames > frames:
                self._in_work[event.item_id] = (item, started_at, event.frames)
                yield FramesDone(event.frames - frames, event.item_id, event.share)
            elif event.frames == 0:
                yield ItemStarted(replace(item, status=Status.RUNNING))
            return
        del self._in_work[event.item_id]
        if isinstance(event, Lost):
            finding = self._finding_of_loss(item, event.error, started_at, cancel)
        else:
            finding = event.finding
        if finding.frames_examined > frames:
            yield FramesDone(finding.frames_examined - frames, event.item_id)
        yield from self._write_down(item, finding)
        if self._is_paused:
            yield HoldChanged(is_paused=True, in_work=len(self._in_work))

    def _write_down(self, item: Item, finding: Finding) -> Iterator[BatchEvent]:
        """Results first, then the state: what is `done` there is on the disk."""
        known = self.state.reader.item(item.item_id).sha256
        is_other = known is not None and known != finding.sha256
        if is_other or finding.reason in _NOT_OF_THE_CONTENT:
            self.state.free_duplicates(item)
        folder = self._store.put(item, finding.files)
        for done in self.state.finish(item.item_id, finding, folder, self._spec.expected):
            yield ItemFinished(done, self.state.counts)

    def _finding_of_loss(
        self, item: Item, error: AnalysisError, started_at: datetime, cancel: CancelToken
    ) -> Finding:
        """Make the result of a file that took its worker with it."""
        assert self._facts is not None  # noqa: S101  nothing is handed over before
        sha256 = item.sha256 or self._hash(item, cancel)
        error.facts |= {"sha256": sha256, "size_bytes": item.size_bytes}
        request = AnalysisRequest(self._path(item), self._options.settings)
        result = result_of_failure(request, error, self._facts, started_at)
        files = render(result, self._spec, request.path, job=self._job(item))
        seconds = (datetime.now(UTC) - started_at).total_seconds()
        return finding_of(result, files, seconds)

    def _samples(self) -> tuple[tuple[str, int], ...]:
        """Some files by which another machine recognises the folder."""
        found = self.state.first_items(3)
        return tuple((item.path, item.size_bytes) for item in found)

    def _job(self, item: Item) -> Job:
        given = str(self._options.folder / item.path)
        return Job(item.item_id, self._path(item), given=given)

    def _path(self, item: Item) -> Path:
        return self.folder / item.path

    def _hash(self, item: Item, cancel: CancelToken) -> str | None:
        """Hash a file; None where it cannot be read, which its analysis will tell."""
        try:
            handle = open_evidence(self._path(item))
        except MediaAccessError:
            return None
        try:
            return hash_handle(handle, lambda _: not cancel.is_cancelled)
        except OSError:
            return None
        finally:
            os.close(handle)


def run_batch(
    options: BatchOptions,
    runner: Runner,
    cancel: CancelToken,
    control: BatchControl | None = None,
) -> Generator[BatchEvent, None, None]:
    """Analyse what is not finished in a folder.

    Args:
        options: What to do.
        runner: What runs the tasks; it is stopped at the end.
        cancel: Ends the run early, without BatchFinished; what is finished is kept.
        control: By which a person pauses it, or has single items left out or done again.

    Yields:
        Events in the order of `core.batch.records`.

    Raises:
        AnalysisError: Nothing can be analysed (any more); what is finished is kept.
    """
    batch = Batch(options, runner, control)
    try:
        yield from batch.scan(cancel)
        if not cancel.is_cancelled and batch.state.counts.files:
            yield from batch.prepare(cancel)
            yield from batch.work(cancel)
        if not cancel.is_cancelled:
            yield batch.finish()
    finally:
        batch.close()
