# SPDX-License-Identifier: Apache-2.0
"""The sub-commands for many files: `batch` and `watch`."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from core.batch.discovery import Scope
from core.batch.existing import ExistingCluster, TlsFiles
from core.batch.local import local_runner
from core.batch.log import BatchLog
from core.batch.options import BatchOptions
from core.batch.overview import MAX_FILES
from core.batch.path_map import PathMap
from core.batch.records import BatchEvent, BatchFinished, Counts, Item, ItemFinished
from core.batch.run import run_batch
from core.batch.runner import Runner
from core.batch.summary import counts_as_json, item_as_json
from core.batch.watch import Watch, watch_folder
from core.cancel import CancelToken
from core.cli.app import (
    _ALL_FORMATS,
    _FACE_DETECTOR,
    _SAMPLE,
    CaseFile,
    CaseId,
    Changes,
    Detector,
    Device,
    Engine,
    FaceDetectorId,
    Format,
    Operator,
    Out,
    Paper,
    Quiet,
    ReportLanguage,
    Sample,
    Verbose,
    app,
    make_settings,
    parse_formats,
    say,
    set_up_logging,
)
from core.cli.background import in_background
from core.cli.batch_progress import BatchDisplay, outcome_counts
from core.cli.exits import Exit
from core.cli.paperwork import read_paperwork
from core.cli.sealing import NoCaseLog
from core.cli.summary import outcome_words
from core.errors import SettingsError
from core.records import Outcome
from core.settings import MIB, AnalysisSettings, DeviceChoice, EngineChoice
from core.text import printable
from core.wording import ABSENCE_CAVEAT

Folder = Annotated[Path, typer.Argument(help="Folder with evidence; nothing is written there.")]
Recursive = Annotated[bool, typer.Option("--recursive", help="Enter subfolders.")]
Include = Annotated[
    list[str] | None,
    typer.Option(help="Only files like this, as *.mp4 or 2024/*; may be repeated."),
]
Exclude = Annotated[
    list[str] | None, typer.Option(help="Leave out files and folders like this; may be repeated.")
]
FollowLinks = Annotated[bool, typer.Option("--follow-links", help="Follow links, each once.")]
Workers = Annotated[
    int | None,
    typer.Option(min=0, max=256, help="Worker processes; 0 for none. 1 where not given."),
]
Scheduler = Annotated[
    str | None, typer.Option(help="Of a Dask cluster: tcp://HOST:PORT or tls://HOST:PORT.")
]
Mapping = Annotated[
    list[str] | None,
    typer.Option("--path-map", help="/here=/there: a folder as the cluster's workers call it."),
]
TlsCa = Annotated[Path | None, typer.Option("--tls-ca", help="PEM file of the cluster's CA.")]
TlsCert = Annotated[Path | None, typer.Option("--tls-cert", help="PEM file: our certificate.")]
TlsKey = Annotated[Path | None, typer.Option("--tls-key", help="PEM file: our key.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with the batch in --out.")]
JsonLines = Annotated[bool, typer.Option("--json", help="A line of JSON a file on stdout.")]
FailOn = Annotated[
    list[Outcome] | None,
    typer.Option(help="Exit code 6 where a file has this outcome; may be repeated."),
]
TimeLimit = Annotated[
    float | None, typer.Option(min=1, help="Seconds that one file may take; no limit by default.")
]
MemoryLimit = Annotated[
    int | None,
    typer.Option(min=1024, help="MiB for a decoder, and for a worker process of this machine."),
]

Settle = Annotated[
    float, typer.Option(min=0.1, help="Seconds without change before a file is analysed.")
]
Poll = Annotated[float, typer.Option(min=0.1, help="Seconds between two looks.")]
_WATCH = Watch()


@app.command()
def batch(
    folder: Folder,
    out: Out,
    recursive: Recursive = False,
    include: Include = None,
    exclude: Exclude = None,
    follow_links: FollowLinks = False,
    workers: Workers = None,
    scheduler: Scheduler = None,
    path_map: Mapping = None,
    tls_ca: TlsCa = None,
    tls_cert: TlsCert = None,
    tls_key: TlsKey = None,
    resume: Resume = False,
    formats: Format = _ALL_FORMATS,
    sample: Sample = _SAMPLE,
    engine: Engine = "auto",
    device: Device = "auto",
    detector: Detector = None,
    face_detector: FaceDetectorId = _FACE_DETECTOR,
    changes: Changes = None,
    time_limit: TimeLimit = None,
    memory_limit: MemoryLimit = None,
    case_file: CaseFile = None,
    case_id: CaseId = None,
    operator: Operator = None,
    paper: Paper = "a4",
    language: ReportLanguage = "en",
    no_case_log: NoCaseLog = False,
    fail_on: FailOn = None,
    as_json: JsonLines = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Analyse a folder; goes on where it was with --resume."""
    set_up_logging(verbose=verbose)
    settings = _settings(sample, engine, device, detector, face_detector, changes, memory_limit)
    scope = Scope(recursive, tuple(include or ()), tuple(exclude or ()), follow_links)
    facts = {"case_id": case_id, "operator": operator}
    paperwork = read_paperwork(case_file, facts, paper=paper, language=language)
    options = BatchOptions(
        *(folder, out, settings, parse_formats(formats), scope, resume, time_limit),
        case=paperwork.case,
        style=paperwork.style,
    )
    if scheduler is not None:
        if workers is not None:
            raise SettingsError("--workers and --scheduler exclude each other.")
        tls = TlsFiles(tls_ca, tls_cert, tls_key)
        runner = _cluster_runner(ExistingCluster(scheduler, tls), PathMap.parse(path_map or []))
    else:
        if path_map or tls_ca or tls_cert or tls_key:
            raise SettingsError("--path-map and --tls-... go with --scheduler.")
        runner, options = local_runner(workers, _bytes(memory_limit), options)
    counts = _show(
        lambda cancel: run_batch(options, runner, cancel),
        None if no_case_log else BatchLog(options),
        folder,
        as_json=as_json,
        quiet=quiet,
    )
    raise typer.Exit(_exit_of(counts, fail_on or []))


