# SPDX-License-Identifier: Apache-2.0
"""Every setting can be written as text and read back, whatever fields there are."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingsError
from core.settings import AnalysisSettings, FaceSettings, OperatingPoint, Sampling
from core.settings_text import (
    changed_settings,
    read_settings,
    setting_fields,
    setting_text,
    value_of,
)


def test_every_field_of_every_record_is_a_setting() -> None:
    paths = {field.path for field in setting_fields()}
    expected = {field.name for field in dataclasses.fields(AnalysisSettings)} - {"faces", "limits"}
    assert expected < paths
    assert {f"faces.{field.name}" for field in dataclasses.fields(FaceSettings)} < paths
    assert "sampling" in paths  # written in one piece, as on the command line


@pytest.mark.parametrize("field", setting_fields(), ids=lambda field: field.path)
def test_each_default_is_read_back_from_its_text(field: object) -> None:
    path = field.path  # type: ignore[attr-defined]
    text = setting_text(value_of(AnalysisSettings(), path))
    assert read_settings({path: text}) == AnalysisSettings()


def test_defaults_have_no_changes() -> None:
    assert changed_settings(AnalysisSettings()) == {}


@given(st.floats(0, 1e6), st.integers(1, 100), st.floats(0, 1), st.floats(0, 1))
def test_changes_come_back_to_the_last_digit(size: float, batch: int, a: float, b: float) -> None:
    settings = AnalysisSettings(
        sampling=Sampling("every", 3),
        device="cpu",
        faces=FaceSettings(min_size_px=size),
        batch_size=batch,
        operating_points=(OperatingPoint("xception", max(a, b), min(a, b)),),
        detectors=("xception", "image_cnn"),
    )
    assert read_settings(changed_settings(settings)) == settings


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("faces.min_size", "3"),
        ("faces.min_size_px", "wide"),
        ("faces.min_size_px", "nan"),
        ("faces.min_size_px", "-1"),
        ("batch_size", "0"),
        ("batch_size", "1.5"),
        ("engine", "abacus"),
        ("sampling", "every:0.5"),
        ("operating_points", "xception:0.2:0.9"),
        ("operating_points", "xception:0.9"),
        ("operating_points", "xception:0.9:0.1,xception:0.8:0.1"),
    ],
)
def test_what_has_no_meaning_is_refused(path: str, text: str) -> None:
    with pytest.raises(SettingsError):
        read_settings({path: text})
