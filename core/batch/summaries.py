# SPDX-License-Identifier: Apache-2.0
"""Writes a batch's summaries: the tables now and then and at the end, the PDF at the end."""

from __future__ import annotations

import dataclasses
import json
import time
from datetime import UTC, datetime
from pathlib import Path

from core.batch.fingerprint import ToolFacts
from core.batch.options import BatchOptions
from core.batch.overview import MAX_FILES, batch_command, batch_summary, cards_of, facts_of_run
from core.batch.reader import BatchReader
from core.batch.records import Counts
from core.batch.summary import write_tables
from core.digests import sha256_of
from core.errors import ReportError
from core.evidence.custody import TOOL, tool_version
from core.report.atomic import new_files
from core.report.batch_summary import write_batch_pdf
from core.report.manifest import SUFFIX, Manifest, ManifestFile, make_manifest
from core.settings import AnalysisRequest, AnalysisSettings

PDF_NAME = "summary.pdf"
MANIFEST_NAME = f"summary{SUFFIX}"
# The tables are written anew at most so often, and take at most a twentieth of the time.
_EVERY_S = 5.0
_SHARE = 20


class Summaries:
    """The summary files of one batch."""

    def __init__(self, reader: BatchReader, options: BatchOptions) -> None:
        """Write nothing yet."""
        self._reader = reader
        self._options = options
        self._started_at = datetime.now(UTC)
        self._due_at = time.monotonic() + _EVERY_S

    @property
    def are_due(self) -> bool:
        """Whether the tables on the disk have become old."""
        return time.monotonic() >= self._due_at

    def write_tables(self) -> tuple[Path, ...]:
        """Write the tables of what is done so far, and their manifest.

        A report of an earlier end of the batch goes: it would not be of these tables.

        Raises:
            ReportError: They cannot be written.
        """
        started = time.monotonic()
        out = self._options.out
        try:
            for name in (MANIFEST_NAME, PDF_NAME):
                (out / name).unlink(missing_ok=True)
            written = write_tables(self._reader, out)
            self._write_manifest(written)
        except OSError as error:
            raise _refused(error) from error
        spent = time.monotonic() - started
        self._due_at = time.monotonic() + max(_EVERY_S, spent * _SHARE)
        return written

    def write_all(self, counts: Counts, facts: ToolFacts | None) -> tuple[Path, ...]:
        """Write the tables and, of a batch that one can look through, the report for people.

        Args:
            counts: Of the batch.
            facts: What its files were analysed with; None where nothing was.

        Returns:
            The files, their manifest last.

        Raises:
            ReportError: They cannot be written.
        """
        written = self.write_tables()
        listed = max(counts.files, sum(counts.passed.values()))
        try:
            if "pdf" in self._options.formats and listed <= MAX_FILES:
                written += (self._write_pdf(facts),)
            return (*written, self._write_manifest(written))
        except OSError as error:
            raise _refused(error) from error

    def _write_manifest(self, written: tuple[Path, ...]) -> Path:
        """Vouch for the summary's files, as each item's own manifest does for its reports."""
        target = self._options.out / MANIFEST_NAME
        files = tuple(_listed(path) for path in written)
        content = make_manifest(Manifest(f"{TOOL} {tool_version()}", None, None, files))
        with new_files((target,)) as (stream,):
            stream.write(content)
        return target

    def _write_pdf(self, facts: ToolFacts | None) -> Path:
        options, run, cards = self._options, None, {}
        if facts is not None:
            command = batch_command(options.folder, options.scope, options.settings, facts)
            request = AnalysisRequest(options.folder, options.settings, command)
            run = facts_of_run(request, facts, self._started_at)
            cards = cards_of(facts.detectors)
        summary = batch_summary(self._reader, run, cards, options.case, options.style)
        target = options.out / PDF_NAME
        with new_files((target,)) as (stream,):
            write_batch_pdf(summary, stream)
        return target


def _listed(path: Path) -> ManifestFile:
    with path.open("rb") as stream:
        return ManifestFile(path.name, path.stat().st_size, sha256_of(stream))


def _refused(error: OSError) -> ReportError:
    return ReportError(
        f"The summary cannot be written: {error.strerror or error}.",
        advice="Free some space; then go on with --resume.",
        errno=error.errno,
    )


def run_as_json(settings: AnalysisSettings, facts: ToolFacts) -> str:
    """Write down what the results were made with, for the summary and the window."""
    return json.dumps(
        {
            "version": facts.version,
            "commit": facts.commit,
            "engine": facts.selection.engine_id,
            "device": facts.selection.device,
            "face_detector": facts.face_detector,
            "detectors": [
                {"id": run.detector_id, "weights_sha256": run.weights_sha256}
                for run in facts.detectors
            ],
            "settings": dataclasses.asdict(settings),
            "versions": dict(facts.versions),
        },
        sort_keys=True,
    )
