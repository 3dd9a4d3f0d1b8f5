# SPDX-License-Identifier: Apache-2.0
"""The `image_cnn` network: three convolutions and three dense layers on one face crop.

The plain network of the published recipe, with its inputs rescaled to [0, 1], which the
published code forgot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import keras

PARAMETERS = 51_619_585
SIZE_PX = 224


def build_image_cnn() -> keras.Model:
    """Build the network with untrained (He normal) weights.

    Returns:
        A functional network from `batch`, float32 (N, 224, 224, 3), RGB in [0, 1], to a
        dictionary with `score`, float32 (N, 1) in [0, 1].
    """
    import keras
    from keras import layers

    common = {"activation": "relu", "kernel_initializer": "he_normal"}

    # inputs
    batch = keras.Input((SIZE_PX, SIZE_PX, 3), name="batch")

    # layers
    x = layers.Conv2D(64, 7, padding="same", name="conv1", **common)(batch)
    x = layers.MaxPooling2D(2, name="pool1")(x)
    x = layers.Conv2D(128, 3, padding="same", name="conv2", **common)(x)
    x = layers.Conv2D(128, 3, padding="same", name="conv3", **common)(x)
    x = layers.MaxPooling2D(2, name="pool2")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(128, name="dense1", **common)(x)
    x = layers.Dropout(0.5, name="dropout1")(x)
    x = layers.Dense(64, name="dense2", **common)(x)
    x = layers.Dropout(0.5, name="dropout2")(x)

    # outputs
    score = layers.Dense(1, activation="sigmoid", kernel_initializer="he_normal", name="score")(x)
    return keras.Model(batch, {"score": score}, name="image_cnn")
