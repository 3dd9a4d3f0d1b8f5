# SPDX-License-Identifier: Apache-2.0
"""Made-up batches for the window: thousands of files with known outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from core.batch.records import Counts, Item, ItemStarted, Status, WorkStarted
from core.errors import BatchError
from core.records import Outcome
from gui.models.batch import BatchModel, BatchPlace
from gui.states import BatchPhase

PLACE = BatchPlace(Path("/evidence/2026-114 seized drive"), Path("/cases/2026-114/batches/drive"))
_FOLDERS = ("DCIM/100CANON", "WhatsApp/Video", "Telegram/saved", "", "export (2)/a b/c")
_NAMES = ("VID_{0:04}.mp4", "interview {0}.mov", "IMG_{0:04}.JPG", "screen-{0}.png")
_SUPPORT, _NOTHING = Outcome.SUPPORT_FOR_MANIPULATION, Outcome.NO_SUPPORT_FOUND
_TURNS = (
    *((_NOTHING, "", ""),) * 9,
    (Outcome.NOT_APPLICABLE, "no_face", ""),
    (Outcome.NOT_APPLICABLE, "face_too_small", ""),
    *((_NOTHING, "", ""),) * 4,
    (Outcome.INCONCLUSIVE, "", ""),
    (_SUPPORT, "", ""),
    (Outcome.COULD_NOT_EVALUATE, "corrupt_media", "No frame can be decoded: the index is cut off."),
    *((Outcome.NOT_APPLICABLE, "too_few_frames", ""),) * 2,
)
_LR = {_SUPPORT: 1.42, _NOTHING: -0.87, Outcome.INCONCLUSIVE: 0.21}


def made_item(number: int, *, is_done: bool) -> Item:
    """A file of a batch."""
    name = _NAMES[number % 4].format(number)
    folder = _FOLDERS[number // 7 % 5]
    item = Item(
        number + 1,
        f"{folder}/{name}" if folder else name,
        size_bytes=1_400_000 + 7919 * number,
        modified_ns=0,
        status=Status.WAITING,
    )
    return finished(item) if is_done else item


def finished(item: Item) -> Item:
    """The same file with its outcome."""
    number = item.item_id - 1
    outcome, reason, message = _TURNS[number * 7 % len(_TURNS)]
    is_image = number % 4 >= 2
    lr = _LR.get(outcome)
    return replace(
        item,
        status=Status.DONE,
        sha256=f"{number:064x}",
        outcome=outcome,
        reason=reason,
        message=message,
        folder=f"items/{number}",
        kind="image" if is_image else "video",
        codec=("h264", "hevc", "JPEG", "PNG")[number % 4],
        frames_examined=1 if is_image else 40 + number % 300,
        faces_scored=0 if lr is None else 30 + number % 90,
        people=0 if reason == "no_face" else 1 + number % 3,
        log10_lr=None if lr is None else lr + (number % 17) / 40,
        duration_s=None if is_image else 8.0 + number % 700,
        seconds=3.2,
    )


def made_items(files: int, done: int) -> Iterator[Item]:
    """So many files, the first of them finished."""
    return (made_item(number, is_done=number < done) for number in range(files))


def counts_of(files: int, done: int) -> Counts:
    """What a state would count of them."""
    outcomes: dict[str, int] = {}
    for item in made_items(done, done):
        outcomes[str(item.outcome)] = outcomes.get(str(item.outcome), 0) + 1
    return Counts(files, done, outcomes=outcomes)


def play_batch(model: BatchModel, phase: BatchPhase, files: int = 2000, done: int = 740) -> None:
    """Bring a batch into a state that takes hours to come by: for pictures and for tests."""
    if phase is BatchPhase.EMPTY:
        model.show(None)
        return
    model.show(PLACE)
    model.put(made_items(files, done))
    counts = counts_of(files, done)
    model.apply((WorkStarted(replace(counts, finished=done - 40), 2, "2 worker processes"),))
    model.set_counts(counts)
    if phase.is_busy:
        for place, share in enumerate((0.62, 0.17)):
            model.apply((ItemStarted(made_item(done + place, is_done=False)),))
            model.table.progress({done + place + 1: share})
    error = None
    if phase is BatchPhase.FAILED:
        error = BatchError("The disk with the results is full.", advice="Free some space.")
    model.in_work = 2
    model.set_phase(phase, error)
