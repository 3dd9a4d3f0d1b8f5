# SPDX-License-Identifier: Apache-2.0
"""How closely a repeated analysis must agree: stated here once, for reports, checks and tests."""

from __future__ import annotations

# Largest difference of a score between the two engines in float32 on the same crops; held by
# `tests/core/engines/test_parity.py`.
SCORE_TOLERANCE = 1e-5
# Reports round to six decimals, so that two scores may drift apart by one unit more.
ROUNDING = 1e-6

REPEATABLE = (
    "The same file, settings and weights give the same scores to the bit on the same machine with "
    "the same engine, device and library versions. On the same crops of faces, ONNX Runtime and "
    f"Keras agree to {SCORE_TOLERANCE:.5f} in float32. On another processor or a GPU the face "
    "boxes, and with them the crops, may differ a little more; how far is to be measured there."
)
