# SPDX-License-Identifier: Apache-2.0
"""Face swaps without a network: the mesh of one face is laid onto another one.

What Roessler, A. et al. (2019), "FaceForensics++: Learning to Detect Manipulated Facial Images",
ICCV, arXiv:1901.08971, call FaceSwap, after the program MarekKowalski/FaceSwap: the source's face
is bent to the target's geometry, its color is matched, and it is blended in. There a 3D model with
blend shapes is fitted to sparse landmarks; here the 468 landmarks are the mesh themselves, so
strong turns of the head between the two faces are not made up for: pair faces of a like pose.
The blend is that of Perez, P., Gangnet, M. and Blake, A. (2003), "Poisson Image Editing", or plain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator
from scipy.spatial import Delaunay

from training.augmentation.augment import shrink
from training.augmentation.face_regions import BROWS, JAW, MOUTH, NOSE, OVAL
from training.datasets.crops import Crop

Points: TypeAlias = NDArray[np.floating]
_Plane: TypeAlias = NDArray[np.float32]
_Mask: TypeAlias = NDArray[np.bool_]

_REGIONS = (OVAL, BROWS + JAW, BROWS + MOUTH + NOSE)
_SHARES = (0.35, 0.45, 0.2)
# A hull or a mask below this share of the crop is no face.
_LEAST_AREA = 0.03
# OpenCV's Poisson blend reads the pixels about the mask.
_POISSON_MARGIN_PX = 2
# Landmarks that nearly coincide, at lips and lids, may lie the other way round in the source.
_BEND_SIGMA = 0.006
# Share of the target's mesh that the source shows from behind, as when one face is in profile.
_MOST_TURNED_OVER = 0.05
_STD_LIMITS = (0.7, 1.4)


@dataclass(frozen=True, slots=True)
class SwapStyle:
    """How one manipulation swaps; the same in all frames of a clip.

    Attributes:
        region: Landmarks whose hull is replaced.
        size: Of the hull about its middle, at most 1.
        feather: Width of the soft border inside the hull, in shares of the crop's side.
        detail: Share of the source's size that is kept, 1 for all.
        color: Strength of the color match, 0 to 1.
        is_poisson: Whether the blend is Poisson's where the mask is clear of the crop's border.
    """

    region: tuple[int, ...]
    size: float
    feather: float
    detail: float
    color: float
    is_poisson: bool


def draw_style(rng: np.random.Generator) -> SwapStyle:
    """Draw how a clip is manipulated."""
    return SwapStyle(
        _REGIONS[int(rng.choice(len(_REGIONS), p=_SHARES))],
        float(rng.uniform(0.88, 1.0)),
        float(rng.uniform(0.025, 0.09)),
        float(rng.uniform(0.4, 0.9)) if rng.random() < 0.6 else 1.0,
        float(rng.uniform(0.7, 1.0)),
        bool(rng.random() < 0.6),
    )


def swap(
    source: Crop, source_points: Points, target: Crop, target_points: Points, style: SwapStyle
) -> Crop | None:
    """Lay the face of one crop onto that of another.

    Args:
        source: RGB uint8 (S, S, 3), whose face is taken.
        source_points: (468, 2) landmarks in shares of its side; some may lie outside.
        target: RGB uint8 (T, T, 3), whose surroundings stay.
        target_points: Likewise, of the target.
        style: Of the manipulation.

    Returns:
        RGB uint8 (T, T, 3), equal to the target outside the hull of its region; None where the
        landmarks span no face, too little of it lies inside both crops, or the two show different
        sides of a face.
    """
    taken = np.asarray(source_points, np.float32) * source.shape[0]
    given = np.asarray(target_points, np.float32) * target.shape[0]
    if not (_is_face(taken, source.shape[0]) and _is_face(given, target.shape[0])):
        return None
    mask = _hull_mask(given[list(style.region)], style.size, target.shape[0])
    mesh = Delaunay(given)
    if _turned_over(mesh, taken) > _MOST_TURNED_OVER:
        return None
    columns, rows = _bend(mesh, taken, target.shape[0])
    far = source.shape[0] - 1
    # Comparisons with the not-a-number outside the mesh are false.
    mask &= (columns >= 0) & (columns <= far) & (rows >= 0) & (rows <= far)
    mask = _largest_part(mask)
    if mask.mean() < _LEAST_AREA:
        return None
    face = source if style.detail == 1.0 else shrink(source, style.detail)
    laid = cv2.remap(face, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    laid = _matched(np.asarray(laid, np.uint8), target, mask, style.color)
    if style.is_poisson and _is_clear(mask):
        laid = _poisson(laid, target, mask)
    weight = _weight(mask, style.feather)[..., None]
    mixed = laid.astype(np.float32) * weight + target.astype(np.float32) * (1 - weight)
    return np.asarray(np.rint(mixed), np.uint8)


def _is_face(points: _Plane, side: int) -> bool:
    if not np.isfinite(points).all() or np.abs(points).max() > 4 * side:
        return False
    return float(cv2.contourArea(cv2.convexHull(points))) >= _LEAST_AREA * side**2


def _hull_mask(points: _Plane, size: float, side: int) -> _Mask:
    middle = points.mean(0)
    hull = cv2.convexHull(np.rint(middle + (points - middle) * size).astype(np.int32))
    mask = np.zeros((side, side), np.uint8)
    cv2.fillConvexPoly(mask, hull, (1,))
    return np.asarray(mask > 0)


def _turned_over(mesh: Any, taken: _Plane) -> float:
    """Share of the mesh, by area, whose triangles have the other orientation in the source."""
    areas, others = (_signed_areas(points[mesh.simplices]) for points in (mesh.points, taken))
    sizes = np.abs(areas)
    return float(sizes[areas * others < 0].sum() / sizes.sum())


def _signed_areas(corners: NDArray[np.floating]) -> NDArray[np.floating]:
    (x0, y0), (x1, y1), (x2, y2) = (corners[:, corner].T for corner in range(3))
    return np.asarray((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))


def _bend(mesh: Any, taken: _Plane, side: int) -> tuple[_Plane, _Plane]:
    """Say for each pixel of the target where it lies in the source, NaN outside the mesh.

    Affine in each triangle of Delaunay's mesh of the target's landmarks, then smoothed a little.
    """
    affine = LinearNDInterpolator(mesh, taken)
    rows, columns = np.indices((side, side), np.float32)
    places = np.asarray(affine(np.stack([columns, rows], axis=-1)), np.float32)
    inside = np.isfinite(places[..., 0])
    known = np.where(inside[..., None], places, 0)
    # Sums over the mesh alone, or its rim would be drawn towards nothing.
    sigma = _BEND_SIGMA * side
    total = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), sigma)[..., None]
    smooth = cv2.GaussianBlur(known, (0, 0), sigma) / np.maximum(total, 1e-6)
    smooth = np.where(inside[..., None], smooth, np.nan).astype(np.float32)
    return np.ascontiguousarray(smooth[..., 0]), np.ascontiguousarray(smooth[..., 1])


def _largest_part(mask: _Mask) -> _Mask:
    count, parts, facts, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=4)
    if count < 2:
        return mask
    return np.asarray(parts == 1 + int(np.argmax(facts[1:, cv2.CC_STAT_AREA])))


def _matched(laid: Crop, target: Crop, mask: _Mask, strength: float) -> Crop:
    """Give the laid face mean and spread of the target's face, in CIE L*a*b*, within the mask."""
    own, other = (
        cv2.cvtColor(image.astype(np.float32) / 255, cv2.COLOR_RGB2LAB) for image in (laid, target)
    )
    mean, wanted = own[mask].mean(0), other[mask].mean(0)
    ratio = np.clip(other[mask].std(0) / np.maximum(own[mask].std(0), 1e-3), *_STD_LIMITS)
    moved = (own - mean) * ratio + wanted
    lab = (own * (1 - strength) + moved * strength).astype(np.float32)
    rgb = cv2.cvtColor(lab, cv2.COLOR_LAB2RGB)
    return np.asarray(np.rint(np.clip(rgb, 0, 1) * 255), np.uint8)


def _is_clear(mask: _Mask) -> bool:
    margin = _POISSON_MARGIN_PX
    inner = np.zeros_like(mask)
    inner[margin:-margin, margin:-margin] = True
    return not bool((mask & ~inner).any())


def _poisson(laid: Crop, target: Crop, mask: _Mask) -> Crop:
    x, y, width, height = cv2.boundingRect(mask.astype(np.uint8))
    middle = (x + width // 2, y + height // 2)
    whole = mask.astype(np.uint8) * 255
    return np.asarray(cv2.seamlessClone(laid, target, whole, middle, cv2.NORMAL_CLONE), np.uint8)


def _weight(mask: _Mask, feather: float) -> _Plane:
    """Rise from the mask's rim inwards; not from the crop's border, beyond which a face goes on."""
    distance = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5)
    share = np.clip(distance / max(feather * mask.shape[0], 1.0), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)
