# SPDX-License-Identifier: Apache-2.0
"""One file of a batch as the table shows it, and the columns of that table."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from core.batch.records import Item, Status
from core.records import Outcome
from core.text import printable
from gui.models.columns import RIGHT, Column
from gui.states import ItemState
from gui.words.formatting import format_bytes, format_time
from gui.words.messages import (
    batch_state_words,
    likelihood_words,
    outcome_words,
    reason_words,
    translate,
)

TO_DO, CANCELLED = "to_do", "cancelled"
# The kinds by which rows are counted and filtered, in the order of their chips.
KINDS = (TO_DO, *(outcome.value for outcome in Outcome), CANCELLED)
_DIGITS = re.compile(r"(\d+)")
_GRAVEST_FIRST = {outcome: number for number, outcome in enumerate(Outcome)}
_STATE_ORDER = (ItemState.RUNNING, ItemState.WAITING, ItemState.DONE, ItemState.CANCELLED)

NaturalKey = tuple[tuple[int, int, str], ...]


def natural_key(text: str) -> NaturalKey:
    """Give what sorts `clip 9` before `clip 10`."""
    parts = _DIGITS.split(text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A file of a batch.

    Attributes:
        share: Of the file that is done, [0, 1], or None where it cannot be known.
        is_started: Whether it is being analysed now.
        name, place: File name, and folder relative to the batch's own; safe to show.
        kind: One of KINDS.
        message: What its outcome rests on, in a sentence or a few words.
        search: All its words in lower case.
        name_key, place_key: What names and places are sorted by.
    """

    item: Item
    share: float | None = None
    is_started: bool = False
    name: str = field(init=False)
    place: str = field(init=False)
    kind: str = field(init=False)
    message: str = field(init=False)
    search: str = field(init=False)
    name_key: NaturalKey = field(init=False)
    place_key: NaturalKey = field(init=False)

    def __post_init__(self) -> None:
        """Work out what thousands of comparisons would else work out again."""
        place, _, name = printable(self.item.path).rpartition("/")
        outcome = self.item.outcome
        reason, said = self.reason, printable(self.item.message)
        words = (name, place, outcome_words(outcome) if outcome else "", reason, self.codec, said)
        for key, value in {
            "name": name,
            "place": place,
            "kind": self._kind_of(),
            "message": said or reason,
            "search": "\n".join(words).casefold(),
            "name_key": natural_key(name),
            "place_key": natural_key(place),
        }.items():
            object.__setattr__(self, key, value)

    def _kind_of(self) -> str:
        if self.item.outcome is not None:
            return self.item.outcome.value
        return CANCELLED if self.item.status is Status.CANCELLED else TO_DO

    @property
    def state(self) -> ItemState:
        """Where its analysis stands."""
        if self.item.outcome is not None:
            return ItemState.DONE
        if self.item.status is Status.CANCELLED:
            return ItemState.CANCELLED
        return ItemState.RUNNING if self.is_started else ItemState.WAITING

    @property
    def state_text(self) -> str:
        """Where its analysis stands, in words."""
        return batch_state_words(self.state, is_copy=self.item.same_as is not None)

    @property
    def reason(self) -> str:
        """Why there is no score, in a few words; empty where there is one."""
        return reason_words(self.item.reason or None)

    @property
    def codec(self) -> str:
        """Of the stream that was analysed."""
        return printable(self.item.codec)

    def with_progress(self, share: float | None) -> BatchRow:
        """Give the same row, in work."""
        return replace(self, share=share, is_started=True)


def _size_tip(row: BatchRow) -> str:
    lines = [printable(row.item.path), format_bytes(row.item.size_bytes)]
    return "\n".join([*lines, f"SHA-256 {row.item.sha256}"] if row.item.sha256 else lines)


def _outcome_text(row: BatchRow) -> str:
    return outcome_words(row.item.outcome) if row.item.outcome else ""


def _strength_text(row: BatchRow) -> str:
    if row.item.log10_lr is not None:
        return f"{row.item.log10_lr:+.2f}"
    return "–" if row.item.outcome else ""


def _strength_tip(row: BatchRow) -> str:
    if row.item.log10_lr is None:
        return ""
    return likelihood_words(row.item.log10_lr)


def _faces_text(row: BatchRow) -> str:
    return str(row.item.people) if row.item.outcome else ""


def _faces_tip(row: BatchRow) -> str:
    if row.item.outcome is None:
        return ""
    return translate(
        "BatchTable", "{0} persons; {1} faces scored in {2} frames that were examined"
    ).format(row.item.people, row.item.faces_scored, row.item.frames_examined)


def _duration_text(row: BatchRow) -> str:
    if row.item.duration_s is not None:
        return format_time(row.item.duration_s)[:-4]
    return translate("BatchTable", "picture") if row.item.kind == "image" else ""


def _progress_text(row: BatchRow) -> str:
    """Give words for screen readers and copies; the cell itself shows a bar."""
    if row.state is ItemState.RUNNING and row.share is not None:
        return translate("BatchTable", "{0} % examined").format(int(row.share * 100))
    return ""


def _progress_key(row: BatchRow) -> float | None:
    return 1.0 if row.item.outcome else row.share


BATCH_COLUMNS: tuple[Column[BatchRow], ...] = (
    Column(
        lambda: translate("BatchTable", "File"),
        lambda row: row.name,
        _size_tip,
        key=lambda row: row.name_key,
    ),
    Column(
        lambda: translate("BatchTable", "State"),
        lambda row: row.state_text,
        key=lambda row: _STATE_ORDER.index(row.state),
    ),
    Column(lambda: translate("BatchTable", "Progress"), _progress_text, key=_progress_key),
    Column(
        lambda: translate("BatchTable", "Outcome"),
        _outcome_text,
        key=lambda row: _GRAVEST_FIRST[row.item.outcome] if row.item.outcome else None,
    ),
    Column(
        lambda: translate("BatchTable", "Strength"),
        _strength_text,
        _strength_tip,
        RIGHT,
        key=lambda row: row.item.log10_lr,
    ),
    Column(
        lambda: translate("BatchTable", "Faces"),
        _faces_text,
        _faces_tip,
        RIGHT,
        key=lambda row: row.item.people if row.item.outcome else None,
    ),
    Column(
        lambda: translate("BatchTable", "Duration"),
        _duration_text,
        alignment=RIGHT,
        key=lambda row: row.item.duration_s,
    ),
    Column(
        lambda: translate("BatchTable", "Codec"),
        lambda row: row.codec,
        key=lambda row: row.codec or None,
    ),
    Column(
        lambda: translate("BatchTable", "Message"),
        lambda row: row.message,
        lambda row: row.message,
        key=lambda row: row.message.casefold() or None,
    ),
    Column(
        lambda: translate("BatchTable", "Place"),
        lambda row: row.place,
        lambda row: row.place,
        key=lambda row: row.place_key,
    ),
)
FILE, STATE, PROGRESS, OUTCOME, STRENGTH, FACES, DURATION, CODEC, MESSAGE, PLACE = range(10)
