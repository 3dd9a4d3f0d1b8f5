# SPDX-License-Identifier: Apache-2.0
"""Self-blended fakes: a real face blended with a changed copy of itself.

Shiohara, K. and Yamasaki, T. (2022), "Detecting Deepfakes with Self-Blended Images", CVPR: source
and target are one picture; either gets another color or sharpness, the source is resized and moved
a little, a mask from the landmarks is deformed and softened, and both are blended. Here the mask
is one of four: the face with or without forehead, its middle, or the mouth alone, because crops
are so tight that the border of the whole face often lies at the crop's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from training.augmentation.augment import self_blend, shrink
from training.augmentation.face_regions import BROWS, JAW, MOUTH, NOSE, OVAL
from training.datasets.crops import Crop

# File name of a crop to its (468, 2) landmarks in shares of the side.
Landmarks: TypeAlias = Mapping[str, NDArray[np.floating]]

# Masks are the convex hulls of these.
_REGIONS = (OVAL, BROWS + JAW, BROWS + MOUTH + NOSE, MOUTH)
_SHARES = (0.25, 0.4, 0.2, 0.15)
_SCALES = ((0.8, 1.0), (0.85, 1.0), (0.95, 1.15), (1.1, 1.8))
# As published: full strength in half of the cases.
_RATIOS = (0.25, 0.5, 0.75, 1.0, 1.0, 1.0)


def blend(crop: Crop, points: NDArray[np.floating] | None, rng: np.random.Generator) -> Crop:
    """Make a fake from a real crop by its landmarks, or about an ellipse if there are none."""
    return self_blend(crop, rng) if points is None else self_blend_by_landmarks(crop, points, rng)


def self_blend_by_landmarks(
    crop: Crop, points: NDArray[np.floating], rng: np.random.Generator
) -> Crop:
    """Make a fake from a real crop.

    Args:
        crop: RGB uint8 (S, S, 3).
        points: (468, 2) landmarks in shares of the side.
        rng: Source of all randomness.

    Returns:
        RGB uint8 of the same shape.
    """
    side = crop.shape[0]
    mask = _region_mask(side, points.astype(np.float32), rng)
    source, target = (_restyled(crop, rng), crop)
    if rng.random() < 0.5:
        source, target = target, source
    source, mask = _moved(source, mask, rng)
    mask = _softened(_deformed(mask, rng), rng)
    weight = (mask * float(rng.choice(_RATIOS)))[..., None]
    mixed = source.astype(np.float32) * weight + target.astype(np.float32) * (1 - weight)
    return np.asarray(np.rint(mixed), np.uint8)


def _region_mask(
    side: int, points: NDArray[np.float32], rng: np.random.Generator
) -> NDArray[np.float32]:
    kind = int(rng.choice(len(_REGIONS), p=_SHARES))
    chosen = points[list(_REGIONS[kind])] * side
    middle = chosen.mean(0)
    chosen = middle + (chosen - middle) * float(rng.uniform(*_SCALES[kind]))
    mask = np.zeros((side, side), np.float32)
    hull = cv2.convexHull(np.rint(chosen).astype(np.int32))
    cv2.fillConvexPoly(mask, hull, (1.0,))
    return mask


def _restyled(crop: Crop, rng: np.random.Generator) -> Crop:
    """Another color, then another sharpness."""
    image = crop.astype(np.float32)
    if rng.random() < 0.3:
        image += rng.uniform(-20, 20, 3).astype(np.float32)
    contrast, light = rng.uniform(0.9, 1.1), rng.uniform(-0.1, 0.1) * 255
    image = image * np.float32(contrast) + np.float32(light)
    changed = _other_hue(np.clip(image, 0, 255).astype(np.uint8), rng)
    if rng.random() < 0.5:
        return shrink(changed, float(rng.uniform(0.45, 0.85)))
    blurred = cv2.GaussianBlur(changed, (0, 0), 1.2)
    amount = float(rng.uniform(0.2, 0.8))
    return np.asarray(cv2.addWeighted(changed, 1 + amount, blurred, -amount, 0), np.uint8)


def _other_hue(crop: Crop, rng: np.random.Generator) -> Crop:
    hsv = cv2.cvtColor(crop, cv2.COLOR_RGB2HSV).astype(np.float32)
    hsv[..., 0] = (hsv[..., 0] + rng.uniform(-4, 4)) % 180
    hsv[..., 1] = np.clip(hsv[..., 1] * rng.uniform(0.85, 1.15), 0, 255)
    return np.asarray(cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB), np.uint8)


def _moved(
    source: Crop, mask: NDArray[np.float32], rng: np.random.Generator
) -> tuple[Crop, NDArray[np.float32]]:
    """Resize and move source and mask together by up to 5 and 3 percent."""
    side = source.shape[0]
    matrix = cv2.getRotationMatrix2D((side / 2, side / 2), 0.0, float(rng.uniform(0.95, 1.05)))
    matrix = np.asarray(matrix, np.float64)
    matrix[:, 2] += rng.uniform(-1, 1, 2) * np.array([0.03, 0.015]) * side
    size = (side, side)
    image = cv2.warpAffine(source, matrix, size, borderMode=cv2.BORDER_REFLECT_101)
    return np.asarray(image, np.uint8), np.asarray(cv2.warpAffine(mask, matrix, size), np.float32)


def _deformed(mask: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Bend the mask by a smooth random field."""
    side = mask.shape[0]
    field = rng.normal(0, 0.025 * side, (2, 6, 6)).astype(np.float32)
    bent = [cv2.resize(one, (side, side), interpolation=cv2.INTER_CUBIC) for one in field]
    rows, columns = np.indices((side, side), np.float32)
    moved = cv2.remap(mask, columns + bent[0], rows + bent[1], cv2.INTER_LINEAR)
    return np.asarray(moved, np.float32)


def _softened(mask: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Blur twice; in between the border is drawn inwards or outwards."""
    side = mask.shape[0]
    soft = cv2.GaussianBlur(mask, (0, 0), side * float(rng.uniform(0.004, 0.03)))
    limit = float(rng.uniform(0.2, 0.8))
    soft = np.clip((soft - limit) / max(1 - limit, 1e-6) + 0.5, 0, 1).astype(np.float32)
    soft = cv2.GaussianBlur(soft, (0, 0), side * float(rng.uniform(0.004, 0.03)))
    return np.asarray(soft, np.float32)
