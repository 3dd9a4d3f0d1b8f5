# SPDX-License-Identifier: Apache-2.0
"""Data sets that the training commands know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatasetSpec:
    """A public data set.

    Attributes:
        title: Name under which it is known.
        repository: Public repository that holds it.
        commit: The one that was used.
        license: Under which it is given, as far as is known.
        manipulations: What its fakes are.
        citation: Paper to cite.
    """

    title: str
    repository: str
    commit: str
    license: str
    manipulations: str
    citation: str


DFDC_FACES = DatasetSpec(
    title="Kaggle deepfake-faces: one 224x224 face crop for each of 95,634 DFDC videos",
    repository="github.com/i-Shreyansh/DeepFake-Detection",
    commit="39728535a",
    license="the repository says Apache-2.0; the DFDC videos have a licence of their own",
    manipulations="face swaps and some other manipulations of the DFDC, unlabelled by method",
    citation="Dolhansky, B. et al. (2020), The DeepFake Detection Challenge Dataset, "
    "arXiv:2006.07397",
)
