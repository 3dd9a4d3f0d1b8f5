# SPDX-License-Identifier: Apache-2.0
"""Heat maps for a report, by the real weights on the sample clip."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.cancel import CancelToken
from core.demo import DemoClip
from core.dossier import Dossier, KeyFrameReason
from core.errors import DetectorError, WeightsMismatchError
from core.events import AnalysisCompleted
from core.explaining import MAX_MAPS, FaceExplainer, explain_key_frames
from core.gathering import gather
from core.pipeline import AnalysisTools, analyze
from core.preprocess.align import crop_square
from core.preprocess.tensors import to_batch
from core.settings import AnalysisRequest, AnalysisSettings, Sampling


@pytest.fixture(scope="module")
def dossier(demo_clip: DemoClip, tools: AnalysisTools) -> Dossier:
    settings = AnalysisSettings(sampling=Sampling.parse("fps:2"))
    events = list(analyze(AnalysisRequest(demo_clip.path, settings), CancelToken(), tools=tools))
    completed = events[-1]
    assert isinstance(completed, AnalysisCompleted)
    return gather(Dossier(completed.result), demo_clip.path)


def test_only_the_highest_scores_get_a_map_over_the_crop_that_was_scored(
    dossier: Dossier, tools: AnalysisTools
) -> None:
    explained = explain_key_frames(dossier, tools.detectors)
    with_maps = [frame for frame in explained.key_frames if frame.heat_map is not None]
    assert 1 <= len(with_maps) <= MAX_MAPS
    spec = next(d.input for d in tools.detectors.image if d.run.detector_id == "xception")
    for frame in with_maps:
        assert frame.choice.reason is KeyFrameReason.HIGHEST_SCORE
        assert frame.heat_map is not None
        assert frame.heat_map.detector_id == "xception"
        assert frame.heat_map.values.max() == 1
        left, top, side = crop_square(frame.choice.faces[0].bbox, spec)
        assert frame.heat_map.bbox == (left, top, left + side, top + side)
    maps = [frame.heat_map.values for frame in with_maps if frame.heat_map is not None]
    assert len(maps) < 2 or not np.array_equal(maps[0], maps[1])


def test_a_report_without_loaded_detectors_gets_the_same_maps(
    dossier: Dossier, tools: AnalysisTools
) -> None:
    one, other = explain_key_frames(dossier, tools.detectors), explain_key_frames(dossier)
    for first, second in zip(one.key_frames, other.key_frames, strict=True):
        assert (first.heat_map is None) == (second.heat_map is None)
        if first.heat_map is not None and second.heat_map is not None:
            assert np.array_equal(first.heat_map.values, second.heat_map.values)


def test_other_weights_than_those_that_ran_explain_nothing(
    dossier: Dossier, tools: AnalysisTools
) -> None:
    runs = tuple(replace(run, weights_sha256="0" * 64) for run in dossier.result.run.detectors)
    result = replace(dossier.result, run=replace(dossier.result.run, detectors=runs))
    explained = explain_key_frames(replace(dossier, result=result), tools.detectors)
    assert all(frame.heat_map is None for frame in explained.key_frames)


def test_a_dossier_without_pictures_loads_nothing(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.explaining.load_detectors", None)
    empty = replace(dossier, key_frames=())
    assert explain_key_frames(empty) is empty


def test_a_close_up_is_what_the_network_read_and_its_map_the_report_s(
    dossier: Dossier, tools: AnalysisTools
) -> None:
    explained = explain_key_frames(dossier, tools.detectors)
    frame = next(one for one in explained.key_frames if one.heat_map is not None)
    face, runs = frame.choice.faces[0], {run.detector_id: run for run in tools.detectors.runs}
    explainer = FaceExplainer()
    close_up = explainer.close_up(frame.pixels, face.bbox, runs["xception"])
    detector = next(one for one in tools.detectors.image if one.id == "xception")
    score = detector.predict(to_batch([close_up.crop], detector.input)).scores[0]
    assert score == pytest.approx(face.scores["xception"], abs=1e-5)
    assert frame.heat_map is not None
    assert close_up.place == frame.heat_map.bbox
    assert close_up.can_explain
    found = explainer.heat_map(close_up, runs["xception"])
    assert np.allclose(found, frame.heat_map.values, atol=1e-5)


def test_no_close_up_for_other_weights_or_a_detector_of_sequences(
    dossier: Dossier, tools: AnalysisTools
) -> None:
    frame, explainer = dossier.key_frames[0], FaceExplainer()
    bbox = frame.choice.faces[0].bbox
    runs = {run.detector_id: run for run in tools.detectors.runs}
    with pytest.raises(WeightsMismatchError, match="not those that ran"):
        explainer.close_up(frame.pixels, bbox, replace(runs["xception"], weights_sha256="0" * 64))
    with pytest.raises(DetectorError, match="no single faces"):
        explainer.close_up(frame.pixels, bbox, runs["xception_gru"])
