# SPDX-License-Identifier: Apache-2.0
"""What a person set once for all files: the analysis, the head of reports, the window.

Every field of these records has its place in the settings dialog and in the settings file without
a line there.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from core.dossier import CaseFacts, Paper, ReportStyle
from core.report.logo import read_logo
from core.settings import AnalysisSettings

Scheme = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class ReportHeader:
    """What stands at the head of each report.

    Attributes:
        case: Who asked for what; the laboratory and who works there.
        paper, language: Of the PDF; the language as ISO 639-1.
        logo: Path of a picture, or empty.
    """

    case: CaseFacts = field(default_factory=CaseFacts)
    paper: Paper = "a4"
    language: str = "en"
    logo: str = ""

    def style(self) -> ReportStyle:
        """Read the logo and give all that changes how a report looks; takes milliseconds.

        Raises:
            ReportError: The logo cannot be read.
        """
        logo = read_logo(Path(self.logo)) if self.logo else b""
        return ReportStyle(self.paper, self.language, logo)

    def of_item(self, item_id: str) -> ReportHeader:
        """Give the head for one item of several."""
        return dataclasses.replace(self, case=dataclasses.replace(self.case, item_id=item_id))


@dataclass(frozen=True, slots=True)
class WindowPreferences:
    """How the window looks.

    Attributes:
        language: ISO 639-1, or empty for the system's.
        scheme: Light or dark.
    """

    language: str = ""
    scheme: Scheme = "system"


@dataclass(frozen=True, slots=True)
class Preferences:
    """All of it."""

    analysis: AnalysisSettings = field(default_factory=AnalysisSettings)
    report: ReportHeader = field(default_factory=ReportHeader)
    window: WindowPreferences = field(default_factory=WindowPreferences)
