# SPDX-License-Identifier: Apache-2.0
"""Weights come off the list of inputs, and nothing else about the network changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.faces.centerface import WEIGHTS
from core.faces.onnx_inputs import keep_true_inputs

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def _open(content: bytes) -> InferenceSession:
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    return ort.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def test_only_the_picture_stays_an_input() -> None:
    session = _open(keep_true_inputs(WEIGHTS.read()))
    assert [one.name for one in session.get_inputs()] == ["input.1"]
    assert [one.name for one in session.get_outputs()] == ["537", "538", "539", "540"]


def test_outputs_equal_the_untouched_networks() -> None:
    """The untouched one takes ten pictures of 32 x 32 only."""
    original = WEIGHTS.read()
    pictures = np.random.default_rng(3).uniform(0, 255, (10, 3, 32, 32)).astype(np.float32)
    expected = _open(original).run(None, {"input.1": pictures})
    edited = _open(keep_true_inputs(original)).run(None, {"input.1": pictures})
    for before, after in zip(expected, edited, strict=True):
        np.testing.assert_allclose(after, before, atol=2e-5)


def test_editing_twice_changes_nothing_more() -> None:
    once = keep_true_inputs(WEIGHTS.read())
    assert keep_true_inputs(once) == once


@pytest.mark.parametrize("broken", [b"\x3a\x05ab", b"\x80", b"\x0b", b"\x3a\x02\x5a\x00"])
def test_broken_bytes_are_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="expected"):
        keep_true_inputs(broken)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_end_in_a_message_or_a_value_error(content: bytes) -> None:
    try:
        edited = keep_true_inputs(content)
    except ValueError:
        return
    assert keep_true_inputs(edited) == edited
