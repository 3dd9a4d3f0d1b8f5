# SPDX-License-Identifier: Apache-2.0
"""Time of the PDF of the sample clip: pictures fetched from the evidence, document set and written.

The clip is analyzed first, untimed. Prints each run and its parts, the median and the most. On a
busy machine the processor time, ours and the decoder's process's, tells more than the clock.
"""

from __future__ import annotations

import argparse
import io
import os
import statistics
import tempfile
import time
from pathlib import Path

from core.cancel import CancelToken
from core.demo import make_demo_clip
from core.dossier import Dossier, ReportStyle
from core.events import AnalysisCompleted
from core.explaining import explain_key_frames
from core.gathering import gather
from core.pipeline import analyze
from core.records import AnalysisResult
from core.report.pdf.languages import languages
from core.report.pdf_report import write_pdf
from core.settings import AnalysisRequest


def analyzed(clip: Path) -> AnalysisResult:
    """Analyze a clip with the default settings."""
    *_, last = analyze(AnalysisRequest(clip), CancelToken())
    if not isinstance(last, AnalysisCompleted):
        raise SystemExit("the analysis did not complete")
    return last.result


def main() -> None:
    """Time the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--language", default="en", choices=languages())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clip = Path(folder) / "demo.mp4"
        make_demo_clip(clip)
        dossier = Dossier(analyzed(clip), style=ReportStyle(language=options.language))
        totals, processor = [], []
        for _ in range(options.runs):
            start, used = time.perf_counter(), sum(os.times()[:4])
            gathered = explain_key_frames(gather(dossier, clip))
            middle = time.perf_counter()
            stream = io.BytesIO()
            write_pdf(gathered, stream)
            end = time.perf_counter()
            totals.append(end - start)
            processor.append(sum(os.times()[:4]) - used)
            print(
                f"{end - start:5.2f} s: {len(gathered.key_frames)} pictures fetched in "
                f"{middle - start:.2f} s, {len(stream.getvalue()):,} bytes set in "
                f"{end - middle:.2f} s, processor {processor[-1]:.2f} s"
            )
        print(
            f"median {statistics.median(totals):.2f} s, most {max(totals):.2f} s, processor "
            f"{statistics.median(processor):.2f} s, {os.cpu_count()} cores, load "
            f"{os.getloadavg()[0]:.1f}"
        )


if __name__ == "__main__":
    main()
