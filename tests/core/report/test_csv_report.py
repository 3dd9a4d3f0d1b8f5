# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import csv
import io
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dossier import Dossier
from core.records import AnalysisResult
from core.report.csv_report import number_cell, text_cell, write_csv
from tests.core.judged import make_face, make_run, make_track
from tests.core.report.results import (
    RUN,
    many_tracks_result,
    no_face_result,
    unreadable_result,
    video_result,
)

HEADER = "frame_index,time_s,track_id,x0,y0,x1,y1,xception,xception_gru,rejected\r\n"


def written(result: AnalysisResult) -> str:
    stream = io.BytesIO()
    write_csv(Dossier(result), stream)
    assert not stream.closed
    return stream.getvalue().decode("utf-8")


def test_table_is_written_to_the_byte() -> None:
    assert written(video_result()) == HEADER + (
        "0,0,1,10.25,20,110,140.5,0.8,,\r\n"
        "0,0,2,10.25,20,110,140.5,0.05,,\r\n"
        "5,0.2,1,10.25,20,110,140.5,0.123457,,\r\n"
        "5,0.2,2,10.25,20,110,140.5,0.05,,\r\n"
        "10,0.4,1,10.25,20,110,140.5,,,\r\n"
        "10,0.4,2,10.25,20,110,140.5,0.05,,\r\n"
        "15,0.6,1,10.25,20,110,140.5,0.9,0.75,\r\n"
        "15,0.6,2,10.25,20,110,140.5,0.05,,\r\n"
        "20,0.8,1,10.25,20,110,140.5,,,face_too_blurred\r\n"
    )


@pytest.mark.parametrize("make", [no_face_result, unreadable_result])
def test_result_without_a_face_has_the_header_only(make: object) -> None:
    assert callable(make)
    assert written(make()) == HEADER


def test_every_face_has_a_row() -> None:
    rows = list(csv.reader(io.StringIO(written(many_tracks_result()), newline="")))
    assert len(rows) == 41
    assert {row[-1] for row in rows[1:]} == {"face_too_small"}


def test_gap_is_empty() -> None:
    faces = [make_face(0, math.nan)]
    row = written(replace(video_result(), tracks=(make_track(faces),))).splitlines()[1]
    assert row.endswith("140.5,,,")


def test_hostile_detector_id_is_no_formula() -> None:
    run = replace(RUN, detectors=(make_run("=cmd|' /C calc'!A0"),))
    header = written(replace(video_result(), run=run, tracks=())).splitlines()[0]
    assert ",'=cmd|' /C calc'!A0," in header


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r", "\n+", "\0", " =", "＝"])
def test_text_that_starts_a_formula_is_disarmed(sign: str) -> None:
    cell = text_cell(f"{sign}1+1")
    assert cell[0] in "'\\"


@given(st.text())
def test_no_text_cell_starts_a_formula_or_breaks_the_line(text: str) -> None:
    cell = text_cell(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0"))
    assert len(cell.splitlines()) <= 1
    assert cell.encode("utf-8").decode("utf-8") == cell


@given(st.floats(-1e6, 1e6))
def test_number_cell_reads_back(value: float) -> None:
    cell = number_cell(value)
    assert "e" not in cell.lower()
    assert cell != "-0"
    assert float(cell) == pytest.approx(value, abs=5.1e-7)


@pytest.mark.parametrize(
    ("value", "cell"),
    [(0.0, "0"), (-0.0, "0"), (100.0, "100"), (-3.5, "-3.5"), (1e-7, "0"), (math.nan, "")],
)
def test_number_cell_is_plain(value: float, cell: str) -> None:
    assert number_cell(value) == cell
