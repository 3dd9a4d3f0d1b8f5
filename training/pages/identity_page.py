# SPDX-License-Identifier: Apache-2.0
"""The section of `docs/studies.md` on persons who are on two sides of the split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def identity_section(found: Mapping[str, Any]) -> list[str]:
    """Say what the counts of `python -m training identities` say."""
    lines = [
        "## Persons on two sides of the split",
        "",
        (
            f"An estimate: {found['crops_train']} real training crops, "
            f"{found['crops_validation']} of validation and {found['crops_test']} of test, faces "
            "told apart by dlib's network and joined where their mean distance is below a limit. "
            "`python -m training identities` counts again. The makers of DFDC name 486 persons "
            "in its training set, which these crops come from (Dolhansky, B. et al. (2020), "
            "arXiv:2006.07397)."
        ),
        "",
        (
            "| limit | persons | with one crop | largest | validation crops whose person is in "
            "training | test crops |"
        ),
        "|---|---|---|---|---|---|",
    ]
    for name, one in found.items():
        if name.startswith("limit_"):
            shares = [
                f"{100 * one[f'share_of_{split}_seen_in_training']:.0f} %"
                for split in ("validation", "test")
            ]
            limit = name.removeprefix("limit_")
            lines.append(
                f"| {limit} | {one['persons']} | {one['persons_with_one_crop']} | "
                f"{one['largest'][0]} crops | {shares[0]} | {shares[1]} |"
            )
    return [*lines, "", _growth(found["growth"]), "", _check(found["check"]), ""]


def _growth(points: Sequence[Mapping[str, Any]]) -> str:
    shares = ", ".join(
        f"{100 * one['share_of_both_seen_in_training']:.0f} % with {one['training_crops']}"
        for one in points
    )
    return (
        "Only a part of the training crops was drawn, and the share grows with it: of validation "
        f"and test crops together {shares} of them, at the middle limit."
    )


def _check(found: Mapping[str, Any]) -> str:
    said = {
        name: f"{found[name]['median']:.2f} ({100 * found[name]['share_below_0.6']:.0f} % below "
        "dlib's limit of 0.6)"
        for name in ("real_and_its_fake", "fake_and_another_real", "two_reals")
    }
    return (
        f"Whether distances mean something on these crops: {found['pairs']} times, the median "
        f"distance of a real crop and a fake made from it is {said['real_and_its_fake']}, of the "
        f"fake and a real crop of another video {said['fake_and_another_real']}, of two real "
        f"crops of different videos {said['two_reals']}."
    )
