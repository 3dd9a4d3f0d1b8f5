# SPDX-License-Identifier: Apache-2.0
"""The networks as code: Keras 3, any backend, imported when used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import keras

NETWORK_IDS = ("image_cnn", "xception", "xception_gru")


def build_network(network_id: str, height: int = 0, width: int = 0) -> keras.Model:
    """Build a network with untrained weights.

    Args:
        network_id: One of `NETWORK_IDS`.
        height: Input height in pixels, for `xception` only; 0 for its default.
        width: Input width in pixels, likewise.

    Returns:
        A functional network whose outputs are a dictionary with `score`, float32 (N, 1).

    Raises:
        ValueError: There is no such network.
    """
    if network_id == "image_cnn":
        from core.networks.image_cnn import build_image_cnn

        return build_image_cnn()
    if network_id == "xception":
        from core.networks.xception import DEFAULT_SIZE_PX, build_xception

        return build_xception(height or DEFAULT_SIZE_PX, width or DEFAULT_SIZE_PX)
    if network_id == "xception_gru":
        from core.networks.gru_head import build_gru_head

        return build_gru_head()
    raise ValueError(f"expected one of {', '.join(NETWORK_IDS)}, got {network_id!r}")
