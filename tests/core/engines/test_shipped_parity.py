# SPDX-License-Identifier: Apache-2.0
"""Both engines agree on crops of a real face with the weights that are shipped.

Gray and nearly gray crops are the hardest for `image_cnn`, whose filters then measure what rounding
leaves of color.
"""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import skimage.data

pytest.importorskip("tensorflow")

import resources
from core.cards import read_card
from core.engines.keras_engine import KerasEngine
from core.engines.onnx_engine import OnnxEngine
from core.preprocess.tensors import to_batch
from core.records import InputSpec
from core.reproducibility import SCORE_TOLERANCE

pytestmark = [pytest.mark.tf, pytest.mark.slow]

Picture = np.ndarray


def _crops(side: int) -> list[Picture]:
    """A face in color, in gray, nearly gray, dark and soft."""
    picture = skimage.data.astronaut()[30:200, 140:310]  # type: ignore[no-untyped-call]
    face = cv2.resize(picture, (side, side), interpolation=cv2.INTER_LINEAR)
    gray = np.repeat(cv2.cvtColor(face, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    changed = (
        face,
        gray,
        0.97 * gray + 0.03 * face,
        0.15 * face,
        cv2.GaussianBlur(face, (0, 0), 3),
        face[:, ::-1],
    )
    return [np.ascontiguousarray(crop).astype(np.uint8) for crop in changed]


@pytest.mark.parametrize("network_id", ["image_cnn", "xception"])
def test_engines_agree_on_a_real_face(network_id: str) -> None:
    folder = resources.path("weights") / network_id
    card = read_card(folder / "card.toml")
    content = (folder / "network.onnx").read_bytes()
    assert isinstance(card.input, InputSpec)
    batch = {"batch": to_batch(_crops(card.input.height), card.input)}
    found = OnnxEngine(content, card).run(batch)["score"]
    reference = KerasEngine(content, card).run(batch)["score"]
    assert np.ptp(reference) > 0.01
    assert np.abs(found - reference).max() <= SCORE_TOLERANCE
