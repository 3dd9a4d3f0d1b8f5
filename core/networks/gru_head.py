# SPDX-License-Identifier: Apache-2.0
"""The `xception_gru` network: two recurrent layers over the trunk's features of 20 frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import keras

PARAMETERS = 99_873
WINDOW = 20
FEATURE_SIZE = 2048


def build_gru_head() -> keras.Model:
    """Build the network with untrained weights.

    Returns:
        A functional network from a dictionary with `features`, float32 (N, 20, 2048), the
        pooled trunk features of successive crops of one track, and `mask`, bool (N, 20), true
        where there is a frame: the present frames come first, at least one. Its output is a
        dictionary with `score`, float32 (N, 1) in [0, 1].
    """
    import keras
    from keras import layers

    # inputs
    features = keras.Input((WINDOW, FEATURE_SIZE), name="features")
    mask = keras.Input((WINDOW,), dtype="bool", name="mask")

    # layers
    x = layers.GRU(16, return_sequences=True, name="gru1")(features, mask=mask)
    x = layers.GRU(8, name="gru2")(x, mask=mask)
    x = layers.Dropout(0.4, name="dropout")(x)
    x = layers.Dense(8, activation="relu", name="dense")(x)

    # outputs
    score = layers.Dense(1, activation="sigmoid", name="score")(x)
    return keras.Model({"features": features, "mask": mask}, {"score": score}, name="xception_gru")
