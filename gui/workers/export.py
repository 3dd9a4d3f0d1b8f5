# SPDX-License-Identifier: Apache-2.0
"""What the worker that writes reports is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from core.evidence.annotations import Annotations
from core.records import AnalysisResult
from gui.preferences.records import ReportHeader


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One file to report on.

    Attributes:
        evidence: The analysed file, whose folder is refused.
        annotations: What the analyst added to it.
    """

    result: AnalysisResult
    evidence: Path
    annotations: Annotations = field(default_factory=Annotations)


@dataclass(frozen=True, slots=True)
class ExportJob:
    """Results to write.

    Attributes:
        folder: Where the reports go; never the evidence's own folder.
        formats: Ids of report formats.
        header: What stands at the head of each report.
    """

    items: tuple[ReportItem, ...]
    folder: Path
    formats: tuple[str, ...]
    header: ReportHeader = field(default_factory=ReportHeader)


@dataclass(frozen=True, slots=True)
class PreviewJob:
    """Results whose PDF is to be seen before it is written."""

    items: tuple[ReportItem, ...]
    header: ReportHeader = field(default_factory=ReportHeader)


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF that was made and not written yet.

    Attributes:
        title: Name of the file it is about.
        content: The very bytes that are shown and, if the person wants, written.
        item: What it is about; None for the summary of several.
    """

    title: str
    content: bytes
    item: ReportItem | None


@dataclass(frozen=True, slots=True)
class SaveJob:
    """Documents that were seen, to be written as they are."""

    documents: tuple[Document, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class Written:
    """What is there now.

    Attributes:
        paths: Files, in the order in which they were written.
        left_out: Names of items that were not written since the person stopped it.
    """

    paths: tuple[Path, ...]
    left_out: tuple[str, ...] = ()
