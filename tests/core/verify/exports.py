# SPDX-License-Identifier: Apache-2.0
"""A signed export with a case log, made from results that agree with themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from core.dossier import Dossier
from core.evidence.case_log.entries import ItemEntries
from core.evidence.case_log.writer import CaseLog
from core.records import AnalysisResult, Coverage, FileFacts
from core.report.case_table import CaseItem, write_case_table
from core.report.catalog import export_reports
from core.report.export import ExportOptions
from core.settings import AnalysisSettings
from core.signing.signer import ReportSigner, load_signer
from tests.core.report.results import video_result
from tests.core.signing.keys import PASSPHRASE, root, write_p12

EVIDENCE = b"not a video, but bytes with a hash"


def result_on(content: bytes = EVIDENCE, name: str = "clip.mp4") -> AnalysisResult:
    """Give a result that says it is about these bytes, and whose counts add up."""
    sha256 = hashlib.sha256(content).hexdigest()
    plain = video_result(name, sha256)
    # The score of a face that was rejected is none, so nothing else has to change.
    return replace(
        plain,
        file=FileFacts(name, len(content), sha256, sha256),
        coverage=Coverage(None, 25, 1, 5, 5, 4, {"face_too_blurred": 1}),
    )


@cache
def _signer(folder: Path) -> ReportSigner:
    return load_signer(write_p12(folder / "key.p12"), PASSPHRASE)


def make_export(
    folder: Path, formats: Iterable[str] = ("json", "csv"), *, is_signed: bool = True
) -> Path:
    """Make an evidence folder, and beside it an export with everything; gives its folder."""
    evidence = folder / "evidence" / "clip.mp4"
    evidence.parent.mkdir()
    evidence.write_bytes(EVIDENCE)
    (folder / "root.pem").write_bytes(root().pem())
    out = folder / "out"
    out.mkdir()
    options = ExportOptions(seal=_signer(folder) if is_signed else None)
    with CaseLog(out / "case-log.jsonl", operator="A. Examiner") as log:
        item = ItemEntries(1, evidence)
        for entry in item.opened(AnalysisSettings()):
            log.write(entry.event, entry.facts)
        result = result_on()
        written = export_reports(
            Dossier(result, log_head=log.head), out, list(formats), options=options
        )
        items = [CaseItem(result, written)]
        written += write_case_table(items, out, log_head=log.head, options=options)
        for one in written:
            entry = item.exported(one.path, one.size_bytes, one.sha256)
            log.write(entry.event, entry.facts)
    return out
