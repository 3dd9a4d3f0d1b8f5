# SPDX-License-Identifier: Apache-2.0
"""The `xception` network: an Xception trunk with one sigmoid unit on its pooled features.

Architecture of Chollet, F. (2017), "Xception: Deep Learning with Depthwise Separable
Convolutions", CVPR, without its classification top. Layer names are those of Keras
Applications, except that the four shortcut convolutions get fixed names here: Keras
Applications numbers them by what else was built in the process, which no file can refer to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import keras

TRUNK_PARAMETERS = 20_861_480
HEAD_PARAMETERS = 2_049
FEATURE_SIZE = 2048
DEFAULT_SIZE_PX = 160

_MIDDLE_BLOCKS = range(5, 13)


def build_xception(height: int = DEFAULT_SIZE_PX, width: int = DEFAULT_SIZE_PX) -> keras.Model:
    """Build the network with untrained weights.

    Args:
        height: Input height in pixels.
        width: Input width in pixels.

    Returns:
        A functional network from `batch`, float32 (N, height, width, 3), RGB in [-1, 1], to
        a dictionary with `score`, float32 (N, 1) in [0, 1], and `features`,
        float32 (N, 2048): the average-pooled trunk, which `xception_gru` reads.
    """
    import keras

    # inputs
    batch = keras.Input((height, width, 3), name="batch")

    # layers
    x = _entry_flow(batch)
    for index in _MIDDLE_BLOCKS:
        shortcut = x
        for position in (1, 2, 3):
            x = _activated_sepconv(x, 728, f"block{index}_sepconv{position}")
        x = keras.layers.Add(name=f"block{index}_add")([x, shortcut])
    x = _exit_flow(x)

    # outputs
    features = keras.layers.GlobalAveragePooling2D(name="features")(x)
    score = keras.layers.Dense(1, activation="sigmoid", name="score")(features)
    outputs = {"score": score, "features": features}
    return keras.Model(batch, outputs, name="xception")


def _entry_flow(x: Any) -> Any:
    from keras import layers

    x = layers.Conv2D(32, 3, strides=2, use_bias=False, name="block1_conv1")(x)
    x = layers.BatchNormalization(name="block1_conv1_bn")(x)
    x = layers.Activation("relu", name="block1_conv1_act")(x)
    x = layers.Conv2D(64, 3, use_bias=False, name="block1_conv2")(x)
    x = layers.BatchNormalization(name="block1_conv2_bn")(x)
    x = layers.Activation("relu", name="block1_conv2_act")(x)
    # Block 2 starts without an activation: the line above has just applied one.
    x = _down_block(x, 2, (128, 128), starts_activated=True)
    x = _down_block(x, 3, (256, 256))
    return _down_block(x, 4, (728, 728))


def _exit_flow(x: Any) -> Any:
    from keras import layers

    x = _down_block(x, 13, (728, 1024))
    for position, filters in ((1, 1536), (2, FEATURE_SIZE)):
        name = f"block14_sepconv{position}"
        x = _sepconv(x, filters, name)
        x = layers.Activation("relu", name=f"{name}_act")(x)
    return x


def _down_block(
    x: Any, index: int, filters: tuple[int, int], starts_activated: bool = False
) -> Any:
    """Two separable convolutions and a pooling, beside a strided 1x1 shortcut."""
    from keras import layers

    name = f"block{index}"
    shortcut = layers.Conv2D(
        filters[1], 1, strides=2, padding="same", use_bias=False, name=f"{name}_shortcut"
    )(x)
    shortcut = layers.BatchNormalization(name=f"{name}_shortcut_bn")(shortcut)
    first = _sepconv if starts_activated else _activated_sepconv
    x = first(x, filters[0], f"{name}_sepconv1")
    x = _activated_sepconv(x, filters[1], f"{name}_sepconv2")
    x = layers.MaxPooling2D(3, strides=2, padding="same", name=f"{name}_pool")(x)
    return layers.Add(name=f"{name}_add")([x, shortcut])


def _activated_sepconv(x: Any, filters: int, name: str) -> Any:
    from keras import layers

    return _sepconv(layers.Activation("relu", name=f"{name}_act")(x), filters, name)


def _sepconv(x: Any, filters: int, name: str) -> Any:
    from keras import layers

    x = layers.SeparableConv2D(filters, 3, padding="same", use_bias=False, name=name)(x)
    return layers.BatchNormalization(name=f"{name}_bn")(x)
