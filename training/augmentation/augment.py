# SPDX-License-Identifier: Apache-2.0
"""Degradations met in the field, and self-blended fakes, on single crops.

Real and fake crops pass through the same random degradations, so that neither sharpness nor
JPEG history gives the label away: in the data used here low sharpness alone reaches AUC 0.59.

Self-blending follows Shiohara, K. and Yamasaki, T. (2022), "Detecting Deepfakes with
Self-Blended Images", CVPR, in a cheap form: the mask is an ellipse about the middle of the crop
instead of a hull of landmarks, because the crops come without landmarks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from training.datasets.crops import Crop


@dataclass(frozen=True, slots=True)
class AugmentSettings:
    """Probabilities of each degradation; all in [0, 1].

    Attributes:
        warp: Zoom, shift and turn by a few percent.
        shrink: Round trip through a smaller size.
        blur: Gaussian blur.
        jpeg: JPEG at a random quality.
        light: Brightness, contrast and color balance.
        noise: Gaussian noise.
        flip: Left for right.
    """

    warp: float = 0.8
    shrink: float = 0.25
    blur: float = 0.15
    jpeg: float = 0.4
    light: float = 0.4
    noise: float = 0.1
    flip: float = 0.5


def augment(crop: Crop, rng: np.random.Generator, settings: AugmentSettings) -> Crop:
    """Flip, move and degrade one crop.

    Args:
        crop: RGB uint8 (H, W, 3).
        rng: Source of all randomness.
        settings: Probabilities.

    Returns:
        RGB uint8 of the same shape.
    """
    if rng.random() < settings.flip:
        crop = np.ascontiguousarray(crop[:, ::-1])
    if rng.random() < settings.warp:
        crop = _warp(crop, rng)
    if rng.random() < settings.light:
        crop = _relight(crop, rng, 0.25)
    return degrade(crop, rng, settings)


def degrade(crop: Crop, rng: np.random.Generator, settings: AugmentSettings) -> Crop:
    """Apply the losses of a transmission chain: blur, shrink, noise, JPEG, in that order."""
    if rng.random() < settings.blur:
        crop = blur(crop, float(rng.uniform(0.4, 1.6)))
    if rng.random() < settings.shrink:
        crop = shrink(crop, float(rng.uniform(0.4, 0.9)))
    if rng.random() < settings.noise:
        crop = _add_noise(crop, rng)
    if rng.random() < settings.jpeg:
        crop = jpeg(crop, int(rng.integers(35, 96)))
    return crop


def blur(crop: Crop, sigma_px: float) -> Crop:
    """Blur with a Gaussian of the given standard deviation in pixels."""
    return _uint8(cv2.GaussianBlur(crop, (0, 0), sigma_px))


def shrink(crop: Crop, factor: float) -> Crop:
    """Shrink by `factor` (0 to 1) and bring back to the old size."""
    height, width = crop.shape[:2]
    small = (max(8, round(width * factor)), max(8, round(height * factor)))
    reduced = cv2.resize(crop, small, interpolation=cv2.INTER_AREA)
    return _uint8(cv2.resize(reduced, (width, height), interpolation=cv2.INTER_LINEAR))


def jpeg(crop: Crop, quality: int) -> Crop:
    """Encode as JPEG of the given quality (1 to 100) and decode again."""
    bgr = np.ascontiguousarray(crop[..., ::-1])
    _, data = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = cv2.imdecode(data, cv2.IMREAD_COLOR)
    return np.ascontiguousarray(_uint8(decoded)[..., ::-1])


def jitter(crop: Crop, rng: np.random.Generator) -> Crop:
    """Move and light a crop a little, as from one frame of a clip to the next."""
    return _relight(_warp(crop, rng, zoom=0.04, shift=0.025, turn_deg=2.5), rng, 0.04)


def self_blend(crop: Crop, rng: np.random.Generator) -> Crop:
    """Make a fake from a real crop by blending it with a changed copy of itself.

    Args:
        crop: RGB uint8 (H, W, 3), a real face near the middle.
        rng: Source of all randomness.

    Returns:
        RGB uint8 of the same shape, with a blending boundary about the face.
    """
    height, width = crop.shape[:2]
    changed = _relight(crop, rng, 0.18)
    if rng.random() < 0.5:
        changed = shrink(changed, float(rng.uniform(0.4, 0.85)))
    moved = _warp(changed, rng, zoom=0.03, shift=0.02, turn_deg=2.0)
    inner, outer = (moved, crop) if rng.random() < 0.7 else (crop, moved)
    mask = np.zeros((height, width), np.float32)
    center = (
        int(width * rng.uniform(0.46, 0.54)),
        int(height * rng.uniform(0.46, 0.56)),
    )
    axes = (int(width * rng.uniform(0.2, 0.32)), int(height * rng.uniform(0.24, 0.38)))
    cv2.ellipse(mask, center, axes, float(rng.uniform(-12, 12)), 0, 360, (1.0,), -1)
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), width * float(rng.uniform(0.008, 0.04))))
    weight = (mask * float(rng.choice([0.5, 0.75, 1.0, 1.0])))[..., None]
    mixed = inner.astype(np.float32) * weight + outer.astype(np.float32) * (1 - weight)
    return _uint8(np.rint(mixed))


def _warp(
    crop: Crop,
    rng: np.random.Generator,
    zoom: float = 0.1,
    shift: float = 0.05,
    turn_deg: float = 6.0,
) -> Crop:
    height, width = crop.shape[:2]
    scale = float(rng.uniform(1 - zoom, 1 + zoom))
    turn = float(rng.uniform(-turn_deg, turn_deg))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), turn, scale)
    matrix = np.asarray(matrix, np.float64)
    matrix[:, 2] += rng.uniform(-shift, shift, 2) * np.array([width, height])
    moved = cv2.warpAffine(
        crop, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    return _uint8(moved)


def _relight(crop: Crop, rng: np.random.Generator, strength: float) -> Crop:
    gain = rng.uniform(1 - strength, 1 + strength) * rng.uniform(
        1 - strength / 4, 1 + strength / 4, 3
    )
    offset = rng.uniform(-strength, strength) * 80
    return _uint8(np.clip(crop * gain.astype(np.float32) + np.float32(offset), 0, 255))


def _add_noise(crop: Crop, rng: np.random.Generator) -> Crop:
    noise = rng.normal(0, rng.uniform(1, 6), crop.shape).astype(np.float32)
    return _uint8(np.clip(crop + noise, 0, 255))


def _uint8(image: Any) -> Crop:
    return np.asarray(image).astype(np.uint8, copy=False)
