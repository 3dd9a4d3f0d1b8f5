# SPDX-License-Identifier: Apache-2.0
"""`facewitness verify`: says what holds, what does not, and what could not be found out."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from core.cancel import CancelToken
from core.cli.background import in_background
from core.cli.exits import Exit
from core.cli.progress import ProgressDisplay
from core.events import AnalysisCompleted, Event
from core.pipeline import analyze
from core.records import AnalysisResult
from core.reproducibility import REPEATABLE
from core.settings import AnalysisRequest, AnalysisSettings
from core.signing.validation import load_roots
from core.text import printable
from core.verify.check import VerifyOptions, verify_path
from core.verify.findings import Check, Status, first_failure

_SIGNS = {Status.HOLDS: "holds  ", Status.FAILS: "FAILS  ", Status.UNKNOWN: "unknown"}


def run_verify(
    path: Path,
    evidence: Path | None,
    trust: Sequence[Path],
    say: Callable[[str], None],
    *,
    repeat: bool,
    as_json: bool,
    quiet: bool,
) -> Exit:
    """Check a file or a folder and print what was found.

    Args:
        path: What is checked.
        evidence: The analysed file, or None.
        trust: Root certificates.
        say: Takes a line for stdout.
        repeat: Whether the analysis is run again.
        as_json: One JSON line instead of text.
        quiet: No progress of the repetition.

    Raises:
        SettingsError: There is nothing of ours at the path, or a root cannot be read.
        KeyboardInterrupt: Ctrl-C.
    """

    def again(file: Path, settings: AnalysisSettings) -> AnalysisResult:
        return _analyze(file, settings, quiet=quiet)

    options = VerifyOptions(evidence, load_roots(trust), again if repeat else None)
    checks: list[Check] = []
    for check in verify_path(path, options):
        checks.append(check)
        if not as_json:
            say(_line(check))
    failure = first_failure(checks)
    if as_json:
        say(json.dumps(_as_json(checks, failure), separators=(",", ":")))
    elif failure is not None:
        say(f"Verification failed. First: {failure.subject}: {failure.what}: {failure.detail}")
    else:
        held = sum(check.status is Status.HOLDS for check in checks)
        unknown = sum(check.status is Status.UNKNOWN for check in checks)
        say(f"Nothing was found that does not hold: {held} checks hold, {unknown} unknown.")
    if repeat and not as_json:
        say(REPEATABLE)
    return Exit.DONE if failure is None else Exit.VERIFICATION


def _line(check: Check) -> str:
    detail = f": {printable(check.detail)}" if check.detail else ""
    return f"{_SIGNS[check.status]} {check.subject}: {check.what}{detail}"


def _as_json(checks: Sequence[Check], failure: Check | None) -> dict[str, object]:
    def plain(check: Check) -> dict[str, str]:
        return {
            "subject": check.subject,
            "what": check.what,
            "status": check.status.value,
            "detail": printable(check.detail),
        }

    return {
        "verified": failure is None,
        "first_failure": None if failure is None else plain(failure),
        "checks": [plain(check) for check in checks],
    }


def _analyze(file: Path, settings: AnalysisSettings, *, quiet: bool) -> AnalysisResult:
    """Run an analysis in the background, so that Ctrl-C is always heard."""

    def events(cancel: CancelToken) -> Generator[Event, None, None]:
        yield from analyze(AnalysisRequest(file, settings), cancel)

    with ProgressDisplay(file.name, quiet=quiet) as display:
        for event in in_background(events, CancelToken()):
            display.show(event)
            if isinstance(event, AnalysisCompleted):
                return event.result
    raise KeyboardInterrupt
