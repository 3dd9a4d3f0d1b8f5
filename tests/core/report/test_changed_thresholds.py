# SPDX-License-Identifier: Apache-2.0
"""Thresholds that a person changed are used, and told wherever a result is reported."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from core.cli.app import make_settings
from core.detectors.catalog import describe_detectors
from core.dossier import MarkedFrame, ReportStyle
from core.engines.catalog import EngineSelection
from core.errors import ReportError, SettingsError
from core.evidence.custody import repeat_command
from core.report.json_report import result_as_json
from core.report.logo import MAX_SIZE_PX, read_logo
from core.report.pdf_report import write_pdf
from core.settings import AnalysisRequest, AnalysisSettings, FaceSettings, OperatingPoint
from core.verify.repeat import settings_of
from tests.core.report.dossiers import typical
from tests.core.report.pdf_reading import squeezed, text_of

POINT = OperatingPoint("xception", 0.9, 0.25)


def test_the_detectors_run_with_the_changed_thresholds_and_say_so() -> None:
    before = {run.detector_id: run for run in describe_detectors(())}
    after = {run.detector_id: run for run in describe_detectors((), (POINT,))}
    run = after["xception"]
    assert (run.support_threshold, run.no_support_threshold) == (0.9, 0.25)
    assert str(before["xception"].support_threshold) in run.limits[0]
    assert after["image_cnn"] == before["image_cnn"]


def test_thresholds_for_a_detector_that_is_not_there_are_refused() -> None:
    with pytest.raises(SettingsError, match="no detector"):
        describe_detectors((), (OperatingPoint("nobody", 0.9, 0.1),))


def test_the_command_repeats_every_changed_setting() -> None:
    settings = AnalysisSettings(
        faces=FaceSettings(min_size_px=36.5), batch_size=4, operating_points=(POINT,)
    )
    request = AnalysisRequest(Path("clip.mp4"), settings)
    words = repeat_command(request, EngineSelection("onnx", "cpu")).split()
    changes = [words[at + 1] for at, word in enumerate(words) if word == "--set"]
    again = make_settings("fps:5", "auto", "auto", None, "centerface", changes)
    assert again == settings


def test_a_repetition_takes_the_changed_thresholds_from_the_result() -> None:
    result = typical().result
    settings = dataclasses.asdict(AnalysisSettings(operating_points=(POINT,)))
    document = result_as_json(
        dataclasses.replace(result, run=dataclasses.replace(result.run, settings=settings))
    )
    assert settings_of(document).operating_points == (POINT,)


def test_the_pdf_says_on_its_first_page_and_beside_the_detector_that_they_changed() -> None:
    dossier = typical()
    settings = dict(dossier.result.run.settings) | {
        "operating_points": ({"detector_id": dossier.result.run.detectors[0].detector_id},)
    }
    run = dataclasses.replace(dossier.result.run, settings=settings)
    result = dataclasses.replace(dossier.result, run=run)
    stream = io.BytesIO()
    write_pdf(dataclasses.replace(dossier, result=result), stream)
    text = squeezed(text_of(stream.getvalue()))
    assert squeezed("The thresholds of a detector were changed for this run.") in text
    assert squeezed("The thresholds of this detector were changed by the settings") in text
    plain = io.BytesIO()
    write_pdf(dossier, plain)
    assert squeezed("thresholds of a detector were changed") not in squeezed(
        text_of(plain.getvalue())
    )


def test_logo_and_marked_frames_stand_in_the_pdf(tmp_path: Path) -> None:
    path = tmp_path / "logo.jpg"
    Image.new("RGB", (3000, 500), "#205080").save(path)
    logo = read_logo(path)
    with Image.open(io.BytesIO(logo)) as shown:
        assert shown.width <= MAX_SIZE_PX[0]
        assert shown.height <= MAX_SIZE_PX[1]
    dossier = dataclasses.replace(
        typical(),
        style=ReportStyle(logo=logo),
        marked_frames=(MarkedFrame(150, 6.0, "jaw line flickers"),),
    )
    stream, plain = io.BytesIO(), io.BytesIO()
    write_pdf(dossier, stream)
    write_pdf(dataclasses.replace(dossier, style=ReportStyle()), plain)
    assert squeezed("jaw line flickers") in squeezed(text_of(stream.getvalue()))
    assert pictures_on_first_page(stream.getvalue()) == 1
    assert pictures_on_first_page(plain.getvalue()) == 0


def pictures_on_first_page(content: bytes) -> int:
    document = pypdfium2.PdfDocument(content)
    try:
        image = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        return sum(one.type == image for one in document[0].get_objects())
    finally:
        document.close()


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"0" * 40])
def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(ReportError, match="logo"):
        read_logo(path)
    with pytest.raises(ReportError, match="logo"):
        read_logo(tmp_path / "absent.png")
