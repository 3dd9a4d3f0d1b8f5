# SPDX-License-Identifier: Apache-2.0
"""Worker processes of a test: quick ones, and such that a file of a certain name can bring down.

A Dask plugin, since it also reaches the processes that take the place of those that died.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from distributed import Client, LocalCluster, WorkerPlugin

from core.batch import on_worker, task
from core.batch.fingerprint import ToolFacts
from core.batch.local import LocalProcesses
from core.cancel import CancelToken
from core.detectors.catalog import describe_detectors
from core.engines.catalog import select_engine
from core.events import Event
from core.faces.catalog import describe_face_detector
from core.pipeline import AnalysisTools
from core.settings import AnalysisRequest, AnalysisSettings
from tests.core.batch.quick import analyze_quickly


def tools_without_networks(settings: AnalysisSettings, **_: object) -> Any:
    """What describes the shipped tools, without the seconds that loading takes."""
    return SimpleNamespace(
        face_detector=SimpleNamespace(version=describe_face_detector(settings.faces.detector_id)),
        detectors=SimpleNamespace(
            selection=select_engine(settings.engine, settings.device),
            runs=describe_detectors(settings.detectors),
        ),
    )


def analyze_with_faults(
    request: AnalysisRequest, cancel: CancelToken, *, tools: Any
) -> Iterator[Event]:
    """Do what the file's name says."""
    name = request.path.name
    if name.startswith("crash"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("hang"):
        time.sleep(600)
    if name.startswith("hungry"):
        eaten = []
        while True:
            eaten.append(bytearray(os.urandom(1 << 20)) * 50)
            time.sleep(0.02)
    if name.startswith("patient"):
        while not cancel.is_cancelled:
            time.sleep(0.01)
        return
    if name.startswith("slow"):
        time.sleep(1.0)
    yield from analyze_quickly(request, cancel, tools=tools)


class Faults(WorkerPlugin):
    """Installs the above in a worker process.

    Args:
        version: Tool version that one worker, the first by name, states instead of its own.
        is_blind: Whether the workers do not see the client's folders.
    """

    name = "faults"

    def __init__(self, version: str = "", *, is_blind: bool = False) -> None:
        self.version = version
        self.is_blind = is_blind

    def setup(self, worker: Any) -> None:
        setattr(AnalysisTools, "load", tools_without_networks)  # noqa: B010
        setattr(task, "analyze", analyze_with_faults)  # noqa: B010
        if self.is_blind:
            setattr(on_worker.Probe, "fits", lambda _: False)  # noqa: B010
        if self.version and str(worker.name) == "0":
            real = ToolFacts.of
            other = staticmethod(lambda tools: replace(real(tools), version=self.version))
            setattr(ToolFacts, "of", other)  # noqa: B010


class QuickProcesses(LocalProcesses):
    """Local worker processes with the faults in them."""

    def connect(self) -> Client:
        client = super().connect()
        client.register_plugin(Faults())
        return client


def install(cluster: LocalCluster, faults: Faults) -> None:
    """Bring faults to an existing cluster."""
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        client.register_plugin(faults)
