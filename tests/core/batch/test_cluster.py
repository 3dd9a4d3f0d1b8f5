# SPDX-License-Identifier: Apache-2.0
"""A real Dask cluster with worker processes of its own, on the loopback interface."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from distributed import Client, LocalCluster, Security

from core.batch import existing
from core.batch.cluster import ClusterRunner
from core.batch.existing import ExistingCluster, TlsFiles
from core.batch.path_map import PathMap
from core.batch.records import ItemFinished
from core.batch.run import run_batch
from core.cancel import CancelToken
from core.demo import DemoClip
from core.errors import ClusterError, ClusterMismatchError, SettingsError
from core.settings import AnalysisSettings, Sampling
from tests.core.batch.faults import Faults, install
from tests.core.batch.folders import (
    differences,
    items,
    make_folder,
    make_options,
    outcomes,
    run,
    snapshot,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="kills processes"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@contextmanager
def started(workers: int = 2, **options: object) -> Iterator[LocalCluster]:
    cluster = LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        memory_limit=0,
        **options,
    )
    try:
        yield cluster
    finally:
        cluster.close()


@pytest.fixture(scope="module")
def quick_cluster() -> Iterator[LocalCluster]:
    """Two workers without networks."""
    with started() as cluster:
        install(cluster, Faults())
        yield cluster


def runner_for(cluster: LocalCluster, *maps: str) -> ClusterRunner:
    return ClusterRunner(ExistingCluster(cluster.scheduler_address), PathMap.parse(list(maps)))


def test_a_worker_that_is_killed_costs_a_retry_and_no_score(
    tmp_path: Path, demo_clip: DemoClip
) -> None:
    """The same real analysis here and there, with a worker killed in the middle."""
    folder = make_folder(tmp_path / "in", images=3)
    shutil.copy(demo_clip.path, folder / "clip.mp4")
    settings = AnalysisSettings(sampling=Sampling("fps", 1))
    run(make_options(folder, tmp_path / "here", settings=settings))
    killed = 0
    with started() as cluster:
        with Client(cluster.scheduler_address, set_as_default=False) as client:
            pids = sorted(client.run(os.getpid).values())
        options = make_options(folder, tmp_path / "there", settings=settings, threads=None)
        for event in run_batch(options, runner_for(cluster), CancelToken()):
            if isinstance(event, ItemFinished) and not killed:
                killed = pids[0]
                os.kill(killed, signal.SIGKILL)
    assert killed
    assert any(item.faces_scored for item in items(tmp_path / "there").values())
    assert differences(snapshot(tmp_path / "there"), snapshot(tmp_path / "here")) == []


def test_a_file_that_kills_every_worker_is_given_up(
    tmp_path: Path, quick_cluster: LocalCluster
) -> None:
    folder = make_folder(tmp_path / "in")
    (folder / "image1.png").rename(folder / "crash.png")
    run(make_options(folder, tmp_path / "out"), runner_for(quick_cluster))
    found = outcomes(tmp_path / "out")
    assert found.pop("crash.png") == "could_not_evaluate worker_crashed"
    assert found["image0.png"] == "not_applicable no_face"
    # Its copy may be harmless under another name, and is listed with it all the same.
    assert items(tmp_path / "out")["sub/copy.png"].same_as is not None


def test_mapped_paths_are_opened_by_the_workers(
    tmp_path: Path, quick_cluster: LocalCluster
) -> None:
    folder = make_folder(tmp_path / "here")
    shutil.copytree(folder, tmp_path / "there")
    runner = runner_for(quick_cluster, f"{folder}={tmp_path / 'there'}")
    run(make_options(folder, tmp_path / "out"), runner)
    assert outcomes(tmp_path / "out")["image0.png"] == "not_applicable no_face"
    assert "sent" not in runner.where


def test_a_mapped_folder_that_workers_do_not_see_is_an_error(
    tmp_path: Path, quick_cluster: LocalCluster
) -> None:
    folder = make_folder(tmp_path / "in")
    with pytest.raises(ClusterError, match="does not see"):
        run(
            make_options(folder, tmp_path / "out"),
            runner_for(quick_cluster, f"{folder}=/nowhere"),
        )


def test_workers_without_the_folder_get_the_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_folder(tmp_path / "in")
    (folder / "image2.png").write_bytes((folder / "image2.png").read_bytes() + bytes(100_000))
    monkeypatch.setattr("core.batch.cluster.MAX_SENT_BYTES", 50_000)
    with started(1) as cluster:
        install(cluster, Faults(is_blind=True))
        runner = runner_for(cluster)
        run(make_options(folder, tmp_path / "out"), runner)
    found = outcomes(tmp_path / "out")
    assert "sent" in runner.where
    assert found["image0.png"] == "not_applicable no_face"
    assert found["image2.png"] == "could_not_evaluate limit_exceeded"


def test_a_worker_of_another_version_is_refused_before_work_starts(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "in")
    with started() as cluster:
        install(cluster, Faults(version="0.0.1"))
        with pytest.raises(ClusterMismatchError, match=r"version 0\.0\.1 instead of"):
            run(make_options(folder, tmp_path / "out"), runner_for(cluster))
    assert not list((tmp_path / "out" / "items").iterdir())


def test_certificates_are_passed_through(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "in", images=2)
    security = Security.temporary()
    for name, text in (
        ("ca", security.tls_ca_file),
        ("cert", security.tls_client_cert),
        ("key", security.tls_client_key),
    ):
        (tmp_path / f"{name}.pem").write_text(text)
    files = TlsFiles(tmp_path / "ca.pem", tmp_path / "cert.pem", tmp_path / "key.pem")
    with started(1, security=security, protocol="tls://") as cluster:
        with Client(cluster, set_as_default=False) as client:
            client.register_plugin(Faults())
        runner = ClusterRunner(ExistingCluster(cluster.scheduler_address, files))
        run(make_options(folder, tmp_path / "out"), runner)
    assert outcomes(tmp_path / "out")["image0.png"] == "not_applicable no_face"


def test_a_scheduler_that_is_not_there_is_an_error_with_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(existing, "_CONNECT_S", 0.5)
    folder = make_folder(tmp_path / "in")
    runner = ClusterRunner(ExistingCluster("tcp://127.0.0.1:9"))
    with pytest.raises(ClusterError, match="No Dask scheduler") as caught:
        run(make_options(folder, tmp_path / "out"), runner)
    assert caught.value.advice


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "http://x:1", "tls://x:1"])
def test_addresses_and_certificates_are_checked(address: str) -> None:
    with pytest.raises(SettingsError):
        ExistingCluster(address)
