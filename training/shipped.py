# SPDX-License-Identifier: Apache-2.0
"""Where the repository keeps what training publishes."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parent.parent

WEIGHTS = _ROOT / "resources" / "weights"
MODEL_CARDS = _ROOT / "docs" / "model-cards"
FIGURES = _ROOT / "docs" / "validation"

CLIP_SCORES = FIGURES / "clips.csv"
CROP_SCORES = FIGURES / "crops.csv"
EXPLANATIONS = FIGURES / "explanations.json"
IDENTITIES = FIGURES / "identities.json"
LEAKAGE = FIGURES / "leakage.json"
LEAKS = FIGURES / "near-duplicates.json"
RECIPE = FIGURES / "recipe.json"
TEXTURE = FIGURES / "texture.json"
