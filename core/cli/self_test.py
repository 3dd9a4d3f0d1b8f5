# SPDX-License-Identifier: Apache-2.0
"""`facewitness self-test`: shows on this machine that the installed program works."""

from __future__ import annotations

import dataclasses
import json
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from core.cancel import CancelToken
from core.cli.app import Device, Engine, Verbose, app, say, set_up_logging
from core.cli.background import in_background
from core.cli.exits import Exit
from core.report.folders import prepare_folder
from core.self_test.records import StepResult
from core.self_test.run import run_self_test, self_test_settings
from core.settings import AnalysisSettings

NoWindow = Annotated[bool, typer.Option("--no-window", help="Leave the window out.")]
Keep = Annotated[
    Path | None, typer.Option(help="Folder that keeps the media and reports; else none is kept.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")]


@app.command("self-test")
def self_test(
    keep: Keep = None,
    no_window: NoWindow = False,
    engine: Engine = "auto",
    device: Device = "auto",
    as_json: AsJson = False,
    verbose: Verbose = False,
) -> None:
    """Try the installed program on media made here: weights, analysis, reports, window."""
    set_up_logging(verbose=verbose)
    settings = self_test_settings(AnalysisSettings(engine=engine, device=device))
    results = []
    with _folder(keep) as folder:

        def work(_cancel: CancelToken) -> Generator[StepResult, None, None]:
            yield from run_self_test(folder, settings, with_window=not no_window)

        for result in in_background(work, CancelToken()):
            results.append(result)
            if not as_json:
                say(_line(result))
    code = exit_of(results)
    if as_json:
        steps = [dataclasses.asdict(one) for one in results]
        say(json.dumps({"passed": code is Exit.DONE, "steps": steps}, allow_nan=False))
    else:
        say(_last_line(results))
    raise typer.Exit(code)


def exit_of(results: list[StepResult]) -> Exit:
    """Give the exit code: weights that are not as they must be count first."""
    failed = [one for one in results if not one.passed]
    if any(one.id.partition(":")[0] == "weights" for one in failed):
        return Exit.WEIGHTS
    return Exit.VERIFICATION if failed else Exit.DONE


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        prepare_folder(keep)
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="facewitness-self-test-") as name:
        yield Path(name)


def _line(result: StepResult) -> str:
    sign = "ok    " if result.passed else "FAILED"
    return f"{sign} {result.title}: {result.detail} ({result.seconds:.1f} s)"


def _last_line(results: list[StepResult]) -> str:
    failed = [one.title for one in results if not one.passed]
    if not failed:
        return f"All {len(results)} checks passed."
    return f"{len(failed)} of {len(results)} checks failed: {', '.join(failed)}."
