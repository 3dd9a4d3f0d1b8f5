# SPDX-License-Identifier: Apache-2.0
"""The sub-commands and their options."""

from __future__ import annotations

import io
import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NoReturn

import typer
import typer.exceptions
from rich.console import Console

from core.cli.background import leave
from core.cli.exits import Exit, exit_for
from core.cli.logged import RunLog
from core.cli.paperwork import read_paperwork
from core.cli.run import FileReport, FileRunner, exit_of
from core.cli.sealing import (
    CaseLogFile,
    CsvBom,
    NoCaseLog,
    PassphraseFile,
    Sign,
    TimestampUrl,
    export_options,
)
from core.cli.summary import summary_lines
from core.errors import AnalysisError, SettingsError
from core.evidence.case_log.writer import DEFAULT_NAME
from core.faces.catalog import FACE_DETECTORS
from core.records import AnalysisResult
from core.report.catalog import REPORT_FORMATS
from core.report.folders import refuse_evidence_folder
from core.report.json_report import result_to_json_line
from core.report.pdf.languages import languages
from core.settings import (
    AnalysisSettings,
    DeviceChoice,
    EngineChoice,
    FaceSettings,
    Sampling,
)
from core.settings_text import read_settings
from core.text import printable

log = logging.getLogger(__name__)
app = typer.Typer(
    name="facewitness",
    help="Face-manipulation screening: finds every face, scores every face frame, reports.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_ALL_FORMATS = ",".join(one.id for one in REPORT_FORMATS)
_SAMPLE = str(Sampling())
_FACE_DETECTOR = FaceSettings().detector_id


class _Results(Console):
    """Standard output; where nobody reads it any more, as behind `head`, the run is interrupted."""

    def on_broken_pipe(self) -> None:
        """Do as Ctrl-C does; what the interpreter flushes at its end goes nowhere."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise KeyboardInterrupt


_OUT = _Results(highlight=False)
_ERR = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    """Write one line of results to stdout, as it stands."""
    _OUT.out(text)


def complain(error: AnalysisError) -> None:
    """Write an error and its advice to stderr."""
    _ERR.print(f"facewitness: {printable(error.message)}", emoji=False)
    if error.advice:
        _ERR.print(f"  {printable(error.advice)}", emoji=False)


Files = Annotated[list[Path], typer.Argument(help="Images and videos.", show_default=False)]
Out = Annotated[Path, typer.Option(help="Folder for the reports; made if it is not there.")]
Format = Annotated[str, typer.Option("--format", help=f"Any of {_ALL_FORMATS}, with commas.")]
Sample = Annotated[str, typer.Option(help="Frames to examine: all, every:N or fps:X.")]
Engine = Annotated[EngineChoice, typer.Option(help="What runs the networks.")]
Device = Annotated[DeviceChoice, typer.Option(help="Where the networks run.")]
Detector = Annotated[
    list[str] | None, typer.Option("--detector", help="Run only this one; may be repeated.")
]
Changes = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help="Change any other setting, as faces.min_size_px=40; may be repeated.",
    ),
]
FaceDetectorId = Annotated[
    str, typer.Option("--face-detector", help=", ".join(one.id for one in FACE_DETECTORS))
]
Json = Annotated[bool, typer.Option("--json", help="One line of JSON a file on stdout.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress on stderr.")]
CaseFile = Annotated[
    Path | None, typer.Option("--case-file", help="TOML file with the facts of the case.")
]
CaseId = Annotated[str | None, typer.Option("--case", help="Number of the case.")]
ItemId = Annotated[str | None, typer.Option("--item", help="Number of the item.")]
Operator = Annotated[str | None, typer.Option("--operator", help="Who runs the analysis.")]
Paper = Annotated[str, typer.Option("--paper", help="Paper of the PDF: a4 or letter.")]
ReportLanguage = Annotated[
    str, typer.Option("--language", help=f"Language of the PDF: {', '.join(languages())}.")
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Log what happens, to stderr.")]


def make_settings(
    sample: str,
    engine: EngineChoice,
    device: DeviceChoice,
    detectors: list[str] | None,
    face_detector: str,
    changes: list[str] | None = None,
) -> AnalysisSettings:
    """Read options into settings.

    Raises:
        SettingsError: An option has no meaning.
    """
    known = [one.id for one in FACE_DETECTORS]
    if face_detector not in known:
        raise SettingsError(f"expected a face detector of {', '.join(known)}, got {face_detector}")
    named = AnalysisSettings(
        sampling=Sampling.parse(sample),
        engine=engine,
        device=device,
        detectors=tuple(detectors or ()),
        faces=replace(FaceSettings(), detector_id=face_detector),
    )
    pairs = [change.partition("=") for change in changes or ()]
    for name, sign, _ in pairs:
        if not sign:
            raise SettingsError(f"expected --set NAME=VALUE, got {name!r}")
    return read_settings({name: text for name, _, text in pairs}, named)


def parse_formats(text: str) -> tuple[str, ...]:
    """Read a comma-separated list of report formats.

    Raises:
        SettingsError: One of them is not known.
    """
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    known = {one.id for one in REPORT_FORMATS}
    if not wanted or not set(wanted) <= known:
        raise SettingsError(f"expected formats of {_ALL_FORMATS}, got {text!r}")
    return wanted


@app.command()
def analyze(
    files: Files,
    out: Out,
    formats: Format = _ALL_FORMATS,
    sample: Sample = _SAMPLE,
    engine: Engine = "auto",
    device: Device = "auto",
    detector: Detector = None,
    face_detector: FaceDetectorId = _FACE_DETECTOR,
    changes: Changes = None,
    case_file: CaseFile = None,
    case_id: CaseId = None,
    item_id: ItemId = None,
    operator: Operator = None,
    paper: Paper = "a4",
    language: ReportLanguage = "en",
    case_log: CaseLogFile = None,
    no_case_log: NoCaseLog = False,
    csv_bom: CsvBom = False,
    sign: Sign = None,
    passphrase_file: PassphraseFile = None,
    timestamp_url: TimestampUrl = None,
    as_json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Analyse files and write their reports, a manifest, and what was done into a case log."""
    set_up_logging(verbose=verbose)
    settings = make_settings(sample, engine, device, detector, face_detector, changes)
    chosen = parse_formats(formats)
    facts = {"case_id": case_id, "item_id": item_id, "operator": operator}
    paperwork = read_paperwork(case_file, facts, paper=paper, language=language)
    log_file = None if no_case_log else case_log or out / DEFAULT_NAME
    for path in files:
        refuse_evidence_folder(out, path)
        if log_file is not None:
            refuse_evidence_folder(log_file.parent, path)
    options = export_options(sign, passphrase_file, timestamp_url, csv_bom=csv_bom)
    with closing(RunLog(log_file, paperwork.case.operator or None)) as log:
        runner = FileRunner(
            settings,
            out,
            chosen,
            quiet=quiet,
            paperwork=paperwork,
            log=log,
            options=options,
        )
        results = [_tell(runner.run(path), as_json=as_json) for path in files]
        if len(files) > 1:
            for report in runner.summarize():
                if not as_json:
                    say(f"written: {printable(str(report))}")
    raise typer.Exit(exit_of(results))


def _tell(done: FileReport, *, as_json: bool) -> AnalysisResult:
    """Print a finished file to stdout."""
    if as_json:
        say(result_to_json_line(done.result))
        return done.result
    for line in summary_lines(done.result):
        say(line)
    for report in done.reports:
        say(f"  written: {printable(str(report))}")
    return done.result


@app.command()
def verify(
    path: Annotated[Path, typer.Argument(help="Report, result, table, manifest, log or folder.")],
    evidence: Annotated[Path | None, typer.Option(help="The analysed file.")] = None,
    repeat: Annotated[bool, typer.Option("--repeat", help="Analyse it again and compare.")] = False,
    trust: Annotated[
        list[Path] | None, typer.Option(help="Root certificate, PEM or DER; may be repeated.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON on stdout.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check hashes, signatures and chains; names the first thing that does not hold."""
    from core.cli.verify import run_verify

    set_up_logging(verbose=verbose)
    raise typer.Exit(
        run_verify(path, evidence, trust or [], say, repeat=repeat, as_json=as_json, quiet=quiet)
    )


@app.command()
def models(engine: Engine = "auto", device: Device = "auto", verbose: Verbose = False) -> None:
    """List the detectors with their key figures, check their weights, list the devices."""
    from core.cli.models import model_lines

    set_up_logging(verbose=verbose)
    for line in model_lines(engine, device):
        say(line)


@app.command()
def demo(
    out: Out,
    engine: Engine = "auto",
    device: Device = "auto",
    paper: Paper = "a4",
    language: ReportLanguage = "en",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make a sample clip with a known manipulated span, analyse it, write every report."""
    from core.cli.demo import REPORT_FOLDER, run_demo

    set_up_logging(verbose=verbose)
    settings = AnalysisSettings(engine=engine, device=device)
    formats = tuple(one.id for one in REPORT_FORMATS)
    paperwork = read_paperwork(None, {}, paper=paper, language=language)
    with closing(RunLog(out / REPORT_FOLDER / DEFAULT_NAME)) as log:

        def runner(folder: Path) -> FileRunner:
            return FileRunner(settings, folder, formats, quiet=quiet, paperwork=paperwork, log=log)

        result = run_demo(out, runner, say)
    raise typer.Exit(exit_of([result]))


def set_up_logging(*, verbose: bool) -> None:
    """Send the log to stderr: errors, or with `verbose` warnings and milestones too."""
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO if verbose else logging.ERROR,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )


def guarded(command: Callable[[], object]) -> int:
    """Run a command and turn what stops it into an exit code."""
    try:
        command()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else Exit.USAGE
    except typer.exceptions.TyperException as error:
        _ERR.print(f"facewitness: {printable(error.format_message())}", emoji=False)
        return Exit.USAGE
    except AnalysisError as error:
        complain(error)
        return exit_for(error)
    except KeyboardInterrupt:
        _ERR.print("facewitness: interrupted; reports of finished files are complete")
        return Exit.INTERRUPTED
    except Exception:
        log.exception("unexpected error")
        _ERR.print("facewitness: unexpected error, see the log above; please report it")
        return Exit.NOT_EVALUATED
    return Exit.DONE


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A character that the terminal or the pipe cannot show must not end the run.
        sys.stdout.reconfigure(errors="backslashreplace")
    # Ended from outside, a run tidies up as it does for Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    words = sys.argv[1:] if arguments is None else arguments
    from core.cli import batch_commands, self_test  # noqa: F401  they stand on the options above

    command = typer.main.get_command(app)

    def call() -> None:
        # With its standalone mode typer would print errors in its own words and leave by itself.
        code = command.main(args=words, prog_name="facewitness", standalone_mode=False)
        if code == Exit.INTERRUPTED:
            raise KeyboardInterrupt
        raise SystemExit(code if isinstance(code, int) else Exit.DONE)

    leave(int(guarded(call)))
