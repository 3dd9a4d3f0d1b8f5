# SPDX-License-Identifier: Apache-2.0
"""Checks, before the first file, that all workers of a cluster would give the same scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.batch import on_worker
from core.batch.fingerprint import ToolFacts, code_facts, differences
from core.batch.on_worker import Probe, WorkerFacts
from core.batch.records import TaskSpec
from core.errors import AnalysisError, ClusterError, ClusterMismatchError
from core.settings import AnalysisSettings

if TYPE_CHECKING:
    from distributed import Client

_WORKERS_WITHIN_S = 30.0
_LOADED_WITHIN_S = 300.0
_SAME_INSTALLATION = "Give all workers, and this machine, the same installation of FaceWitness."


def require_workers(client: Client) -> Mapping[str, Mapping[str, Any]]:
    """Give the workers by address; waits a while for the first.

    Raises:
        ClusterError: There is none.
    """
    try:
        client.wait_for_workers(1, timeout=_WORKERS_WITHIN_S)
    except TimeoutError as error:
        raise ClusterError(
            "The cluster has no workers.", advice="Start some, as docs/scale-out.md says."
        ) from error
    workers: Mapping[str, Mapping[str, Any]] = client.scheduler_info(n_workers=-1)["workers"]
    return workers


def describe_workers(
    client: Client, addresses: tuple[str, ...], spec: TaskSpec, probe: Probe
) -> dict[str, WorkerFacts]:
    """Have each worker load its networks and say what they are.

    Raises:
        ClusterMismatchError: One has another installation, or none.
        ClusterError: One did not answer.
        AnalysisError: As the worker has it: weights missing, no such engine ...
    """
    from distributed import wait

    asked = {
        address: client.submit(
            on_worker.describe,
            spec,
            probe,
            workers=[address],
            allow_other_workers=False,
            pure=False,
        )
        for address in addresses
    }
    try:
        with client.as_current():
            wait(list(asked.values()), timeout=_LOADED_WITHIN_S)
    except TimeoutError as error:
        raise ClusterError(
            "A worker did not load the networks in time.", advice="Look at its log."
        ) from error
    return {address: _answer(address, future) for address, future in asked.items()}


def _answer(address: str, future: Any) -> WorkerFacts:
    error = future.exception()
    if error is None:
        facts: WorkerFacts = future.result()
        return facts
    if isinstance(error, AnalysisError):
        raise error
    # It has no such module or record: another version, or no FaceWitness at all.
    raise ClusterMismatchError(
        f"The worker {address} cannot run this version of FaceWitness: "
        f"{type(error).__name__}: {error}.",
        advice=_SAME_INSTALLATION,
    ) from error


def require_same(settings: AnalysisSettings, found: Mapping[str, WorkerFacts]) -> ToolFacts:
    """Compare the workers with each other, and their code and weights with ours.

    Engine, device and libraries are the workers' own affair as long as they are the same on all
    of them: this machine analyses nothing.

    Raises:
        ClusterMismatchError: Two differ; the message says which and in what.
    """
    reference = next(iter(found.values())).facts
    ours = code_facts(settings)
    expected = replace(
        reference,
        version=ours.version,
        commit=ours.commit,
        face_detector=ours.face_detector,
        detectors=ours.detectors,
    )
    for address, worker in found.items():
        if other := differences(expected, worker.facts):
            raise ClusterMismatchError(
                f"The worker {address} would not give the same scores: {'; '.join(other)}.",
                advice=_SAME_INSTALLATION,
                worker=address,
                differences=other,
            )
    return reference
