# SPDX-License-Identifier: Apache-2.0
"""What a person asks of a batch: to pause, to leave items out, to do them again.

A running batch is the one writer of its state, so that it grants wishes itself, between two files;
where none runs, `BatchState` is opened for the moment and the same wish is granted to it.
"""

from __future__ import annotations

import enum
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from core.batch.records import Item
from core.batch.state import BatchState


class WishKind(enum.StrEnum):
    """What can be asked for single items."""

    CANCEL = "cancel"
    RETRY = "retry"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish about some items; those that it cannot concern are passed over."""

    kind: WishKind
    item_ids: tuple[int, ...]

    @property
    def ends(self) -> tuple[int, ...]:
        """Ids of the items whose analysis is given up."""
        return () if self.kind is WishKind.RETRY else self.item_ids

    def grant(self, state: BatchState) -> tuple[Item, ...]:
        """Write it down.

        Returns:
            All items that are changed by it, as they are now; copies may change with originals.
        """
        copies = state.copies(self.item_ids)
        match self.kind:
            case WishKind.CANCEL:
                changed = state.withdraw(self.item_ids)
            case WishKind.REMOVE:
                changed = state.remove(self.item_ids)
            case WishKind.RETRY:
                changed = state.ask_again(self.item_ids)
                copies += self.item_ids
        if not changed:
            return ()
        ids = dict.fromkeys((*changed, *copies, *state.copies(changed)))
        return tuple(map(state.reader.item, ids))


class BatchControl:
    """Brings wishes from any thread to the one that runs the batch."""

    def __init__(self) -> None:
        """Let the batch go on."""
        self._wishes: queue.SimpleQueue[Wish] = queue.SimpleQueue()
        self._is_paused = threading.Event()
        self._is_asked = threading.Event()

    @property
    def is_paused(self) -> bool:
        """Whether nothing more is to be begun."""
        return self._is_paused.is_set()

    def pause(self) -> None:
        """Begin nothing more; what is in work is brought to its end."""
        self._is_paused.set()
        self._is_asked.set()

    def resume(self) -> None:
        """Go on."""
        self._is_paused.clear()
        self._is_asked.set()

    def ask(self, wish: Wish) -> None:
        """Ask for something; it is heard before the next file is begun."""
        self._wishes.put(wish)
        self._is_asked.set()

    def taken(self) -> Iterator[Wish]:
        """Give the wishes since the last call; for the thread of the batch."""
        self._is_asked.clear()
        while not self._wishes.empty():
            yield self._wishes.get()

    def wait(self, timeout_s: float) -> None:
        """Wait until something is asked; for the thread of the batch."""
        self._is_asked.wait(timeout_s)