@app.command()
def watch(
    folder: Folder,
    out: Out,
    recursive: Recursive = False,
    include: Include = None,
    exclude: Exclude = None,
    workers: Workers = None,
    settle: Settle = _WATCH.settle_s,
    poll: Poll = _WATCH.poll_s,
    formats: Format = _ALL_FORMATS,
    sample: Sample = _SAMPLE,
    engine: Engine = "auto",
    device: Device = "auto",
    detector: Detector = None,
    face_detector: FaceDetectorId = _FACE_DETECTOR,
    changes: Changes = None,
    time_limit: TimeLimit = None,
    memory_limit: MemoryLimit = None,
    case_file: CaseFile = None,
    case_id: CaseId = None,
    operator: Operator = None,
    paper: Paper = "a4",
    language: ReportLanguage = "en",
    no_case_log: NoCaseLog = False,
    as_json: JsonLines = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Analyse the files that come into a folder, until Ctrl-C; never changes anything in it."""
    set_up_logging(verbose=verbose)
    settings = _settings(sample, engine, device, detector, face_detector, changes, memory_limit)
    scope = Scope(recursive, tuple(include or ()), tuple(exclude or ()))
    facts = {"case_id": case_id, "operator": operator}
    paperwork = read_paperwork(case_file, facts, paper=paper, language=language)
    options = BatchOptions(
        *(folder, out, settings, parse_formats(formats), scope, True, time_limit),
        case=paperwork.case,
        style=paperwork.style,
    )
    runner, options = local_runner(workers, _bytes(memory_limit), options)
    pace = Watch(settle, poll)
    _show(
        lambda cancel: watch_folder(options, runner, pace, cancel),
        None if no_case_log else BatchLog(options),
        folder,
        as_json=as_json,
        quiet=quiet,
    )


def _settings(
    sample: str,
    engine: EngineChoice,
    device: DeviceChoice,
    detectors: list[str] | None,
    face_detector: str,
    changes: list[str] | None,
    memory_limit: int | None,
) -> AnalysisSettings:
    settings = make_settings(sample, engine, device, detectors, face_detector, changes)
    if memory_limit is None:
        return settings
    limits = replace(settings.limits, max_memory_bytes=memory_limit * MIB)
    return replace(settings, limits=limits)


def _cluster_runner(cluster: ExistingCluster, path_map: PathMap) -> Runner:
    from core.batch.cluster import ClusterRunner

    return ClusterRunner(cluster, path_map)


def _bytes(mib: int | None) -> int | None:
    return None if mib is None else mib * MIB


def _show(
    work: Callable[[CancelToken], Generator[BatchEvent, None, None]],
    log: BatchLog | None,
    folder: Path,
    *,
    as_json: bool,
    quiet: bool,
) -> Counts:
    """Run a batch in the background, log and show what it tells; results go to stdout."""
    counts = Counts()
    with BatchDisplay(folder.name or str(folder), quiet=quiet) as display, log or nullcontext():
        for event in in_background(work, CancelToken()):
            if log is not None:
                log.take(event)
            display.show(event)
            if isinstance(event, BatchFinished):
                counts = event.counts
            for line in _lines(event, as_json=as_json):
                if not display.print_above(line):
                    say(line)
    return counts


def _lines(event: BatchEvent, *, as_json: bool) -> Iterator[str]:
    """Give the lines of results that an event brings."""
    if isinstance(event, ItemFinished):
        yield _item_line(event.item, as_json=as_json)
    elif isinstance(event, BatchFinished):
        yield from _last_lines(event, as_json=as_json)


def _item_line(item: Item, *, as_json: bool) -> str:
    if as_json:
        return json.dumps({"event": "item", **item_as_json(item, None)}, allow_nan=False)
    assert item.outcome is not None  # noqa: S101  it is finished
    words = outcome_words(item.outcome, item.reason or None)
    copy = ", same bytes as another file" if item.same_as is not None else ""
    return f"{printable(item.path)}: {words}{copy}"


def _last_lines(event: BatchFinished, *, as_json: bool) -> Iterator[str]:
    counts = event.counts
    if as_json:
        yield json.dumps({"event": "summary", **counts_as_json(counts)}, allow_nan=False)
        return
    yield f"{counts.files} files: {', '.join(outcome_counts(counts.outcomes)) or 'none finished'}"
    if counts.duplicates:
        yield f"  {counts.duplicates} of them hold the same bytes as another one"
    if counts.passed:
        passed = ", ".join(
            f"{number} {why.replace('_', ' ')}" for why, number in sorted(counts.passed.items())
        )
        yield f"  passed: {passed}"
    if counts.outcomes.get(Outcome.NO_SUPPORT_FOUND):
        yield f"  {ABSENCE_CAVEAT}"
    for path in event.summary:
        yield f"  written: {printable(str(path))}"
    if counts.files > MAX_FILES:
        yield f"  no summary.pdf: it is written for up to {MAX_FILES} files; see summary.csv"


def _exit_of(counts: Counts, fail_on: list[Outcome]) -> Exit:
    if any(counts.outcomes.get(outcome) for outcome in fail_on):
        return Exit.OUTCOME
    if counts.outcomes.get(Outcome.COULD_NOT_EVALUATE):
        return Exit.NOT_EVALUATED
    return Exit.DONE
