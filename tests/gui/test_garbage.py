# SPDX-License-Identifier: Apache-2.0
"""Garbage is collected on the window's thread, and only there."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from gui.lifecycle.garbage import FULL_PERIODS, GarbageCollector


class Node:
    """Part of a cycle."""

    def __init__(self) -> None:
        self.me = self


def litter() -> tuple[weakref.ref[Node], list[Node]]:
    """Leave a cycle behind, and enough young objects to make a collection due."""
    lost = weakref.ref(Node())
    return lost, [Node() for _ in range(2 * gc.get_threshold()[0])]


def test_a_worker_that_allocates_collects_nothing(qtbot: QtBot) -> None:
    collector = GarbageCollector(lambda: False)
    found: list[object] = []

    def work() -> None:
        lost, kept = litter()
        found.extend([lost(), kept])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    collector.stop()
    assert isinstance(found[0], Node)


def test_the_window_collects_what_a_worker_left(qtbot: QtBot) -> None:
    collector = GarbageCollector(lambda: False)
    lost, kept = litter()
    assert lost() is not None
    qtbot.waitUntil(lambda: lost() is None)
    collector.stop()
    assert len(kept) > 0
    assert gc.isenabled()


def test_old_garbage_waits_until_nothing_is_being_analysed(qtbot: QtBot) -> None:
    is_idle = False
    collector = GarbageCollector(lambda: is_idle)
    node = Node()
    lost = weakref.ref(node)
    gc.collect(1)
    gc.collect(1)  # now it is old
    del node
    for _ in range(2 * FULL_PERIODS):
        collector.collect()
    assert lost() is not None
    is_idle = True
    collector.collect()
    assert lost() is None
    collector.stop()
