# SPDX-License-Identifier: Apache-2.0
"""A made-up data set: noise pictures in place of faces, brighter where the label is FAKE."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np


def make_fake_set(folder: Path, groups: int = 40, fakes_a_group: int = 1) -> tuple[Path, Path]:
    """Write a table and its images; gives the paths of both."""
    images = folder / "images"
    images.mkdir()
    lines = ["videoname,original_width,original_height,label,original"]
    rng = np.random.default_rng(11)
    for group in range(groups):
        lines.append(f"real{group}.mp4,64,64,REAL,")
        lines += [f"fake{group}x{i}.mp4,64,64,FAKE,real{group}.mp4" for i in range(fakes_a_group)]
    for line in lines[1:]:
        stem, label = line.split(".", 1)[0], line.split(",")[3]
        low = 90 if label == "FAKE" else 0
        pixels = rng.integers(low, low + 120, (224, 224, 3), dtype=np.uint8)
        cv2.imwrite(str(images / f"{stem}.jpg"), pixels)
    table = folder / "metadata.csv"
    table.write_text("\n".join(lines) + "\n", "utf-8")
    return table, images
