# SPDX-License-Identifier: Apache-2.0
"""How many persons of the validation and test crops were also seen in training: an estimate.

Faces become 128 numbers by dlib's residual network (King, D. E. (2017), public domain weights),
which is no dependency of this project: install `dlib-bin` and take the two model files from the
package `face-recognition-models` to repeat the count. Numbers that lie close together are taken for
one person. The network errs, more on small and dark faces and more on some groups of people than on
others, so counts are given at several limits.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import AgglomerativeClustering

from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow, select
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.studies.vector_cache import Compute, cached_vectors

# Mean distances within a cluster.
LIMITS = (0.4, 0.45, 0.5)
# dlib's own limit, for a single pair.
_SAME_PERSON = 0.6
_MARGIN_PX = 80
_CHIP_PX, _CHIP_MARGIN = 150, 0.25
_SEED = 41

Embeddings = NDArray[np.float32]


class FaceEmbedder:
    """dlib's face recognition network.

    Args:
        models: Folder with `shape_predictor_5_face_landmarks.dat` and
            `dlib_face_recognition_resnet_model_v1.dat`.
    """

    def __init__(self, models: Path) -> None:
        """Load the models.

        Raises:
            CheckpointError: dlib is not installed, or a model is missing.
        """
        try:
            dlib: Any = importlib.import_module("dlib")
        except ImportError as error:
            raise CheckpointError("identities needs dlib: pip install dlib-bin") from error
        self._dlib = dlib
        try:
            self._shape = dlib.shape_predictor(str(models / "shape_predictor_5_face_landmarks.dat"))
            self._network = dlib.face_recognition_model_v1(
                str(models / "dlib_face_recognition_resnet_model_v1.dat")
            )
        except RuntimeError as error:
            raise CheckpointError(f"{models}: {error}") from error

    def embed(self, crop: Crop) -> Embeddings:
        """Turn the face that fills a crop into float32 (128,)."""
        room = _MARGIN_PX
        wide = cv2.copyMakeBorder(crop, room, room, room, room, cv2.BORDER_REPLICATE)
        far = _MARGIN_PX + crop.shape[0] - 1
        shape = self._shape(wide, self._dlib.rectangle(_MARGIN_PX, _MARGIN_PX, far, far))
        chip = self._dlib.get_face_chip(wide, shape, _CHIP_PX, _CHIP_MARGIN)
        return np.asarray(self._network.compute_face_descriptor(chip), np.float32)


def drawn(rows: Sequence[ManifestRow], counts: dict[Split, int]) -> list[ManifestRow]:
    """Draw real crops of each split: one a video, so that a person is not one video."""
    rng = np.random.default_rng(_SEED)
    chosen = []
    for split, count in counts.items():
        pool = select(rows, split, REAL)
        chosen += [pool[int(index)] for index in rng.permutation(len(pool))[:count]]
    return chosen


def embeddings_of(
    rows: Sequence[ManifestRow], images: Path, models: Path, cache: Path
) -> Embeddings:
    """Give the embedding of each crop, from the cache where it holds them; resumes.

    Args:
        rows: Crops.
        images: Their folder.
        models: Folder of dlib's models.
        cache: NPZ that is read and continued.
    """

    def load() -> Compute:
        embedder = FaceEmbedder(models)
        return lambda part: np.stack([embedder.embed(read_crop(images, row)) for row in part])

    return cached_vectors(rows, cache, load)


def fakes_of(
    rows: Sequence[ManifestRow], chosen: Sequence[ManifestRow], count: int
) -> list[ManifestRow]:
    """Give one fake of each of the first `count` training originals among `chosen`.

    Args:
        rows: The manifest.
        chosen: Real crops; those without a fake are passed over.
        count: Fakes at most.
    """
    fakes = {row.group: row for row in select(rows, Split.TRAIN, FAKE)}
    found = [fakes[row.group] for row in chosen if row.group in fakes]
    return found[:count]


def check(
    real: Sequence[ManifestRow],
    vectors: Embeddings,
    fakes: Sequence[ManifestRow],
    swapped: Embeddings,
) -> dict[str, Any]:
    """Show that distances mean something on these crops: same original against any other one.

    A fake keeps the head, the light and often much of the face of its original, so that it lies
    closer to it than to other crops if the embedding works at all. It is no proof: the face was
    swapped, and the fake is of another person as far as the swap succeeded.

    Args:
        real: Real crops, one an original.
        vectors: Their embeddings.
        fakes: Fakes made from some of them.
        swapped: Their embeddings.

    Returns:
        Number of pairs, and for pairs of one original, for pairs of a fake and another original,
        and for pairs of two originals: the median distance and the share below dlib's limit.
    """
    place = {row.group: number for number, row in enumerate(real)}
    own = np.array([place[row.group] for row in fakes], np.int64)
    rng = np.random.default_rng(_SEED)
    # Never a pair with itself: a shift by at least one place.
    shifts = rng.integers(1, len(real), own.size)
    others = vectors[(own + shifts) % len(real)]
    return {
        "pairs": int(own.size),
        "real_and_its_fake": _distances(vectors[own], swapped),
        "fake_and_another_real": _distances(others, swapped),
        "two_reals": _distances(others, vectors[own]),
    }


def _distances(some: Embeddings, others: Embeddings) -> dict[str, float]:
    found = np.linalg.norm(some - others, axis=1)
    return {
        "median": round(float(np.median(found)), 3),
        "share_below_0.6": round(float(np.mean(found < _SAME_PERSON)), 3),
    }


def persons(vectors: Embeddings, limit: float) -> NDArray[np.int64]:
    """Number the persons: clusters whose mean distance from each other is at least `limit`."""
    clusters = AgglomerativeClustering(
        n_clusters=None, distance_threshold=limit, linkage="average", metric="euclidean"
    )
    return np.asarray(clusters.fit_predict(vectors), np.int64)


def overlap(rows: Sequence[ManifestRow], vectors: Embeddings) -> dict[str, Any]:
    """Count persons, and crops of validation and test whose person is also in training.

    Args:
        rows: Crops of all three splits.
        vectors: Their embeddings.

    Returns:
        Counts, and for each limit the number of persons, of those with a single crop, the crops
        of the five largest, and the two shares; at the middle limit also the share of both
        together for a quarter, a half and all of the training crops.
    """
    splits = np.array([str(row.split) for row in rows])
    figures: dict[str, Any] = {
        f"crops_{split}": int((splits == split).sum())
        for split in (Split.TRAIN, Split.VALIDATION, Split.TEST)
    }
    for limit in LIMITS:
        numbers = persons(vectors, limit)
        trained = numbers[splits == Split.TRAIN]
        sizes = np.sort(np.bincount(numbers))[::-1]
        found: dict[str, Any] = {
            "persons": int(sizes.size),
            "persons_with_one_crop": int((sizes == 1).sum()),
            "largest": sizes[:5].tolist(),
        }
        for split in (Split.VALIDATION, Split.TEST):
            share = float(np.isin(numbers[splits == split], trained).mean())
            found[f"share_of_{split}_seen_in_training"] = round(share, 3)
        figures[f"limit_{limit}"] = found
        if limit == LIMITS[1]:
            figures["growth"] = _growth(trained, numbers[splits != Split.TRAIN])
    return figures


def _growth(trained: NDArray[np.int64], others: NDArray[np.int64]) -> list[dict[str, Any]]:
    """Shares of the other crops whose person is among a quarter, a half and all of training's."""
    points = []
    for part in (4, 2, 1):
        count = trained.size // part
        share = float(np.isin(others, trained[:count]).mean())
        points.append({"training_crops": count, "share_of_both_seen_in_training": round(share, 3)})
    return points
